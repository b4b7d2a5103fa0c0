using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql.Tree;
using BiAssistant.Tests.Semantics.Loading;

namespace BiAssistant.Tests.Semantics.Metrics;

public sealed class MetricExpansionTests
{
    [Fact]
    public void Each_aggregate_of_an_expression_is_rooted_by_itself()
    {
        var metric = Metric("expression: SUM(freight_charge) / COUNT(DISTINCT drivers.driver_id)");

        var formula = metric.Formula.ShouldBeOfType<ExpressionFormula>();
        formula.Parts.Select(p => ((AggregateFormula)p.Formula).Root.Name).ShouldBe(["trips", "drivers"]);
        formula.Expression.ShouldBe(new SqlBinary(SqlBinaryOperator.Divide, new SqlColumn(null, "sum_freight_charge"), new SqlColumn(null, "count_driver_id")));
        metric.Additive.ShouldBeFalse();
    }

    [Fact]
    public void Fields_of_two_datasets_in_one_call_are_rooted_where_both_are_reached()
    {
        var formula = Metric("expression: SUM(trips.toll * depots.depot_id)").Formula.ShouldBeOfType<AggregateFormula>();

        formula.Root.Name.ShouldBe("trips");
        Metric("expression: SUM(drivers.driver_id * depots.depot_id)").Formula.ShouldBeOfType<AggregateFormula>().Root.Name.ShouldBe("trips");
    }

    [Fact]
    public void Its_own_condition_joins_the_metrics_filter()
    {
        var formula = Metric("expression: SUM(toll) FILTER (WHERE state = 'D'), filter: distance > 5").Formula.ShouldBeOfType<AggregateFormula>();

        formula.Call.Filter.ShouldBeNull();
        formula.Filters.Count.ShouldBe(2);
        formula.Filters[0].ShouldBe(new SqlBinary(SqlBinaryOperator.Equal, new SqlColumn("trips", "state"), new SqlText("D")));
    }

    [Fact]
    public void A_missing_sum_is_zero_in_a_difference_and_stays_missing_below_the_line()
    {
        var part = new SqlColumn(null, "charges");
        SqlExpression Zero(string name) => new SqlFunction("COALESCE", [new SqlColumn(null, name), new SqlNumber(0)]);

        Metric("type: derived, expression: (charges - tolls) / charges").Formula.ShouldBeOfType<ExpressionFormula>().Expression
            .ShouldBe(new SqlBinary(SqlBinaryOperator.Divide, new SqlBinary(SqlBinaryOperator.Subtract, Zero("charges"), Zero("tolls")), part));
        Metric("type: derived, expression: charges - tolls, missing: unknown").Formula.ShouldBeOfType<ExpressionFormula>().Expression
            .ShouldBe(new SqlBinary(SqlBinaryOperator.Subtract, part, new SqlColumn(null, "tolls")));
    }

    [Fact]
    public void A_filter_on_a_metric_of_metrics_goes_into_every_part()
    {
        var formula = Metric("type: ratio, numerator: charges, denominator: trips_made, filter: depots.country = 'NL'").Formula.ShouldBeOfType<ExpressionFormula>();

        var filters = formula.Parts.Select(p => ((AggregateFormula)p.Formula).Filters).ToList();
        filters.ShouldAllBe(f => f.Contains(new SqlBinary(SqlBinaryOperator.Equal, new SqlColumn("depots", "country"), new SqlText("NL"))));
        filters.Select(f => f.Count).ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData("expression: SUM(toll)", true)]
    [InlineData("expression: COUNT(toll)", true)]
    [InlineData("expression: SUM(toll) - 2 * SUM(distance)", true)]
    [InlineData("expression: COUNT(DISTINCT state)", false)]
    [InlineData("expression: AVG(toll)", false)]
    [InlineData("expression: SUM(toll) + 1", false)]
    [InlineData("type: derived, expression: charges - tolls", true)]
    [InlineData("type: derived, expression: charges * tolls", false)]
    public void Only_sums_and_counts_and_their_multiples_add_up(string keys, bool additive) => Metric(keys).Additive.ShouldBe(additive);

    [Theory]
    [InlineData("type: cumulative, metric: charges, to_date: fiscal_year", "metrics gathered over time cannot be computed yet")]
    [InlineData("type: semi-additive, expression: SUM(toll), over: left_at, take: last, per: [origin]", "balances over time cannot be computed yet")]
    [InlineData("type: comparison, metric: charges, offset: 1 year, show: percent_change", "comparisons with earlier periods cannot be computed yet")]
    [InlineData("type: conversion, entity: drivers.driver_id, base: hired_on, conversion: left_at, within: 30 days", "conversions cannot be computed yet")]
    [InlineData("type: target, metric: charges, target: tolls, show: pace", "targets cannot be computed yet")]
    [InlineData("type: forecast, metric: charges, horizon: 3 months, season: year, level: 0.9", "forecasts cannot be computed yet")]
    [InlineData("expression: SUM(toll), outliers: {method: iqr, limit: 1.5, action: cap}", "outliers cannot be left out or capped yet")]
    [InlineData("expression: SUM(toll), index_to: 2020", "numbers cannot be indexed to a period yet")]
    public void What_cannot_be_computed_yet_loads_and_says_so(string keys, string reason)
    {
        var load = Load(keys);

        load.HasErrors.ShouldBeFalse(string.Join('\n', load.Issues));
        load.Catalog.FindMetric("subject").ShouldNotBeNull().Unsupported.ShouldBe(reason);
    }

    [Fact]
    public void What_is_made_of_something_that_cannot_be_computed_cannot_either()
    {
        var load = CatalogExamples.Load(CatalogExamples.Freight, "metrics:\n- {name: ytd, type: cumulative, metric: charges, to_date: year}\n- {name: half, type: derived, expression: ytd / 2}");

        load.Catalog.FindMetric("half").ShouldNotBeNull().Unsupported.ShouldBe("it is made of ytd: metrics gathered over time cannot be computed yet");
    }

    [Fact]
    public void A_long_chain_of_metrics_is_refused_and_exhausts_nothing()
    {
        var chain = string.Join('\n', Enumerable.Range(0, 3000).Select(i => $"- {{name: m{i}, type: derived, expression: m{i + 1} + 1}}"));

        CatalogExamples.Load(CatalogExamples.Freight, "metrics:\n" + chain + "\n- {name: m3000, expression: SUM(toll)}").Issues.ShouldContain(i => i.Code == "metric_too_large");
    }

    private static Metric Metric(string keys)
    {
        var load = Load(keys);
        load.HasErrors.ShouldBeFalse(string.Join('\n', load.Issues));
        return load.Catalog.FindMetric("subject").ShouldNotBeNull();
    }

    private static CatalogLoad Load(string keys) => CatalogExamples.Load(CatalogExamples.Freight, $"metric: {{name: subject, {keys}}}");
}
