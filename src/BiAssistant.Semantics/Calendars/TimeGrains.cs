namespace BiAssistant.Semantics.Calendars;

/// <summary>Names of grains as written in JSON, in column names and in YAML: <c>month</c>, <c>fiscal_quarter</c>.</summary>
public static class TimeGrains
{
    private static readonly (TimeGrain Grain, string Name)[] Names =
    [
        (TimeGrain.Hour, "hour"),
        (TimeGrain.Day, "day"),
        (TimeGrain.Week, "week"),
        (TimeGrain.Month, "month"),
        (TimeGrain.Quarter, "quarter"),
        (TimeGrain.Year, "year"),
        (TimeGrain.FiscalMonth, "fiscal_month"),
        (TimeGrain.FiscalQuarter, "fiscal_quarter"),
        (TimeGrain.FiscalYear, "fiscal_year"),
    ];

    public static IEnumerable<string> All => Names.Select(n => n.Name);

    public static string NameOf(TimeGrain grain) => Names.First(n => n.Grain == grain).Name;

    public static TimeGrain? Find(string name) => Names.Where(n => n.Name == name).Select(n => (TimeGrain?)n.Grain).FirstOrDefault();
}
