using BiAssistant.Semantics.Exporting;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;
using BiAssistant.Tests.Semantics.Loading;

namespace BiAssistant.Tests.Semantics.Exporting;

/// <summary>Every construct that an Ossie document may hold loads without an error, and a document of another tool is written as it came.</summary>
public sealed class ValidOssieTests
{
    private const string Plain = "{name: d, source: db.s.d, fields: [{name: f, expression: {dialects: [{dialect: ANSI_SQL, expression: f}]}}]}";

    public static TheoryData<string> Models => new(
        $"{{name: m, datasets: [{Plain}]}}",
        $"{{name: m, description: 'All of it', datasets: [{Plain}], relationships: [], metrics: [], custom_extensions: []}}",
        $"{{name: m, description: '', ai_context: '', datasets: [{Plain}]}}",
        $"{{name: m, ai_context: 'Use it well.', datasets: [{Plain}]}}",
        $"{{name: m, ai_context: {{}}, datasets: [{Plain}]}}",
        $"{{name: m, ai_context: {{instructions: i, synonyms: [a, b], examples: ['what is it?']}}, datasets: [{Plain}]}}",
        $"{{name: m, ai_context: {{synonyms: [], examples: [], house: {{depth: [1, 2.50, true, null, 'x', {{}}]}}}}, datasets: [{Plain}]}}",
        $"{{name: m, datasets: [{Plain}], custom_extensions: [{{vendor_name: '', data: ''}}, {{vendor_name: SNOWFLAKE, data: 'no json'}}, {{vendor_name: Anyone, data: '{{\"a\": [1]}}'}}]}}",
        "{name: m, datasets: [{name: d, source: t}]}",
        "{name: m, datasets: [{name: d, source: t, primary_key: [], unique_keys: [], fields: [], custom_extensions: []}]}",
        "{name: m, datasets: [{name: d, source: t, primary_key: [a, b], unique_keys: [[a], [b, c], []], description: Rows, ai_context: {synonyms: [rows]}}]}",
        "{name: m, datasets: [{name: d, source: 'SELECT a, b FROM s.t WHERE a > 0'}]}",
        "{name: 'Retail model', datasets: [{name: 'Store sales', source: db.s.store_sales, fields: [{name: 'Sale date', expression: {dialects: [{dialect: ANSI_SQL, expression: sale_date}]}, datatype: Date}]}]}",
        "{name: m, datasets: [{name: d, source: t}, {name: e, source: u}], relationships: [{name: r, from: d, to: e, from_columns: [x, z], to_columns: [x, z], ai_context: 'Each d has an e.', custom_extensions: [{vendor_name: DBT, data: '{}'}]}]}",
        "{name: m, datasets: [{name: d, source: t}], relationships: [{name: r, from: d, to: d, from_columns: [boss], to_columns: [id], ai_context: {synonyms: [reports to]}}]}",
        $"{{name: m, datasets: [{Plain}], metrics: [{{name: total, expression: {{dialects: [{{dialect: ANSI_SQL, expression: SUM(d.f)}}]}}, description: Sum, datatype: Decimal, ai_context: {{synonyms: [total]}}, custom_extensions: []}}]}}");

    [Theory]
    [MemberData(nameof(Models))]
    public void A_valid_model_loads_and_is_written_as_it_came(string model) => IsKept($"semantic_model: [{model}]");

    [Theory]
    [InlineData("String")]
    [InlineData("Integer")]
    [InlineData("Decimal")]
    [InlineData("Float")]
    [InlineData("Boolean")]
    [InlineData("Date")]
    [InlineData("Time")]
    [InlineData("DateTime")]
    [InlineData("DateTimeTz")]
    [InlineData("Opaque")]
    public void Every_datatype_is_taken_by_fields_and_metrics(string datatype) => IsKept(
        $"semantic_model: [{{name: m, datasets: [{{name: d, source: t, fields: [{Field($"datatype: {datatype}, dimension: {{}}")}]}}], metrics: [{{name: total, expression: {{dialects: [{{dialect: ANSI_SQL, expression: COUNT(d.f)}}]}}, datatype: {datatype}}}]}}]");

    [Theory]
    [InlineData("dimension: {is_time: true}")]
    [InlineData("dimension: {is_time: false}")]
    [InlineData("dimension: {}")]
    [InlineData("label: Category")]
    [InlineData("label: ''")]
    [InlineData("description: 'What it is'")]
    [InlineData("ai_context: 'Round it.'")]
    [InlineData("ai_context: {synonyms: [g, h], examples: [e], more: [{a: 1}]}")]
    [InlineData("custom_extensions: [{vendor_name: COMMON, data: '{}'}]")]
    public void Every_key_of_a_field_is_taken(string key) => IsKept($"semantic_model: [{{name: m, datasets: [{{name: d, source: t, fields: [{Field(key)}]}}]}}]");

    [Theory]
    [InlineData("ANSI_SQL", "f")]
    [InlineData("SNOWFLAKE", "f::text")]
    [InlineData("MDX", "[Measures].[F]")]
    [InlineData("TABLEAU", "[F] + 1")]
    [InlineData("DATABRICKS", "f")]
    [InlineData("MAQL", "SELECT {fact/f}")]
    [InlineData("BIGQUERY", "CAST(f AS STRING)")]
    public void Every_dialect_is_taken_alone_and_beside_others(string dialect, string expression)
    {
        IsKept($"semantic_model: [{{name: m, datasets: [{{name: d, source: t, fields: [{{name: f, expression: {{dialects: [{{dialect: {dialect}, expression: '{expression}'}}]}}}}]}}]}}]");
        IsKept($"semantic_model: [{{name: m, datasets: [{{name: d, source: t, fields: [{{name: f, expression: {{dialects: [{{dialect: ANSI_SQL, expression: f}}, {{dialect: {dialect}, expression: '{expression}'}}]}}}}]}}]}}]");
    }

    [Fact]
    public void No_model_at_all_is_valid() => CatalogExamples.Load("version: 0.2.0.dev0\nsemantic_model: []").Issues.ShouldBeEmpty();

    [Fact]
    public void JSON_is_YAML() => IsKept($"{{\"version\": \"0.2.0.dev0\", \"semantic_model\": [{{\"name\": \"m\", \"datasets\": [{{\"name\": \"d\", \"source\": \"t\"}}]}}]}}", version: "");

    [Theory]
    [InlineData("ontology: {name: o}")]
    [InlineData("version: 0.2.0.dev0\nontologies: [{name: o}]")]
    [InlineData("concepts: [{name: c}]")]
    public void An_ontology_is_one_error(string document) => CatalogExamples.Load(document).Issues.ShouldHaveSingleItem().Code.ShouldBe("ontology_document");

    [Theory]
    [InlineData("datasets: [{name: d, source: 'SELECT FROM WHERE'}], metrics: [{name: rows_of_d, expression: {dialects: [{dialect: ANSI_SQL, expression: 'COUNT(d.x)'}]}}]")]
    [InlineData("datasets: [{name: d, source: ''}]")]
    [InlineData("datasets: [{name: '', source: t}]")]
    [InlineData("datasets: [{name: 'a.b', source: t}]")]
    [InlineData("datasets: [{name: d, source: t, fields: [{name: f, expression: {dialects: [{dialect: ANSI_SQL, expression: 'FROBNICATE(a)'}]}}]}]")]
    [InlineData("datasets: [{name: d, source: t, fields: [{name: f, expression: {dialects: [{dialect: ANSI_SQL, expression: ''}]}}]}]")]
    [InlineData("datasets: [{name: d, source: t, fields: [{name: f, expression: {dialects: [{dialect: ANSI_SQL, expression: 'SUM(a)'}]}}]}]")]
    [InlineData("datasets: [{name: d, source: t}], relationships: [{name: r, from: d, to: nowhere, from_columns: [a], to_columns: [b]}]")]
    [InlineData("datasets: [{name: d, source: t}], relationships: [{name: r, from: d, to: d, from_columns: [a, c], to_columns: [b]}]")]
    [InlineData("datasets: [{name: d, source: t}], metrics: [{name: total, expression: {dialects: [{dialect: ANSI_SQL, expression: 'SUM(d.amount)'}]}}]")]
    [InlineData("datasets: [{name: d, source: t}], metrics: [{name: total, expression: {dialects: [{dialect: ANSI_SQL, expression: 'SUM(('}]}}]")]
    [InlineData("datasets: [{name: d, source: t}], metrics: [{name: total, expression: {dialects: [{dialect: ANSI_SQL, expression: ''}]}}]")]
    public void What_a_valid_document_gets_wrong_takes_one_element_out_and_is_a_warning(string model)
    {
        var document = $"version: \"0.2.0.dev0\"\nsemantic_model: [{{name: m, {model}}}]";
        OssieRules.Problems(document).ShouldBeEmpty();
        var load = CatalogExamples.Load(document);

        load.HasErrors.ShouldBeFalse(string.Join('\n', load.Issues));
        load.Issues.ShouldContain(i => i.Severity == IssueSeverity.Warning && i.At != null);
        load.Catalog.Metrics.ShouldAllBe(m => m.Unsupported != null);
        load.Catalog.Fields.ShouldAllBe(f => f.Unsupported != null);
        load.Catalog.Relationships.ShouldAllBe(r => r.Unsupported != null);
        CatalogExamples.Load(document.Replace("{name: m,", "{name: m, owner: somebody,", StringComparison.Ordinal)).HasErrors.ShouldBeTrue("a file with keys of our own is held to the names that it says");
    }

    [Fact]
    public void Two_things_of_one_name_are_an_error_even_so() =>
        CatalogExamples.Load($"version: \"0.2.0.dev0\"\nsemantic_model: [{{name: m, datasets: [{Plain}, {Plain}]}}]").Issues.ShouldHaveSingleItem().Severity.ShouldBe(IssueSeverity.Error);

    [Fact]
    [Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
    public void Any_valid_document_loads_and_is_written_as_it_came()
    {
        foreach (var seed in Enumerable.Range(GeneratedCases.SeedFor(43), GeneratedCases.Scale(60)))
        {
            var given = new RandomOssie(seed).Text();
            OssieRules.Problems(given).ShouldBeEmpty($"seed {seed}");
            CatalogExamples.Load(given).HasErrors.ShouldBeFalse($"seed {seed}");

            Content(OssieExporter.Export([new CatalogText("a.yml", given)]).Value.ShouldNotBeNull().Text).ShouldBe(Content(given), $"seed {seed}");
        }
    }

    private static string Field(string key) => $"{{name: f, expression: {{dialects: [{{dialect: ANSI_SQL, expression: f}}]}}, {key}}}";

    private static void IsKept(string document, string version = "version: \"0.2.0.dev0\"\n")
    {
        var given = version + document;
        OssieRules.Problems(given).ShouldBeEmpty();
        var load = CatalogExamples.Load(given);
        load.Issues.Where(i => i.Severity != IssueSeverity.Note).ShouldBeEmpty();

        var written = OssieExporter.Export([new CatalogText("a.yml", given)]);
        written.Issues.ShouldBeEmpty();
        Content(written.Value.ShouldNotBeNull().Text).ShouldBe(Content(given));
        CatalogPicture.Of(CatalogExamples.Load(written.Value.Text).Catalog).ShouldBe(CatalogPicture.Of(load.Catalog));
    }

    /// <summary>Keys in order, so that only what is said counts.</summary>
    private static string Content(string yaml) => ExactJson.Write(Sorted(new YamlReader(new YamlSource("x", yaml), new IssueList()).Read().ShouldHaveSingleItem()));

    private static YamlNode Sorted(YamlNode node)
    {
        switch (node)
        {
            case YamlMap map:
                var copy = new YamlMap(map.Source, map.Line, map.Column);
                copy.Pairs.AddRange(map.Pairs.Select(p => p with { Value = Sorted(p.Value) }).OrderBy(p => p.Key.Text, StringComparer.Ordinal));
                return copy;
            case YamlList list:
                var items = new YamlList(list.Source, list.Line, list.Column);
                items.Items.AddRange(list.Items.Select(Sorted));
                return items;
            default:
                return node;
        }
    }
}
