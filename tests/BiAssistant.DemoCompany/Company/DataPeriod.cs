namespace BiAssistant.DemoCompany.Company;

/// <summary>The days that the demo company's data covers; the last of them is the demo's today.</summary>
internal static class DataPeriod
{
    public static readonly DateOnly First = new(2022, 1, 1);
    public static readonly DateOnly Last = new(2024, 12, 31);

    /// <summary>Bookings already made by the last day may arrive up to here.</summary>
    public static readonly DateOnly LastArrival = new(2025, 4, 30);

    public static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    public static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
