namespace BiAssistant.Semantics.Calendars;

/// <summary>Which periods lie wholly in one period of another grain: months in quarters always, weeks in fiscal months only where those are made of weeks.</summary>
internal static class PeriodNesting
{
    public static bool Nests(TimeGrain fine, TimeGrain coarse, BusinessCalendar calendar)
    {
        if (fine == coarse || fine <= TimeGrain.Day)
        {
            return fine <= coarse;
        }

        if (!calendar.Computes(fine) || !calendar.Computes(coarse))
        {
            return false;
        }

        var byMonths = calendar is { Pattern: WeekPattern.None, FiscalYearStartDay: 1 };
        var startsQuarter = byMonths && calendar.FiscalYearStartMonth % 3 == 1;
        var startsYear = byMonths && calendar.FiscalYearStartMonth == 1;
        return (fine, coarse) switch
        {
            (TimeGrain.Week, >= TimeGrain.FiscalMonth) => calendar.Pattern != WeekPattern.None,
            (TimeGrain.Month, TimeGrain.Quarter or TimeGrain.Year) or (TimeGrain.Quarter, TimeGrain.Year) => true,
            (TimeGrain.FiscalMonth, TimeGrain.FiscalQuarter or TimeGrain.FiscalYear) or (TimeGrain.FiscalQuarter, TimeGrain.FiscalYear) => true,
            (TimeGrain.Month, >= TimeGrain.FiscalMonth) or (TimeGrain.FiscalMonth, TimeGrain.Month) => byMonths,
            (TimeGrain.FiscalMonth, TimeGrain.Quarter or TimeGrain.Year) => byMonths,
            (TimeGrain.Quarter, TimeGrain.FiscalQuarter or TimeGrain.FiscalYear) or (TimeGrain.FiscalQuarter, TimeGrain.Quarter or TimeGrain.Year) => startsQuarter,
            (TimeGrain.Year, TimeGrain.FiscalYear) or (TimeGrain.FiscalYear, TimeGrain.Year) => startsYear,
            _ => false,
        };
    }

    /// <summary>The ordinary grain that is as wide, so that fiscal months and months compare.</summary>
    public static TimeGrain Width(TimeGrain grain) => grain switch
    {
        TimeGrain.FiscalYear => TimeGrain.Year,
        TimeGrain.FiscalQuarter => TimeGrain.Quarter,
        TimeGrain.FiscalMonth => TimeGrain.Month,
        _ => grain,
    };

    /// <summary>The width of the widest periods that a period is made of: quarters for [1 January, 1 July), under which it is one half of no year.</summary>
    public static TimeGrain WidthOf(Queries.AbsolutePeriod period, BusinessCalendar calendar) =>
        Enum.GetValues<TimeGrain>().Where(grain => IsWhole(period, grain, calendar)).Select(Width).DefaultIfEmpty(TimeGrain.Hour).Max();

    /// <summary>Whether a period begins and ends where periods of the grain do; an open end does.</summary>
    public static bool IsWhole(Queries.AbsolutePeriod period, TimeGrain grain, BusinessCalendar calendar) =>
        calendar.Computes(grain) && IsStart(period.From, grain, calendar) && IsStart(period.To, grain, calendar);

    public static bool IsStart(DateTime? instant, TimeGrain grain, BusinessCalendar calendar) =>
        instant is not { } known || Periods.Start(known, grain, calendar) == known;
}
