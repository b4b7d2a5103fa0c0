using System.Diagnostics;
using System.Globalization;
using BiAssistant.Semantics.Metrics;

namespace BiAssistant.Semantics.Queries.Readings;

internal sealed partial class KoreanReading
{
    private string Of(Analysis analysis, SemanticQuery query) => analysis switch
    {
        TrendAnalysis => "추세 분석",
        ForecastAnalysis forecast => $"향후 {Of(forecast.Horizon)} 예측(신뢰수준 {ReadingTerms.Percent(forecast.Level)}%)",
        AnomalyAnalysis anomaly => $"이상치(표준편차 {terms.Number(anomaly.Deviations)}배 초과)",
        CorrelationAnalysis { Lag: 0 } => "두 지표의 상관관계",
        CorrelationAnalysis correlation => string.Create(CultureInfo.InvariantCulture, $"첫 지표와 {correlation.Lag}기간 뒤 둘째 지표의 상관관계"),
        DriversAnalysis { By.IsEmpty: true } => "증감 원인",
        DriversAnalysis drivers => $"{string.Join("·", drivers.By.Select(f => Of((Grouping)f)))}별 증감 원인",
        TargetAnalysis target => $"목표({(target.Target is { } number ? Target(number, query) : "지표의 목표")}) 대비 {Of(target.Show)}",
        ClaimAnalysis claim => $"확인: {Of(claim, query)}",
        _ => throw new UnreachableException(),
    };

    private string Of(ClaimAnalysis claim, SemanticQuery query)
    {
        var amount = claim.Amount is not { } number ? null : claim.Relative ? ReadingTerms.Percent(number) + "%" : Beside(query, number);
        return claim.Claim switch
        {
            ClaimKind.Is => $"{amount}인지",
            ClaimKind.AtLeast => $"{amount} 이상인지",
            ClaimKind.AtMost => $"{amount} 이하인지",
            ClaimKind.Rose => amount is null ? "증가했는지" : $"{amount} 이상 증가했는지",
            ClaimKind.Fell => amount is null ? "감소했는지" : $"{amount} 이상 감소했는지",
            ClaimKind.Unchanged => amount is null ? "변동이 없는지" : $"변동이 {amount} 이내인지",
            _ => throw new UnreachableException(),
        };
    }

    private static string Of(TargetShow show) => show switch
    {
        TargetShow.Attainment => "달성률",
        TargetShow.Variance => "차이",
        TargetShow.Pace => "진도",
        _ => throw new UnreachableException(),
    };

    private string Target(Measure target, SemanticQuery query) => target is ConstantMeasure { Value: var value } ? Beside(query, value) : Of(target, nested: false);

    private string Beside(SemanticQuery query, decimal number) => query.Measures.IsEmpty ? terms.Number(number) : terms.NumberBeside(query.Measures[0], number);
}
