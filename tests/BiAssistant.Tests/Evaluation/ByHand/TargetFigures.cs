using BiAssistant.Tests.Evaluation.RowByRow;
using BiAssistant.Tests.Evaluation.RowByRow.Measures;

namespace BiAssistant.Tests.Evaluation.ByHand;

/// <summary>Numbers against their targets.</summary>
public sealed class TargetFigures
{
    private static readonly Aggregate Sales = Ledger.Sum(Ledger.Of(("2024-01-10", 30), ("2024-02-10", 60), ("2024-02-29", 1_000)));
    private static readonly Aggregate Budget = Ledger.Sum(Ledger.Of(("2024-01-01", 40), ("2024-02-01", 58), ("2024-03-01", 100)));

    [Fact]
    public void Attainment_is_a_share_and_variance_a_difference()
    {
        (Sales / Budget).At(Grain.Month, "2024-01-01").ShouldBe(0.75m);
        (Sales - Budget).At(Grain.Month, "2024-01-01").ShouldBe(-10);
        (Sales - 100).At(Grain.Month, "2024-01-01").ShouldBe(-70);
        (Sales / Budget).Over("2024-01-01", "2024-03-01").ShouldBe(1090m / 98);
    }

    [Fact]
    public void A_month_without_sales_misses_its_target_by_all_of_it() => (Sales - Budget).At(Grain.Month, "2024-03-01").ShouldBe(-100);

    [Fact]
    public void The_pace_of_a_running_month_is_against_the_part_of_the_target_that_is_due() // on 10 February 10 of 29 days are over: 60 against 20
        => new Pace(Sales with { Filter = row => row.Number("amount") < 1_000 }, Budget).At(Grain.Month, "2024-02-01", now: "2024-02-10").ShouldBe(3);

    [Fact]
    public void The_pace_of_a_month_that_is_over_is_its_attainment() => new Pace(Sales, Budget).At(Grain.Month, "2024-01-01", now: "2024-02-10").ShouldBe(0.75m);

    [Fact]
    public void The_pace_of_a_span_up_to_today_is_against_the_finest_period_that_it_begins()
    {
        // On 10 February 41 of 366 days are over; the finest period that begins on 1 January and holds today is the first quarter, of 91 days, with a target of 198.
        new Pace(Sales, Budget).Over("2024-01-01", "2024-02-11", now: "2024-02-10").ShouldNotBeNull().ShouldBe(90 / (198m * 41 / 91), 1e-20m);
    }

    [Fact]
    public void The_pace_of_a_year_to_date_is_against_what_was_due_by_then()
    {
        // By the end of February 98 were due; on 10 February 41 of 366 days of a year with a target of 198.
        new ToDate(new Pace(Sales, Budget), Grain.Year).At(Grain.Month, "2024-02-01").ShouldBe(1_090m / 98);
        var small = Sales with { Filter = row => row.Number("amount") < 1_000 };
        new ToDate(new Pace(small, Budget), Grain.Year).At(Grain.Month, "2024-02-01", now: "2024-02-10").ShouldNotBeNull().ShouldBe(90 / (198m * 41 / 366), 1e-20m);
    }

    [Fact]
    public void A_span_that_does_not_end_today_is_its_own_whole() => new Pace(Sales, Budget).Over("2024-01-05", "2024-02-05", now: "2024-12-31").ShouldBe(30m / 58);

    [Fact]
    public void A_month_to_come_has_no_pace() => new Pace(Sales, Budget).At(Grain.Month, "2024-03-01", now: "2024-02-10").ShouldBeNull();

    [Fact]
    public void An_index_is_in_hundredths_of_its_base()
    {
        new Indexed(Sales, Span.Between("2024-01-01", "2024-02-01")).At(Grain.Month, "2024-02-01").ShouldBe(100 * 1_060m / 30);
        new Indexed(Sales, Span.Between("2024-01-01", "2024-02-01")).At(Grain.Month, "2024-01-01").ShouldBe(100);
        new Indexed(Sales, Span.Between("2023-01-01", "2024-01-01")).At(Grain.Month, "2024-02-01").ShouldBeNull();
    }

    [Fact]
    public void Each_group_has_a_base_of_its_own()
    {
        var sum = Ledger.Sum(Ledger.Of(("2024-01-01", "a", 4), ("2024-01-01", "b", 5), ("2024-02-01", "a", 5), ("2024-02-01", "b", 4)));
        var answer = new Evaluator(Ledger.On("2024-12-31")).Answer(new Query(new Indexed(sum, Span.Between("2024-01-01", "2024-02-01"))) { By = [Ledger.Kind], Grain = Grain.Month });
        answer[Key.Of(["a"], Day.Of("2024-02-01"))][0].ShouldBe(125);
        answer[Key.Of(["b"], Day.Of("2024-02-01"))][0].ShouldBe(80);
    }
}
