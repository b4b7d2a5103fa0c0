using System.Globalization;

namespace BiAssistant.Answers.Composition;

/// <summary>What a reader of the number must know, in the language of the answer.</summary>
internal static class Remarks
{
    public static AnswerWarning Ties(int asked, int shown, string language) => new("ties", Korean(language)
        ? $"{asked}개를 요청했지만 마지막 순위의 값이 같아 {shown}개를 보여 드립니다."
        : $"{asked} were asked for; {shown} are shown because the last ones are equal.");

    public static AnswerWarning Truncated(int limit, string language) => new("truncated", Korean(language)
        ? $"처음 {Count(limit)}행만 보여 드립니다. 더 많은 행이 있습니다."
        : $"Only the first {Count(limit)} rows are shown; there are more.");

    public static AnswerWarning Incomplete(string language) => new("incomplete_period", Korean(language)
        ? "아직 끝나지 않은 기간이 포함되어 있습니다."
        : "The period is not over yet.");

    /// <summary>The periods are named as people call them.</summary>
    public static AnswerWarning Incomplete(IEnumerable<string> periods, string language) => new("incomplete_period", Korean(language)
        ? $"{string.Join(", ", periods)}: 아직 끝나지 않은 기간입니다."
        : $"{string.Join(", ", periods)}: not over yet, so its numbers are of a part only.");

    public static AnswerWarning Sparse(int limit, string language) => new("sparse_periods", Korean(language)
        ? $"값이 없는 기간까지 모두 보여 드리면 {Count(limit)}행이 넘어, 값이 있는 기간만 보여 드립니다."
        : $"Periods without any rows are left out here: with them there would be more than {Count(limit)} rows.");

    public static AnswerWarning PeriodsUnknown(string language) => new("sparse_periods", Korean(language)
        ? "데이터가 언제부터 언제까지 있는지 확인할 수 없어, 값이 있는 기간만 보여 드립니다."
        : "Periods without any rows are left out here: the data could not be asked from when to when there is any, so whether they are zero is not known.");

    public static AnswerWarning DataEnds(string day, string language) => new("data_ends", Korean(language)
        ? $"데이터는 {day}까지 있습니다. 그 뒤의 기간은 0이 아니라 데이터가 없는 것입니다."
        : $"The data ends on {day}; periods after it are without data, not zero.");

    public static AnswerWarning DemoClock(string today, string language) => new("demo_clock", Korean(language)
        ? $"시연용 데이터이므로 오늘을 데이터의 마지막 날인 {today}로 봅니다."
        : $"This is demonstration data: today counts as {today}, the last day of its data.");

    public static AnswerWarning IndexIncomplete(string language) => new("index_incomplete", Korean(language)
        ? "일부 필드의 값은 아직 색인되지 않아 이름을 알아보지 못할 수 있습니다."
        : "The values of some fields are not indexed yet, so a name among them may not be recognised.");

    public static AnswerWarning IndexSkipped(string language) => new("index_incomplete", Korean(language)
        ? "일부 필드의 값은 읽지 않아 이름을 알아보지 못할 수 있습니다. 읽으려면 허용된 것보다 많은 행을 읽어야 합니다."
        : "The values of some fields are not known, so a name among them may not be recognised: reading them would read more rows than are allowed.");

    /// <summary>The instant is said in UTC.</summary>
    public static AnswerWarning CatalogKept(DateTimeOffset since, int errors, string language)
    {
        var instant = since.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new AnswerWarning("catalog_kept", Korean(language)
            ? $"카탈로그 파일에 {instant}(UTC)부터 오류가 {Count(errors)}개 있어, 그 이전의 카탈로그로 답합니다."
            : $"The catalog's files have had {(errors == 1 ? "an error" : $"errors ({Count(errors)} now)")} since {instant} UTC; this answer goes by the catalog as it was before.");
    }

    public static AnswerWarning Inexact(string column, string language) => new("inexact", Korean(language)
        ? $"'{column}' 값은 부동소수점으로 저장되어 있어 끝자리가 정확하지 않을 수 있습니다."
        : $"'{column}' is stored as floating-point numbers: its last digits are not exact.");

    /// <summary>The metric is out of use; its replacement is named where it has one.</summary>
    public static AnswerWarning Deprecated(string metric, string? replacement, string language) => new("deprecated_metric", (Korean(language), replacement) switch
    {
        (true, null) => $"'{metric}' 지표는 더 이상 쓰지 않습니다.",
        (true, _) => $"'{metric}' 지표는 더 이상 쓰지 않습니다. 대신 '{replacement}' 지표를 쓰세요.",
        (false, null) => $"'{metric}' is out of use.",
        _ => $"'{metric}' is out of use; '{replacement}' has replaced it.",
    });

    public static AnswerWarning RangeNotRead(string language) => new("range_not_read", Korean(language)
        ? "데이터가 언제부터 언제까지 있는지는 확인하지 않았습니다. 확인하려면 허용된 것보다 많은 행을 읽어야 합니다."
        : "From when to when there is data was not looked up: that would read more rows than are allowed.");

    public static AnswerWarning ClaimsNotProven(int claims, string language) => new("claims_not_proven", Korean(language)
        ? $"이 숫자의 바탕이 되는 카탈로그의 선언 {Count(claims)}개는 데이터로 확인하지 않았습니다. 확인하려면 허용된 것보다 많은 행을 읽어야 합니다."
        : $"{(claims == 1 ? "One claim of the catalog that this rests on was" : $"{Count(claims)} claims of the catalog that this rests on were")} not checked against the data: that would read more rows than are allowed.");

    public static AnswerWarning NoData(string sentence) => new("no_data", sentence);

    private static bool Korean(string language) => language == "ko";

    private static string Count(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
