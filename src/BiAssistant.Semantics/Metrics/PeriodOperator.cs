using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>
/// Turns the interval that a number is asked for into the one that it is computed over. It works on any formula whatever that is made of: a ratio
/// is divided anew over the other interval, never summed up from ratios.
/// </summary>
public abstract record PeriodOperator
{
    private protected PeriodOperator()
    {
    }

    /// <summary>Whether intervals that begin after now have no value of their own, because they would repeat the last one.</summary>
    public virtual bool EndsWithNow => false;

    /// <summary>Whether it comes to the same interval whatever is asked for, so that periods before all data have its number too.</summary>
    public virtual bool IsFixed => false;

    /// <summary>The grain whose periods it goes by; null where it goes by lengths that no calendar changes.</summary>
    public virtual TimeGrain? Calendar => null;

    /// <summary>The interval that is computed over; null when this one has no such interval.</summary>
    internal abstract AbsolutePeriod? Map(AbsolutePeriod interval, IntervalClock clock);

    /// <summary>What an operator within goes by: what was gathered is no period of the answer, and what is the same everywhere stands for itself.</summary>
    internal IntervalClock Within(IntervalClock clock) =>
        EndsWithNow ? clock with { Grain = Calendar, IsGathered = true } : IsFixed ? clock with { Grain = null, IsGathered = false } : clock;
}

/// <summary>What mapping an interval goes by.</summary>
/// <param name="Now">Local to the model's time zone.</param>
/// <param name="Grain">The only grain that an interval may be a period of: what the answer is broken down by, or what the interval was gathered by; null when there is none.</param>
internal readonly record struct IntervalClock(BusinessCalendar Calendar, DateTime Now, TimeGrain? Grain)
{
    /// <summary>
    /// The interval was gathered up to its end. That a quarter to date has just seven days makes it no week, and thirteen weeks up to now are no fiscal quarter: it is a period
    /// only where it is a whole one of those that it was gathered by.
    /// </summary>
    public bool IsGathered { get; init; }

    /// <summary>The first instant after today: where an open interval ends.</summary>
    public DateTime End => Now.Date.AddDays(1);

    /// <summary>Where what is gathered up to an interval's end stops: with today at the latest. Null where the interval has not begun.</summary>
    public DateTime? EndOf(AbsolutePeriod interval) => interval.From >= End ? null : interval.To < End ? interval.To : End;

    /// <summary>
    /// The grain of which an interval is exactly one period; null where it is none, as a part of a period of the answer: of June from the 24th on, which may be Monday to Sunday, no week is meant.
    /// </summary>
    public TimeGrain? GrainOf(AbsolutePeriod interval) =>
        Grain is { } grain ? (interval.From is { } from && Periods.Of(from, grain, Calendar) == interval ? grain : null)
        : IsGathered ? null
        : Periods.GrainOf(interval, Calendar);
}

/// <summary>Everything since the beginning.</summary>
public sealed record Running : PeriodOperator
{
    public override bool EndsWithNow => true;

    internal override AbsolutePeriod? Map(AbsolutePeriod interval, IntervalClock clock) => clock.EndOf(interval) is { } end ? new(null, end) : null;
}

/// <summary>A length of time up to the interval's end: the 28 days that end with it.</summary>
public sealed record Rolling(SqlInterval Length) : PeriodOperator
{
    public override bool EndsWithNow => true;

    internal override AbsolutePeriod? Map(AbsolutePeriod interval, IntervalClock clock) =>
        clock.EndOf(interval) is { } end && IntervalMoves.Back(end, Length) is { } from ? new(from, end) : null;
}

/// <summary>From the start of the period that holds the interval's last instant, to its end.</summary>
public sealed record ToDate(TimeGrain Grain) : PeriodOperator
{
    public override bool EndsWithNow => true;

    public override TimeGrain? Calendar => Grain;

    internal override AbsolutePeriod? Map(AbsolutePeriod interval, IntervalClock clock) =>
        clock.Calendar.Computes(Grain) && clock.EndOf(interval) is { } end ? new(Periods.Start(end.AddTicks(-1), Grain, clock.Calendar), end) : null;
}

/// <summary>
/// The corresponding interval some time earlier. A whole period of a grain has the period so many periods before it (29 February 2024 a year earlier is 28
/// February 2023; a week a year earlier is the one 52 weeks before); any other interval is moved by both ends.
/// </summary>
public sealed record Earlier(SqlInterval Offset) : PeriodOperator
{
    internal override AbsolutePeriod? Map(AbsolutePeriod interval, IntervalClock clock)
    {
        var closed = interval with { To = interval.To ?? clock.End };
        return clock.GrainOf(closed) is { } grain && closed.From is { } from
            ? IntervalMoves.EarlierPeriod(from, closed, grain, Offset, clock.Calendar)
            : IntervalMoves.Moved(closed, Offset);
    }
}

/// <summary>One period whatever is asked for, as its text says: the base of an index.</summary>
public sealed record Fixed(string Period) : PeriodOperator
{
    public override bool IsFixed => true;

    internal override AbsolutePeriod? Map(AbsolutePeriod interval, IntervalClock clock) => PeriodText.Resolve(Period, clock.Now, clock.Calendar).Value;
}

/// <summary>One interval whatever is asked for, as a query says it.</summary>
public sealed record During(AbsolutePeriod Period) : PeriodOperator
{
    public override bool IsFixed => true;

    internal override AbsolutePeriod? Map(AbsolutePeriod interval, IntervalClock clock) => Period;
}

/// <summary>
/// The whole period of which the interval is the part that has passed: the month of "this month", the year of a year up to now. What was gathered up to an earlier end is its own whole.
/// </summary>
public sealed record Whole : PeriodOperator
{
    private static readonly TimeGrain[] FinestFirst = [TimeGrain.Month, TimeGrain.Quarter, TimeGrain.FiscalQuarter, TimeGrain.Year, TimeGrain.FiscalYear];

    internal override AbsolutePeriod? Map(AbsolutePeriod interval, IntervalClock clock)
    {
        if (interval.From is not { } from)
        {
            return null;
        }

        if (clock.IsGathered)
        {
            return interval.To == clock.End && clock.Grain is { } gathered && Periods.Of(from, gathered, clock.Calendar) is var whole && whole.From == from ? whole : interval;
        }

        if (clock.Grain is { } grain)
        {
            return Periods.Of(from, grain, clock.Calendar);
        }

        if (Periods.GrainOf(interval, clock.Calendar) is not null || (interval.To is { } to && to != clock.End))
        {
            return interval;
        }

        return FinestFirst.Where(clock.Calendar.Computes).Select(g => Periods.Of(from, g, clock.Calendar)).FirstOrDefault(p => p.From == from && p.To >= clock.End) ?? interval with { To = clock.End };
    }
}
