using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>Instants moved back by spans of any grain. Fiscal months that are calendar months from another day are moved as months; those of a week pattern by their own weeks.</summary>
internal static class FiscalMoves
{
    /// <summary>An instant so many periods earlier; null before the year 1.</summary>
    public static DateTime? Back(DateTime instant, Span by, BusinessCalendar calendar)
    {
        if (MeasureTimes.Length(by) is { } length)
        {
            return IntervalMoves.Back(instant, length);
        }

        return InMonths(by, calendar) is { } months ? IntervalMoves.Back(instant, months) : BackByWeeks(instant, by, calendar);
    }

    /// <summary>A fiscal span as months; null under a week pattern, whose months differ.</summary>
    public static SqlInterval? InMonths(Span by, BusinessCalendar calendar) => calendar.Pattern == WeekPattern.None ? new SqlInterval(Months(by), SqlTimeUnit.Month) : null;

    /// <summary>How many fiscal months a span has.</summary>
    public static long Months(Span by) => by.Count * by.Grain switch
    {
        TimeGrain.FiscalMonth => 1L,
        TimeGrain.FiscalQuarter => 3L,
        _ => 12L,
    };

    /// <summary>The same day of the fiscal period so many before; the end of that period where it is shorter.</summary>
    private static DateTime? BackByWeeks(DateTime instant, Span by, BusinessCalendar calendar)
    {
        try
        {
            var start = Periods.Shift(instant, by.Grain, -by.Count, calendar);
            var moved = start + (instant - Periods.Start(instant, by.Grain, calendar));
            var next = Periods.Next(start, by.Grain, calendar);
            return moved < next ? moved : next;
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }
}
