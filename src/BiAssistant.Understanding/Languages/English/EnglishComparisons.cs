using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages.English;

/// <summary>English words of comparisons: what adjectives and verbs measure, which way they go, multiples and parts, targets that are met or missed.</summary>
internal static class EnglishComparisons
{
    private static readonly string[] Over = ["more than", "over", "above", "higher than", "in excess of"];

    private static readonly string[] Under = ["less than", "under", "below", "lower than"];

    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Measures(Yardstick.Long, ["longer"], ["shorter", "briefer"]), .. Measures(Yardstick.Lasting, ["slower"], ["faster", "quicker"]), .. Measures(Yardstick.Heavy, ["heavier"], ["lighter"]), .. Measures(Yardstick.Old, ["older"], ["younger"]), .. Measures(Yardstick.Large, ["larger", "bigger"], ["smaller"]),
        .. Measures(Yardstick.Dear, ["more expensive", "pricier", "costlier", "dearer", "more costly", "more valuable"], ["cheaper", "less expensive", "less costly", "less valuable", "less pricey"]),
        .. Verbs(Yardstick.Dear, "cost", "costs", "costing", "worth", "valued at", "priced at", "is worth", "are worth", "were worth", "was worth"), .. Verbs(Yardstick.Priced, "priced", "is priced", "are priced", "were priced"),
        .. Verbs(Yardstick.Heavy, "weigh", "weighs", "weighed", "weighing"), .. Verbs(Yardstick.Lasting, "last", "lasts", "lasted", "lasting", "taking"),
        .. Words(new ComparatorSense(ComparisonOperator.Greater, false, Yardstick.Lasting), Verbs("longer than")), .. Words(new ComparatorSense(ComparisonOperator.Less, false, Yardstick.Lasting), [.. Verbs("shorter than"), .. Verbs("faster than")]),
        .. Words(new ComparativeSense(true, Yardstick.Lasting), "took longer", "take longer", "takes longer", "lasted longer", "last longer", "lasts longer", "taking longer", "lasting longer"),
        .. Words(new ComparativeSense(true, ByGoodness: true), "better"), .. Words(new ComparativeSense(false, ByGoodness: true), "worse", "poorer"),
        .. Words(new UsualSense(), "usually", "normally", "the norm", "is the norm", "is customary", "it usually does", "they usually do"),
        .. Multiple(2, "twice", "double", "two times"), .. Multiple(3, "triple", "three times", "thrice"), .. Multiple(4, "four times", "quadruple"), .. Multiple(5, "five times"), .. Multiple(10, "ten times"), .. Multiple(1.5m, "one and a half times", "1.5 times"),
        .. Part(0.5m, "half", "half of", "half the", "one half of"), .. Part(1m / 3, "a third of", "one third of"), .. Part(2m / 3, "two thirds of"), .. Part(0.25m, "a quarter of", "one quarter of", "a fourth of"), .. Part(0.75m, "three quarters of"), .. Part(0.2m, "a fifth of", "one fifth of"), .. Part(0.1m, "a tenth of", "one tenth of"),
        .. Words(new ThanSense(false), "as", "as in", "as did"),
        .. Words(new OwnTargetSense(), "target", "the target", "its target", "their target", "their targets", "goal", "the goal", "its goal", "their goal", "plan", "the plan", "its plan", "quota", "their quota"),
        .. Words(new ComparatorSense(ComparisonOperator.GreaterOrEqual, false), "met", "meet", "meets", "hit", "hits", "reached", "reach", "reaches", "attained", "attain", "achieved", "achieve", "achieves", "made it to", "lived up to"),
        .. Words(new ComparatorSense(ComparisonOperator.Less, false), "did not meet", "didn't meet", "did not reach", "didn't reach", "did not hit", "didn't hit", "failed to meet", "fail to meet", "failed to reach", "failed to hit", "fell below", "fall below", "falls below", "came in below", "came in under", "undershot", "fell behind", "lagged behind", "lagged", "missing", "did not achieve", "didn't achieve", "failed to achieve", "stayed below"),
        .. Words(new ComparatorSense(ComparisonOperator.Greater, false), "overshot", "outran", "outpaced", "ran ahead of", "came in above", "stayed above"),
    ];

    private static IEnumerable<LexiconEntry> Measures(Yardstick by, string[] more, string[] less) =>
    [
        .. Words(new ComparativeSense(true, by), more), .. Words(new ComparatorSense(ComparisonOperator.Greater, false, by), [.. more.Select(w => w + " than")]),
        .. Words(new ComparativeSense(false, by), less), .. Words(new ComparatorSense(ComparisonOperator.Less, false, by), [.. less.Select(w => w + " than")]),
    ];

    /// <summary>"costs more", "priced below": a verb that measures, with each of the words that say which way.</summary>
    private static IEnumerable<LexiconEntry> Verbs(Yardstick by, params string[] verbs) =>
    [
        .. Words(new ComparatorSense(ComparisonOperator.Greater, false, by), [.. verbs.SelectMany(v => Over.Select(o => $"{v} {o}"))]), .. Words(new ComparatorSense(ComparisonOperator.Less, false, by), [.. verbs.SelectMany(v => Under.Select(u => $"{v} {u}"))]),
        .. Words(new ComparativeSense(true, by), [.. verbs.Select(v => v + " more")]), .. Words(new ComparativeSense(false, by), [.. verbs.Select(v => v + " less")]),
    ];

    private static string[] Verbs(string than) => [$"took {than}", $"take {than}", $"takes {than}", $"taking {than}", $"lasted {than}", $"last {than}", $"lasts {than}", $"lasting {than}"];

    private static IEnumerable<LexiconEntry> Multiple(decimal times, params string[] words) =>
        [.. Words(new MultipleSense(times), [.. words, .. words.Select(w => w + " that of"), .. words.Select(w => w + " the")]), .. Words(new MultipleSense(times, As: true), [.. words.SelectMany(w => new[] { w + " as many", w + " as much" })])];

    private static IEnumerable<LexiconEntry> Part(decimal of, params string[] words) => Words(new MultipleSense(of), words);

    private static IEnumerable<LexiconEntry> Words(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense, Common: true));
}
