using BiAssistant.Semantics.Importing;

namespace BiAssistant.Tests.Semantics.Importing.Dbt;

/// <summary>Filters as dbt writes them, in a catalog's words.</summary>
public sealed class DbtFilterTests
{
    [Theory]
    [InlineData("{{ Dimension('order__status') }} = 'open'", "orders.status = 'open'")]
    [InlineData("{{Dimension(\"order__status\")}} in ('a', 'b') or not {{ Dimension('order__status') }} like '%x'", "orders.status IN ('a', 'b') OR NOT orders.status LIKE '%x'")]
    [InlineData("{{ Dimension('customer__region') }} is not null", "customers.region IS NOT NULL")]
    [InlineData("{{ Entity('customer') }} = 7", "orders.customer_id = 7")]
    [InlineData("{{ TimeDimension('metric_time', 'day') }} >= '2024-02-01'", "DATE_TRUNC('day', orders.ordered_on) >= DATE '2024-02-01'")]
    [InlineData("{{ TimeDimension('order__shipped_on', 'month') }} = '2024-02-01'", "DATE_TRUNC('month', orders.shipped_on) = DATE '2024-02-01'")]
    [InlineData("{{ Dimension('order__shipped_on').grain('month') }} = '2024-02-01'", "DATE_TRUNC('month', orders.shipped_on) = DATE '2024-02-01'")]
    [InlineData("{{ Dimension('order__shipped_on').date_part('year') }} = 2024", "EXTRACT(YEAR FROM orders.shipped_on) = 2024")]
    [InlineData("{{ Dimension('order__ordered_on__month') }} = '2024-02-01'", "DATE_TRUNC('month', orders.ordered_on) = DATE '2024-02-01'")]
    [InlineData("{{ Dimension('order__ordered_on') }} between '2024-01-01' and '2024-01-31 12:00:00'", "orders.ordered_on BETWEEN DATE '2024-01-01' AND TIMESTAMP '2024-01-31 12:00:00'")]
    [InlineData("{{ Dimension('customer__signed_up_on') }} < {{ Dimension('metric_time') }}", "customers.signed_up_on < orders.ordered_on")]
    [InlineData("{{ Dimension('order__status') }} = '2024-02-01'", "orders.status = '2024-02-01'")]
    public void A_filter_names_fields_by_the_way_that_dbt_takes(string filter, string expected) =>
        FilterOf(filter).ShouldBe(expected);

    [Theory]
    [InlineData("{{ Dimension('order__statuss') }} = 'open'", "'order__statuss'")]
    [InlineData("{{ Dimension('seller__region') }} = 'x'", "'seller__region'")]
    [InlineData("{{ Metric('total', group_by=['customer']) }} > 5", "the metric 'total'")]
    [InlineData("{{ my_macro('status') }} = 1", "my_macro")]
    [InlineData("{% if x %} 1 = 1 {% endif %}", "only dbt can compute")]
    [InlineData("status = 'open'", "the column status itself")]
    [InlineData("{{ Dimension('order__status') }} in (select x from y)", "more than single rows")]
    [InlineData("{{ Dimension('order__status') }} = 'a' -- ", "")]
    [InlineData("count({{ Dimension('order__status') }}) > 1", "more than single rows")]
    [InlineData("{{ Dimension('order__ordered_on').grain('retail_month') }} = 1", "retail_month")]
    [InlineData("1 = 1) or (1 = 1", "portable SQL")]
    public void A_filter_that_cannot_be_said_leaves_its_metric_out(string filter, string reason)
    {
        var draft = DbtTexts.Draft(Metric(filter));

        if (reason.Length > 0)
        {
            draft.HasMetric("m").ShouldBeFalse();
            draft.Said(RemarkKind.LeftOut).ShouldContain(message => message.StartsWith("The metric 'm' is left out: ", StringComparison.Ordinal) && message.Contains(reason, StringComparison.Ordinal));
        }
        else
        {
            draft.HasMetric("m").ShouldBeTrue();
        }
    }

    [Fact]
    public void The_filters_of_a_list_of_the_measure_and_of_the_metric_all_hold()
    {
        var draft = DbtTexts.Draft(DbtTexts.Shop +
            """
            metrics:
              - name: m
                type: simple
                type_params:
                  measure: {name: total, filter: "{{ Dimension('order__status') }} = 'a' or {{ Dimension('order__status') }} = 'b'"}
                filter: ["{{ Dimension('customer__region') }} = 'x'", "{{ Entity('order') }} > 5"]
            """);

        draft.Metric("m").ShouldContain("(orders.status = 'a' OR orders.status = 'b') AND customers.region = 'x' AND orders.order_id > 5");
    }

    private static string FilterOf(string filter)
    {
        var draft = DbtTexts.Draft(Metric(filter));
        var line = draft.Metric("m").Split('\n').First(line => line.StartsWith("  filter: ", StringComparison.Ordinal))[10..];
        return line.StartsWith('"') ? line[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal) : line;
    }

    private static string Metric(string filter) =>
        DbtTexts.Shop + $"metrics:\n  - name: m\n    type: simple\n    type_params: {{measure: total}}\n    filter: |\n      {filter}\n";
}
