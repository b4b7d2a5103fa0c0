using BiAssistant.Semantics.Calendars;

namespace BiAssistant.Semantics.Loading;

/// <summary>What the grains of time are called in the catalog.</summary>
internal static class GrainWords
{
    public static readonly (string Word, TimeGrain Grain)[] All =
    [
        ("hour", TimeGrain.Hour), ("day", TimeGrain.Day), ("week", TimeGrain.Week), ("month", TimeGrain.Month), ("quarter", TimeGrain.Quarter), ("year", TimeGrain.Year),
        ("fiscal_month", TimeGrain.FiscalMonth), ("fiscal_quarter", TimeGrain.FiscalQuarter), ("fiscal_year", TimeGrain.FiscalYear),
    ];
}
