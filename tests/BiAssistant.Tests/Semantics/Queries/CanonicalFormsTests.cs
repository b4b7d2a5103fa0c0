using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Tests.Planning;
using static BiAssistant.Tests.Semantics.Calendars.PeriodsTests;

namespace BiAssistant.Tests.Semantics.Queries;

/// <summary>Whole queries that mean the same are equal, and what cannot be meant is an issue.</summary>
public sealed class CanonicalFormsTests
{
    private static readonly DateTime Now = At("2024-05-15");

    public static TheoryData<string, string> EqualMeanings => new()
    {
        // Twelve months are a year; one period of the breakdown need not be said.
        { Month("""{"shifted":{"metric":"revenue"},"by":{"count":12,"grain":"month"}}"""), Month("""{"shifted":{"metric":"revenue"},"by":{"count":1,"grain":"year"}}""") },
        { Month("""{"shifted":{"metric":"revenue"},"show":"change"}"""), Month("""{"shifted":{"metric":"revenue"},"by":{"count":1,"grain":"month"},"show":"change"}""") },

        // A wrapper that changes nothing.
        { Month("""{"overall":{"metric":"revenue"},"within":[{"time":"month"}]}"""), Month("""{"metric":"revenue"}""") },
        { Month("""{"member_average":{"metric":"revenue"},"within":[{"time":"month"}]}"""), Month("""{"metric":"revenue"}""") },
        { InYear("""{"in_period":{"metric":"revenue"},"period":{"from":"2024-01-01","to":"2025-01-01"}}"""), InYear("""{"metric":"revenue"}""") },
        {
            Month("""{"in_period":{"in_period":{"metric":"revenue"},"period":{"from":"2023-01-01","to":"2024-01-01"}},"period":{"from":"2022-01-01","to":null}}"""),
            Month("""{"in_period":{"metric":"revenue"},"period":{"from":"2023-01-01","to":"2024-01-01"}}""")
        },

        // A filter around a measure of a measure narrows the one inside.
        { Month("""{"running":{"metric":"revenue"},"filter":{"term":"big order"}}"""), Month("""{"running":{"metric":"revenue","filter":{"term":"large order"}}}""") },
        { Month("""{"running":{"metric":"revenue","as":"inner name"}}"""), Month("""{"running":{"metric":"revenue"}}""") },

        // What is counted is a whole number.
        { Counted("""{"measure":"rows","operator":">","value":2}"""), Counted("""{"measure":"rows","operator":">=","value":3}""") },
        { Counted("""{"measure":"rows","operator":"<","value":2.5}"""), Counted("""{"measure":"rows","operator":"<=","value":2}""") },

        // Ranges: bounds in any order, a start as good as another a width away.
        { By("""{"bucket":"orders.amount","edges":[500,100.0,100]}"""), By("""{"bucket":"amount","edges":[100,500]}""") },
        { By("""{"bucket":"orders.amount","width":50,"start":120}"""), By("""{"bucket":"orders.amount","width":50,"start":-30}""") },

        // A measure of each member is the nested query over the same period.
        {
            By("""{"measure":{"count":"orders"},"per":{"field":"customers.name"},"edges":[2]}"""),
            By("""{"query":{"measures":[{"count":"shop.orders","as":"n"}],"group_by":[{"field":"customers.name"}],"period":{"from":"2024-01-01","to":"2025-01-01"},"order_by":[{"by":"n","direction":"desc"}]},"column":"n","edges":[2]}""")
        },

        // Counts of related rows.
        { Where("""{"count":{"dataset":"orders"},"operator":">=","value":1}"""), Where("""{"exists":{"dataset":"shop.orders"}}""") },
        { Where("""{"count":{"dataset":"orders"},"operator":"=","value":0}"""), Where("""{"not":{"exists":{"dataset":"orders","period":{"from":null}}}}""") },
        { Where("""{"count":{"dataset":"orders"},"operator":">","value":2}"""), Where("""{"not":{"count":{"dataset":"orders"},"operator":"<=","value":2}}""") },
        { Where("""{"all":[{"count":{"dataset":"orders"},"operator":">=","value":0},{"term":"big order"}]}"""), Where("""{"term":"big order"}""") },
        { Where("""{"not":{"every":"region","has":{"dataset":"visits"},"negated":true}}""".Replace("\"region\"", "\"stores.region\"")), Where("""{"every":"stores.region","has":{"dataset":"visits"}}""") },

        // Fields against fields, measures and nested results.
        { Where("""{"field":"orders.ordered_on","operator":"<","other":"orders.delivered_on"}"""), Where("""{"field":"orders.delivered_on","operator":">","other":"shop.orders.ordered_on"}""") },
        { Where("""{"not":{"field":"orders.ordered_on","operator":"=","other":"orders.delivered_on"}}"""), Where("""{"field":"orders.delivered_on","operator":"<>","other":"orders.ordered_on"}""") },
        { Where("""{"field":"orders.amount","operator":">","measure":{"number":5.0}}"""), Where("""{"field":"orders.amount","operator":">","value":5}""") },
        {
            Where("""{"field":"orders.amount","operator":">","measure":{"metric":"average_order"},"within":[{"field":"stores.region"},{"field":"tier"}]}"""),
            Where("""{"field":"orders.amount","operator":">","measure":{"metric":"average_order","as":"x"},"within":[{"field":"customers.tier"},{"field":"stores.region"},{"field":"stores.region"}]}""")
        },
        {
            Where("""{"not":{"field":"customers.tier","in_query":{"measures":[{"metric":"revenue"}],"group_by":[{"field":"tier"}]},"column":"tier"}}"""),
            Where("""{"field":"customers.tier","in_query":{"measures":[{"metric":"revenue","as":"r"}],"group_by":[{"field":"customers.tier"}],"order_by":[{"by":"r"}]},"negated":true}""")
        },

        // Conditions on numbers.
        { Having("""{"left":{"number":10},"operator":"<","right":{"metric":"revenue"}}"""), Having("""{"measure":"revenue","operator":">","value":10.0}""") },
        { Having("""{"not":{"any":[{"measure":"revenue","operator":"<","value":1},{"measure":"revenue","operator":">","value":9}]}}"""), Having("""{"all":[{"measure":"revenue","operator":"<=","value":9},{"measure":"revenue","operator":">=","value":1}]}""") },
        { Having("""{"left":{"member_average":{"metric":"revenue"}},"operator":"<","right":{"metric":"revenue"}}"""), Having("""{"left":{"metric":"revenue"},"operator":">","right":{"member_average":{"metric":"revenue"}}}""") },
        { Having("""{"any":[{"measure":"revenue","operator":">","value":1},{"all":[{"measure":"revenue","operator":">","value":1},{"measure":"revenue","operator":"<","value":9}]}]}"""), Having("""{"measure":"revenue","operator":">","value":1}""") },

        // Comparisons are absolute; the names of a nested query's columns are nobody's.
        { Compared("""{"with":"previous_period"}"""), Compared("""{"with":"same_period_last_year"}""") },
        { Compared("""{"with":"previous_period"}"""), Compared("""{"period":{"from":"2023-01-01","to":"2024-01-01"}}""") },
        {
            """{"measures":[{"aggregate":"average","column":"n"}],"over":{"measures":[{"count":"orders","as":"n"}],"group_by":[{"field":"customers.name"},{"field":"tier"}]}}""",
            """{"measures":[{"aggregate":"average","column":"orders_count"}],"over":{"measures":[{"count":"orders"}],"group_by":[{"field":"customers.tier"},{"field":"customers.name"}],"order_by":[{"by":"tier"}]}}"""
        },
        { """{"list":{"rows_of":"visits"}}""", """{"list":{"rows_of":"site.visits","fields":[{"field":"visits.visited_on"},{"field":"visits.page"},{"field":"visits.region"},{"field":"visits.page"}]}}""" },
        { Analysed("""{"type":"target","target":{"number":10.0}}"""), Analysed("""{"type":"target","target":{"number":10},"show":"attainment"}""") },
        { Analysed("""{"type":"claim","claim":"at_least","amount":5,"relative":true}"""), Analysed("""{"type":"claim","claim":"at_least","amount":5.0}""") },
    };

    [Theory]
    [MemberData(nameof(EqualMeanings))]
    public void Queries_that_mean_the_same_are_equal(string one, string other)
    {
        var canonical = Canonical(one);
        canonical.ShouldBe(Canonical(other), SemanticQueryJson.Write(canonical));
        SemanticQueryJson.Write(canonical).ShouldBe(SemanticQueryJson.Write(Canonical(other)));
        Canonical(SemanticQueryJson.Write(canonical)).ShouldBe(canonical);
    }

    /// <summary>A month's number is its own; a number of the whole year beside every month is the year's.</summary>
    [Fact]
    public void A_measure_of_the_whole_period_stays_what_it_is_beside_a_breakdown_by_time() =>
        Canonical(Month("""{"in_period":{"metric":"revenue"},"period":{"from":"2024-01-01","to":"2025-01-01"}}""")).ShouldNotBe(Canonical(Month("""{"metric":"revenue"}""")));

    [Theory]
    [InlineData("""{"measures":[{"share":{"metric":"revenue"}}]}""", "share_of_itself")]
    [InlineData("""{"measures":[{"share":{"metric":"revenue"},"within":[{"field":"stores.region"}]}],"group_by":[{"field":"stores.region"}]}""", "share_of_itself")]
    [InlineData("""{"measures":[{"rank":{"metric":"revenue"},"within":[{"field":"customers.tier"}]}],"group_by":[{"field":"stores.region"},{"field":"stores.city"}]}""", "unknown_grouping")]
    [InlineData("""{"measures":[{"shifted":{"metric":"revenue"}}],"group_by":[{"field":"stores.region"}]}""", "shift_without_time")]
    [InlineData("""{"measures":[{"query":{"measures":[{"metric":"revenue"}],"group_by":[{"field":"stores.region"}]}}]}""", "not_one_number")]
    [InlineData("""{"measures":[{"aggregate":"average","column":"orders_count"}]}""", "column_without_inner")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"group_by":[{"column":"tier"}]}""", "column_without_inner")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"over":{"measures":[{"count":"orders"}],"group_by":[{"field":"customers.name"}]}}""", "not_in_outer")]
    [InlineData("""{"measures":[{"rows":true}],"group_by":[{"field":"customers.tier"}],"over":{"measures":[{"count":"orders"}],"group_by":[{"field":"customers.name"}]}}""", "not_in_outer")]
    [InlineData("""{"measures":[{"rows":true}],"period":{"from":"2024-01-01"},"over":{"measures":[{"count":"orders"}],"group_by":[{"field":"customers.name"}]}}""", "belongs_inside")]
    [InlineData("""{"measures":[{"rows":true,"filter":{"term":"big order"}}],"over":{"measures":[{"count":"orders"}],"group_by":[{"field":"customers.name"}]}}""", "belongs_inside")]
    [InlineData("""{"measures":[{"aggregate":"average","column":"visits"}],"over":{"measures":[{"count":"orders"}],"group_by":[{"field":"customers.name"}]}}""", "unknown_output")]
    [InlineData("""{"measures":[{"rows":true}],"over":{"measures":[{"metric":"revenue"}],"group_by":[{"time":"month"}],"analysis":{"type":"trend"}}}""", "analysis_is_last")]
    [InlineData("""{"measures":[{"rows":true}],"over":{"measures":[{"metric":"revenue"}],"period":{"from":"2024-01-01","to":"2025-01-01"},"compare":{"with":"previous_period"}}}""", "not_inside")]
    [InlineData("""{"measures":[{"count":"customers"}],"group_by":[{"query":{"measures":[{"metric":"revenue"},{"count":"orders"}],"group_by":[{"field":"customers.name"}]}}]}""", "which_column")]
    [InlineData("""{"measures":[{"count":"customers"}],"group_by":[{"query":{"measures":[{"metric":"revenue"}],"group_by":[{"time":"month"}]}}]}""", "nested_groups")]
    [InlineData("""{"measures":[{"count":"customers"}],"where":{"field":"customers.tier","in_query":{"measures":[{"metric":"revenue"}],"group_by":[{"field":"stores.region"},{"field":"customers.tier"}]}}}""", "which_column")]
    [InlineData("""{"measures":[{"count":"customers"}],"where":{"count":{"dataset":"orders"},"operator":"<","value":0}}""", "no_values")]
    [InlineData("""{"measures":[{"count":"customers"}],"where":{"exists":{"dataset":"oders"}}}""", "unknown_dataset")]
    [InlineData("""{"measures":[{"count":"orders"}],"where":{"field":"orders.amount","operator":">","other":"amount"}}""", "compared_with_itself")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"having":{"left":{"metric":"revenue"},"operator":">","right":{"metric":"revenue"}}}""", "compared_with_itself")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"compare":{"with":"previous_period"}}""", "compare_without_period")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"period":{"from":"2024-01-01","to":"2025-01-01"},"compare":{"period":{"from":"2024-01-01","to":"2025-01-01"}}}""", "compared_with_itself")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"list":{"rows_of":"orders"}}""", "numbers_in_a_listing")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"group_by":[{"field":"stores.region"}],"analysis":{"type":"trend"}}""", "analysis_needs_time")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"group_by":[{"time":"month"}],"analysis":{"type":"correlation"}}""", "analysis_needs_two")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"analysis":{"type":"drivers"}}""", "analysis_needs_compare")]
    [InlineData("""{"measures":[{"metric":"revenue"},{"metric":"orders"}],"analysis":{"type":"target","target":{"number":1}}}""", "analysis_needs_one")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"analysis":{"type":"target"}}""", "no_target")]
    [InlineData("""{"measures":[{"metric":"revenue"}],"analysis":{"type":"claim","claim":"is"}}""", "claim_amount")]
    public void What_cannot_be_meant_is_an_issue(string json, string code)
    {
        var outcome = Canonicalizer.Canonicalize(SemanticQueryJson.Read(json).Value.ShouldNotBeNull(), SampleCatalog.Default, Now);
        outcome.Succeeded.ShouldBeFalse();
        outcome.Issues.Select(i => i.Code).ShouldBe([code]);
    }

    [Theory]
    [InlineData("""{"from":"2024-05-01","to":"2024-06-01"}""", "2024-04-01", "2024-05-01", "2023-05-01", "2023-06-01")]
    [InlineData("""{"from":"2024-04-01","to":"2024-07-01"}""", "2024-01-01", "2024-04-01", "2023-04-01", "2023-07-01")]
    [InlineData("""{"from":"2024-02-01","to":"2024-04-01"}""", "2023-12-01", "2024-02-01", "2023-02-01", "2023-04-01")]
    [InlineData("""{"from":"2024-02-29","to":"2024-03-01"}""", "2024-02-28", "2024-02-29", "2023-02-28", "2023-03-01")]
    [InlineData("""{"from":"2024-02-28","to":"2024-02-29"}""", "2024-02-27", "2024-02-28", "2023-02-28", "2023-03-01")]
    [InlineData("""{"from":"2025-02-01","to":"2025-03-01"}""", "2025-01-01", "2025-02-01", "2024-02-01", "2024-03-01")]
    [InlineData("""{"from":"2024-05-06","to":"2024-05-13"}""", "2024-04-29", "2024-05-06", "2023-05-08", "2023-05-15")]
    [InlineData("""{"from":"2024-03-10","to":"2024-03-20"}""", "2024-02-29", "2024-03-10", "2023-03-10", "2023-03-20")]
    [InlineData("""{"relative":"current","grain":"month"}""", "2024-04-01", "2024-04-16", "2023-05-01", "2023-05-16")]
    [InlineData("""{"relative":"current","grain":"year"}""", "2023-01-01", "2023-05-16", "2023-01-01", "2023-05-16")]
    [InlineData("""{"relative":"last","count":3,"grain":"month"}""", "2023-11-01", "2024-02-01", "2023-02-01", "2023-05-01")]
    [InlineData("""{"relative":"past","count":7,"grain":"day"}""", "2024-05-02", "2024-05-09", "2023-05-09", "2023-05-16")]
    public void A_period_has_one_before_it_and_one_a_year_ago(string period, string from, string to, string yearAgoFrom, string yearAgoTo)
    {
        CompareWith With(string word) => Canonical($$"""{"measures":[{"metric":"revenue"}],"period":{{period}},"compare":{"with":"{{word}}"} }""").Compare.ShouldBeOfType<CompareWith>();
        With("previous_period").Period.ShouldBe(new AbsolutePeriod(At(from), At(to)));
        With("same_period_last_year").Period.ShouldBe(new AbsolutePeriod(At(yearAgoFrom), At(yearAgoTo)));
    }

    [Fact]
    public void A_running_fiscal_year_of_calendar_months_has_the_same_days_of_the_one_before()
    {
        var query = SemanticQueryJson.Read("""{"measures":[{"count":"tickets"}],"period":{"relative":"current","grain":"fiscal_year"},"compare":{"with":"previous_period"}}""").Value.ShouldNotBeNull();

        var canonical = Canonicalizer.Canonicalize(query, PlannerCase.Catalog, At("2025-03-01")).Value.ShouldNotBeNull();

        canonical.Compare.ShouldBe(new CompareWith(new AbsolutePeriod(At("2023-04-01"), At("2024-03-02"))));
    }

    [Fact]
    public void A_fiscal_year_of_whole_weeks_is_compared_with_the_fiscal_year_before()
    {
        var catalog = SampleCatalog.Build(new BusinessCalendar { FiscalYearStartMonth = 2, Pattern = WeekPattern.FourFourFive });
        var query = new SemanticQuery
        {
            Measures = [new MetricMeasure("revenue")],
            Period = new RelativePeriod(RelativePeriodKind.Last, 1, TimeGrain.FiscalYear),
            Compare = new CompareYearAgo(),
        };
        var canonical = Canonicalizer.Canonicalize(query, catalog, Now).Value.ShouldNotBeNull();
        var (year, before) = ((AbsolutePeriod)canonical.Period!, (AbsolutePeriod)((CompareWith)canonical.Compare!).Period);
        before.To.ShouldBe(year.From);
        (before.From!.Value.DayOfWeek, (year.From!.Value - before.From.Value).Days % 7).ShouldBe((year.From.Value.DayOfWeek, 0));
    }

    private static string Month(string measure) => $$"""{"measures":[{{measure}}],"group_by":[{"time":"month"}],"period":{"from":"2024-01-01","to":"2025-01-01"} }""";

    private static string InYear(string measure) => $$"""{"measures":[{{measure}}],"group_by":[{"field":"stores.region"}],"period":{"from":"2024-01-01","to":"2025-01-01"} }""";

    private static string By(string grouping) => $$"""{"measures":[{"count":"customers"}],"group_by":[{{grouping}}],"period":{"from":"2024-01-01","to":"2025-01-01"} }""";

    private static string Where(string condition) => $$"""{"measures":[{"count":"orders"}],"where":{{condition}} }""";

    private static string Counted(string condition) => $$"""{"measures":[{"count":"orders","as":"rows"}],"group_by":[{"field":"stores.region"}],"having":{{condition}} }""";

    private static string Having(string condition) => $$"""{"measures":[{"metric":"revenue"}],"group_by":[{"field":"stores.region"}],"having":{{condition}} }""";

    private static string Compared(string compare) => $$"""{"measures":[{"metric":"revenue"}],"period":{"from":"2024-01-01","to":"2025-01-01"},"compare":{{compare}} }""";

    private static string Analysed(string analysis) => $$"""{"measures":[{"metric":"revenue"}],"analysis":{{analysis}} }""";

    private static SemanticQuery Canonical(string json)
    {
        var read = SemanticQueryJson.Read(json);
        read.Issues.ShouldBeEmpty();
        var outcome = Canonicalizer.Canonicalize(read.Value.ShouldNotBeNull(), SampleCatalog.Default, Now);
        outcome.Succeeded.ShouldBeTrue(string.Join("\n", outcome.Issues));
        return outcome.Value;
    }
}
