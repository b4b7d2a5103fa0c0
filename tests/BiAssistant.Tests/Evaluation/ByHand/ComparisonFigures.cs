using BiAssistant.Tests.Evaluation.RowByRow;
using BiAssistant.Tests.Evaluation.RowByRow.Measures;

namespace BiAssistant.Tests.Evaluation.ByHand;

/// <summary>Numbers beside what they were earlier.</summary>
public sealed class ComparisonFigures
{
    private static readonly Length Year = new(1, Unit.Year);
    private static readonly Length Quarter = new(1, Unit.Quarter);
    private static readonly Length Month = new(1, Unit.Month);

    /// <summary>Each day of its own power of ten, so that a sum tells which days are in it.</summary>
    private static readonly Table Entries = Ledger.Of(
        ("2023-01-31", 1), ("2023-02-28", 10), ("2023-03-31", 100), ("2024-01-31", 1_000), ("2024-02-28", 10_000), ("2024-02-29", 100_000), ("2024-03-31", 1_000_000));

    private static readonly Aggregate Sum = Ledger.Sum(Entries);

    [Theory]
    [InlineData("Month", "2024-02-01", 10)]
    [InlineData("Quarter", "2024-01-01", 111)]
    [InlineData("Year", "2024-01-01", 111)]
    [InlineData("Day", "2024-02-29", 10)]
    [InlineData("Day", "2024-02-28", 10)]
    public void A_year_earlier_is_the_same_period_of_the_year_before_and_29_February_is_the_28th(string grain, string start, decimal figure) =>
        new Earlier(Sum, Year).At(Enum.Parse<Grain>(grain), start).ShouldBe(figure);

    [Theory]
    [InlineData("Month", "2024-03-01", 110_000)]
    [InlineData("Day", "2024-03-31", 100_000)]
    [InlineData("Day", "2024-03-29", 100_000)]
    [InlineData("Quarter", "2024-04-01", 1_000_000)] // a month is no whole quarter, so its ends move: [1 March, 1 June)
    public void A_month_earlier_than_the_end_of_March_is_the_last_day_of_February(string grain, string start, decimal figure) =>
        new Earlier(Sum, Month).At(Enum.Parse<Grain>(grain), start).ShouldBe(figure);

    [Fact]
    public void A_quarter_earlier_than_a_month_is_the_month_three_months_before() => new Earlier(Sum, Quarter).At(Grain.Month, "2024-04-01").ShouldBe(1_000);

    [Fact]
    public void A_quarter_in_total_is_a_quarter_too() => new Earlier(Sum, Quarter).Over("2024-04-01", "2024-07-01").ShouldBe(1_111_000);

    [Fact]
    public void A_span_that_is_no_period_moves_with_both_its_ends() // 15 January to 29 February, the end not included
        => new Earlier(Sum, Year).Over("2024-01-15", "2024-03-01").ShouldBe(11);

    [Fact]
    public void Three_months_that_are_no_quarter_move_as_three_months() // February to April 2024: November to January
        => new Earlier(Sum, Quarter).Over("2024-02-01", "2024-05-01").ShouldBe(1_000);

    [Fact]
    public void A_part_of_a_month_is_no_week_though_it_goes_from_Monday_to_Sunday()
    {
        // 24 to 30 June 2024 are a week; as what is asked for of June they stand against 24 to 30 June 2023, not against the 52nd week before.
        var entries = Ledger.Sum(Ledger.Of(("2023-06-24", 1), ("2023-06-30", 10), ("2023-07-01", 100)));
        var asked = new Query(new Earlier(entries, Year)) { Grain = Grain.Month, Period = Span.Between("2024-06-24", "2024-08-01") };

        new Evaluator(Ledger.On("2030-12-31")).Answer(asked)[Key.Of([], Day.Of("2024-06-01"))].ShouldBe([11]);
    }

    [Fact]
    public void A_share_of_what_has_no_earlier_period_has_none_either_whatever_it_is_a_share_of() =>
        Should.Throw<NotSupportedException>(() => new Ratio(new Earlier(Sum, Month), Sum with { Filter = _ => false }).At(Grain.Week, "2024-03-04"));

    [Fact]
    public void A_number_of_days_moves_a_month_literally() // March less 31 days is [30 January, 1 March)
        => new Earlier(Sum, new Length(31, Unit.Day)).At(Grain.Month, "2024-03-01").ShouldBe(111_000);

    [Fact]
    public void A_year_of_weeks_has_52()
    {
        // Monday 4 March 2024 less 364 days is Monday 6 March 2023.
        var entries = Ledger.Of(("2023-03-05", 1), ("2023-03-06", 10), ("2023-03-12", 100), ("2023-03-13", 1_000));
        new Earlier(Ledger.Sum(entries), Year).At(Grain.Week, "2024-03-04").ShouldBe(110);
    }

    [Fact]
    public void A_week_moves_a_quarter_by_13_weeks_and_never_by_months()
    {
        new Earlier(Sum, Quarter).At(Grain.Week, "2024-05-27").ShouldBe(110_000); // from Monday 26 February
        Should.Throw<NotSupportedException>(() => new Earlier(Sum, Month).At(Grain.Week, "2024-05-27"));
    }

    [Fact]
    public void A_fiscal_month_of_five_weeks_is_beside_the_same_month_of_the_year_before_whatever_its_length()
    {
        // The year from 29 January 2023 has 53 weeks: its last month is [31 December 2023, 4 February 2024), that of the next [5 January, 2 February 2025).
        var retail = new WorkCalendar(2, WeekStart: DayOfWeek.Sunday) { Weeks = (4, 5, 4) };
        var entries = Ledger.Of(("2023-12-30", 1), ("2023-12-31", 10), ("2024-02-03", 100), ("2024-02-04", 1_000), ("2025-02-01", 10_000));
        new Earlier(Ledger.Sum(entries), Year).At(Grain.FiscalMonth, "2025-01-05", calendar: retail).ShouldBe(110);
        new Comparison(Ledger.Sum(entries), Year).At(Grain.FiscalMonth, "2025-01-05", calendar: retail).ShouldBe(10_000 - 110);
    }

    [Fact]
    public void An_hour_is_beside_the_same_hour_a_week_before()
    {
        var entries = Ledger.Of(("2024-02-22T23:10", 1), ("2024-02-22T22:59", 10), ("2024-02-29T23:59", 100));
        new Comparison(Ledger.Sum(entries), new Length(1, Unit.Week)).At(Grain.Hour, "2024-02-29T23:00").ShouldBe(99);
    }

    [Fact]
    public void A_change_is_the_number_less_the_earlier_one_and_its_share_is_of_the_earlier_one()
    {
        new Comparison(Sum, Year).At(Grain.Month, "2024-03-01").ShouldBe(999_900);
        new Comparison(Sum, Year, InPercent: true).At(Grain.Month, "2024-03-01").ShouldBe(9_999);
    }

    [Fact]
    public void A_missing_sum_is_zero_in_a_change_but_what_lies_before_the_first_or_after_the_last_data_is_not_known()
    {
        new Comparison(Sum, Month).At(Grain.Month, "2023-04-01").ShouldBe(-100);
        new Comparison(Sum, Month).At(Grain.Month, "2023-05-01").ShouldBe(0);
        new Comparison(Sum, Month, InPercent: true).At(Grain.Month, "2023-05-01").ShouldBeNull();
        new Comparison(Sum, Year).At(Grain.Month, "2023-03-01").ShouldBeNull();
        new Comparison(Sum, Month).At(Grain.Month, "2024-04-01").ShouldBeNull();
        new Comparison(Sum, Year).At(Grain.Month, "2024-04-01").ShouldBeNull();
    }

    [Fact]
    public void A_change_of_an_average_needs_both()
    {
        var average = new Aggregate(Entries, Function.Average, row => row["amount"]);
        new Comparison(average, Year).At(Grain.Month, "2024-02-01").ShouldBe(55_000 - 10);
        new Comparison(average, Month).At(Grain.Month, "2024-04-01").ShouldBeNull();
    }

    [Fact]
    public void All_time_has_nothing_earlier_unless_it_is_gathered_on_purpose() // 30 March 2023 and all before it
    {
        Should.Throw<NotSupportedException>(() => new Earlier(Sum, Year).Ever(now: "2024-03-30"));
        new Earlier(new Running(Sum), Year).Ever(now: "2024-03-30").ShouldBe(11);
    }

    [Fact]
    public void The_begun_part_of_a_month_is_beside_the_same_part_of_the_month_a_year_before()
    {
        var answer = new Evaluator(Ledger.On("2024-03-30")).Answer(new Query(new Earlier(Sum, Year)) { Grain = Grain.Month, Period = Span.Between("2024-03-01", "2024-03-31") });
        answer[Key.Of([], Day.Of("2024-03-01"))][0].ShouldBeNull(); // [1 March, 31 March) 2023 lacks the 31st
    }
}
