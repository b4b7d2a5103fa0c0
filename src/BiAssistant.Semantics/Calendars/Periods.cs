using BiAssistant.Semantics.Queries;

namespace BiAssistant.Semantics.Calendars;

/// <summary>
/// Arithmetic of periods under a business's calendar. Weeks begin on its week start; fiscal grains follow its fiscal year and week pattern; hour, day,
/// month, quarter and year are the ordinary calendar's.
/// </summary>
public static class Periods
{
    /// <summary>The first instant of the period that holds an instant.</summary>
    public static DateTime Start(DateTime instant, TimeGrain grain, BusinessCalendar calendar) => Shift(instant, grain, 0, calendar);

    /// <summary>The first instant after the period that holds an instant.</summary>
    public static DateTime Next(DateTime instant, TimeGrain grain, BusinessCalendar calendar) => Shift(instant, grain, 1, calendar);

    /// <summary>The first instant of the period before the one that holds an instant.</summary>
    public static DateTime Previous(DateTime instant, TimeGrain grain, BusinessCalendar calendar) => Shift(instant, grain, -1, calendar);

    /// <summary>The period that holds an instant.</summary>
    public static AbsolutePeriod Of(DateTime instant, TimeGrain grain, BusinessCalendar calendar) =>
        new(Start(instant, grain, calendar), TryShift(instant, grain, 1, calendar));

    /// <summary>The first instant of the period that lies a number of periods after (before, when negative) the one that holds an instant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside the years 1 to 9999.</exception>
    public static DateTime Shift(DateTime instant, TimeGrain grain, int count, BusinessCalendar calendar)
    {
        var day = instant.Date;
        return grain switch
        {
            TimeGrain.Hour => day.AddHours(instant.Hour).AddHours(count),
            TimeGrain.Day => day.AddDays(count),
            TimeGrain.Week => day.AddDays((7.0 * count) - (((int)day.DayOfWeek - (int)calendar.WeekStart + 7) % 7)),
            TimeGrain.Month => new DateTime(day.Year, day.Month, 1).AddMonths(count),
            TimeGrain.Quarter => new DateTime(day.Year, FirstMonthOfQuarter(day.Month), 1).AddMonths(checked(3 * count)),
            TimeGrain.Year => new DateTime(day.Year, 1, 1).AddYears(count),
            TimeGrain.FiscalMonth => FiscalYears.MonthStart(FiscalYears.MonthNumber(day, calendar) + count, calendar),
            TimeGrain.FiscalQuarter => FiscalYears.MonthStart(RoundDown(FiscalYears.MonthNumber(day, calendar), 3) + checked(3 * count), calendar),
            TimeGrain.FiscalYear => FiscalYears.MonthStart(RoundDown(FiscalYears.MonthNumber(day, calendar), 12) + checked(12 * count), calendar),
            _ => throw new ArgumentOutOfRangeException(nameof(grain), grain, null),
        };
    }

    /// <summary>
    /// The absolute form of a relative period; see <see cref="RelativePeriodKind"/>. The running day counts whole, and with hours the running hour: on
    /// 15 May "this month" is [1 May, 16 May) and "past 7 days" is [9 May, 16 May), while "last 7 days" is [8 May, 15 May). An end beyond the
    /// years 1 to 9999 is open.
    /// </summary>
    public static AbsolutePeriod Resolve(RelativePeriod period, DateTime now, BusinessCalendar calendar)
    {
        var (grain, count) = (period.Grain, period.Count);
        var afterNow = Next(now, grain == TimeGrain.Hour ? TimeGrain.Hour : TimeGrain.Day, calendar);
        return period.Kind switch
        {
            RelativePeriodKind.Last => new(TryShift(now, grain, -count, calendar), Start(now, grain, calendar)),
            RelativePeriodKind.Past => new(Back(afterNow, grain, count), afterNow),
            RelativePeriodKind.Since => new(Back(Previous(afterNow, grain == TimeGrain.Hour ? TimeGrain.Hour : TimeGrain.Day, calendar), grain, count), afterNow),
            RelativePeriodKind.Current => new(Start(now, grain, calendar), afterNow),
            RelativePeriodKind.Next => new(Next(now, grain, calendar), TryShift(now, grain, count + 1, calendar)),
            RelativePeriodKind.Ago => new(TryShift(now, grain, -count, calendar), TryShift(now, grain, 1 - count, calendar)),
            _ => throw new ArgumentOutOfRangeException(nameof(period), period.Kind, null),
        };
    }

    /// <summary>Either kind of period, absolute.</summary>
    public static AbsolutePeriod Resolve(Period period, DateTime now, BusinessCalendar calendar) =>
        period is RelativePeriod relative ? Resolve(relative, now, calendar) : (AbsolutePeriod)period;

    /// <summary>
    /// The grain of which a period is exactly one, the ordinary calendar before the fiscal one: [1 January 2024, 1 January 2025) is a year. Null when it
    /// is none.
    /// </summary>
    public static TimeGrain? GrainOf(AbsolutePeriod period, BusinessCalendar calendar)
    {
        ReadOnlySpan<TimeGrain> coarsestFirst =
        [
            TimeGrain.Year, TimeGrain.FiscalYear, TimeGrain.Quarter, TimeGrain.FiscalQuarter, TimeGrain.Month, TimeGrain.FiscalMonth,
            TimeGrain.Week, TimeGrain.Day, TimeGrain.Hour,
        ];
        if (period is { From: { } from, To: { } })
        {
            foreach (var grain in coarsestFirst)
            {
                if (calendar.Computes(grain) && Of(from, grain, calendar) == period)
                {
                    return grain;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the period is not over: it reaches beyond today, or was cut off after today inside a month ("this month" on the 15th). Today itself counts
    /// as over, so that on 31 December the year is whole.
    /// </summary>
    public static bool IsRunning(AbsolutePeriod period, DateTime now)
    {
        var tomorrow = now.Date.AddDays(1);
        var begun = period.From is null || period.From <= now;
        return begun && (period.To is null || period.To > tomorrow || (period.To == tomorrow && tomorrow.Day != 1 && period.From is { Day: 1, TimeOfDay.Ticks: 0 }));
    }

    /// <summary>A day (or, with hours, an instant) moved back by a length of the ordinary calendar: three months before 31 May is 28 or 29 February.</summary>
    private static DateTime? Back(DateTime instant, TimeGrain grain, int count)
    {
        try
        {
            return grain switch
            {
                TimeGrain.Hour => instant.AddHours(-count),
                TimeGrain.Day => instant.AddDays(-count),
                TimeGrain.Week => instant.AddDays(-7.0 * count),
                TimeGrain.Month or TimeGrain.FiscalMonth => instant.AddMonths(-count),
                TimeGrain.Quarter or TimeGrain.FiscalQuarter => instant.AddMonths(checked(-3 * count)),
                _ => instant.AddYears(-count),
            };
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    private static DateTime? TryShift(DateTime instant, TimeGrain grain, int count, BusinessCalendar calendar)
    {
        try
        {
            return Shift(instant, grain, count, calendar);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    private static int FirstMonthOfQuarter(int month) => RoundDown(month - 1, 3) + 1;

    private static int RoundDown(int number, int step) => number - (number % step);
}
