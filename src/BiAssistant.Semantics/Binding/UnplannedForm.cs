namespace BiAssistant.Semantics.Binding;

/// <summary>A form that cannot be computed yet, and the question that comes closest, in the words of both languages.</summary>
internal sealed record UnplannedForm(string Name, string English, string Korean, string Closest, string ClosestKorean)
{
    public static readonly UnplannedForm Analysis = new(
        "analysis", "An analysis of the answer (trend, forecast, drivers, correlation, target, claim)", "답에 대한 분석(추세, 예측, 원인, 상관, 목표, 사실 확인)",
        "the same numbers by period, or compared with a year earlier.", "같은 숫자를 기간별로, 또는 1년 전과 비교해서 보기.");

    public static readonly UnplannedForm Number = new(
        "number", "A given number alone", "주어진 숫자만 묻는 것", "a number of the business beside it.", "업무 지표와 함께 묻기.");

    public static readonly UnplannedForm FiscalSpan = new(
        "fiscal_span", "A span of fiscal periods", "회계기간 단위의 길이", "a span of months, quarters or years.", "월, 분기 또는 연 단위의 길이.");

    public static readonly UnplannedForm OpenPeriod = new(
        "open_period", "A number over a period without an end beside a breakdown by time", "기간별 답 옆에 끝이 없는 기간의 숫자를 두는 것", "the same with a last day.", "마지막 날을 정해서 같은 질문.");

    public static readonly UnplannedForm RollingAverage = new(
        "rolling_average", "An average of the last periods", "최근 기간들의 이동평균", "the number over the whole of the last periods.", "최근 기간 전체의 숫자.");
}
