namespace BiAssistant.Semantics.Calendars;

/// <summary>Whether a fiscal year bears the number of the calendar year in which it ends or starts.</summary>
public enum FiscalYearName
{
    End,
    Start,
}

/// <summary>How a retail year is cut into weeks; <c>None</c> means calendar months.</summary>
public enum WeekPattern
{
    None,
    FourFourFive,
    FourFiveFour,
    FiveFourFour,
}

/// <summary>The business's year and week.</summary>
public sealed record BusinessCalendar
{
    public static readonly BusinessCalendar Default = new();

    /// <summary>1 to 12.</summary>
    public int FiscalYearStartMonth { get; init; } = 1;

    public int FiscalYearStartDay { get; init; } = 1;

    public FiscalYearName FiscalYearNamedBy { get; init; } = FiscalYearName.End;

    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    public WeekPattern Pattern { get; init; }

    /// <summary>Name of a dataset that holds the calendar; null when there is none.</summary>
    public string? Dataset { get; init; }

    /// <summary>Whether arithmetic gives the periods of a grain. Where a dataset holds the calendar, its fiscal periods are whatever its rows say.</summary>
    public bool Computes(TimeGrain grain) => Dataset is null || grain < TimeGrain.FiscalMonth;
}
