using System.Text.Json.Nodes;
using BiAssistant.Semantics.Exporting;
using BiAssistant.Tests.Semantics.Exporting;
using BiAssistant.Tests.Semantics.Loading;

namespace BiAssistant.Tests.Semantics.Format;

public sealed class SchemaTests
{
    private readonly SchemaCheck _schema = new(JsonNode.Parse(SchemaExporter.Write())!.AsObject());

    public static TheoryData<string> Catalogs => new(RepositoryCatalogs.Names);

    [Theory]
    [MemberData(nameof(Catalogs))]
    public void Every_catalog_of_the_repository_meets_the_schema(string name)
    {
        foreach (var text in RepositoryCatalogs.Texts(name))
        {
            _schema.Problems(text.Text).ShouldBeEmpty(text.Name);
        }
    }

    [Fact]
    public void Generated_catalogs_meet_the_schema()
    {
        foreach (var seed in Enumerable.Range(GeneratedCases.SeedFor(42), 20))
        {
            _schema.Problems(new RandomCatalogs(seed).Text()).ShouldBeEmpty($"seed {seed}");
        }
    }

    [Fact]
    public void An_Ossie_document_meets_the_schema() =>
        _schema.Problems(OssieExporter.Export(RepositoryCatalogs.Texts(".")).Value.ShouldNotBeNull().Text).ShouldBeEmpty();

    [Theory]
    [InlineData("semantic_model: [{name: m, datasetz: []}]", "datasetz")]
    [InlineData("semantic_model: [{name: m, datasets: [{name: d}]}]", "source")]
    [InlineData("semantic_model: [{name: m, datasets: [{name: d, source: t, hidden: perhaps}]}]", "boolean")]
    [InlineData("semantic_model: [{name: m, datasets: [{name: d, source: t, fields: [{name: f, grain: fortnight}]}]}]", "fortnight|none of")]
    [InlineData("semantic_model: [{name: m, datasets: [{name: d, source: t, label: {english: x}}]}]", "english")]
    [InlineData("metric: {name: x, type: ratio, numerator: a}", "denominator")]
    [InlineData("metric: {name: x, type: ratio, numerator: a, denominator: b, window: 3 days}", "window")]
    [InlineData("metric: {name: x, numerator: a}", "numerator")]
    [InlineData("metric: {name: x, type: comparison, metric: a, offset: 1 year, show: pace}", "pace|none of")]
    [InlineData("metric: {name: x, type: cumulative, metric: a, window: soon}", "form")]
    [InlineData("metric: {name: x, expression: SUM(a), changes: [{version: one}]}", "number")]
    public void What_the_loader_complains_of_breaks_the_schema(string text, string said)
    {
        CatalogExamples.Load(text).HasErrors.ShouldBeTrue();
        said.Split('|').ShouldContain(word => string.Join('\n', _schema.Problems(text)).Contains(word));
    }
}
