namespace BiAssistant.Semantics.Binding;

/// <summary>A form that cannot be computed yet, and the question that comes closest, in the words of both languages.</summary>
internal sealed record UnplannedForm(string Name, string English, string Korean, string Closest, string ClosestKorean)
{
    public static readonly UnplannedForm Analysis = new(
        "analysis", "An analysis of the answer (trend, forecast, drivers, correlation, target, claim)", "답에 대한 분석(추세, 예측, 원인, 상관, 목표, 사실 확인)",
        "the same numbers by period, or compared with a year earlier.", "같은 숫자를 기간별로, 또는 1년 전과 비교해서 보기.");

    public static readonly UnplannedForm Number = new(
        "number", "A given number for each group, and nothing of the business beside it,", "업무 지표 없이 주어진 숫자만 나누어 보는 것", "a number of the business beside it.", "업무 지표와 함께 묻기.");
}
