namespace BiAssistant.Understanding.Grounding;

/// <summary>Whole phrases that people use for what a name of the catalog says: "spent on marketing" of a marketing cost, 문을 연 of an opening date, 청구된 of a claimed amount.</summary>
internal static class OtherSayings
{
    private static readonly string[] Costs = ["cost", "costs", "spend", "spending", "expense", "expenses", "expenditure"];

    private static readonly string[] KoreanCosts = [" 비용", " 지출", " 경비", " 지출액", "비용", "비"];

    /// <summary>What money was spent on: of "marketing cost" and 정비 비용; none for another name.</summary>
    public static IEnumerable<string> SpentOf(string name)
    {
        var words = name.ToLowerInvariant().Split(' ');
        if (words.Length is 2 or 3 && Costs.Contains(words[^1]) && words[0] is not ("average" or "total" or "unit" or "actual" or "planned"))
        {
            var on = string.Join(' ', words[..^1]);
            return [$"spent on {on}", $"spend on {on}", $"spending on {on}", $"money spent on {on}", $"money that went into {on}", $"paid for {on}"];
        }

        return KoreanCosts.FirstOrDefault(c => name.EndsWith(c, StringComparison.Ordinal)) is { } cost && name[..^cost.Length].TrimEnd() is { Length: >= 2 and <= 8 } what && what.All(IsHangul) && what is not ("평균" or "총" or "계획" or "실제" or "단위")
            ? new[] { "에 쓴", "에 쓰인", "에 든", "에 들어간", "에 나간", "에 지출한", "에 지출된" }.SelectMany(spent => new[] { "돈", "비용", "금액" }.Select(money => $"{what}{spent} {money}"))
            : [];
    }

    /// <summary>What money that comes in is called.</summary>
    public static readonly string[] Incomes = ["revenue", "sales", "income", "earnings", "proceeds", "turnover"];

    /// <summary>What those do to whom money comes.</summary>
    public static readonly string[] Earning = ["earn", "earned", "make", "made", "bring", "brought", "take", "took", "generate", "generated"];

    /// <summary>What came in: of "ticket revenue" what was brought in from tickets, of "rent collected" rent that came in; none for another name.</summary>
    public static IEnumerable<string> CameInOf(string name)
    {
        var words = name.ToLowerInvariant().Split(' ');
        if (words.Length == 2 && Incomes.Contains(words[1]) && words[0] is not ("average" or "total" or "net" or "gross" or "annual" or "monthly" or "daily"))
        {
            return new[] { words[0], words[0] + "s" }.SelectMany(what => new[] { "bring in", "brought in", "earn", "earned", "make", "made", "take in", "took in" }.SelectMany(verb => new[] { "from", "on", "with", "through" }.Select(from => $"{verb} {from} {what}")).Append($"money from {what}"));
        }

        return words.Length == 2 && words[1] is "collected" or "received"
            ? new[] { "came in", "come in", "coming in", "that came in", "brought in", "we took in", "taken in" }.Select(came => $"{words[0]} {came}").Concat([$"brought in in {words[0]}", $"took in in {words[0]}"])
            : [];
    }

    private static readonly string[][] DateStems =
    [
        ["hire", "hired", "hiring", "join", "joined", "joining", "employment start"], ["termination", "terminated", "leaving", "left", "exit", "resignation", "resigned", "departure from company"], ["opening", "opened", "open"], ["closing", "closed", "closure"], ["founding", "founded", "foundation", "establishment", "established"],
        ["입사", "채용", "위촉", "고용"], ["퇴사", "퇴직", "해촉", "사직", "퇴임"], ["개점", "개장", "개업", "오픈", "개소", "개관", "설립"], ["폐점", "폐장", "폐업", "폐소", "폐관"], ["준공", "완공", "건축"],
    ];

    private static readonly string[][] DateSayings =
    [
        ["hired", "recruited", "taken on", "joined us", "came on board"], ["left us", "left the company", "quit", "resigned", "who have left", "who left"], ["opened its doors", "opened", "launched"], ["closed its doors", "shut down", "closed down"], ["founded", "established", "set up"],
        ["입사한", "뽑힌", "채용한", "채용된", "합류한"], ["그만둔", "퇴사한", "퇴직한", "떠난", "관둔"], ["문을 연", "문 연", "오픈한", "개점한", "새로 생긴", "문을 열었던"], ["문을 닫은", "문 닫은", "폐점한", "없어진"], ["지어진", "지은", "완공된", "준공된", "세워진"],
    ];

    /// <summary>The verbs of such a date: of 해촉 and "termination" those of leaving; none where the date is of nothing of the kind.</summary>
    public static IEnumerable<string> VerbsOfDate(string stem) => Enumerable.Range(0, DateStems.Length).Where(i => DateStems[i].Contains(stem, StringComparer.OrdinalIgnoreCase)).SelectMany(i => DateSayings[i].Where(said => !said.Equals(stem, StringComparison.OrdinalIgnoreCase)));

    /// <summary>What happened to an amount, before a noun: 청구된 of 청구금액; none for another name.</summary>
    public static IEnumerable<string> DoneToAmount(string name) =>
        new[] { "금액", "액" }.FirstOrDefault(a => name.EndsWith(a, StringComparison.Ordinal)) is { } amount && name[..^amount.Length].TrimEnd() is { Length: 2 } done && done.All(IsHangul) ? [$"{done}된", $"{done}한", $"{done}했던", $"{done}되는"] : [];

    /// <summary>What a flag says that starts with a verb of having: "containing nuts" of "contains nuts"; none for another name.</summary>
    public static IEnumerable<string> HadOf(string name) => name.ToLowerInvariant().Split(' ', 2) switch
    {
        ["contains", var what] => [$"containing {what}", $"contain {what}", $"that contain {what}", $"with {what}"],
        ["has" or "with", var what] => [$"having {what}", $"have {what}", $"that have {what}"],
        ["includes", var what] => [$"including {what}", $"include {what}", $"that include {what}"],
        _ => [],
    };

    /// <summary>What people agreed to: "opted in to marketing" of "marketing opt in"; none for another name.</summary>
    public static IEnumerable<(string Said, bool Truth)> OptedOf(string name)
    {
        var said = name.ToLowerInvariant().Replace('-', ' ');
        return said.EndsWith(" opt in", StringComparison.Ordinal) || said.EndsWith(" consent", StringComparison.Ordinal)
            ? Of(said.EndsWith("opt in", StringComparison.Ordinal) ? said[..^7] : said[..^8])
            : [];

        static IEnumerable<(string, bool)> Of(string what) =>
            new[] { $"opted in to {what}", $"opted into {what}", $"opt in to {what}", $"consented to {what}", $"agreed to {what}" }.Select(s => (s, true)).Concat(new[] { $"opted out of {what}", $"refused {what}" }.Select(s => (s, false)));
    }

    private static readonly string[] KoreanDeeds = ["지급", "판매", "생산", "소비", "사용", "청구", "수금", "납부", "구매", "매입", "발주", "지출", "집행", "신청", "접수", "상환", "수납", "결제", "환급", "배당", "모금", "출하", "수거", "처리"];

    /// <summary>A number whose name runs a deed and its object together: of 지급보험금 지급된 보험금 and 보험금 지급액; none for another name.</summary>
    public static IEnumerable<string> RunTogetherOf(string name) =>
        KoreanDeeds.FirstOrDefault(d => name.StartsWith(d, StringComparison.Ordinal)) is { } deed && name[deed.Length..].TrimStart() is { Length: >= 2 } what && what.All(IsHangul)
            ? [$"{deed}된 {what}", $"{deed}한 {what}", $"{deed}했던 {what}", $"{what} {deed}액", $"{what} {deed}", .. Paid.Contains(deed) ? new[] { $"나간 {what}", $"내준 {what}", $"준 {what}" } : []]
            : [];

    /// <summary>The object of a deed of paying out, where a number is called after both: 보험금 of 지급보험금; null for another name.</summary>
    public static string? PaidOutOf(string name) =>
        Paid.FirstOrDefault(d => name.StartsWith(d, StringComparison.Ordinal)) is { } deed && name[deed.Length..].TrimStart() is { Length: >= 2 } what && what.All(IsHangul) ? what : null;

    private static readonly string[] Paid = ["지급", "지출", "집행"];

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';
}
