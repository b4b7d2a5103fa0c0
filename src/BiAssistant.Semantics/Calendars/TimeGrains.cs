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

    /// <summary>What people call a period of the grain: "fiscal month", "회계월".</summary>
    public static string Word(TimeGrain grain, string language) => language == "ko" ? Korean(grain) : NameOf(grain).Replace('_', ' ');

    public static TimeGrain? Find(string name) => Names.Where(n => n.Name == name).Select(n => (TimeGrain?)n.Grain).FirstOrDefault();

    private static string Korean(TimeGrain grain) => grain switch
    {
        TimeGrain.Hour => "시간",
        TimeGrain.Day => "일",
        TimeGrain.Week => "주",
        TimeGrain.Month => "월",
        TimeGrain.Quarter => "분기",
        TimeGrain.Year => "연도",
        TimeGrain.FiscalMonth => "회계월",
        TimeGrain.FiscalQuarter => "회계분기",
        TimeGrain.FiscalYear => "회계연도",
        _ => throw new System.Diagnostics.UnreachableException(grain.ToString()),
    };
}
