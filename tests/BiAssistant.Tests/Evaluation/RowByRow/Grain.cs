namespace BiAssistant.Tests.Evaluation.RowByRow;

/// <summary>How wide the periods of an answer are.</summary>
internal enum Grain
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
