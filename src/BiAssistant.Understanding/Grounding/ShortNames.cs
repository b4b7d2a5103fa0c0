using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages;
using BiAssistant.Understanding.Languages.Korean;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>
/// The noun that the name of a field ends with ("country" of "depot country", "번호" of "화물 번호"): people say only that where the question names the things
/// whose field it is. Built once per catalog; held against the rest of the question at each one.
/// </summary>
internal sealed class ShortNames
{
    /// <summary>What it costs to believe: more than any name that is said in full.</summary>
    public const double Weight = 1.6;

    private const double SaidInFull = 1.15;
    private const double NearWeight = 1.1;
    private const double OwnCost = 0.4;

    private readonly Dictionary<ulong, List<Field>> _fields = [];

    public ShortNames(Catalog catalog, Lexicon lexicon)
    {
        foreach (var field in catalog.Datasets.Where(d => !d.Hidden).SelectMany(d => d.Fields).Where(f => !f.Hidden && f.Type.Kind != Sql.Tree.SqlTypeKind.Boolean))
        {
            foreach (var word in field.Label.Words.Concat(field.Synonyms.Words))
            {
                Add(word.Text, field, lexicon);
            }
        }
    }

    public IReadOnlyList<Field> Find(ulong phrase) => _fields.TryGetValue(phrase, out var fields) ? fields : [];

    /// <summary>The fields of things that the question speaks of otherwise; those of things that it names before those of other fields' and values' things.</summary>
    public static IEnumerable<Phrase> Spoken(IReadOnlyList<Phrase> shorts, IReadOnlyList<Phrase> phrases)
    {
        var named = phrases.Select(p => p.Sense).OfType<EntitySense>().Select(e => e.Dataset).ToHashSet();
        var spoken = phrases.Select(p => p.Sense switch
        {
            FieldSense field => field.Field.Dataset,
            VerbSense verb => verb.Field.Dataset,
            ConditionSense condition => condition.Of,
            MetricSense { Metric: var metric } => Formulas.Aggregates(metric.Formula).Select(a => a.Root).Distinct().ToList() is [var root] ? root : null,
            _ => null,
        }).OfType<Dataset>().ToHashSet();
        foreach (var span in shorts.GroupBy(p => (p.Start, p.End)))
        {
            if (phrases.Any(p => p.Start == span.Key.Start && p.End == span.Key.End && ((p.Cost < SaidInFull && p.Sense is (EntitySense or MetricSense)) || (p.Sense is FieldSense full && named.Contains(full.Field.Dataset)))))
            {
                // Said in full; of the things that are named it may still be their own.
                foreach (var own in span.Where(p => named.Any(d => d.Lineage.Contains(Home(p))) && !phrases.Any(q => q.Start == p.Start && q.End == p.End && q.Sense is EntitySense or FieldSense)))
                {
                    yield return new Phrase(own.Start, own.End, own.Sense, NearWeight + OwnCost);
                }

                continue;
            }

            var near = span.Where(p => named.Any(d => d.Lineage.Contains(Home(p)))).ToList();
            foreach (var phrase in near.Count > 0 ? near.ConvertAll(p => new Phrase(p.Start, p.End, p.Sense, NearWeight)) : span.Where(p => spoken.Contains(Home(p))).ToList() is { Count: <= 3 } few ? few : [])
            {
                yield return phrase;
            }
        }
    }

    private static Dataset Home(Phrase phrase) => ((FieldSense)phrase.Sense).Field.Dataset;

    private void Add(string text, Field field, Lexicon lexicon)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [{ } compound] && KoreanCompounds.HeadOf(compound) is { } head)
        {
            words = [compound[..^head.Length], head];
        }

        if (words.Length < 2)
        {
            return;
        }

        // "request date" of the refund request date of refunds.
        var things = field.Dataset.Entity is { } entity ? entity.Singular.Words.Concat(entity.Synonyms.Words).Select(w => WordForms.Fold(w.Text)) : [];
        if (words.Length > 2 && things.Contains(WordForms.Fold(words[0])) && Tokenizer.PhraseKey(string.Join(' ', words[1..])) is { } rest)
        {
            Add(rest.Hash, field);
        }

        var last = Tokenizer.Read(words[^1]);
        var first = Tokenizer.Read(words[0]);
        // "date of opening" ends with no name of its own; a single syllable tells nothing.
        if (last is not { Count: > 0 } || (last.Count == 1 && (last[0].Kind != AtomKind.Word || last[0].Key.Length < 4 || last[0].Key.EndsWith("ed", StringComparison.Ordinal) || lexicon.IsWord(last[0].Hash))) || words.Contains("of") || first.Count == 0)
        {
            return;
        }

        var hash = last.Where(a => !a.Ignorable).Aggregate(Hashing.Start, (h, atom) => Hashing.Then(h, atom.Hash));
        if (lexicon.Find(hash).Count == 0)
        {
            Add(hash, field);
        }
    }

    private void Add(ulong hash, Field field)
    {
        if (!_fields.TryGetValue(hash, out var fields))
        {
            _fields[hash] = fields = [];
        }

        if (!fields.Contains(field))
        {
            fields.Add(field);
        }
    }
}
