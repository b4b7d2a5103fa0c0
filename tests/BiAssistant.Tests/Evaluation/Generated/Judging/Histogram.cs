using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Forms;

namespace BiAssistant.Tests.Evaluation.Generated.Judging;

/// <summary>How often each form, and each pair of forms in one query, was asked and came out the same; and why the others did not.</summary>
internal sealed class Histogram
{
    /// <summary>How often each form and each pair of them has to come out the same, at least, where there are cases enough.</summary>
    public const int Often = 20;

    /// <summary>Pairs are looked for one by one where no more than one in so many is left.</summary>
    private const int FewAreOneIn = 20;

    /// <summary>Forms of which a query has one at most, with the reason: these pairs are impossible by what a query is.</summary>
    private static readonly IReadOnlyList<(string Reason, IReadOnlyList<string> Forms)> OneAtMost =
    [
        ("a query stands beside one other period, and a query within another beside none", OtherPeriod.Family),
        ("rows that are listed have no numbers that could stand beside those of another period", [.. OtherPeriod.Family, "rows listed"]),
    ];

    private readonly Dictionary<string, int> _forms = [];
    private readonly Dictionary<(string, string), int> _pairs = [];
    private readonly Dictionary<(string, string), int> _asked = [];
    private readonly Dictionary<(string, string), int> _sought = [];
    private readonly Dictionary<string, HashSet<Type>> _kindsOf = [];
    private readonly Dictionary<(Outcome, string), int> _reasons = [];
    private readonly HashSet<Type> _kinds = [];

    public int Cases { get; private set; }

    public int WithRows { get; private set; }

    public int Refused => _reasons.Where(reason => reason.Key.Item1 == Outcome.Refused).Sum(reason => reason.Value);

    public void Add(Question question, Verdict verdict)
    {
        Cases++;
        WithRows += verdict.HasRows ? 1 : 0;
        var came = verdict.Outcome == Outcome.Same ? 1 : 0;
        if (came == 0)
        {
            var reason = (verdict.Outcome, verdict.Way);
            _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
        }

        foreach (var part in question.All)
        {
            _kinds.Add(part.GetType());
            _kindsOf[part.Form] = [part.GetType(), .. _kindsOf.GetValueOrDefault(part.Form, [])];
        }

        foreach (var form in FormsOf(question))
        {
            _forms[form] = _forms.GetValueOrDefault(form) + came;
        }

        foreach (var pair in PairsOf(FormsOf(question)))
        {
            _pairs[pair] = _pairs.GetValueOrDefault(pair) + came;
            _asked[pair] = _asked.GetValueOrDefault(pair) + 1;
        }
    }

    /// <summary>Questions of rare pairs; where few pairs are left, one with the pair that was asked and looked for least of them.</summary>
    public Need Need()
    {
        var names = _forms.Keys.Order(StringComparer.Ordinal).ToList();
        var left = Below(names, Often).ToList();
        if (left.Count == 0 || left.Count > names.Count * (names.Count - 1) / 2 / FewAreOneIn)
        {
            return new Need(Rarity, [], []);
        }

        var rarest = left.MinBy(pair => _asked.GetValueOrDefault(pair) + _sought.GetValueOrDefault(pair));
        _sought[rarest] = _sought.GetValueOrDefault(rarest) + 1;
        HashSet<Type> kinds = [.. _kindsOf[rarest.Item1], .. _kindsOf[rarest.Item2]];
        return new Need(Rarity, [rarest.Item1, rarest.Item2], kinds.Count == 1 || kinds.Overlaps(AllForms.KindsOfResults) ? [.. kinds, typeof(InQuery)] : kinds);
    }

    /// <summary>How rare the pairs of a question's forms are, on the average: 1 where none has been asked yet, 0 where all have come often enough.</summary>
    private double Rarity(Question question) =>
        PairsOf(FormsOf(question)).Select(pair => _pairs.GetValueOrDefault(pair) < Often ? 1.0 / (1 + _asked.GetValueOrDefault(pair)) : 0).DefaultIfEmpty().Average();

    /// <summary>Forms that came out the same less often than this; those that were never drawn among them.</summary>
    public IReadOnlyList<string> FormsBelow(int least) =>
    [
        .. _forms.Where(form => form.Value < least).Select(form => $"{form.Key}: {form.Value}"),
        .. AllForms.Kinds.Where(kind => !_kinds.Contains(kind)).Select(kind => $"{kind.Name}: never"),
    ];

    /// <summary>Pairs of forms that came out the same less often than this.</summary>
    public IReadOnlyList<string> PairsBelow(int least) =>
    [
        .. Below([.. _forms.Keys.Order(StringComparer.Ordinal)], least)
            .Select(pair => $"{pair.Item1} + {pair.Item2}: {_pairs.GetValueOrDefault(pair)} of {_asked.GetValueOrDefault(pair)}, looked for {_sought.GetValueOrDefault(pair)} times"),
    ];

    private IEnumerable<(string, string)> Below(List<string> names, int least) =>
        PairsOf(names).Where(pair => !Excludes(pair.Item1, pair.Item2) && _pairs.GetValueOrDefault(pair) < least);

    private static bool Excludes(string one, string other) => OneAtMost.Any(some => some.Forms.Contains(one) && some.Forms.Contains(other));

    /// <summary>Each form with the form that it came together with least often.</summary>
    public override string ToString() => string.Join('\n', Lines());

    private IEnumerable<string> Lines()
    {
        var names = _forms.Keys.Order(StringComparer.Ordinal).ToList();
        yield return $"{Cases} cases, {WithRows} with rows, {_reasons.Where(reason => reason.Key.Item1 == Outcome.Different).Sum(reason => reason.Value)} different";
        foreach (var ((outcome, way), count) in _reasons.OrderByDescending(reason => reason.Value))
        {
            yield return $"{count,7} {outcome} {way}";
        }

        var below = PairsBelow(Often);
        yield return $"{names.Count} forms, {names.Count * (names.Count - 1) / 2} pairs, {below.Count} of them less than {Often} times; {_sought.Count} pairs looked for {_sought.Values.Sum()} times";
        foreach (var pair in below.Count <= Often ? below : [])
        {
            yield return $"        {pair}";
        }

        foreach (var (form, count) in _forms.OrderByDescending(form => form.Value).ThenBy(form => form.Key, StringComparer.Ordinal))
        {
            var (other, together) = names.Where(name => name != form && !Excludes(form, name)).Select(name => (name, _pairs.GetValueOrDefault(Pair(form, name)))).MinBy(pair => pair.Item2);
            yield return $"{count,7} {form}; {together} with {other}";
        }
    }

    private static List<string> FormsOf(Question question) => [.. question.Forms.Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<(string, string)> PairsOf(List<string> forms) => forms.SelectMany((one, place) => forms.Skip(place + 1).Select(other => (one, other)));

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
