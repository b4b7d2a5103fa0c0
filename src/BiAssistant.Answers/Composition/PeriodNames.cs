using BiAssistant.Semantics.Calendars;

namespace BiAssistant.Answers.Composition;

/// <summary>What a column of periods is called.</summary>
internal static class PeriodNames
{
    public static string Of(TimeGrain grain, string language) => language == "ko" ? Korean(grain) : English(grain);

    private static string English(TimeGrain grain) => grain switch
    {
        TimeGrain.FiscalMonth => "Fiscal month",
        TimeGrain.FiscalQuarter => "Fiscal quarter",
        TimeGrain.FiscalYear => "Fiscal year",
        _ => grain.ToString(),
    };

    private static string Korean(TimeGrain grain) => grain switch
    {
        TimeGrain.Hour => "시간",
        TimeGrain.Day => "일",
        TimeGrain.Week => "주",
        TimeGrain.Month => "월",
        TimeGrain.Quarter => "분기",
        TimeGrain.Year => "연도",
        TimeGrain.FiscalMonth => "회계 월",
        TimeGrain.FiscalQuarter => "회계 분기",
        _ => "회계연도",
    };
}
