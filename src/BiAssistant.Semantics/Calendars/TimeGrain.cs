namespace BiAssistant.Semantics.Calendars;

/// <summary>The width of a period, finest first.</summary>
public enum TimeGrain
{
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    FiscalMonth,
    FiscalQuarter,
    FiscalYear,
}
