using BiAssistant.Tests.Evaluation.RowByRow;
using BiAssistant.Tests.Evaluation.RowByRow.Measures;

namespace BiAssistant.Tests.Evaluation.ByHand;

/// <summary>Aggregates of rows, by figures that a person can work out.</summary>
public sealed class SimpleFigures
{
    private static readonly Table Entries = Ledger.Of(
        ("2023-12-31", "a", 1m), ("2024-01-01", "a", 2m), ("2024-02-29", "b", 4m), ("2024-02-29", "a", 4m), ("2024-03-01", "b", null), ("2024-12-31", null, 10m));

    [Theory]
    [InlineData("Sum", 21)]
    [InlineData("Count", 5)]
    [InlineData("CountDistinct", 4)]
    [InlineData("Average", 4.2)]
    [InlineData("Min", 1)]
    [InlineData("Max", 10)]
    [InlineData("Median", 4)]
    public void Values_1_2_4_4_10_and_an_unknown_one_give(string function, decimal figure) =>
        new Aggregate(Entries, Enum.Parse<Function>(function), row => row["amount"]).Ever().ShouldBe(figure);

    [Fact]
    public void Rows_count_whether_their_amount_is_known_or_not() => Aggregate.Rows(Entries).Ever().ShouldBe(6);

    [Fact]
    public void The_median_of_an_even_number_lies_between_the_middle_two() =>
        new Aggregate(Entries, Function.Median, row => row["amount"]) { Filter = row => row.Text("kind") == "a" }.Over("2024-01-01", "2025-01-01").ShouldBe(3);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 2)]
    [InlineData(0.9, 7.6)] // place 3.6 of 0..4: 4 + 0.6 × 6
    [InlineData(1, 10)]
    public void A_percentile_lies_between_its_neighbours_in_proportion(decimal share, decimal figure) =>
        new Aggregate(Entries, Function.Percentile, row => row["amount"]) { Share = share }.Ever().ShouldBe(figure);

    [Fact]
    public void The_standard_deviation_is_that_of_a_sample() // 2, 4, 4, 10 around 5: 9 + 1 + 1 + 25 = 36, a third of it 12
        => new Aggregate(Entries, Function.StandardDeviation, row => row["amount"]).Over("2024-01-01", "2025-01-01").ShouldNotBeNull().ShouldBe((decimal)Math.Sqrt(12), 1e-12m);

    [Theory]
    [InlineData("Day", "2024-02-29", 8)]
    [InlineData("Week", "2023-12-25", 1)]
    [InlineData("Week", "2024-01-01", 2)]
    [InlineData("Week", "2024-12-30", 10)]
    [InlineData("Month", "2024-02-01", 8)]
    [InlineData("Quarter", "2023-10-01", 1)]
    [InlineData("Quarter", "2024-01-01", 10)]
    [InlineData("Year", "2024-01-01", 20)]
    public void A_sum_of_a_period_counts_its_first_and_its_last_day(string grain, string start, decimal figure) =>
        Ledger.Sum(Entries).At(Enum.Parse<Grain>(grain), start).ShouldBe(figure);

    [Fact]
    public void A_sum_without_rows_is_unknown_and_a_count_is_zero()
    {
        Ledger.Sum(Entries).At(Grain.Month, "2024-05-01").ShouldBeNull();
        Aggregate.Rows(Entries).At(Grain.Month, "2024-05-01").ShouldBe(0);
    }

    [Fact]
    public void A_row_without_a_time_counts_in_all_time_and_in_no_year()
    {
        var table = new Table("entries", ["day", "amount"]) { Clock = row => row.Time("day") }.With(Day.Of("2024-05-05"), 3).With(null, 4);
        Ledger.Sum(table).Ever().ShouldBe(7);
        Ledger.Sum(table).Over("2024-01-01", "2025-01-01").ShouldBe(3);
        new Running(Ledger.Sum(table)).Ever().ShouldBe(3);
    }

    [Fact]
    public void Groups_are_told_apart_and_rows_without_one_are_their_own()
    {
        var answer = new Evaluator(Ledger.On("2024-12-31")).Answer(new Query(Ledger.Sum(Entries)) { By = [Ledger.Kind], Period = Span.Between("2024-01-01", "2025-01-01") });
        answer.Count.ShouldBe(3);
        answer[Key.Of(["a"], null)][0].ShouldBe(6);
        answer[Key.Of(["b"], null)][0].ShouldBe(4);
        answer[Key.Of([null], null)][0].ShouldBe(10);
    }

    [Fact]
    public void A_period_cuts_the_months_that_it_begins_and_ends_in()
    {
        var answer = new Evaluator(Ledger.On("2024-12-31"))
            .Answer(new Query(Aggregate.Rows(Entries)) { Grain = Grain.Year, Period = Span.Between("2023-12-31", "2024-03-01") });
        answer.Select(a => (a.Key.Start, a.Value[0])).ShouldBe([(Day.Of("2023-01-01"), 1), (Day.Of("2024-01-01"), 3)]);
    }

    [Fact]
    public void The_sum_of_a_53_week_year_has_the_days_of_its_last_week()
    {
        var retail = new WorkCalendar(2, WeekStart: DayOfWeek.Sunday) { Weeks = (4, 5, 4) };
        var entries = Ledger.Of(("2023-01-28", 1), ("2023-01-29", 10), ("2024-01-28", 100), ("2024-02-03", 1000), ("2024-02-04", 10000));
        Ledger.Sum(entries).At(Grain.FiscalYear, "2023-01-29", calendar: retail).ShouldBe(1110);
        Ledger.Sum(entries).At(Grain.FiscalMonth, "2023-12-31", calendar: retail).ShouldBe(1100);
        Ledger.Sum(entries).At(Grain.FiscalYear, "2024-02-04", calendar: retail).ShouldBe(10000);
    }

    [Fact]
    public void A_filter_of_a_metric_goes_into_every_part_of_it()
    {
        var share = Ledger.Sum(Entries) / Aggregate.Rows(Entries);
        new Filtered(share, Condition.Is(Ledger.Kind, "b")).Ever().ShouldBe(2); // 4 over two rows
    }

    [Fact]
    public void A_missing_sum_is_zero_in_a_difference_and_nothing_in_a_quotient()
    {
        var a = Ledger.Sum(Entries) with { Filter = row => row.Text("kind") == "a" };
        var b = Ledger.Sum(Entries) with { Filter = row => row.Text("kind") == "b" };
        (a - b).At(Grain.Month, "2024-01-01").ShouldBe(2);
        new Arithmetic('-', a, b) { MissingIsUnknown = true }.At(Grain.Month, "2024-01-01").ShouldBeNull();
        (a / b).At(Grain.Month, "2024-01-01").ShouldBeNull();
        (a / b).At(Grain.Month, "2024-02-01").ShouldBe(1);
        (a / (b - b)).At(Grain.Month, "2024-02-01").ShouldBeNull();
    }
}
