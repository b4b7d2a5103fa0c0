using System.Globalization;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Semantics.Calendars;

/// <summary>What people call a period, in English and Korean; a language without wording of its own reads English. Days at both ends are included: [1 January, 1 April) reads "2024-01-01 to 2024-03-31".</summary>
public static class PeriodLabels
{
    private const string Korean = "ko";

    /// <summary>The shortest name that says exactly this period.</summary>
    public static string Of(AbsolutePeriod period, BusinessCalendar calendar, string language)
    {
        var korean = language == Korean;
        if (Periods.GrainOf(period, calendar) is { } grain && period.From is { } start)
        {
            return Of(start, grain, calendar, language);
        }

        var byDay = IsMidnight(period.From) && IsMidnight(period.To);
        return (period.From, period.To) switch
        {
            (null, null) => korean ? "전체 기간" : "all data",
            ({ } from, null) => korean ? $"{Instant(from, byDay)}부터" : $"since {Instant(from, byDay)}",
            (null, { } to) when byDay => korean ? $"{LastDay(to)}까지" : $"until {LastDay(to)}",
            (null, { } to) => korean ? $"{Instant(to, byDay)} 전" : $"before {Instant(to, byDay)}",
            ({ } from, { } to) when byDay => korean ? $"{Instant(from, byDay)} ~ {LastDay(to)}" : $"{Instant(from, byDay)} to {LastDay(to)}",
            ({ } from, { } to) => korean ? $"{Instant(from, byDay)}부터 {Instant(to, byDay)} 전까지" : $"from {Instant(from, byDay)} to before {Instant(to, byDay)}",
        };
    }

    /// <summary>The name of the period of a grain that holds an instant: "May 2024", "2024년 5월", "FY2025".</summary>
    public static string Of(DateTime instant, TimeGrain grain, BusinessCalendar calendar, string language)
    {
        var start = Periods.Start(instant, grain, calendar);
        var korean = language == Korean;
        var quarter = ((start.Month - 1) / 3) + 1;
        return grain switch
        {
            TimeGrain.Hour => Text(start, "yyyy-MM-dd HH:00"),
            TimeGrain.Day => korean ? Text(start, "yyyy년 M월 d일") : Text(start, "yyyy-MM-dd"),
            TimeGrain.Week => korean ? Text(start, "yyyy년 M월 d일 주") : Text(start, "'week of' yyyy-MM-dd"),
            TimeGrain.Month => korean ? Text(start, "yyyy년 M월") : Text(start, "MMMM yyyy"),
            TimeGrain.Quarter => korean ? $"{Text(start, "yyyy")}년 {quarter}분기" : $"Q{quarter} {Text(start, "yyyy")}",
            TimeGrain.Year => korean ? Text(start, "yyyy년") : Text(start, "yyyy"),
            _ => Fiscal(start, grain, calendar, korean),
        };
    }

    private static string Fiscal(DateTime start, TimeGrain grain, BusinessCalendar calendar, bool korean)
    {
        var number = FiscalYears.MonthNumber(start, calendar);
        var year = FiscalYears.Name(number, calendar).ToString(CultureInfo.InvariantCulture);
        var month = number % 12;
        return grain switch
        {
            TimeGrain.FiscalYear => korean ? $"{year} 회계연도" : $"FY{year}",
            TimeGrain.FiscalQuarter => korean ? $"{year} 회계연도 {(month / 3) + 1}분기" : $"Q{(month / 3) + 1} FY{year}",
            _ => korean ? $"{year} 회계연도 {month + 1}번째 달" : $"month {month + 1} of FY{year}",
        };
    }

    private static bool IsMidnight(DateTime? instant) => instant is null || instant.Value.TimeOfDay == TimeSpan.Zero;

    private static string LastDay(DateTime end) => Text(end.AddDays(-1), "yyyy-MM-dd");

    private static string Instant(DateTime instant, bool byDay) =>
        Text(instant, byDay ? "yyyy-MM-dd" : instant.Ticks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss.FFFFFFF");

    private static string Text(DateTime instant, string format) => instant.ToString(format, CultureInfo.InvariantCulture);
}
