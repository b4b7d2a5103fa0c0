using System.Collections.Frozen;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Languages;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>Words that the name of a field gives where the catalog says no others: <c>joined_at</c> is "joined", <c>is_retired</c> is "retired".</summary>
internal static class UsualWords
{
    private static readonly string[] DeedEndings = ["한", "하는", "했던"];

    /// <summary>What one of a role does, where the role is called after it: "제안 작성자" 작성한.</summary>
    public static IEnumerable<string> DoneBy(string role) =>
        role.Split(' ')[^1] is { Length: > 2 } word && word[^1] == '자' && word[0] >= '\uAC00' ? DeedEndings.Select(e => word[..^1] + e) : [];

    private static readonly FrozenSet<string> Irregular = new[] { "paid", "sold", "sent", "built", "made", "born", "bought", "begun", "given", "taken", "written", "won", "lost", "left" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Units =
        new[] { "mm", "cm", "m", "km", "mg", "g", "kg", "ml", "l", "sqm", "m2", "m3", "ms", "sec", "secs", "min", "mins", "hrs", "kwh", "mb", "gb", "usd", "eur", "gbp", "jpy", "krw", "pct" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What has happened at this date; null when its name does not say.</summary>
    public static string? VerbOf(Field field) => Parts(field.Name) switch
    {
        [var verb, "at" or "on" or "date" or "time" or "day" or "timestamp"] when IsParticiple(verb) => verb,
        ["date" or "time", var verb] when IsParticiple(verb) => verb,
        _ => null,
    };

    /// <summary>What is true of rows with this flag; null when its name does not say.</summary>
    public static string? FlagOf(Field field) => field.Type.Kind is SqlTypeKind.Boolean && Parts(field.Name) is ["is" or "was", .. { Length: > 0 } said]
        ? string.Join(' ', said)
        : null;

    /// <summary>"still open" is "open": the state without how long it lasts; null when nothing is left out.</summary>
    public static string? StateOf(string label) =>
        new[] { "still ", "not yet ", "아직 " }.FirstOrDefault(s => label.StartsWith(s, StringComparison.OrdinalIgnoreCase)) is { } adverb && !adverb.StartsWith("not", StringComparison.Ordinal) ? label[adverb.Length..] : null;

    /// <summary>The other forms of a verb: "book" of "booked", "예약하지" of "예약된".</summary>
    public static IEnumerable<string> VerbFormsOf(string verb)
    {
        if (verb.Length > 1 && verb[^1] is '한' or '된' && !verb.Contains(' ', StringComparison.Ordinal))
        {
            return KoreanVerbForms.Select(f => verb[..^1] + f);
        }

        if (verb.Contains(' ', StringComparison.Ordinal) || !verb.All(char.IsAsciiLetterLower))
        {
            return [];
        }

        // "leases ending in December": with the preposition, which would mean a part of a text otherwise.
        var lasting = EnglishWords.IngOf(verb) is { } ing ? new[] { $"{ing} in", $"{ing} on" }.Where(form => Lexicon.All.Find(Tokenizer.PhraseKey(form)!.Value.Hash).Count > 0).Prepend(ing) : [];
        return EnglishWords.StemsOf(verb).Where(stem => stem.Length > 3 && !EnglishWords.Positions.Contains(stem) && !EnglishWords.StatesLikeVerbs.Contains(stem)).Concat(lasting);
    }

    private static readonly string[] KoreanVerbForms = ["하지", "되지", "했는데", "됐는데", "했지만", "됐지만", "했으나", "했고", "됐습니까", "했습니까", "됐나요", "했나요", "됐어", "했어", " 이력", " 기록", "한 적", "된 적", "하고"];

    private static readonly string[] Closings = ["clos", "resolv", "resolut", "complet", "settl", "solv"];

    private static readonly string[] KoreanClosings = ["완료", "종결", "해결", "처리"];

    private static readonly string[] Solutions = ["resol", "solv"];

    private static readonly string[] Openings = ["open", "개점", "개장", "개업", "개관", "오픈"];

    private static readonly string[] StillOpen = ["open", "still open", "outstanding"];

    /// <summary>What things are called whose closing has no date yet: "open" of a resolution date, 미완료 of 완료일; none for a date of anything else.</summary>
    public static IEnumerable<string> OpenOf(Field field)
    {
        var words = field.Label.Words.Concat(field.Synonyms.Words).Concat(field.Verbs.Words).Select(w => w.Text.ToLowerInvariant()).ToList();
        if (!(field.IsTime || field.Type.IsTemporal) || !words.Exists(w => Closings.Concat(KoreanClosings).Any(c => w.StartsWith(c, StringComparison.Ordinal))))
        {
            return [];
        }

        // Shops that have not closed are open in another sense.
        return field.Dataset.NameField is not null && field.Dataset.Fields.Any(f => f != field && f.Type.IsTemporal && f.Label.Words.Any(w => Openings.Any(o => w.Text.StartsWith(o, StringComparison.OrdinalIgnoreCase))))
            ? []
            : StillOpen.Concat(words.Exists(w => Solutions.Any(s => w.StartsWith(s, StringComparison.Ordinal))) ? ["unresolved"] : []).Concat(KoreanClosings.Where(c => words.Exists(w => w.StartsWith(c, StringComparison.Ordinal))).SelectMany(c => new[] { $"미{c}", $"미{c}된", $"아직 {c}되지 않은" }));
    }

    /// <summary>The noun that the name of things in several words ends with.</summary>
    public static IEnumerable<(string Word, Dataset Of)> HeadsOf(Dataset dataset) =>
        (dataset.Entity is { } entity ? entity.Singular.Words.Concat(entity.Plural.Words) : dataset.Label.Words)
            .Select(w => w.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(parts => parts.Length > 1 && !parts.Contains("of") && parts[^1].Length > (parts[^1][0] >= '\uAC00' ? 1 : 3)).Select(parts => (parts[^1].ToLowerInvariant(), dataset));

    /// <summary>A shorter name: <c>has_garden</c> is "garden", <c>distance_km</c> is "distance"; null when there is none.</summary>
    public static string? NameOf(Field field) => Parts(field.Name) switch
    {
        ["has", .. { Length: > 0 } said] when field.Type.Kind is SqlTypeKind.Boolean => string.Join(' ', said),
        [.. { Length: > 0 } said, var unit] when field.Type.IsNumeric && said[^1] != "per" && Units.Contains(unit) => string.Join(' ', said),
        _ => null,
    };

    /// <summary>"opening date" of "date of opening"; null for another name.</summary>
    public static string? TurnedOf(string name) => name.ToLowerInvariant().Split(' ') is [var head, "of", .. { Length: > 0 } rest] && head is not ("number" or "name" or "share" or "percentage") && (rest[0] == "the" ? rest[1..] : rest) is { Length: > 0 } what
        ? $"{string.Join(' ', what)} {head}"
        : null;

    /// <summary>
    /// A name with the word before it in the description: of what is described as "number of library loans" and called loans, "library loans". None where the description says what does
    /// not count: the word could be just that.
    /// </summary>
    public static IEnumerable<string> FullerNames(string name, string description)
    {
        var words = description.ToLowerInvariant().Split([' ', ',', ';', '.', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var of = name.ToLowerInvariant().Split(' ');
        return Exceptions.Any(e => words.Contains(e) || description.Contains(" " + e, StringComparison.OrdinalIgnoreCase))
            ? []
            : Enumerable.Range(1, Math.Max(0, words.Length - of.Length)).Where(i => words.AsSpan(i, Math.Min(of.Length, words.Length - i)).SequenceEqual(of) && words[i - 1] is { Length: > 3 } before && before.All(char.IsAsciiLetterLower) && !before.EndsWith("ed", StringComparison.Ordinal) && !before.EndsWith("ing", StringComparison.Ordinal))
                .Select(i => $"{words[i - 1]} {name}");
    }

    private static readonly string[] Exceptions = ["not", "no", "without", "except", "excluding", "excludes", "other", "but", "nor", "never", "unless", "minus", "less", "than"];

    /// <summary>What a Korean name of an amount says that is done: 장학금 지급액 is what of the 장학금 was 지급한; none for another name.</summary>
    public static IEnumerable<string> DeedsOf(string name) =>
        name.Split(' ') is [{ Length: > 1 } what, var deed] && KoreanAmounts.FirstOrDefault(a => deed.EndsWith(a, StringComparison.Ordinal)) is { } amount && deed[..^amount.Length] is { Length: 2 } done && done.All(c => c >= '\uAC00')
            ? new[] { "한", "된", "했던", "하는" }.SelectMany(form => new[] { $"{done}{form} {what}", $"{done}{form} {what} 금액", $"{done}{form} {what}의 총액" })
            : [];

    /// <summary>What is done where so much of it is: of 생산량 생산한 and 생산했나요; none for another name.</summary>
    public static IEnumerable<string> DoneOf(string name) =>
        KoreanAmounts.FirstOrDefault(a => name.EndsWith(a, StringComparison.Ordinal)) is { } amount && name[..^amount.Length].TrimEnd() is { Length: 2 } done && done.All(c => c is >= '\uAC00' and <= '\uD7A3')
            ? new[] { "한", "된", "했던", "하는", "했나요", "했어", "했어요", "했습니까", "했는지", "했지", "됐나요", "됐어", "됐습니까", "하였나요", "해 온" }.Select(form => done + form)
            : [];

    private static readonly string[] KoreanAmounts = ["액", "금액", "량", "건수"];

    /// <summary>What a flag's name says of rows that have it or lack it: of 성적서 첨부 성적서가 첨부된 and 성적서가 첨부되지 않은, of 인증 여부 인증된; none for another language.</summary>
    public static IEnumerable<(string Word, bool Truth)> MarkedOf(string name)
    {
        var said = name.EndsWith(" 여부", StringComparison.Ordinal) ? name[..^3] : name;
        if (said.Length < 2 || !said.All(c => c is ' ' or (>= '\uAC00' and <= '\uD7A3')) || said.Count(c => c == ' ') > 2)
        {
            return [];
        }

        var (what, done) = said.LastIndexOf(' ') is > 0 and var end ? (said[..end], said[(end + 1)..]) : ("", said);
        if (done.Length < 2)
        {
            return [];
        }

        var stems = what.Length == 0 ? [done] : new[] { $"{what} {done}", $"{what}가 {done}", $"{what}이 {done}", $"{what}를 {done}", $"{what}을 {done}", $"{what}에 {done}", $"{what}로 {done}", $"{what}으로 {done}" };
        return stems.SelectMany(stem => new[] { "된", "한", "되어 있는", "돼 있는", "받은", "되는", "하는", " 중인", "하고 있는", "하는 중인" }.Select(form => (stem + form, true))
            .Concat(new[] { "되지 않은", "하지 않은", "되어 있지 않은", "돼 있지 않은", " 안 된", " 안 한", "받지 않은", "받지 못한", "되지 않는", "하지 않는" }.Select(form => (stem + form, false))));
    }

    /// <summary>What weighs is asked for by these words, whatever the catalog calls it.</summary>
    public static IReadOnlyList<string> Weights { get; } = ["weight", "무게", "중량"];

    public static bool IsWeight(string unit) => MeasureUnits.AreSame(unit, "kg") || MeasureUnits.AreSame(unit, "g") || MeasureUnits.AreSame(unit, "t") || MeasureUnits.AreSame(unit, "lb");

    /// <summary>What is added up, without the word that only says that it is counted or money: 지연 배송 건수 is also 지연 배송, 팁 금액 is 팁; null when the name has no such word.</summary>
    public static string? CountedOf(string name) =>
        KoreanMeasures.FirstOrDefault(m => name.EndsWith($" {m}", StringComparison.Ordinal)) is { } measure && name.Length > measure.Length + 1 ? name[..^(measure.Length + 1)] : null;

    /// <summary>The whole without the word that says so: total revenue is revenue where nothing else is, 총매출 매출; null for another name.</summary>
    public static string? WholeOf(string name) =>
        name.StartsWith("total ", StringComparison.OrdinalIgnoreCase) ? name[6..]
        : name.StartsWith('총') && name[1..].TrimStart() is { Length: >= 2 } whole && whole.All(c => IsHangul(c) || c == ' ') ? whole
        : null;

    /// <summary>The other way to say an amount: 환불액 is 환불 금액, 결제 금액 is 결제액; null for another name.</summary>
    public static string? AmountOf(string name) =>
        name.EndsWith("금액", StringComparison.Ordinal) ? name[..^2].TrimEnd() is { Length: >= 2 } paid && paid.All(IsHangul) ? $"{paid}액" : null
        : name.EndsWith('액') && name[..^1] is { Length: >= 2 } what && what.All(c => IsHangul(c) || c == ' ') && what[^1] != ' ' ? $"{what} 금액" : null;

    private static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7A3';

    private static readonly string[] KoreanMeasures = ["건수", "금액", "수", "횟수", "수량", "총액", "액수", "시간"];

    /// <summary>What things are that lack it, where the catalog says what a missing value is called: 투숙 이력 없음 is 투숙 이력이 없는 and 투숙하지 않은, 미결제 is 결제되지 않은; none for another language.</summary>
    public static IEnumerable<string> LackingOf(string label)
    {
        const string None = " 없음";
        if (label.EndsWith(None, StringComparison.Ordinal) && label.Length > None.Length + 1)
        {
            var lacking = label[..^None.Length];
            var done = KoreanTraces.FirstOrDefault(t => lacking.EndsWith(t, StringComparison.Ordinal)) is { } trace ? lacking[..^trace.Length] : null;
            return new[] { $"{lacking}이 없는", $"{lacking}가 없는", $"{lacking} 없는", $"{lacking}이 없던" }.Concat(done is null ? [] : KoreanUndone.Select(u => done + u));
        }

        return label.Length > 2 && label[0] == '미' && label.All(c => c >= '\uAC00') ? KoreanUndone.Select(u => label[1..] + u) : [];
    }

    private static readonly string[] KoreanTraces = [" 이력", " 기록", " 내역", " 실적"];

    private static readonly string[] KoreanUndone = ["하지 않은", "되지 않은", "한 적이 없는", "한 적 없는", "된 적이 없는", "된 적 없는", " 안 된", " 안 한", "이 안 된", "이 없는"];

    /// <summary>Other forms of a Korean verb before a noun: 접수된 is also 접수한 and 접수하는; a verb of another language has none here.</summary>
    public static IEnumerable<string> FormsOf(string verb) =>
        verb.Length > 2 && KoreanForms.FirstOrDefault(f => verb.EndsWith(f, StringComparison.Ordinal)) is { } ending ? KoreanForms.Where(f => f != ending).Select(f => verb[..^ending.Length] + f) : [];

    /// <summary>The noun in a Korean verb: what is 발행된 is done in a 발행; null for another language.</summary>
    public static string? NounOf(string verb) =>
        verb.Length > 2 && KoreanForms.FirstOrDefault(f => verb.EndsWith(f, StringComparison.Ordinal)) is { } ending && verb[..^ending.Length] is { Length: > 1 } stem && !stem.Contains(' ', StringComparison.Ordinal) ? stem : null;

    /// <summary>What a date is the date of: "due" of "due date", 도착 of 도착일; null when its name does not say.</summary>
    public static string? DatedOf(string name) =>
        Dates.FirstOrDefault(d => name.EndsWith(d, StringComparison.OrdinalIgnoreCase)) is { } date && name[..^date.Length].TrimEnd() is { Length: > 1 } stem && !stem.Equals("the", StringComparison.OrdinalIgnoreCase) ? stem.ToLowerInvariant() : null;

    private static readonly string[] Dates = [" date", "일자", "날짜", "일시", "시각", "일"];

    private static readonly string[] KoreanForms = ["된", "한", "하는", "되는", "했던", "됐던", "되었던"];

    private static string[] Parts(string name) => name.ToLowerInvariant().Split('_', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsParticiple(string word) => (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("eed", StringComparison.Ordinal)) || Irregular.Contains(word);
}
