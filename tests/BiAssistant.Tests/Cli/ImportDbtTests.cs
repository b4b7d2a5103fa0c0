using BiAssistant.Tests.Answers;
using BiAssistant.Tests.Answers.Importing.Dbt;

namespace BiAssistant.Tests.Cli;

/// <summary><c>import dbt</c> as it is typed.</summary>
public sealed class ImportDbtTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("older")]
    [InlineData("current")]
    public async Task A_project_becomes_a_catalog_that_checks_clean_and_the_report_names_what_is_left_out(string form)
    {
        var imported = await RunAsync("import", "dbt", PotteryShop.ProjectOf(form), "--catalog", "catalog", "--all");

        imported.Code.ShouldBe(0, imported.Error);
        imported.Error.ShouldBeEmpty();
        imported.Output.ShouldContain("Left out:");
        imported.Output.ShouldContain("The metric 'revenue_week_to_date' is left out: it is gathered from the beginning of each week, and catalogs know that of years, quarters and months. (models/");
        imported.Output.ShouldContain("created semantic-models/pottery_shop.yml");
        var check = await RunAsync("check", "--catalog", "catalog");
        check.Code.ShouldBe(0, check.Output);
        check.Lines.ShouldHaveSingleItem().ShouldStartWith("1 models, 8 datasets, 33 metrics; 0 errors, 0 warnings;");
    }

    [Fact]
    public async Task A_project_in_which_nothing_is_whole_writes_nothing_and_says_why()
    {
        _folder.Write("shop/dbt_project.yml", "name: shop\n");
        _folder.Write("shop/models/broken.yml", "semantic_models:\n  - name: x\n   model: y\n");

        var run = await RunAsync("import", "dbt", "shop", "--catalog", "catalog");

        run.Code.ShouldBe(1);
        run.Error.ShouldContain("The project 'shop' has no semantic model that can be imported");
        run.Error.ShouldContain("models/broken.yml:3");
        Directory.Exists(_folder.File("catalog")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_dialect_that_is_none_is_bad_usage_with_the_nearest_one()
    {
        var run = await RunAsync("import", "dbt", "shop", "--dialect", "snowflak");

        run.Code.ShouldBe(64);
        run.Error.ShouldContain("Did you mean 'snowflake'?");
    }

    public void Dispose() => _folder.Dispose();

    private Task<Run> RunAsync(params string[] arguments) => Run.OfAsync(_folder.Path, "", arguments);
}
