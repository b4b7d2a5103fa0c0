using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>What can stand between a query and its binding, worded for the person who asked.</summary>
internal sealed class BindingIssues(string language)
{
    private const int MostWays = 8;

    private bool Korean => language == "ko";

    public Issue Unknown(string kind, string name) =>
        new("unknown_name", Korean ? $"'{name}'은(는) 알 수 없는 {KindInKorean(kind)}입니다." : $"There is no {kind} called '{name}'.") { Element = name };

    public Issue NoWay(Dataset root, Dataset target) =>
        root.Lineage.FirstOrDefault(target.Lineage.Contains) is { } shared ? NeverBoth(root, target, shared) : new(
            "no_join_path",
            Korean
                ? $"{Labels.Of(root, "ko")}에서 {Labels.Of(target, "ko")}(으)로 이어지는 관계가 없어 이렇게 나누거나 거를 수 없습니다."
                : $"{Labels.Of(root, "en")} do not lead to {Labels.Of(target, "en")}: the catalog has no relationship from one to the other, so they cannot be broken down or filtered that way.")
        {
            Element = root.Id,
        };

    private Issue NeverBoth(Dataset root, Dataset target, Dataset shared) =>
        new(
            "no_join_path",
            Korean
                ? $"{Labels.Of(root, "ko")}와(과) {Labels.Of(target, "ko")}은(는) {Labels.Of(shared, "ko")}의 서로 다른 종류라서 한 행이 둘 다일 수 없습니다. 둘 중 하나를, 아니면 {Labels.Of(shared, "ko")}을(를) 물어봐 주세요."
                : $"{Labels.Heading(LocalText.Empty, Labels.Of(root, "en"), "en")} and {Name(target)} are different kinds of {Name(shared)}, and no row is both; ask for one of them, or for {Name(shared)}.")
        {
            Element = root.Id,
        };

    private static string Name(Dataset dataset) => Labels.InSentence(Labels.Of(dataset, "en"));

    /// <summary>Each suggestion, said as the way of the query's fields, decides.</summary>
    public Issue TwoWays(Dataset root, Dataset target, Seq<Seq<ToOneStep>> ways, JoinGraph graph)
    {
        var words = new WayWords(graph, root, target, ways, language);
        var labels = words.Labels().Take(MostWays).ToList();
        var rest = ways.Count > MostWays;
        return new Issue(
            "two_ways",
            Korean
                ? $"{Labels.Of(root, "ko")}에서 {Labels.Of(target, "ko")}(으)로 가는 길이 여러 가지이고 뜻이 서로 다릅니다. {string.Join(", ", labels.Select(l => $"{l} 기준"))}{(rest ? " 등" : "")} 중에서 어느 것인가요?"
                : $"{Labels.Heading(LocalText.Empty, Labels.Of(root, "en"), "en")} lead to {Name(target)} in several ways that mean different things. By the {string.Join(", by the ", labels.SkipLast(1))}{(labels.Count > 2 ? "," : "")} or by the {labels[^1]}{(rest ? ", or another" : "")}?")
        {
            Suggestions = words.Choices(),
            Element = target.Id,
        };
    }

    public Issue NoClock(string measure) =>
        new(
            "no_time",
            Korean ? $"'{measure}'에는 기준 날짜가 없어 기간을 적용할 수 없습니다. 카탈로그 담당자가 기준 날짜를 정해 줄 수 있습니다." : $"'{measure}' has no date that it goes by, so it cannot be limited to or broken down by a period. Whoever keeps the catalog can name the date that it goes by.");

    public Issue CalendarNotRead(string dataset) =>
        new(
            "calendar_not_read",
            Korean
                ? $"회계 기간은 {dataset}의 행이 정하는데, 아직 그 행을 읽지 않습니다. {dataset}의 항목으로 나누어 볼 수 있습니다."
                : $"Fiscal periods are whatever the rows of {dataset} say, and those are not read yet. A field of {dataset} can be grouped by instead.");

    public Issue WholePeriodsOnly(string measure, TimeGrain grain) =>
        new(
            "whole_periods_only",
            Korean
                ? $"'{measure}'은(는) {TimeGrains.Word(grain, "ko")} 단위로만 있어 더 짧은 기간으로 나누거나 자를 수 없습니다. {TimeGrains.Word(grain, "ko")} 단위로 물어 주세요."
                : $"'{measure}' is only known by {TimeGrains.Word(grain, "en")}, so no part of one can be told. Ask for whole periods.");

    public Issue NotADate(string measure, string field) =>
        new(
            "no_time",
            Korean
                ? $"'{measure}'의 기준인 '{field}'은(는) 날짜가 아니고, 그 값이 어떤 기간을 뜻하는지 카탈로그에 없습니다."
                : $"'{measure}' goes by '{field}', which is no date, and the catalog does not say which period a value of it means.");

    public Issue PeriodsDiffer(TimeGrain grain) =>
        new(
            "periods_differ",
            Korean
                ? $"이 수치들은 {TimeGrains.Word(grain, "ko")}을(를) 서로 다르게 적어 두어 나란히 놓을 수 없습니다. 따로 물어 주세요."
                : $"These numbers write their {TimeGrains.Word(grain, "en")} in different ways (dates, numbers or texts), so they cannot stand side by side. Ask for them one at a time.");

    public Issue NoSuchInterval(string measure) =>
        new("no_such_period", Korean ? $"'{measure}'을(를) 계산하려면 기간이 필요한데 이 질문의 기간에는 견줄 기간이 없습니다. 달이나 해처럼 정해진 기간을 말씀해 주세요." : $"'{measure}' looks at other periods than the one that is asked for, and there is none for this one. Ask for a period such as a month or a year.");

    public Issue TooManyPeriods(string measure, int most) =>
        new("too_many_periods", Korean ? $"'{measure}'은(는) 한 번에 {most}개 기간까지 계산할 수 있습니다. 더 긴 단위나 더 짧은 기간을 말씀해 주세요." : $"'{measure}' can be broken down into at most {most} periods at once; ask by a longer unit, or for a shorter time.");

    public Issue TooManyParts(string measure, int most) =>
        new("too_many_periods", Korean ? $"'{measure}'의 이동평균은 한 번에 {most}개 기간까지 계산할 수 있습니다. 더 긴 단위로 말씀해 주세요." : $"A rolling average of '{measure}' covers at most {most} periods; say the window in a longer unit.");

    public Issue Timeless(string measure) =>
        new("timeless", Korean ? $"'{measure}'은(는) 기간과 무관한 지표라서 기간을 적용할 수 없습니다." : $"'{measure}' does not depend on a period; ask for it without one.");

    public Issue PartlyHidden(string dataset) =>
        new("partly_hidden", Korean ? $"{dataset} 가운데 볼 수 있는 행만 계산했습니다." : $"Of {dataset}, only the rows that you may see count here.") { Severity = IssueSeverity.Warning };

    public Issue NotAllowed(string what) =>
        new("not_allowed", Korean ? $"'{what}'을(를) 볼 권한이 없습니다." : $"You may not see '{what}'.");

    public Issue Contradiction(string field) => new("contradiction", $"No value of \"{field}\" can meet both conditions on it.") { Element = field };

    public Issue NotYet(string what, string why) =>
        new("not_supported_yet", Korean ? $"'{what}'은(는) 아직 계산할 수 없습니다: {why}" : $"'{what}' cannot be computed yet: {why}");

    public Issue OfOtherResults(string number) => NotYet(number, Korean
        ? "결과에 대한 수치는 그 결과의 기간에만 있습니다. 기간은 안쪽 질문에 넣으세요."
        : "numbers about results are of the period of those results. Put the period into the question that gives them.");

    public Issue WrongType(string field, string expected) =>
        new("wrong_type", Korean ? $"'{field}'은(는) {expected} 값과 비교해야 합니다." : $"'{field}' can only be compared with {expected}.");

    public Issue NotANumber(string field, string function) =>
        new("wrong_type", Korean ? $"'{field}'은(는) 숫자가 아니어서 {function}을(를) 구할 수 없습니다." : $"'{field}' is not a number, so its {function} cannot be taken.");

    public Issue NotSummable(string field) =>
        new("not_summable", Korean ? $"'{field}'은(는) 더하면 뜻이 없는 값입니다." : $"Adding up '{field}' would mean nothing; its average, smallest or largest value can be asked for.");

    public Issue PeriodsNotMatched() =>
        new("periods_not_matched", Korean ? "기간별 답은 시작이 정해진 기간끼리만 비교할 수 있습니다." : "Numbers by period can be compared where both periods have a beginning, the other one before this one: say from when.");

    public Issue NoShares(string measure) =>
        new("no_shares", Korean ? $"'{measure}'은(는) 더해서 전체가 되는 값이 아니므로 비중이 없습니다." : $"'{measure}' is not made of parts that add up, so no group has a share of it; sums and counts have shares.");

    public Issue NoMemberThere(string measure) =>
        new("unknown_grouping", Korean ? $"'{measure}'은(는) 한 구성원의 값이므로, 그 항목으로 나누지 않은 전체에는 없습니다." : $"'{measure}' is of one member, and a whole that is not broken down by that field has none.");

    public Issue NotShared(string measure, string among) =>
        new(
            "not_split",
            Korean
                ? $"'{measure}'은(는) {among}별로 나누어 합칠 수 없는 값입니다. 합계와 건수만 나눌 수 있습니다."
                : $"'{measure}' cannot be split among {among}: only sums and numbers of rows add up again. Ask for it without that breakdown.");

    public Issue CountedInEach(Dataset counted, Dataset groups) =>
        new(
            "counted_in_each",
            Korean
                ? $"여러 {Labels.Of(groups, "ko")}에 걸친 {Labels.Of(counted, "ko")}은(는) 각각에 포함되므로, 행을 더하면 전체보다 클 수 있습니다."
                : $"{Labels.Heading(LocalText.Empty, Labels.Of(counted, "en"), "en")} with several {Labels.Of(groups, "en")} count in each of them, so the rows can add up to more than the whole.")
        {
            Severity = IssueSeverity.Warning,
        };

    public Issue LeftOutOfEach(Dataset counted, Dataset groups) =>
        new(
            "left_out_of_each",
            Korean
                ? $"제외한 {Labels.Of(groups, "ko")}이(가) 있는 {Labels.Of(counted, "ko")}은(는) 다른 {Labels.Of(groups, "ko")}에서도 빠집니다."
                : $"{Labels.Heading(LocalText.Empty, Labels.Of(counted, "en"), "en")} that have what was left out are left out of all other {Labels.Of(groups, "en")} too.")
        {
            Severity = IssueSeverity.Warning,
        };

    public Issue CountedInWhole(Dataset counted, Dataset groups) =>
        new(
            "counted_in_whole",
            Korean
                ? $"조건에 맞는 {Labels.Of(groups, "ko")}이(가) 있는 {Labels.Of(counted, "ko")}은(는) 전체가 포함됩니다. {Labels.Of(groups, "ko")}별로 나누면 몫만 포함됩니다."
                : $"{Labels.Heading(LocalText.Empty, Labels.Of(counted, "en"), "en")} with such {Labels.Of(groups, "en")} count in whole here; broken down by {Labels.Of(groups, "en")}, a part of them falls to each.")
        {
            Severity = IssueSeverity.Warning,
        };

    public string Draft(string metric) =>
        Korean ? $"'{metric}'의 정의는 아직 초안입니다." : $"The definition of '{metric}' is still a draft.";

    public Issue NothingAsked() =>
        new("nothing_asked", Korean ? "어떤 숫자를 알고 싶은지 말씀해 주세요." : "Say which number you want to know.");

    private static string KindInKorean(string kind) => kind switch
    {
        "metric" => "지표",
        "field" => "항목",
        "dataset" => "데이터",
        _ => "이름",
    };
}
