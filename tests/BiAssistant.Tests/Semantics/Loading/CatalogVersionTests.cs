namespace BiAssistant.Tests.Semantics.Loading;

public sealed class CatalogVersionTests
{
    private const string Metrics = """
        metrics:
          - {name: loaded, expression: SUM(freight_charge), synonyms: [loads, cargo]}
          - {name: idle, type: ratio, numerator: loaded, denominator: trips_made}
        """;

    private static readonly string Version = CatalogExamples.Load(CatalogExamples.Freight, Metrics).Catalog.Version;

    [Fact]
    public void Order_comments_layout_and_spelled_out_defaults_change_nothing()
    {
        var turned = "# a comment\nmetrics:\n- {numerator: loaded, type: ratio, denominator: 'trips_made', name: idle}\n"
            + "- name: loaded\n  type: simple\n  timeless: false\n  synonyms:\n    - cargo\n    - loads\n  expression: >-\n    SUM(freight_charge)\n";

        CatalogExamples.Load(turned, CatalogExamples.Freight).Catalog.Version.ShouldBe(Version);
    }

    [Fact]
    public void Shorthand_and_the_long_form_are_one() =>
        CatalogExamples.Load(CatalogExamples.Freight, Metrics.Replace("expression: SUM(freight_charge)", "expression: {dialects: [{dialect: ANSI_SQL, expression: 'SUM(freight_charge)'}]}", StringComparison.Ordinal))
            .Catalog.Version.ShouldBe(Version);

    [Theory]
    [InlineData("state = 'D'", "state = 'P'")]
    [InlineData("filter: NOT is_test", "filter: is_test")]
    [InlineData("optional: true", "optional: false")]
    [InlineData("scale: 0.001", "scale: 0.01")]
    [InlineData("value: D", "value: 1")]
    [InlineData("role: foreman", "role: driver")]
    [InlineData("[longest]", "[farthest]")]
    [InlineData("week_start: sunday", "week_start: monday")]
    public void A_change_in_meaning_changes_the_version(string old, string replacement) =>
        CatalogExamples.Load(CatalogExamples.With(old, replacement), Metrics).Catalog.Version.ShouldNotBe(Version);

    [Fact]
    public void A_metric_changes_with_what_it_is_made_of_and_not_with_others()
    {
        var before = CatalogExamples.Load(CatalogExamples.Freight).Catalog;
        var after = CatalogExamples.Load(CatalogExamples.With("unit: EUR, format: money", "unit: EUR, format: money, expression: charge_eur")).Catalog;

        foreach (var name in new[] { "charges", "margin", "charge_per_trip" })
        {
            after.FindMetric(name)!.Hash.ShouldNotBe(before.FindMetric(name)!.Hash);
        }

        after.FindMetric("trips_made")!.Hash.ShouldBe(before.FindMetric("trips_made")!.Hash);
    }
}
