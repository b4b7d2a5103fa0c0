using BiAssistant.Semantics.Exporting;
using BiAssistant.Semantics.Loading;
using BiAssistant.Tests.Semantics.Loading;

namespace BiAssistant.Tests.Semantics.Exporting;

public sealed class OssieRoundTripTests
{
    public static TheoryData<string> Catalogs => new(RepositoryCatalogs.Names);

    [Theory]
    [MemberData(nameof(Catalogs))]
    public void Every_catalog_of_the_repository_comes_back_from_Ossie_as_it_was(string name) => ComesBack(RepositoryCatalogs.Texts(name));

    [Fact]
    [Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
    public void Generated_catalogs_come_back_as_they_were()
    {
        foreach (var seed in Enumerable.Range(GeneratedCases.SeedFor(41), GeneratedCases.Scale(100)))
        {
            var text = new RandomCatalogs(seed).Text();
            var load = CatalogExamples.Load(text);
            load.HasErrors.ShouldBeFalse($"seed {seed}: {string.Join('\n', load.Issues)}");
            ComesBack([new CatalogText("a.yml", text)], seed);
        }
    }

    [Fact]
    public void Parts_of_a_model_in_several_files_become_one() => ComesBack(
    [
        new CatalogText("b.yml", "semantic_model: [{name: shop, owner: x, datasets: [{name: e, source: e}], glossary: [{term: new, period: {from: now - 1 day}}]}]"),
        new CatalogText("a.yml", "semantic_model: [{name: shop, datasets: [{name: d, source: d}]}, {name: words, glossary: [{term: old, period: {from: 2020-01-01}}]}]"),
        new CatalogText("c.yml", "metric: {name: rows, expression: COUNT(*), dataset: e}"),
    ]);

    [Fact]
    public void A_bridge_and_a_family_come_back_and_the_members_stand_as_datasets()
    {
        CatalogText[] texts =
        [
            new("a.yml", """
                semantic_model:
                  - name: plant
                    families: [{name: sensors, of: sensor, members: [{name: boiler, source: raw.boiler_log}, {name: pump, source: raw.pump_log, label: Pumps}]}]
                    datasets:
                      - {name: sensor, source: "{source}", label: "Readings of {name}", fields: [{name: at, datatype: DateTime}, {name: site_id}]}
                      - {name: sites, source: raw.sites, primary_key: [id], fields: [{name: id}]}
                      - {name: crew, source: raw.crew, primary_key: [id], fields: [{name: id}]}
                      - {name: shifts, source: raw.shifts, fields: [{name: id}]}
                    relationships:
                      - {name: sensor_site, from: sensor, to: sites, from_columns: [site_id], to_columns: [id]}
                      - {name: s1, from: shifts, to: sites, from_columns: [site], to_columns: [id]}
                      - {name: s2, from: shifts, to: crew, from_columns: [crew], to_columns: [id]}
                      - {name: works_at, from: crew, to: sites, through: [s1, s2], cardinality: many_to_many, allocation: split}
                """),
        ];

        var written = ComesBack(texts);

        written.ShouldContain("name: boiler");
        written.ShouldContain("source: raw.pump_log");
        written.ShouldNotContain("source: \"{source}\"");
        written.ShouldNotContain("- name: works_at");
    }

    [Fact]
    public void A_kind_without_a_source_of_its_own_stands_on_that_of_what_it_is()
    {
        var written = ComesBack([
            new CatalogText("a.yml", """
                semantic_model:
                  - name: fleet
                    datasets:
                      - {name: electric_buses, subtype_of: buses, filter: power = 'E'}
                      - {name: buses, subtype_of: vehicles, filter: kind = 'B'}
                      - {name: vehicles, source: raw.vehicles, primary_key: [id], fields: [{name: id}, {name: kind}, {name: power}]}
                """),
        ]);

        written.Split('\n').Count(line => line.Trim() == "source: raw.vehicles").ShouldBe(3);
    }

    [Fact]
    public void Metrics_keep_their_files_and_extensions_of_others_stay_as_they_are()
    {
        var written = ComesBack([
            new CatalogText("a.yml", "semantic_model: [{name: shop, datasets: [{name: d, source: d, fields: [{name: f, datatype: Integer}], custom_extensions: [{vendor_name: DBT, data: '{\"x\": 1}'}]}], metrics: [{name: inside, expression: SUM(d.f)}]}]"),
            new CatalogText("b.yml", "metric: {name: outside, expression: SUM(d.f), owner: finance}"),
        ]);

        written.ShouldContain("""data: '{"x": 1}'""");
        written.ShouldContain("""data: '{"$own_file":true,"owner":"finance"}'""");
    }

    [Fact]
    public void A_number_that_the_expression_alone_would_get_wrong_is_null_to_other_tools()
    {
        var exported = Export([new CatalogText("a.yml", "semantic_model: [{name: shop, datasets: [{name: d, source: d, filter: NOT is_test, fields: [{name: f, datatype: Integer, scale: 0.01}, {name: kind}]}], metrics: [{name: paid, expression: SUM(d.f), filter: kind = 'p'}]}]")]);

        exported.Value.ShouldNotBeNull().Text.ShouldContain("expression: \"NULL\"");
        exported.Issues.Select(i => i.Message).ShouldBe(
        [
            "Ossie has no words for the filter of d; tools that do not read the extension BI_ASSISTANT will not see it.",
            "Ossie has no words for the scale of f; tools that do not read the extension BI_ASSISTANT will not see it.",
            "Ossie has no words for the definition of paid; tools that do not read the extension BI_ASSISTANT will not see it.",
        ]);
    }

    [Fact]
    public void A_catalog_with_errors_or_without_datasets_is_not_written()
    {
        Export([new CatalogText("a.yml", "semantic_model: [{name: shop, datasetz: []}]")]).Issues.ShouldHaveSingleItem().Code.ShouldBe("unknown_key");
        Export([new CatalogText("a.yml", "semantic_model: [{name: shop}]")]).Issues.ShouldHaveSingleItem().Code.ShouldBe("nothing_to_export");
    }

    [Theory]
    [InlineData("not json", "broken_extension")]
    [InlineData("[1]", "broken_extension")]
    [InlineData("{\"hiden\": true}", "unknown_key")]
    [InlineData("{\"hidden\": true, \"hidden\": false}", "duplicate_key")]
    [InlineData("{\"hidden\": [true]}", "wrong_shape")]
    public void What_is_wrong_in_our_extension_is_said_where_it_stands(string data, string code)
    {
        var issue = CatalogExamples.Load($"semantic_model:\n  - name: shop\n    datasets:\n      - name: d\n        source: d\n        custom_extensions:\n          - {{vendor_name: BI_ASSISTANT, data: '{data}'}}").Issues.ShouldHaveSingleItem();

        issue.Code.ShouldBe(code);
        issue.At.ShouldNotBeNull().Line.ShouldBe(7);
    }

    private static string ComesBack(IReadOnlyList<CatalogText> texts, int seed = 0)
    {
        var written = Export(texts).Value.ShouldNotBeNull().Text;
        OssieRules.Problems(written).ShouldBeEmpty($"seed {seed}\n{written}");
        CatalogText[] read = [new("ossie.yml", written)];
        var (before, after) = (CatalogLoader.Load(texts), CatalogLoader.Load(read));

        after.Issues.Select(i => (i.Code, i.Message)).ShouldBe(before.Issues.Select(i => (i.Code, i.Message)), ignoreOrder: true, $"seed {seed}");
        CatalogPicture.Of(after.Catalog).ShouldBe(CatalogPicture.Of(before.Catalog), $"seed {seed}");
        Export(read).Value.ShouldNotBeNull().Text.ShouldBe(written);
        Export([.. texts.Reverse()]).Value.ShouldNotBeNull().Text.ShouldBe(written);
        return written;
    }

    private static BiAssistant.Sql.Outcome<ExportedCatalog> Export(IReadOnlyList<CatalogText> texts) => OssieExporter.Export(texts);
}
