using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Metrics;

namespace BiAssistant.Tests.Semantics.Loading;

public sealed class DemoCatalogTests
{
    [Fact]
    public void The_repositorys_own_catalog_loads_without_an_issue()
    {
        var load = CatalogLoader.Load(Texts());

        load.Issues.ShouldBeEmpty();
        load.Catalog.Metrics.Count.ShouldBeGreaterThanOrEqualTo(15);
        load.Catalog.Datasets.Count().ShouldBeGreaterThanOrEqualTo(8);
        load.Catalog.Metrics.ShouldAllBe(m => (m.Unsupported == null || m is ForecastMetric) && m.Hash.Length == 64);
    }

    [Fact]
    public void Revenue_is_rooted_at_the_nights_that_were_stayed()
    {
        var revenue = CatalogLoader.Load(Texts()).Catalog.FindMetric("revenue").ShouldNotBeNull();

        var formula = revenue.Formula.ShouldBeOfType<AggregateFormula>();
        formula.Root.Name.ShouldBe("stay_nights");
        formula.Time.ShouldNotBeNull().Name.ShouldBe("night");
        revenue.Additive.ShouldBeTrue();
    }

    private static List<CatalogText> Texts()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(root.FullName, "semantic-models")))
        {
            root = root.Parent.ShouldNotBeNull("the repository's semantic-models folder was not found");
        }

        return [.. new[] { "semantic-models", "metrics" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(root.FullName, folder), "*.yml", SearchOption.AllDirectories))
            .Select(file => new CatalogText(Path.GetRelativePath(root.FullName, file), File.ReadAllText(file)))];
    }
}
