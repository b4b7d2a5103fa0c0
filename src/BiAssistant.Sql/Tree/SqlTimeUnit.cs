namespace BiAssistant.Sql.Tree;

/// <summary>A unit of calendar time, for truncation, differences, intervals and extraction. Weeks begin on Monday here; other weeks are arithmetic on days.</summary>
public enum SqlTimeUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>A part of a date that EXTRACT gives as a number (ISO: Monday is day 1 of a week).</summary>
public enum SqlDatePart
{
    Second,
    Minute,
    Hour,
    Day,
    DayOfWeek,
    DayOfYear,
    Week,
    Month,
    Quarter,
    Year,
    Epoch,
}
