using BiAssistant.Tests.Evaluation.RowByRow;
using BiAssistant.Tests.Evaluation.RowByRow.Measures;

namespace BiAssistant.Tests.Evaluation.ByHand;

/// <summary>Numbers gathered over time.</summary>
public sealed class CumulativeFigures
{
    /// <summary>Each day of its own power of ten, so that a sum tells which days are in it.</summary>
    private static readonly Table Entries = Ledger.Of(
        ("2023-12-31", 1), ("2024-01-01", 10), ("2024-02-01", 100), ("2024-02-29", 1_000), ("2024-03-31", 10_000), ("2024-04-01", 100_000), ("2024-07-01", 1_000_000));

    private static readonly Aggregate Sum = Ledger.Sum(Entries);

    [Theory]
    [InlineData("2023-12-01", 1)]
    [InlineData("2024-02-01", 1_111)]
    [InlineData("2024-05-01", 111_111)]
    [InlineData("2024-07-01", 1_111_111)]
    public void A_running_sum_has_all_that_came_before_the_months_end(string month, decimal figure) =>
        new Running(Sum).At(Grain.Month, month).ShouldBe(figure);

    [Fact]
    public void A_running_sum_of_a_period_begins_before_the_period() => new Running(Sum).Over("2024-02-01", "2024-03-01").ShouldBe(1_111);

    [Fact]
    public void A_window_of_29_days_before_the_first_of_March_of_a_leap_year_is_the_whole_of_February() =>
        new Window(Sum, new Length(29, Unit.Day)).At(Grain.Month, "2024-02-01").ShouldBe(1_100);

    [Fact]
    public void A_window_of_28_days_before_the_first_of_March_of_a_leap_year_lacks_the_first_of_February() =>
        new Window(Sum, new Length(28, Unit.Day)).At(Grain.Month, "2024-02-01").ShouldBe(1_000);

    [Fact]
    public void A_window_of_months_goes_back_to_the_same_day_of_the_month() => new Window(Sum, new Length(2, Unit.Month)).At(Grain.Month, "2024-02-01").ShouldBe(1_110);

    [Fact]
    public void A_month_before_the_end_of_March_is_the_last_day_of_February() => new Window(Sum, new Length(1, Unit.Month)).Over("2024-03-30", "2024-03-31").ShouldBe(1_000);

    [Theory]
    [InlineData("Year", "2024-02-01", 1_110)]
    [InlineData("Year", "2023-12-01", 1)]
    [InlineData("Quarter", "2024-03-01", 11_110)]
    [InlineData("Quarter", "2024-04-01", 100_000)]
    [InlineData("Month", "2024-02-01", 1_100)]
    public void A_sum_to_date_begins_with_the_year_or_quarter_or_month(string of, string month, decimal figure) =>
        new ToDate(Sum, Enum.Parse<Grain>(of)).At(Grain.Month, month).ShouldBe(figure);

    [Fact]
    public void A_sum_of_the_fiscal_year_to_date_begins_in_April()
    {
        var fiscal = new ToDate(Sum, Grain.FiscalYear);
        fiscal.At(Grain.Month, "2024-03-01", calendar: new WorkCalendar(4)).ShouldBe(11_111);
        fiscal.At(Grain.Month, "2024-04-01", calendar: new WorkCalendar(4)).ShouldBe(100_000);
    }

    [Fact]
    public void A_week_over_the_new_year_is_to_date_of_the_year_in_which_it_ends() =>
        new ToDate(Sum, Grain.Year).At(Grain.Week, "2024-01-01").ShouldBe(10);

    [Fact]
    public void A_year_to_date_by_week_counts_from_the_first_of_January_although_the_week_began_before()
    {
        // The week from Monday 30 December 2024 ends on 5 January 2025.
        var entries = Ledger.Of(("2024-12-30", 1), ("2024-12-31", 10), ("2025-01-01", 100), ("2025-01-05", 1_000), ("2025-01-06", 10_000));
        new ToDate(Ledger.Sum(entries), Grain.Year).At(Grain.Week, "2024-12-30").ShouldBe(1_100);
    }

    [Fact]
    public void The_running_month_is_gathered_up_to_today_and_months_to_come_have_nothing()
    {
        new Running(Sum).At(Grain.Month, "2024-03-01", now: "2024-03-30").ShouldBe(1_111);
        new Window(Sum, new Length(30, Unit.Day)).At(Grain.Month, "2024-03-01", now: "2024-03-30").ShouldBeNull();
        new Window(Sum, new Length(31, Unit.Day)).At(Grain.Month, "2024-03-01", now: "2024-03-30").ShouldBe(1_000);
        new Running(Sum).At(Grain.Month, "2024-04-01", now: "2024-03-30").ShouldBeNull();
    }

    [Fact]
    public void Months_without_rows_have_what_was_gathered_before() => new Running(Sum).At(Grain.Month, "2024-06-01").ShouldBe(111_111);

    [Fact]
    public void A_ratio_is_gathered_part_by_part() // 1 and 10 over two rows up to January, 1 100 more over two more up to February
        => new Running(Sum / Aggregate.Rows(Entries)).At(Grain.Month, "2024-02-01").ShouldBe(1_111 / 4m);

    [Fact]
    public void Distinct_values_are_counted_once_in_a_window()
    {
        var entries = Ledger.Of(("2024-01-31", "a", 1), ("2024-02-01", "a", 1), ("2024-02-02", "b", 1));
        new Window(new Aggregate(entries, Function.CountDistinct, row => row["kind"]), new Length(2, Unit.Month)).At(Grain.Month, "2024-02-01").ShouldBe(2);
    }
}
