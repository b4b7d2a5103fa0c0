using BiAssistant.Tests.Evaluation.RowByRow;
using BiAssistant.Tests.Evaluation.RowByRow.Measures;

namespace BiAssistant.Tests.Evaluation.ByHand;

/// <summary>How many of those that met with one event met with another.</summary>
public sealed class ConversionFigures
{
    private static readonly Table Trials = Ledger.Of(("2024-01-01", "ann", null), ("2024-01-05", "bob", null), ("2024-01-31", "cho", null), ("2024-01-20", "ann", null), ("2024-02-10", "dee", null));

    /// <summary>Ann joined 30 days after her first trial, Bob 31 days after his, Cho before hers, Dee the same day.</summary>
    private static readonly Table Joins = Ledger.Of(("2024-01-31", "ann", null), ("2024-02-05", "bob", null), ("2024-01-30", "cho", null), ("2024-02-10", "dee", null));

    [Fact]
    public void The_last_day_of_the_window_counts_and_the_day_after_does_not() // of Ann, Bob and Cho, Ann
        => Within(30).Over("2024-01-01", "2024-02-01").ShouldBe(1m / 3);

    [Fact]
    public void A_window_of_31_days_has_one_more() => Within(31).Over("2024-01-01", "2024-02-01").ShouldBe(2m / 3);

    [Fact]
    public void Any_of_ones_trials_may_be_the_one_that_converts() // Ann's second trial is eleven days before she joined
        => Within(11).Over("2024-01-01", "2024-02-01").ShouldBe(1m / 3);

    [Fact]
    public void The_same_day_counts() => Within(0).Over("2024-02-01", "2024-03-01").ShouldBe(1);

    [Fact]
    public void Without_a_window_any_later_time_counts() => Within(null).Over("2024-01-01", "2024-02-01").ShouldBe(2m / 3);

    [Fact]
    public void Nobody_gives_nothing() => Within(30).Over("2024-03-01", "2024-04-01").ShouldBeNull();

    [Fact]
    public void No_event_follows_itself() // of Ann, Bob and Cho, only Ann tried twice
        => new Conversion(Within(null).Base, Within(null).Base).Over("2024-01-01", "2024-02-01").ShouldBe(1m / 3);

    [Fact]
    public void Those_whose_time_has_not_run_out_are_left_out()
    {
        // On 4 February the 30 days after 5 January have just gone by; those after 20 and 31 January have not.
        Within(30).Over("2024-01-01", "2024-02-01", now: "2024-02-04").ShouldBe(1m / 2);
        Within(30).Over("2024-01-01", "2024-02-01", now: "2024-02-03").ShouldBe(1);
        (Within(30) with { IncludeOpen = true }).Over("2024-01-01", "2024-02-01", now: "2024-02-04").ShouldBe(1m / 3);
    }

    private static Conversion Within(int? days) => new(
        new Conversion.Event(Trials, row => row["kind"], row => row.Time("day")),
        new Conversion.Event(Joins, row => row["kind"], row => row.Time("day")),
        days is { } known ? new Length(known, Unit.Day) : null);
}
