using BiAssistant.Semantics.Catalogs;
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
    [InlineData("type: cumulative, metric: charges, running: true", typeof(Running))]
    [InlineData("type: cumulative, metric: charges, window: 28 days", typeof(Rolling))]
    [InlineData("type: cumulative, metric: charges, to_date: fiscal_year", typeof(ToDate))]
    [InlineData("type: comparison, metric: charges, offset: 1 year", typeof(Earlier))]
    public void A_metric_over_time_is_its_metric_over_another_interval(string keys, Type operation) =>
        Metric(keys).Formula.ShouldBeOfType<PeriodFormula>().Operator.ShouldBeOfType(operation);

    [Theory]
    [InlineData("expression: SUM(toll), outliers: {method: iqr, limit: 1.5, action: cap}", typeof(UsualRows))]
    [InlineData("type: semi-additive, expression: SUM(toll), over: left_at, take: last, per: [origin]", typeof(SnapshotRows))]
    [InlineData("type: semi-additive, expression: COUNT(*), dataset: trips, valid: {from: left_at, to: left_at}", typeof(ValidRows))]
    public void A_metric_that_chooses_rows_says_which(string keys, Type selection) =>
        Metric(keys).Formula.ShouldBeOfType<AggregateFormula>().Selection.ShouldBeOfType(selection);

    [Theory]
    [InlineData("type: comparison, metric: charges, offset: 1 year, show: percent_change", ValueFormat.Percent)]
    [InlineData("type: comparison, metric: charges, offset: 1 year, show: change", ValueFormat.None)]
    [InlineData("type: target, metric: charges, target: tolls", ValueFormat.Percent)]
    [InlineData("type: target, metric: charges, target: \"1000\", show: pace", ValueFormat.None)]
    [InlineData("type: target, metric: charges, target: tolls, format: number", ValueFormat.Number)]
    public void Growth_and_attainment_are_shown_in_percent_unless_the_metric_says_otherwise(string keys, ValueFormat format) =>
        Metric(keys).Format.ShouldBe(format);

    [Fact]
    public void A_conversion_counts_each_of_its_entities_once_and_leaves_out_those_whose_time_has_not_passed()
    {
        var formula = Metric("type: conversion, entity: drivers.driver_id, base: hired_on, conversion: left_at, within: 30 days").Formula;

        var leaves = Formulas.Aggregates(formula).ToList();
        leaves.ShouldAllBe(leaf => leaf.Call.Distinct && leaf.Filters.Count == 1);
        leaves[0].Selection.ShouldBeOfType<FollowedRows>();
        leaves[1].Selection.ShouldBeNull();
    }

    [Theory]
    [InlineData("expression: COUNT(*), dataset: trips, outliers: {method: iqr}", "no_outliers")]
    [InlineData("expression: SUM(toll), index_to: some day", "unknown_period")]
    [InlineData("expression: SUM(toll), outliers: {method: percentile, limit: 0.2}", "wrong_value")]
    [InlineData("type: semi-additive, expression: AVG(toll), over: left_at, take: average", "not_averaged_over_time")]
    [InlineData("type: semi-additive, expression: SUM(toll), over: origin", "not_a_time")]
    public void What_makes_no_sense_over_time_is_an_error(string keys, string code) => Load(keys).Issues.ShouldContain(i => i.Code == code);

    [Fact]
    public void Another_view_of_a_metric_is_counted_and_shown_like_it()
    {
        var load = CatalogExamples.Load(
            CatalogExamples.Freight,
            "metrics:\n- {name: share, expression: SUM(toll) / COUNT(*), dataset: trips, format: percent, good: down}\n- {name: ytd, type: cumulative, metric: share, to_date: year}");

        var view = load.Catalog.FindMetric("ytd").ShouldNotBeNull();
        view.Format.ShouldBe(ValueFormat.Percent);
        view.Unit.In("en").ShouldBe("percent");
        view.Good.ShouldBe(GoodDirection.Down);
    }

    [Fact]
    public void A_forecast_comes_last()
    {
        var load = CatalogExamples.Load(
            CatalogExamples.Freight,
            "metrics:\n- {name: ahead, type: forecast, metric: charges, horizon: 3 months, season: year, level: 0.9}\n- {name: half, type: derived, expression: ahead / 2}");

        load.Catalog.FindMetric("ahead").ShouldNotBeNull().Unsupported.ShouldBe("forecasts cannot be computed yet");
        load.Issues.ShouldContain(i => i.Code == "forecast_in_metric");
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
