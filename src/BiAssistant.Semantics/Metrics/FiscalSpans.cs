using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>
/// The corresponding interval so many fiscal periods earlier. A fiscal period has the one so many before it, whatever their lengths: the second quarter of a year of
/// 53 weeks stands against the second quarter of one of 52. Any other interval is moved by both ends, each to the same day of its fiscal period; of a
/// 53rd week nothing is left in a year that has none.
/// </summary>
public sealed record FiscalEarlier(Span By) : PeriodOperator
{
    public override TimeGrain? Calendar => By.Grain;

    internal override AbsolutePeriod? Map(AbsolutePeriod interval, IntervalClock clock)
    {
        if (!clock.Calendar.Computes(By.Grain))
        {
            return null;
        }

        if (FiscalMoves.InMonths(By, clock.Calendar) is { } months)
        {
            return new Earlier(months).Map(interval, clock);
        }

        var closed = interval with { To = interval.To ?? clock.End };
        if (clock.GrainOf(closed) is { } grain and >= TimeGrain.FiscalMonth && FiscalMoves.Months(By) % FiscalMoves.Months(new Span(1, grain)) == 0 && closed.From is { } from)
        {
            return IntervalMoves.EarlierPeriod(from, closed, grain, new SqlInterval(FiscalMoves.Months(By), SqlTimeUnit.Month), clock.Calendar);
        }

        var since = closed.From is { } start ? FiscalMoves.Back(start, By, clock.Calendar) : null;
        var until = FiscalMoves.Back(closed.To!.Value, By, clock.Calendar);
        return (closed.From is null) == (since is null) && until is not null ? new(since, until) : null;
    }
}

/// <summary>So many fiscal periods up to the interval's end: those that end with it, or, inside one, as long into the one that so many lie between.</summary>
public sealed record FiscalRolling(Span Length) : PeriodOperator
{
    public override bool EndsWithNow => true;

    public override TimeGrain? Calendar => Length.Grain;

    internal override AbsolutePeriod? Map(AbsolutePeriod interval, IntervalClock clock) =>
        clock.Calendar.Computes(Length.Grain) && clock.EndOf(interval) is { } end && FiscalMoves.Back(end, Length, clock.Calendar) is { } from ? new(from, end) : null;
}

/// <summary>One part of a rolling window: of three months up to the interval's end, the last (0), the one before it (1), or the first (2).</summary>
public sealed record WindowPart(TimeGrain Grain, int Place) : PeriodOperator
{
    public override bool EndsWithNow => true;

    public override TimeGrain? Calendar => Grain;

    internal override AbsolutePeriod? Map(AbsolutePeriod interval, IntervalClock clock)
    {
        if (!clock.Calendar.Computes(Grain) || clock.EndOf(interval) is not { } end)
        {
            return null;
        }

        var to = Place == 0 ? end : FiscalMoves.Back(end, new Span(Place, Grain), clock.Calendar);
        return to is not null && FiscalMoves.Back(end, new Span(Place + 1, Grain), clock.Calendar) is { } from ? new(from, to) : null;
    }
}
