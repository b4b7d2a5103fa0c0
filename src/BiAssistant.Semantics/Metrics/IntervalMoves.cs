using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>Intervals moved into the past. Nothing lies before the year 1: what would is null.</summary>
internal static class IntervalMoves
{
    private const int WeeksPerYear = 52;
    private const int WeeksPerQuarter = 13;

    /// <summary>An instant some time earlier; a day that a month lacks is its last one.</summary>
    public static DateTime? Back(DateTime instant, SqlInterval length)
    {
        var amount = length.Amount;
        try
        {
            return length.Unit switch
            {
                SqlTimeUnit.Second => instant.AddSeconds(-amount),
                SqlTimeUnit.Minute => instant.AddMinutes(-amount),
                SqlTimeUnit.Hour => instant.AddHours(-amount),
                SqlTimeUnit.Day => instant.AddDays(-amount),
                SqlTimeUnit.Week => instant.AddDays(-7.0 * amount),
                _ => instant.AddMonths(checked((int)-MonthsOf(length)!.Value)),
            };
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Both ends moved, the excluded end as a day of its own: so whole months stay whole.</summary>
    public static AbsolutePeriod? Moved(AbsolutePeriod interval, SqlInterval offset)
    {
        var from = interval.From is { } start ? Back(start, offset) : null;
        var to = interval.To is { } end ? Back(end, offset) : null;
        return (interval.From is null) == (from is null) && (interval.To is null) == (to is null) ? new(from, to) : null;
    }

    /// <summary>The period of the grain that lies the offset before; null for weeks moved by months, which no week corresponds to.</summary>
    public static AbsolutePeriod? EarlierPeriod(DateTime from, AbsolutePeriod interval, TimeGrain grain, SqlInterval offset, BusinessCalendar calendar)
    {
        switch (grain)
        {
            case TimeGrain.Hour or TimeGrain.Day:
                return Back(from, offset) is { } start ? Periods.Of(start, grain, calendar) : null;
            case TimeGrain.Week:
                return Weeks(offset) is { } weeks ? Moved(interval, new SqlInterval(weeks, SqlTimeUnit.Week))
                    : MonthsOf(offset) is null ? Moved(interval, offset)
                    : null;
            default:
                return MonthsOf(offset) is { } months && months % MonthsIn(grain) == 0 ? Before(from, grain, months / MonthsIn(grain), calendar) : Moved(interval, offset);
        }
    }

    private static AbsolutePeriod? Before(DateTime from, TimeGrain grain, long periods, BusinessCalendar calendar)
    {
        try
        {
            return Periods.Of(Periods.Shift(from, grain, checked((int)-periods), calendar), grain, calendar);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    private static long? Weeks(SqlInterval offset) => offset.Unit switch
    {
        SqlTimeUnit.Year => WeeksPerYear * offset.Amount,
        SqlTimeUnit.Quarter => WeeksPerQuarter * offset.Amount,
        _ => null,
    };

    /// <summary>Null for a length that is not made of months.</summary>
    private static long? MonthsOf(SqlInterval length) => length.Unit switch
    {
        SqlTimeUnit.Month => length.Amount,
        SqlTimeUnit.Quarter => 3 * length.Amount,
        SqlTimeUnit.Year => 12 * length.Amount,
        _ => null,
    };

    private static int MonthsIn(TimeGrain grain) => grain switch
    {
        TimeGrain.Month or TimeGrain.FiscalMonth => 1,
        TimeGrain.Quarter or TimeGrain.FiscalQuarter => 3,
        _ => 12,
    };
}
