using BiAssistant.Tests.Evaluation.RowByRow;
using BiAssistant.Tests.Evaluation.RowByRow.Measures;

namespace BiAssistant.Tests.Evaluation.ByHand;

/// <summary>Operators on operators.</summary>
public sealed class ComposedFigures
{
    private static readonly Length Year = new(1, Unit.Year);

    private static readonly Aggregate Sum = Ledger.Sum(Ledger.Of(("2023-01-31", 1), ("2023-02-28", 3), ("2023-06-30", 9), ("2024-01-31", 10), ("2024-02-29", 30)));

    [Fact]
    public void A_year_to_date_beside_that_of_the_year_before() // 40 against 4
        => new Comparison(new ToDate(Sum, Grain.Year), Year, InPercent: true).At(Grain.Month, "2024-02-01").ShouldBe(9);

    [Fact]
    public void The_year_to_date_of_a_change_is_taken_over_the_whole_of_it() // [1 January, 1 March): 40 less 4
        => new ToDate(new Comparison(Sum, Year), Grain.Year).At(Grain.Month, "2024-02-01").ShouldBe(36);

    [Fact]
    public void A_change_over_two_months_is_against_the_two_that_began_a_month_before() // January and February: 40; December and January: 10
        => new Window(new Comparison(Sum, new Length(1, Unit.Month)), new Length(2, Unit.Month)).At(Grain.Month, "2024-02-01").ShouldBe(30);

    [Fact]
    public void What_is_gathered_is_no_week_however_many_days_it_has()
    {
        // 1 January 2024 is a Monday: of the quarter seven days have passed with it, and a month earlier are the first seven of December.
        var entries = Ledger.Sum(Ledger.Of(("2023-01-01", 1), ("2023-01-02", 10), ("2023-12-01", 100), ("2023-12-08", 1_000), ("2024-01-01", 10_000)));
        new ToDate(new Earlier(entries, new Length(1, Unit.Month)), Grain.Quarter).At(Grain.Week, "2024-01-01").ShouldBe(100);
        new ToDate(new Earlier(entries, Year), Grain.Quarter).At(Grain.Week, "2024-01-01").ShouldBe(11);
    }

    [Fact]
    public void An_average_per_row_of_the_year_to_date_is_no_average_of_averages() => new ToDate(Sum / Aggregate.Rows(Sum.Root), Grain.Year).At(Grain.Month, "2024-02-01").ShouldBe(20);

    [Fact]
    public void The_index_of_a_year_to_date_has_the_base_to_date_too() // February 2023 to date: 4; February 2024: 40
        => new Indexed(new ToDate(Sum, Grain.Year), Span.Between("2023-02-01", "2023-03-01")).At(Grain.Month, "2024-02-01").ShouldBe(1_000);

    [Fact]
    public void The_last_balance_of_a_window_may_lie_before_the_month() // in [1 February, 1 April) the last count is that of 29 February
        => new Window(new Snapshot(Sum, Take.Last), new Length(2, Unit.Month)).At(Grain.Month, "2024-03-01").ShouldBe(30);
}
