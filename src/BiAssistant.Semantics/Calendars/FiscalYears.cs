namespace BiAssistant.Semantics.Calendars;

/// <summary>
/// Where fiscal years and their months begin. Under a week pattern a year begins on the week start nearest to the declared day, so it has 52 or 53
/// weeks; a 53rd week belongs to the last month (and quarter). A declared day that a month lacks (February 30) is that month's last day.
/// </summary>
internal static class FiscalYears
{
    private const int MonthsPerYear = 12;

    /// <summary>The first day of the fiscal year whose declared start lies in that calendar year.</summary>
    internal static DateTime YearStart(int calendarYear, BusinessCalendar calendar)
    {
        var declared = DeclaredDay(calendarYear, calendar.FiscalYearStartMonth, calendar.FiscalYearStartDay);
        return calendar.Pattern == WeekPattern.None ? declared : NearestWeekStart(declared, calendar.WeekStart);
    }

    /// <summary>The first day of a fiscal month, counted from year 0: twelve a year, the first of each year at a multiple of twelve.</summary>
    internal static DateTime MonthStart(int monthNumber, BusinessCalendar calendar)
    {
        var (year, month) = Math.DivRem(monthNumber, MonthsPerYear);
        if (calendar.Pattern != WeekPattern.None)
        {
            return YearStart(year, calendar).AddDays(7 * WeeksBefore(month, calendar.Pattern));
        }

        var total = (year * MonthsPerYear) + calendar.FiscalYearStartMonth - 1 + month;
        return DeclaredDay(total / MonthsPerYear, (total % MonthsPerYear) + 1, calendar.FiscalYearStartDay);
    }

    /// <summary>The number of the fiscal month that holds a day; see <see cref="MonthStart"/>.</summary>
    internal static int MonthNumber(DateTime day, BusinessCalendar calendar)
    {
        var number = ((day.Year - 1) * MonthsPerYear) + day.Month - calendar.FiscalYearStartMonth;
        number = Math.Max(number, MonthsPerYear);
        var last = (MonthsPerYear * (DateTime.MaxValue.Year + 1)) - calendar.FiscalYearStartMonth;
        while (number < last && MonthStart(number + 1, calendar) <= day)
        {
            number++;
        }

        return number;
    }

    /// <summary>The year number that people say: of the calendar year in which the fiscal year ends, or starts, by declaration.</summary>
    internal static int Name(int monthNumber, BusinessCalendar calendar)
    {
        var year = monthNumber / MonthsPerYear;
        var isCalendarYear = calendar is { FiscalYearStartMonth: 1, FiscalYearStartDay: 1 };
        return isCalendarYear || calendar.FiscalYearNamedBy == FiscalYearName.Start ? year : year + 1;
    }

    /// <summary>The fiscal year that people call by a number.</summary>
    internal static Queries.AbsolutePeriod Named(int name, BusinessCalendar calendar)
    {
        var year = Name(name * MonthsPerYear, calendar) == name ? name : name - 1;
        return new Queries.AbsolutePeriod(YearStart(year, calendar), YearStart(year + 1, calendar));
    }

    private static DateTime DeclaredDay(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));

    private static DateTime NearestWeekStart(DateTime day, DayOfWeek weekStart)
    {
        var back = ((int)day.DayOfWeek - (int)weekStart + 7) % 7;
        return back <= 3 ? day.AddDays(-back) : day.AddDays(7 - back);
    }

    internal static int WeeksBefore(int month, WeekPattern pattern)
    {
        const int WeeksPerQuarter = 13;
        var (first, second) = pattern switch
        {
            WeekPattern.FourFourFive => (4, 8),
            WeekPattern.FourFiveFour => (4, 9),
            _ => (5, 9),
        };
        return (month / 3 * WeeksPerQuarter) + (month % 3) switch
        {
            0 => 0,
            1 => first,
            _ => second,
        };
    }
}
