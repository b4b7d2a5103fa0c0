using BiAssistant.Tests.Evaluation.RowByRow;
using BiAssistant.Tests.Evaluation.RowByRow.Measures;

namespace BiAssistant.Tests.Evaluation.ByHand;

/// <summary>Balances: what adds up over everything but time.</summary>
public sealed class BalanceFigures
{
    /// <summary>Two shelves counted now and then; b was not counted at the end of February.</summary>
    private static readonly Table Counts = Ledger.Of(
        ("2023-12-31", "a", 1), ("2023-12-31", "b", 2), ("2024-01-15", "a", 10), ("2024-01-31", "a", 20), ("2024-01-31", "b", 40), ("2024-02-10", "b", 100), ("2024-02-29", "a", 300));

    private static readonly Snapshot Last = new(Ledger.Sum(Counts), Take.Last);

    [Theory]
    [InlineData("Month", "2023-12-01", 3)]
    [InlineData("Month", "2024-01-01", 60)]
    [InlineData("Month", "2024-02-01", 300)]
    [InlineData("Quarter", "2024-01-01", 300)]
    [InlineData("Year", "2023-01-01", 3)]
    public void The_last_balance_is_that_of_the_last_counted_day(string grain, string start, decimal figure) => Last.At(Enum.Parse<Grain>(grain), start).ShouldBe(figure);

    [Fact]
    public void A_month_without_a_count_has_no_balance() => Last.At(Grain.Month, "2024-03-01").ShouldBeNull();

    [Fact]
    public void The_first_balance_is_that_of_the_first_counted_day() => (Last with { Take = Take.First }).At(Grain.Month, "2024-01-01").ShouldBe(10);

    [Fact]
    public void The_last_of_each_shelf_may_lie_on_several_days() => (Last with { Per = [row => row["kind"]] }).At(Grain.Month, "2024-02-01").ShouldBe(400);

    [Fact]
    public void The_last_day_is_that_of_all_shelves_so_a_shelf_not_counted_then_has_nothing()
    {
        var answer = new Evaluator(Ledger.On("2024-12-31")).Answer(new Query(Last) { By = [Ledger.Kind], Grain = Grain.Month });
        answer[Key.Of(["a"], Day.Of("2024-02-01"))][0].ShouldBe(300);
        answer[Key.Of(["b"], Day.Of("2024-02-01"))][0].ShouldBeNull();
    }

    [Fact]
    public void Without_a_period_the_last_balance_is_the_last_up_to_today()
    {
        Last.Ever(now: "2024-02-20").ShouldBe(100);
        Last.Ever().ShouldBe(300);
    }

    [Fact]
    public void The_average_divides_by_the_days_on_which_anything_was_counted() // January: 70 over two days; a alone 30 over the same two
    {
        var average = Last with { Take = Take.Average };
        average.At(Grain.Month, "2024-01-01").ShouldBe(35);
        new Filtered(average, Condition.Is(Ledger.Kind, "b")).At(Grain.Month, "2024-01-01").ShouldBe(20);
    }

    [Fact]
    public void The_average_of_each_shelf_divides_by_its_own_days() // a: 30 over two days, b: 40 over one
        => (Last with { Take = Take.Average, Per = [row => row["kind"]] }).At(Grain.Month, "2024-01-01").ShouldBe(55);

    [Fact]
    public void A_filter_chooses_among_the_last_days_rows_and_does_not_choose_the_day()
    {
        new Filtered(Last, Condition.Is(Ledger.Kind, "b")).At(Grain.Month, "2024-02-01").ShouldBeNull();
        new Snapshot(Ledger.Sum(Counts) with { Filter = row => row.Text("kind") == "b" }, Take.Last).At(Grain.Month, "2024-01-01").ShouldBe(40);
    }

    /// <summary>One loan from 10 January to 10 February, one open from 31 January, one of a single day.</summary>
    private static readonly Table Loans = new Table("loans", ["from", "to", "amount"]) { Clock = row => row.Time("from") }
        .With(Day.Of("2024-01-10"), Day.Of("2024-02-10"), 1)
        .With(Day.Of("2024-01-31"), null, 10)
        .With(Day.Of("2024-02-29"), Day.Of("2024-02-29"), 100);

    private static readonly InForce Out = new(Ledger.Sum(Loans), row => row.Time("from"), row => row.Time("to"));

    [Theory]
    [InlineData("Month", "2024-01-01", 11)]
    [InlineData("Month", "2024-02-01", 10)]
    [InlineData("Month", "2024-06-01", 10)]
    [InlineData("Day", "2024-02-09", 11)]
    [InlineData("Day", "2024-02-10", 10)]
    public void What_is_in_force_on_a_periods_last_day_has_begun_by_then_and_not_ended(string grain, string start, decimal figure) =>
        Out.At(Enum.Parse<Grain>(grain), start).ShouldBe(figure);

    [Fact]
    public void The_last_day_counts_where_it_is_said_to()
    {
        var inclusive = Out with { ToInclusive = true };
        inclusive.At(Grain.Month, "2024-02-01").ShouldBe(110);
        inclusive.At(Grain.Day, "2024-02-10").ShouldBe(11);
    }

    [Fact]
    public void Nothing_is_in_force_before_the_first()
    {
        Out.At(Grain.Month, "2023-12-01").ShouldBeNull();
        (Out with { Inner = Aggregate.Rows(Loans) }).At(Grain.Month, "2023-12-01").ShouldBe(0);
    }

    [Fact]
    public void Without_a_period_it_is_what_is_in_force_today() => Out.Ever(now: "2024-02-01").ShouldBe(11);

    [Fact]
    public void The_average_weighs_each_row_by_its_days() // of February's 29 days: 9 × 1 + 29 × 10
        => (Out with { Average = true }).At(Grain.Month, "2024-02-01").ShouldBe((9m / 29) + 10);
}
