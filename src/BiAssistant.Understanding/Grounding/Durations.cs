using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Languages.Korean;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>
/// "how many days does it take to decide on an application", "took the longest to resolve", "완료까지 며칠 걸려": the number that tells how long something takes, found by
/// what is done – as its own name says, or the dates that it is the difference of. Built once per catalog.
/// </summary>
internal sealed class Durations
{
    private const double NumberCost = 0.6;
    private const double PartCost = 0.3;
    private const int MostBetween = 6;

    /// <summary>A length of time: whose it is, and the words of what it ends and begins with.</summary>
    private sealed record Length(Field? Field, Metric? Metric, Dataset? Of, IReadOnlyList<string> Ends, IReadOnlyList<string> Begins);

    private readonly List<Length> _lengths = [];

    public Durations(Catalog catalog)
    {
        foreach (var field in catalog.Datasets.Where(d => !d.Hidden).SelectMany(d => d.Fields).Where(f => !f.Hidden && f.Type.IsNumeric && !f.Rollup && f.Unsupported is null))
        {
            var names = field.Label.Words.Concat(field.Synonyms.Words).Select(w => w.Text).ToList();
            var between = field.Expression.DescendantsAndSelf().OfType<SqlDateDiff>().FirstOrDefault();
            if (between is not null || field.Unit.Words.Any(u => EnglishQualities.SpansOfTime.Contains(WordForms.Fold(u.Text))))
            {
                var ends = names.SelectMany(Deeds).Concat(between is null ? [] : WordsOf(between.To)).Where(w => w.Length > 1).Distinct().ToList();
                _lengths.Add(new Length(field, null, field.Dataset, ends, between is null ? [] : [.. WordsOf(between.From).Where(w => w.Length > 1).Distinct()]));
            }

            IEnumerable<string> WordsOf(SqlExpression date) =>
                date.DescendantsAndSelf().OfType<SqlColumn>().Select(c => field.Dataset.FindField(c.Name) ?? catalog.FindField(c.Table is { } of ? $"{of}.{c.Name}" : c.Name)).OfType<Field>()
                    .SelectMany(f => f.Label.Words.Concat(f.Synonyms.Words).Concat(f.Verbs.Words)).SelectMany(w => Deeds(w.Text));
        }

        foreach (var metric in catalog.Metrics.Where(GrammarContext.IsAverage))
        {
            var names = metric.Label.Words.Concat(metric.Synonyms.Words).Select(w => w.Text).ToList();
            if (names.Exists(n => Tokenizer.Read(n).Any(a => EnglishQualities.SpansOfTime.Contains(a.Key)) || KoreanDurations.Lengths.Any(l => n.EndsWith(l, StringComparison.Ordinal))))
            {
                _lengths.Add(new Length(null, metric, GrammarContext.RowsOf(metric), [.. names.SelectMany(Deeds).Where(w => w.Length > 1).Distinct()], []));
            }
        }
    }

    public IEnumerable<Phrase> In(List<Atom> atoms, HashSet<Dataset> named, GrammarContext context, Visibility visibility) =>
        HowLong(atoms, named, context, visibility).Concat(Longest(atoms, named, visibility)).Concat(FromTo(atoms, named, context, visibility)).Concat(Korean(atoms, named, context, visibility));

    /// <summary>"how long does it take to resolve …", "how many days does it take until a proposal is decided".</summary>
    private IEnumerable<Phrase> HowLong(List<Atom> atoms, HashSet<Dataset> named, GrammarContext context, Visibility visibility)
    {
        var how = Enumerable.Range(0, Math.Max(0, atoms.Count - 2)).FirstOrDefault(i => atoms[i].Key == "how" && (atoms[i + 1].Key == "long" || (atoms[i + 1].Key == "many" && EnglishQualities.SpansOfTime.Contains(atoms[i + 2].Key))), -1);
        var take = how < 0 ? -1 : atoms.FindIndex(how, a => a.Key is "take" or "took");
        if (take < 0)
        {
            yield break;
        }

        var asked = atoms[how + 1].Key == "long" ? how + 2 : how + 3;
        var to = Enumerable.Range(take + 1, Math.Max(0, Math.Min(4, atoms.Count - take - 2))).FirstOrDefault(i => atoms[i].Key == "to", -1);
        var until = Enumerable.Range(take + 1, Math.Max(0, Math.Min(4, atoms.Count - take - 2))).FirstOrDefault(i => atoms[i].Key is "until" or "till" or "before", -1);
        var done = until < 0 ? -1 : Enumerable.Range(until + 2, Math.Max(0, Math.Min(MostBetween, atoms.Count - until - 2))).FirstOrDefault(i => LooseNames.IsParticiple(atoms[i].Key) && atoms[i - 1].Key is "is" or "are" or "was" or "were" or "get" or "been", -1);
        foreach (var item in to > 0 ? Numbers(atoms[to + 1].Key, named, context, visibility) : done > 0 ? Numbers(atoms[done].Key, named, context, visibility) : [])
        {
            yield return new Phrase(how, asked, new MeasuresSense([item]), NumberCost);
            // Each by itself: words between them have a meaning of their own, or none.
            yield return new Phrase(take, take + (IsPerson(atoms[take + 1]) ? 2 : 1), new NumberPartSense(item.Measure), PartCost / 2);
            if (to > 0)
            {
                yield return new Phrase(to, to + 2, new NumberPartSense(item.Measure), PartCost / 2);
            }
            else
            {
                yield return new Phrase(until, until + 1, new NumberPartSense(item.Measure), PartCost / 2);
                yield return new Phrase(done - 1, done + 1, new NumberPartSense(item.Measure), PartCost / 2);
            }
        }
    }

    /// <summary>"took the longest to resolve", "takes us longest to decide".</summary>
    private IEnumerable<Phrase> Longest(List<Atom> atoms, HashSet<Dataset> named, Visibility visibility)
    {
        var take = atoms.FindIndex(a => a.Key is "take" or "took");
        var most = take < 0 ? -1 : Enumerable.Range(take + 1, Math.Max(0, Math.Min(4, atoms.Count - take - 1))).FirstOrDefault(i => atoms[i].Key is "longest" or "shortest", -1);
        if (most < 0 || most + 2 >= atoms.Count || atoms[most + 1].Key != "to" || Enumerable.Range(take + 1, most - take - 1).Any(i => !IsPerson(atoms[i]) && !IsArticle(atoms[i])))
        {
            yield break;
        }

        foreach (var length in Told(atoms[most + 2].Key, named).Where(l => l.Field is { } field ? visibility.Sees(new FieldSense(field)) : visibility.Sees(l.Metric!)))
        {
            yield return new Phrase(take, most + 3, new AdjectiveSense(length.Field, length.Metric, atoms[most].Key == "longest"), NumberCost);
        }
    }

    /// <summary>"days from application to decision", "time between order and delivery".</summary>
    private IEnumerable<Phrase> FromTo(List<Atom> atoms, HashSet<Dataset> named, GrammarContext context, Visibility visibility)
    {
        for (var i = 0; i + 4 < atoms.Count; i++)
        {
            if (!EnglishQualities.SpansOfTime.Contains(atoms[i].Key) || atoms[i + 1].Key is not ("from" or "between"))
            {
                continue;
            }

            var from = i + 2 + (IsArticle(atoms[i + 2]) ? 1 : 0);
            var to = Enumerable.Range(from + 1, Math.Max(0, Math.Min(3, atoms.Count - from - 2))).FirstOrDefault(j => atoms[j].Key is "to" or "and" or "until", -1);
            var end = to < 0 ? -1 : to + 1 + (IsArticle(atoms[to + 1]) ? 1 : 0);
            if (end < 0 || end >= atoms.Count || Enumerable.Range(from + 1, to - from - 1).Any(j => atoms[j].Key != "date"))
            {
                continue;
            }

            foreach (var item in _lengths.Where(l => l.Begins.Any(b => Share(b, atoms[from].Key)) && l.Ends.Any(e => Share(e, atoms[end].Key)) && IsOf(l, named)).Select(l => Item(l, context, visibility)).OfType<MeasureItem>())
            {
                yield return new Phrase(i > 1 && atoms[i - 1].Key == "of" && atoms[i - 2].Key == "number" ? i - 2 : i, end + 1, new MeasuresSense([item]), NumberCost);
            }
        }
    }

    /// <summary>"신청 후 완료까지 평균 며칠 걸려".</summary>
    private IEnumerable<Phrase> Korean(List<Atom> atoms, HashSet<Dataset> named, GrammarContext context, Visibility visibility)
    {
        var takes = Enumerable.Range(0, Math.Max(0, atoms.Count - 1)).FirstOrDefault(i => atoms[i].Raw == "걸" && atoms[i + 1] is { SpaceBefore: false, Raw: "리" or "려" or "렸" }, -1);
        if (takes < 0)
        {
            yield break;
        }

        var end = WordEnd(atoms, takes);
        var asked = Enumerable.Range(0, takes).LastOrDefault(i => KoreanDurations.Asked.Any(word => Syllables.Spell(atoms, i, word)), -1);
        if (asked < 0 || Enumerable.Range(asked + 1, takes - asked - 1).Count(i => atoms[i].SpaceBefore) > 1)
        {
            yield break;
        }

        var parts = new List<(Length Length, int Start, int End)>();
        foreach (var length in _lengths.Where(l => IsOf(l, named)))
        {
            foreach (var (at, behind) in length.Ends.Where(e => e[0] >= '\uAC00').SelectMany(e => Enumerable.Range(0, asked).Where(i => Syllables.Spell(atoms, i, e)).SelectMany(i => KoreanDurations.Until.Where(u => Syllables.Spell(atoms, i + e.Length, u)).Select(u => (i, i + e.Length + u.Count(c => c != ' '))))))
            {
                parts.Add((length, at, WordEnd(atoms, behind - 1)));
            }
        }

        parts = parts.FindAll(p => p.Start == parts.Max(o => o.Start));
        // The registry's number, where it has one.
        foreach (var (length, start, stop) in parts.Exists(p => p.Length.Metric is not null) ? parts.FindAll(p => p.Length.Metric is not null) : parts)
        {
            if (Item(length, context, visibility) is not { } item)
            {
                continue;
            }

            yield return new Phrase(asked, WordEnd(atoms, asked) is var word && word < takes ? word : end, new MeasuresSense([item]), NumberCost);
            if (word < takes)
            {
                yield return new Phrase(takes, end, new NumberPartSense(item.Measure), 0);
            }

            yield return new Phrase(start, stop, new NumberPartSense(item.Measure), PartCost);
            foreach (var begin in length.Begins.Where(b => b[0] >= '\uAC00').SelectMany(b => Enumerable.Range(0, start).Where(i => Syllables.Spell(atoms, i, b)).Select(i => (Start: i, Word: b))))
            {
                foreach (var since in KoreanDurations.Since.Where(s => Syllables.Spell(atoms, begin.Start + begin.Word.Length, s)))
                {
                    yield return new Phrase(begin.Start, begin.Start + begin.Word.Length + since.Length, new NumberPartSense(item.Measure), PartCost);
                }
            }
        }
    }

    private IEnumerable<MeasureItem> Numbers(string verb, HashSet<Dataset> named, GrammarContext context, Visibility visibility) => (Told(verb, named) is var told && told.Exists(l => l.Metric is not null) ? told.FindAll(l => l.Metric is not null) : told).Select(l => Item(l, context, visibility)).OfType<MeasureItem>();

    private List<Length> Told(string verb, HashSet<Dataset> named)
    {
        var told = _lengths.Where(l => l.Ends.Any(e => Share(e, verb))).ToList();
        // "what loan type takes us longest to decide": where nothing that is named is decided, whatever is.
        return told.Where(l => IsOf(l, named)).ToList() is { Count: > 0 } theirs ? theirs : told;
    }

    private static MeasureItem? Item(Length length, GrammarContext context, Visibility visibility) =>
        length.Field is { } field ? visibility.Sees(new FieldSense(field)) ? context.Of(AggregateFunction.Average, field) : null : visibility.Sees(length.Metric!) ? context.Of(length.Metric!) : null;

    private static bool IsOf(Length length, HashSet<Dataset> named) => named.Count == 0 || length.Of is null || named.Any(n => n.Lineage.Contains(length.Of) || length.Of.Lineage.Contains(n));

    /// <summary>Whether two forms are of one word: "decision" and "decided", "application" and "applied".</summary>
    private static bool Share(string word, string other)
    {
        var same = word.Zip(other).TakeWhile(p => p.First == p.Second).Count();
        return word == other || (same >= 3 && same >= Math.Min(word.Length, other.Length) - 3 && (same >= 4 || Math.Min(word.Length, other.Length) <= 4));
    }

    /// <summary>The words of a name that tell what is done: of "days to resolve", "decision time" and 심사 소요일.</summary>
    private static IEnumerable<string> Deeds(string name)
    {
        if (name.Any(c => c >= '\uAC00'))
        {
            var bare = KoreanDurations.Lengths.FirstOrDefault(l => name.EndsWith(l, StringComparison.Ordinal)) is { } length ? name[..^length.Length].TrimEnd() : name;
            return bare.Length == name.Length && !KoreanDurations.Forms.Any(f => name.EndsWith(f, StringComparison.Ordinal)) ? []
                : [(KoreanDurations.Forms.FirstOrDefault(f => bare.EndsWith(f, StringComparison.Ordinal)) is { } form && bare.Length > form.Length + 1 ? bare[..^form.Length] : bare).Split(' ')[^1]];
        }

        return Tokenizer.Read(name).Where(a => a is { Kind: AtomKind.Word, Key.Length: > 2 } && !EnglishWords.Function.Contains(a.Key) && !EnglishQualities.SpansOfTime.Contains(a.Key) && !EnglishQualities.Lengths.Contains(a.Key)).Select(a => a.Key);
    }

    private static bool IsPerson(Atom atom) => atom.Raw is "us" or "you" or "them" or "me" or "him" or "her";

    private static bool IsArticle(Atom atom) => atom.Raw is "the" or "a" or "an";

    private static int WordEnd(List<Atom> atoms, int start) => Enumerable.Range(start + 1, atoms.Count - start - 1).FirstOrDefault(i => atoms[i].SpaceBefore || atoms[i].Kind != AtomKind.Syllable, atoms.Count);
}
