namespace BiAssistant.DemoCompany.Company;

/// <summary>The days that the demo company's data covers; the last of them is the demo's today.</summary>
internal static class DataPeriod
{
    public static readonly DateOnly First = new(2022, 1, 1);
    public static readonly DateOnly Last = new(2024, 12, 31);

    /// <summary>Bookings already made by the last day may arrive up to here.</summary>
    public static readonly DateOnly LastArrival = new(2025, 4, 30);

    /// <summary>What is planned ahead is planned up to this month, the last of the fiscal year.</summary>
    public static readonly DateOnly LastPlannedMonth = new(2025, 3, 1);

    /// <summary>How many days there are.</summary>
    public static int Length => Last.DayNumber - First.DayNumber + 1;

    public static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    /// <summary>The first days of the months, from the month of one day to the month of the other.</summary>
    public static IEnumerable<DateOnly> Months(DateOnly from, DateOnly to)
    {
        for (var month = MonthOf(from); month <= to; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    public static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    public static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>The day as a place in arrays that begin with the first day.</summary>
    public static int Place(DateOnly day) => day.DayNumber - First.DayNumber;

    public static bool Contains(DateOnly day) => day >= First && day <= Last;
}
