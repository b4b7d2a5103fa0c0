using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Versions;
using BiAssistant.Tests.Semantics.Exporting;
using BiAssistant.Tests.Semantics.Loading;

namespace BiAssistant.Tests.Semantics.Versions;

public sealed class CatalogDiffTests
{
    private static readonly SavedQuestion[] Questions =
    [
        new("charges last month", """{"measures": [{"metric": "charges"}]}"""),
        new("trips by state", """{"measures": [{"metric": "trips_made"}], "group_by": [{"field": "trips.state"}]}"""),
    ];

    [Theory]
    [InlineData("filter: state = 'D'", "filter: state <> 'X'", """
        Changed in meaning
          metric trips_made
            Its filter was "state = 'D'" and is now "state <> 'X'".
            Affects metric charge_per_trip; term results; question trips by state.
        """)]
    [InlineData(", dataset: trips, filter: distance > 500", ", dataset: trips, filter: distance > 800", """
        Changed in meaning
          term long haul
            Its filter was "distance > 500" and is now "distance > 800".
        """)]
    [InlineData("expression: metres, scale: 0.001", "expression: metres", """
        Changed in meaning
          field trips.distance
            Its scale, which was "0.001", is gone.
            Affects term long haul.
        """)]
    [InlineData("{name: toll, datatype: Decimal, unit: EUR}", "{name: toll, datatype: Decimal, unit: USD, label: Toll}", """
        Changed in meaning
          field trips.toll
            Its unit was "EUR" and is now "USD".
            Its label is now "Toll"; there was none.
            Affects metrics margin, tolls.

        What breaks in the catalog itself
          b.yml:82:51: margin adds or subtracts EUR and USD, which do not add up.
        """)]
    [InlineData("filter: NOT is_test", "hidden: false", """
        Changed in meaning
          dataset trips
            Its filter, which was "NOT is_test", is gone.
            Affects metrics charge_per_trip, charges, margin, tolls, trips_made; terms long haul, results; questions charges last month, trips by state.
        """)]
    [InlineData("from_columns: [to_depot]", "from_columns: [via_depot]", """
        Changed in meaning
          relationship unloaded_at
            Its from columns were "to_depot" and are now "via_depot".
        """)]
    [InlineData("week_start: sunday", "week_start: monday", """
        Changed in meaning
          model freight
            Its calendar was "fiscal_year_start: april, fiscal_year_named_by: start, week_start: sunday" and is now "fiscal_year_start: april, fiscal_year_named_by: start, week_start: monday".
            Affects metrics charge_per_trip, charges, margin, tolls, trips_made; terms long haul, results; questions charges last month, trips by state.
        """)]
    [InlineData("label: {en: Freight charges, nl: Vrachtopbrengst}", "label: {en: Freight income, nl: Vrachtopbrengst}", """
        Changed in words only
          metric charges
            Its label was "en: Freight charges, nl: Vrachtopbrengst" and is now "en: Freight income, nl: Vrachtopbrengst".
        """)]
    [InlineData("      - {name: tolls, expression: SUM(toll), good: down}", "      - {name: tolls, expression: SUM(toll), good: down}\n      - {name: slow, expression: AVG(hours)}", """
        Added
          metric slow
        """)]
    [InlineData("      - {term: place, field: depots.town}\n", "", """
        Removed
          term place
        """)]
    [InlineData("          - {name: hours, expression: \"DATE_DIFF('hour', departure, arrived_at)\", datatype: Integer, unit: hours}", "          - {name: duration, expression: \"DATE_DIFF('hour', departure, arrived_at)\", datatype: Integer, unit: hours}", """
        Renamed, with the same content
          field trips.hours is now trips.duration
        """)]
    public void A_change_is_told_in_words_with_what_hangs_on_it(string old, string replacement, string told) =>
        Told(CatalogExamples.With(old, replacement)).ShouldBe(told);

    [Fact]
    public void A_name_that_is_gone_breaks_what_still_says_it()
    {
        var renamed = CatalogExamples.With("      - name: trips_made", "      - name: trips_done");

        Told(renamed).ShouldBe("""
            Renamed, with the same content
              metric trips_made is now trips_done
                Affects metric charge_per_trip; term results; question trips by state.
                Breaks question trips by state.

            What breaks in the catalog itself
              b.yml:71:44: There is no metric 'trips_made'. Did you mean 'trips_done'?
              b.yml:83:79: There is no metric 'trips_made'. Did you mean 'trips_done'?
            """);
    }

    [Fact]
    public void A_dataset_that_is_renamed_or_removed_is_told_as_a_whole()
    {
        var renamed = CatalogExamples.Freight.Replace("name: drivers", "name: chauffeurs", StringComparison.Ordinal).Replace("to: drivers", "to: chauffeurs", StringComparison.Ordinal);
        var diff = CatalogDiff.Between(Snapshot(CatalogExamples.Freight), Snapshot(renamed), []);

        diff.Changes.Select(c => (c.Change, c.Kind, c.Name)).ShouldBe(
            [(ChangeKind.Renamed, ElementKind.Dataset, "chauffeurs"), (ChangeKind.Changed, ElementKind.Relationship, "trip_driver")]);
        CatalogDiff.Between(Snapshot(""), Snapshot(CatalogExamples.Freight), []).Changes.Select(c => (c.Change, c.Kind)).Distinct()
            .ShouldBe([(ChangeKind.Added, ElementKind.Model), (ChangeKind.Added, ElementKind.Metric)]);
    }

    [Theory]
    [InlineData("version: 2, why: tighter", null)]
    [InlineData("version: 1, why: first", 1)]
    public void A_change_of_meaning_that_the_metric_does_not_tell_of_is_said(string change, int? unnoted)
    {
        var before = Snapshot(CatalogExamples.With("good: down", "good: down, changes: [{version: 1, why: first}]"));
        var after = Snapshot(CatalogExamples.With("expression: SUM(toll), good: down", $"expression: MAX(toll), good: down, changes: [{{{change}}}]"));

        CatalogDiff.Between(before, after, []).Changes.ShouldHaveSingleItem().UnnotedVersion.ShouldBe(unnoted);
    }

    [Theory]
    [MemberData(nameof(OssieRoundTripTests.Catalogs), MemberType = typeof(OssieRoundTripTests))]
    public void A_catalog_differs_from_nothing_but_itself_when_it_is_written_as_Ossie(string name)
    {
        var texts = RepositoryCatalogs.Texts(name);
        var ossie = BiAssistant.Semantics.Exporting.OssieExporter.Export(texts).Value.ShouldNotBeNull().Text;

        var diff = CatalogDiff.Between(CatalogSnapshot.Of(texts), CatalogSnapshot.Of([new CatalogText("ossie.yml", ossie)]), []);

        diff.Changes.ShouldBeEmpty();
        DiffText.Write(diff).ShouldContain("say the same");
    }

    [Fact]
    public void Programs_are_told_the_same()
    {
        var json = DiffJson.Write(CatalogDiff.Between(Snapshot(CatalogExamples.Freight), Snapshot(CatalogExamples.With("state = 'D'", "state = 'P'")), Questions));

        using var read = System.Text.Json.JsonDocument.Parse(json);
        var change = read.RootElement.GetProperty("changes")[0];
        change.GetProperty("kind").GetString().ShouldBe("metric");
        change.GetProperty("of_meaning").GetBoolean().ShouldBeTrue();
        change.GetProperty("keys")[0].GetProperty("after").GetString().ShouldBe("state = 'P'");
        change.GetProperty("affected").GetArrayLength().ShouldBe(3);
    }

    /// <summary>The text of the comparison with the freight catalog, without its first line.</summary>
    private static string Told(string after) =>
        DiffText.Write(CatalogDiff.Between(Snapshot(CatalogExamples.Freight), Snapshot(after, "b.yml"), Questions)).Split("\n\n", 2)[1].TrimEnd('\n');

    private static CatalogSnapshot Snapshot(string text, string name = "a.yml") => CatalogSnapshot.Of([new CatalogText(name, text)]);
}
