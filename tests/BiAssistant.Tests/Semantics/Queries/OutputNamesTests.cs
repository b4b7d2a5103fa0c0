using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Tests.Semantics.Queries;

public sealed class OutputNamesTests
{
    [Fact]
    public void Columns_have_natural_names()
    {
        var names = Of(
            [
                new MetricMeasure("revenue"),
                new AggregateMeasure(AggregateFunction.Average, "orders.delay_days"),
                new AggregateMeasure(AggregateFunction.CountDistinct, "orders.channel"),
                new AggregateMeasure(AggregateFunction.Percentile, "orders.amount", 0.995m),
                new CountMeasure("orders"),
                new ArithmeticMeasure(MeasureOperator.Divide, new MetricMeasure("revenue"), new CountMeasure("orders")),
                new MetricMeasure("orders") { Filter = new TermCondition("big order") },
                new MetricMeasure("visits") { As = "looks" },
            ],
            [new TimeGrouping(TimeGrain.FiscalQuarter), new FieldGrouping("stores.region")]);
        names.Groups.ShouldBe(["fiscal_quarter", "region"]);
        names.Measures.ShouldBe(
            ["revenue", "avg_delay_days", "count_distinct_channel", "p99_5_amount", "orders_count", "revenue_divided_by_orders_count", "orders_filtered", "looks"]);
    }

    [Fact]
    public void Names_that_would_meet_say_where_they_come_from() =>
        Of([new MetricMeasure("revenue")], [new FieldGrouping("stores.name"), new FieldGrouping("customers.name", "bought_by")]).Groups
            .ShouldBe(["stores_name", "bought_by_name"]);

    [Fact]
    public void What_still_meets_is_numbered_and_a_said_name_wins() =>
        Of([new MetricMeasure("orders"), new MetricMeasure("revenue") { As = "orders" }, new CountMeasure("shop.targets"), new CountMeasure("site.targets")], [])
            .Measures.ShouldBe(["orders_2", "orders", "shop_targets_count", "site_targets_count"]);

    /// <summary>PostgreSQL keeps 63 characters.</summary>
    [Fact]
    public void A_name_that_engines_would_cut_is_a_plain_one()
    {
        const string inner = "a_number_of_sixty_characters_that_still_has_its_own_name_2024";
        var names = Of(
            [new AggregateMeasure(AggregateFunction.CountDistinct, $"orders.{inner[..55]}"), new ArithmeticMeasure(MeasureOperator.Add, new MetricMeasure("revenue"), new ColumnMeasure(AggregateFunction.Sum, inner)), new CountMeasure("orders")],
            [new ColumnGrouping(inner, new BucketWidth(10)), new ColumnGrouping(inner)]);
        names.Measures.ShouldBe(["calculation", "revenue_plus_calculation", "orders_count"]);
        names.Groups.ShouldBe(["range", inner]);
    }

    private static OutputNames Of(Seq<Measure> measures, Seq<Grouping> groups) =>
        OutputNames.Of(new SemanticQuery { Measures = measures, GroupBy = groups }, SampleCatalog.Default);
}
