using BiAssistant.Semantics.Versions;
using BiAssistant.Tests.Semantics.Loading;

namespace BiAssistant.Tests.Semantics.Versions;

public sealed class LineageTests
{
    private static readonly Lineage Freight = Lineage.Of(CatalogExamples.Load(CatalogExamples.Freight).Catalog,
    [
        new SavedQuestion("charges by town", """{"measures": [{"metric": "charges"}], "group_by": [{"field": "loaded_at.town"}], "where": {"field": "trips.state", "in": {"values": ["tolls"]}}}"""),
    ]);

    [Theory]
    [InlineData("trips.distance", "Column ops.trips.metres")]
    [InlineData("trips.hours", "Column ops.trips.arrived_at, Column ops.trips.departure")]
    [InlineData("trips.origin", "Relationship loaded_at, Field depots.town")]
    [InlineData("charges", "Dataset trips, Field trips.freight_charge, Field trips.left_at")]
    [InlineData("trips_made", "Dataset trips, Field trips.left_at, Field trips.state")]
    [InlineData("margin", "Metric charges, Metric tolls")]
    [InlineData("long haul", "Dataset trips, Field trips.distance")]
    [InlineData("place", "Field depots.town")]
    [InlineData("results", "Metric charges, Metric trips_made")]
    [InlineData("trips", "Table ops.trips, Column ops.trips.is_test")]
    [InlineData("drivers", "Table ops.drivers, Field drivers.home_country")]
    [InlineData("loaded_at", "Column ops.depots.depot_id, Column ops.trips.from_depot")]
    [InlineData("charges by town", "Relationship loaded_at, Field depots.town, Field trips.state, Metric charges")]
    public void Everything_is_made_of_what_it_names(string name, string parts) => Written(Freight.MadeOf(Only(name))).ShouldBe(parts);

    [Theory]
    [InlineData("ops.trips.freight_charge", "Field trips.freight_charge")]
    [InlineData("trips.freight_charge", "Metric charges")]
    [InlineData("charges", "Metric charge_per_trip, Metric margin, Term results, Question charges by town")]
    [InlineData("ops.depots", "Dataset depots")]
    public void Everything_knows_who_uses_it(string name, string users) => Written(Freight.UsedBy(Only(name))).ShouldBe(users);

    [Fact]
    public void From_a_column_the_line_goes_up_to_the_question() =>
        Written(Freight.AllUsersOf([Only("ops.trips.freight_charge")])).ShouldBe("Field trips.freight_charge, Metric charge_per_trip, Metric charges, Metric margin, Term results, Question charges by town");

    [Fact]
    public void A_physical_column_is_that_of_its_warehouse()
    {
        var node = Only("ops.trips.metres");

        node.Warehouse.ShouldBe("haulage");
        Freight.Find("OPS.TRIPS.METRES").ShouldBe([node]);
        Freight.Find("nothing").ShouldBeEmpty();
        Freight.Nearest("charge").ShouldContain("charges");
    }

    [Theory]
    [InlineData("SELECT id, gross - tax AS net FROM raw.sales WHERE NOT is_void", "Column raw.sales.gross, Column raw.sales.is_void, Column raw.sales.tax")]
    [InlineData("SELECT s.id, s.gross - t.tax AS net FROM raw.sales s JOIN raw.taxes t ON t.id = s.tax_id", "Column raw.sales.gross, Column raw.sales.tax_id, Column raw.taxes.id, Column raw.taxes.tax")]
    [InlineData("WITH s AS (SELECT * FROM raw.sales) SELECT id, gross AS net FROM s", "Column raw.sales.gross")]
    [InlineData("SELECT * FROM raw.sales", "Column raw.sales.net")]
    [InlineData("SELECT id, net FROM raw.sales JOIN raw.taxes ON a = b", "Table raw.sales, Table raw.taxes")]
    public void The_columns_of_a_query_are_followed_to_its_tables(string source, string columns)
    {
        var catalog = CatalogExamples.Load($"semantic_model: [{{name: m, datasets: [{{name: sale, source: '{source}', fields: [{{name: net, datatype: Decimal}}]}}]}}]").Catalog;
        var lineage = Lineage.Of(catalog, []);

        Written(lineage.MadeOf(lineage.Find("sale.net").ShouldHaveSingleItem())).ShouldBe(columns);
    }

    private static LineageNode Only(string name) => Freight.Find(name).ShouldHaveSingleItem();

    private static string Written(IEnumerable<LineageNode> nodes) => string.Join(", ", nodes.Select(n => $"{n.Kind} {n.Name}"));
}
