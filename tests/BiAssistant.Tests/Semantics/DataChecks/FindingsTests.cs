using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.DataChecks;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Tests.Semantics.Loading;

namespace BiAssistant.Tests.Semantics.DataChecks;

/// <summary>Claims without a database: which there are, which a query rests on, and what the binder makes of findings that it is given.</summary>
public sealed class FindingsTests
{
    private const string Trips = """{"measures":[{"metric":"charges"}],"group_by":[{"field":"drivers.home_country"}]}""";

    private static readonly Catalog Freight = CatalogExamples.Load(CatalogExamples.Freight).Catalog;

    [Fact]
    public void A_catalog_claims_what_it_declares_each_once()
    {
        new DataClaims(Freight, DateTime.UnixEpoch).All.Select(c => c.Id).ShouldBe(
        [
            "key freight.depots depot_id",
            "key freight.drivers driver_id",
            "key freight.trips trip_id",
            "parent freight.trips loaded_at",
            "parent freight.trips unloaded_at",
            .. Freight.FindDataset("trips")!.Checks.SelectMany(Each).Select(c => $"check freight.trips {c}"),
            "fresh freight.trips",
        ]);
    }

    [Fact]
    public void The_text_of_a_check_reads_only_what_it_asks_for_and_never_who_asks()
    {
        var claims = new DataClaims(Freight, DateTime.UnixEpoch);
        var (check, unasked) = claims.Put(new KeyClaim(Freight.FindDataset("drivers")!, ["driver_id"], KeyOrigin.Primary));

        unasked.ShouldBeNull();
        check.ShouldNotBeNull().Reads.Tables.ShouldHaveSingleItem().ShouldBe(new BiAssistant.Sql.Checks.AllowedTable(["ops", "drivers"], ["driver_id"]));
    }

    [Fact]
    public void No_sample_is_taken_of_what_is_sensitive()
    {
        var claims = new DataClaims(Freight, DateTime.UnixEpoch);
        var drivers = Freight.FindDataset("drivers")!;

        claims.Put(new RowClaim(drivers, new UniqueCheck(["full_name"]), 0)).Check.ShouldNotBeNull().Sample.ShouldBeNull();
        claims.Put(new RowClaim(drivers, new UniqueCheck(["initials"]), 0)).Check.ShouldNotBeNull().Sample.ShouldBeNull();
        claims.Put(new RowClaim(drivers, new UniqueCheck(["home_country"]), 0)).Check.ShouldNotBeNull().Sample.ShouldNotBeNull();
    }

    [Fact]
    public void A_query_rests_on_the_keys_it_joins_by_on_fresh_data_and_on_its_own_key()
    {
        var bound = Bind(Trips, []).Value.ShouldNotBeNull();

        Reliance.Of(bound).Select(r => (r.Claim.Id, r.Decides)).ShouldBe(
        [
            ("fresh freight.trips", true),
            ("key freight.trips trip_id", false),
            ("key freight.drivers driver_id", true),
        ]);
    }

    [Fact]
    public void The_binder_refuses_what_rests_on_a_disproved_key_and_takes_no_notice_of_another()
    {
        var broken = new DataFinding("key freight.drivers driver_id", Rows: 10, Wrong: 2);

        Bind(Trips, [broken]).Issues.ShouldHaveSingleItem().Code.ShouldBe("disproved_key");
        Bind(Trips, [broken with { Wrong = 0 }]).Succeeded.ShouldBeTrue();
        Bind("""{"measures":[{"metric":"charges"}]}""", [broken]).Issues.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_disproved_is_part_of_what_a_query_touches()
    {
        var bound = Bind(Trips, [new DataFinding("key freight.trips trip_id", Rows: 10, Wrong: 2)]).Value.ShouldNotBeNull();

        bound.Facts.Elements.ShouldContain("disproved: key freight.trips trip_id 2/10 ");
        bound.Facts.Notes.ShouldContain(n => n.Code == "key_repeats");
    }

    private static IEnumerable<DatasetCheck> Each(DatasetCheck check) => check is NotNullCheck several ? several.Fields.Select(f => new NotNullCheck([f])) : [check];

    private static Outcome<BoundQuery> Bind(string query, Seq<DataFinding> findings)
    {
        var now = new DateTime(2024, 3, 31);
        var canonical = Canonicalizer.Canonicalize(SemanticQueryJson.Read(query).Value.ShouldNotBeNull(), Freight, now).Value.ShouldNotBeNull();
        return new Binder(Freight).Bind(canonical, new BindingContext(Asker.Parse("foreman,country=NL"), now) { Findings = findings });
    }
}
