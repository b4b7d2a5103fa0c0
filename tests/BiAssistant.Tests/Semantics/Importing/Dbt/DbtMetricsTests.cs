using BiAssistant.Semantics.Importing;

namespace BiAssistant.Tests.Semantics.Importing.Dbt;

/// <summary>What dbt computes in another way than a catalog does is left out, and what is the same is carried over.</summary>
public sealed class DbtMetricsTests
{
    [Theory]
    [InlineData("{name: m, type: simple, type_params: {measure: stock}, filter: \"{{ Dimension('order__status') }} = 'x'\"}", "takes the last moment among the rows that meet the filter")]
    [InlineData("{name: m, type: cumulative, type_params: {measure: total, cumulative_type_params: {period_agg: first}}}", "takes the first value")]
    [InlineData("{name: m, type: cumulative, type_params: {measure: total, cumulative_type_params: {period_agg: average}}}", "takes the average value")]
    [InlineData("{name: m, type: cumulative, type_params: {measure: total, grain_to_date: week}}", "from the beginning of each week")]
    [InlineData("{name: m, type: cumulative, type_params: {measure: total, window: 3 fortnights}}", "'window'")]
    [InlineData("{name: m, type: cumulative, type_params: {measure: stock}}", "a balance")]
    [InlineData("{name: m, type: derived, type_params: {expr: t - s, metrics: [{name: sum, alias: t}, {name: sum, offset_to_grain: month, alias: s}]}}", "beginning of the month")]
    [InlineData("{name: m, type: derived, type_params: {expr: sum(t), metrics: [{name: sum, alias: t}]}}", "more than arithmetic")]
    [InlineData("{name: m, type: derived, type_params: {expr: t + u, metrics: [{name: sum, alias: t}]}}", "names u")]
    [InlineData("{name: m, type: derived, type_params: {expr: smu * 2, metrics: [smu]}}", "did you mean 'sum'?")]
    [InlineData("{name: m, type: simple, type_params: {measure: totals}}", "did you mean 'total'?")]
    [InlineData("{name: m, type: magic}", "no type of metric")]
    [InlineData("{name: m, type: simple, type_params: {measure: things}}", "counts without saying of what")]
    [InlineData("{name: m, type: simple, type_params: {measure: middle}}", "percentile among the values")]
    [InlineData("{name: m, type: ratio, type_params: {numerator: sum}}", "does not say what a ratio metric is made of")]
    public void A_metric_that_a_catalog_would_compute_in_another_way_is_left_out_with_the_reason(string metric, string reason)
    {
        var draft = DbtTexts.Draft($"{DbtTexts.Shop}metrics:\n  - {{name: sum, type: simple, type_params: {{measure: total}}}}\n  - {metric}\n");

        draft.HasMetric("m").ShouldBeFalse();
        draft.Said(RemarkKind.LeftOut).ShouldContain(message => message.StartsWith("The metric 'm' is left out: ", StringComparison.Ordinal) && message.Contains(reason, StringComparison.Ordinal));
        draft.HasMetric("sum").ShouldBeTrue();
    }

    [Theory]
    [InlineData("entity: customer, base_measure: {name: signups}, conversion_measure: {name: buyers}, window: 7 days", "within: \"6 days\"")]
    [InlineData("entity: customer, base_measure: {name: signups}, conversion_measure: {name: buyers}, window: 2 weeks", "within: \"13 days\"")]
    [InlineData("entity: customer, base_measure: {name: signups}, conversion_measure: {name: buyers}", "include_open: true")]
    [InlineData("entity: customer, base_measure: signups, conversion_measure: buyers, calculation: conversion_rate", "base: customers.signed_up_on")]
    public void A_conversion_in_which_nobody_begins_or_counts_twice_is_the_same_share(string parameters, string expected) =>
        DbtTexts.Draft($"{DbtTexts.Shop}metrics:\n  - {{name: m, type: conversion, type_params: {{conversion_type_params: {{{parameters}}}}}}}\n").Metric("m").ShouldContain(expected);

    [Theory]
    [InlineData("entity: customer, base_measure: buyers, conversion_measure: buyers, window: 7 days", "may have several rows in orders")]
    [InlineData("entity: customer, base_measure: signups, conversion_measure: rows, window: 7 days", "count rows")]
    [InlineData("entity: customer, base_measure: signups, conversion_measure: buyers, window: 1 month", "ends just before")]
    [InlineData("entity: customer, base_measure: signups, conversion_measure: buyers, calculation: conversions", "counts conversions")]
    [InlineData("entity: customer, base_measure: signups, conversion_measure: buyers, constant_properties: [{base_property: a, conversion_property: b}]", "properties that stay the same")]
    [InlineData("entity: customer, base_measure: signups, conversion_measure: {name: buyers, filter: \"{{ Dimension('order__status') }} = 'x'\"}", "event that follows")]
    [InlineData("entity: order, base_measure: signups, conversion_measure: buyers", "may have several rows in customers")]
    public void Any_other_conversion_is_left_out(string parameters, string reason)
    {
        var draft = DbtTexts.Draft($"{DbtTexts.Shop}metrics:\n  - {{name: m, type: conversion, type_params: {{conversion_type_params: {{{parameters}}}}}}}\n");

        draft.HasMetric("m").ShouldBeFalse();
        draft.Said(RemarkKind.LeftOut).ShouldContain(message => message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_circle_of_metrics_is_left_out_and_so_is_what_is_made_of_it()
    {
        var draft = DbtTexts.Draft(DbtTexts.Shop +
            """
            metrics:
              - {name: a, type: derived, type_params: {expr: b + 1, metrics: [b]}}
              - {name: b, type: derived, type_params: {expr: a + 1, metrics: [a]}}
              - {name: c, type: derived, type_params: {expr: a * 2, metrics: [a]}}
              - {name: whole, type: simple, type_params: {measure: total}}
            """);

        draft.Said(RemarkKind.LeftOut).ShouldBe(
        [
            "The metric 'a' is left out: it is made of itself: a of b of a.",
            "The metric 'b' is left out: it is made of itself: a of b of a.",
            "The metric 'c' is left out: it is made of 'a', which is left out.",
            "Measures of orders that no metric uses are not asked for by name: rows, buyers, things, middle, stock.",
            "Measures of customers that no metric uses are not asked for by name: signups.",
        ], ignoreOrder: true);
        draft.HasMetric("whole").ShouldBeTrue();
    }

    [Fact]
    public void A_name_that_two_metrics_have_is_nobodys()
    {
        var draft = DbtTexts.Draft(DbtTexts.Shop +
            """
            metrics:
              - {name: m, type: simple, type_params: {measure: total}}
              - {name: m, type: simple, type_params: {measure: rows}}
              - {name: n, type: ratio, type_params: {numerator: m, denominator: m}}
            """);

        draft.HasMetric("m").ShouldBeFalse();
        draft.HasMetric("n").ShouldBeFalse();
        draft.Said(RemarkKind.LookFirst).ShouldHaveSingleItem().ShouldStartWith("There are two metrics 'm'");
    }

    [Fact]
    public void What_stands_for_a_missing_part_stands_in_the_arithmetic()
    {
        var draft = DbtTexts.Draft(DbtTexts.Shop +
            """
            metrics:
              - {name: filled, type: simple, type_params: {measure: {name: total, fill_nulls_with: 0}}}
              - {name: bare, type: simple, type_params: {measure: rows}}
              - {name: high, type: simple, type_params: {measure: {name: buyers, fill_nulls_with: 3}}}
              - {name: difference, type: derived, type_params: {expr: filled - bare, metrics: [filled, bare]}}
              - {name: share, type: ratio, type_params: {numerator: filled, denominator: bare}}
              - {name: both, type: derived, type_params: {expr: filled + high, metrics: [filled, high]}}
            """);

        draft.Metric("filled").ShouldNotContain("COALESCE");
        draft.Metric("high").ShouldContain("COALESCE(COUNT(DISTINCT orders.customer_id), 3)");
        draft.Metric("difference").ShouldContain("expression: COALESCE(filled, 0) - bare\n  missing: unknown");
        draft.Metric("share").ShouldContain("type: derived\n  expression: COALESCE(filled, 0) / bare");
        draft.Metric("both").ShouldContain("expression: COALESCE(filled, 0) + COALESCE(high, 3)\n");
        draft.Metric("both").ShouldNotContain("missing");
    }

    [Fact]
    public void A_filter_on_a_metric_of_several_clocks_must_mean_one_field()
    {
        var draft = DbtTexts.Draft(DbtTexts.Shop +
            """
            metrics:
              - {name: sum, type: simple, type_params: {measure: total}}
              - {name: new_ones, type: simple, type_params: {measure: signups}}
              - {name: by_region, type: ratio, type_params: {numerator: sum, denominator: new_ones}, filter: "{{ Dimension('customer__region') }} = 'x'"}
              - {name: by_time, type: ratio, type_params: {numerator: sum, denominator: new_ones}, filter: "{{ TimeDimension('metric_time', 'year') }} = '2024-01-01'"}
            """);

        draft.Metric("by_region").ShouldContain("filter: \"customers.region = 'x'\"");
        draft.HasMetric("by_time").ShouldBeFalse();
    }
}
