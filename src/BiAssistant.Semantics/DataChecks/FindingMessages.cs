using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.DataChecks;

/// <summary>
/// What disproved claims mean for a number, worded for the person who asked for it. How many rows there are is not told of data that not everyone sees.
/// </summary>
internal sealed class FindingMessages(string language)
{
    private bool Korean => language == "ko";

    public Issue Multiplied(KeyClaim key, Dataset root, DataFinding finding)
    {
        var (name, counted, joined) = (FindingWords.Name(key.Keyed, key.Columns), Labels.Of(root, language), Labels.Of(key.Keyed, language));
        return new Issue(
            "disproved_key",
            Korean
                ? $"{name}은(는) 행마다 달라야 하지만 {RepeatsInKorean(key.Keyed, finding)}. {counted}을(를) 이 값으로 {joined}에 이으면 일부 행이 여러 번 계산되므로 답하지 않습니다. {joined} 없이 물어보시거나 데이터 담당자에게 알려 주세요."
                : $"{name} is declared unique, but {Repeats(key.Keyed, finding)}. Joined to {joined} by it, some rows of {counted} would count more than once, so there is no answer. Ask without {joined}, or let whoever keeps the data know.")
        {
            Element = key.Keyed.Id,
        };
    }

    public Issue StoredTwice(KeyClaim key, DataFinding finding)
    {
        var name = FindingWords.Name(key.Keyed, key.Columns);
        return Warning(
            "key_repeats",
            Korean
                ? $"{name}은(는) 행마다 달라야 하지만 {RepeatsInKorean(key.Keyed, finding)}. 두 번 저장된 행은 여기서도 두 번 계산됩니다."
                : $"{name} is declared the primary key, but {Repeats(key.Keyed, finding)}. What is stored twice counts twice here.",
            key.Keyed);
    }

    public Issue LeftOut(Dataset counted, Dataset joined, DataFinding finding)
    {
        var (some, to) = (Labels.Of(counted, language), Labels.Of(joined, language));
        return Warning(
            "rows_left_out",
            (Korean, Told(counted)) switch
            {
                (true, true) => $"{some} 전체 {FindingWords.Count(finding.Rows)}행 가운데 {FindingWords.Count(finding.Wrong)}행은 이어지는 {to} 행이 없어 여기에서 빠집니다.",
                (true, false) => $"{some} 가운데 이어지는 {to} 행이 없는 행은 여기에서 빠집니다.",
                (false, true) => $"Of all data, {FindingWords.Share(finding.Wrong, finding.Rows)} of {some} {FindingWords.Verb(finding.Wrong, "finds", "find")} no row of {to} and {FindingWords.Verb(finding.Wrong, "is", "are")} left out here.",
                (false, false) => $"Rows of {some} that find no row of {to} are left out here.",
            },
            counted);
    }

    public Issue Old(Dataset dataset, DateTime newest, TimeSpan age, TimeSpan limit) =>
        Warning("stale_data", Age(dataset, newest, age, limit), dataset);

    public Issue TooOld(Dataset dataset, DateTime newest, TimeSpan age, TimeSpan limit)
    {
        var until = FindingWords.Instant(newest.Date);
        return new Issue(
            "stale_data",
            $"{Age(dataset, newest, age, limit)} {(Korean ? $"그래서 지금에 대해서는 답하지 않습니다. {until}보다 먼저 끝나는 기간으로 물어봐 주세요." : $"So nothing is said of the time up to now; ask for a period that ends before {until}.")}")
        {
            Element = dataset.Id,
        };
    }

    private string Age(Dataset dataset, DateTime newest, TimeSpan age, TimeSpan limit)
    {
        var name = Labels.Of(dataset, language);
        return Korean
            ? $"{name}의 가장 최근 데이터는 {FindingWords.Instant(newest)} 것으로 {FindingWords.SpanInKorean(age)} 지났습니다. 허용된 것은 {FindingWords.SpanInKorean(limit)}입니다."
            : $"The newest data of {name} is of {FindingWords.Instant(newest)}, {FindingWords.Span(age)} ago; {FindingWords.Span(limit)} are allowed.";
    }

    private static string Repeats(Dataset dataset, DataFinding finding) => Told(dataset)
        ? $"{FindingWords.Share(finding.Wrong, finding.Rows)} share their value with another row"
        : "some rows share their value with another row";

    private static string RepeatsInKorean(Dataset dataset, DataFinding finding) => Told(dataset)
        ? $"{FindingWords.Count(finding.Rows)}행 가운데 {FindingWords.Count(finding.Wrong)}행이 다른 행과 값이 같습니다"
        : "일부 행이 다른 행과 값이 같습니다";

    private static bool Told(Dataset dataset) => dataset.Access.IsEmpty && dataset.RowAccess.IsEmpty;

    private static Issue Warning(string code, string message, Dataset dataset) => new(code, message) { Element = dataset.Id, Severity = IssueSeverity.Warning };
}
