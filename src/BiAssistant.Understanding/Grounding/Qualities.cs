using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Languages.Korean;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>
/// Adjectives and verbs that people use of things whose catalog names the quality by a noun: "the heaviest parcel" where parcels have a weight. Meant only of fields of the
/// things that the question names, and only where the catalog gives them no such words itself. Built once per catalog.
/// </summary>
internal sealed class Qualities
{
    private const double Weight = 1.2;
    private const double WordOfLimit = 0.5;
    private const double RatingCost = 1;
    private const double SizeCost = 1.1;
    private const int LongestWord = 12;

    private readonly Dictionary<ulong, List<QualityWord>> _words = [];
    private readonly Dictionary<Quality, List<Field>> _fields = [];

    public Qualities(Catalog catalog)
    {
        foreach (var word in EnglishQualities.Words.Concat(KoreanQualities.Words))
        {
            var key = Tokenizer.PhraseKey(word.Text) ?? throw new ArgumentException($"'{word.Text}' has no words.", nameof(catalog));
            _words.TryAdd(key.Hash, []);
            _words[key.Hash].Add(word);
        }

        foreach (var field in catalog.Datasets.Where(d => !d.Hidden).SelectMany(d => d.Fields).Where(f => !f.Hidden && f.Type.IsNumeric && !f.Rollup))
        {
            foreach (var quality in Of(field))
            {
                _fields.TryAdd(quality, []);
                _fields[quality].Add(field);
            }
        }
    }

    public IEnumerable<Phrase> In(List<Atom> atoms, IReadOnlyList<Phrase> phrases, HashSet<Dataset> datasets, GrammarContext context, Visibility visibility)
    {
        var named = datasets.ToHashSet();
        if (named.Count == 0 && atoms.Count > 0 && atoms[0].Key == "who" && _fields.TryGetValue(Quality.Pay, out var paid) && paid.Select(f => f.Dataset).Distinct().ToList() is [{ NameField: not null } people])
        {
            // "who earns more than …": those who are paid something.
            named.Add(people);
        }

        var told = Adjectives(atoms, phrases, named, context).Where(p => visibility.Sees(p.Sense)).ToList();
        told.AddRange(Sizes(atoms, phrases).Where(p => visibility.Sees(p.Sense)));
        return told.Concat(OwnTimes(atoms, phrases, told)).Concat(Ratings(atoms, named, context).Where(p => visibility.Sees(p.Sense)));
    }

    /// <summary>"the largest payment", "the smallest single batch": of rows that merely happen, by the one amount that they have.</summary>
    private static IEnumerable<Phrase> Sizes(List<Atom> atoms, IReadOnlyList<Phrase> phrases)
    {
        foreach (var at in Enumerable.Range(0, atoms.Count).Where(i => EnglishQualities.Sizes.ContainsKey(atoms[i].Key)))
        {
            foreach (var rows in phrases.Where(p => p.Sense is EntitySense { Via: null } && (p.Start == at + 1 || (p.Start == at + 2 && atoms[at + 1].Key == "single"))).Select(p => ((EntitySense)p.Sense).Dataset).Distinct())
            {
                var happens = rows.DefaultTime is not null && (rows.NameField is not { } name || rows.PrimaryKey.Contains(name.Name));
                var amounts = rows.Fields.Where(f => !f.Hidden && !f.Rollup && f.Type.IsNumeric && f.DefaultAggregate == DefaultAggregate.Sum).ToList();
                if (happens && amounts is [var amount])
                {
                    yield return new Phrase(at, at + 1, new AdjectiveSense(amount, null, EnglishQualities.Sizes[atoms[at].Key]), SizeCost);
                }
            }
        }
    }

    /// <summary>"345 kV substations": those of the things that are named whose number in that unit is just that. Of what is added up a number is rather a limit.</summary>
    private static IEnumerable<Phrase> Ratings(List<Atom> atoms, HashSet<Dataset> named, GrammarContext context)
    {
        for (var i = 0; i + 1 < atoms.Count; i++)
        {
            // "within 3 days" is a limit.
            if (Yardstick.Lasting.HasUnit(atoms[i + 1].Key) || atoms[i].Kind != AtomKind.Digits || atoms[i + 1].Kind != AtomKind.Word || !decimal.TryParse(atoms[i].Raw, System.Globalization.CultureInfo.InvariantCulture, out var number) || (i > 0 && !atoms[i].SpaceBefore))
            {
                continue;
            }

            var fields = named.SelectMany(d => d.Fields).Where(f => !f.Hidden && f.Type.IsNumeric && f.DefaultAggregate != DefaultAggregate.Sum && f.Unit.Words.Any(w => w.Text.Equals(atoms[i + 1].Raw, StringComparison.OrdinalIgnoreCase))).ToList();
            if (fields is [var field])
            {
                yield return new Phrase(i, i + 2, new ConditionSense(new FieldComparison(context.Catalog.NameOf(field), ComparisonOperator.Equal, GrammarContext.Literal(number)), field.Dataset, ""), RatingCost);
            }
        }
    }

    /// <summary>"earn 4000 a month", where each of them has a monthly salary: the time is the field's own, and breaks nothing down.</summary>
    private static IEnumerable<Phrase> OwnTimes(List<Atom> atoms, IReadOnlyList<Phrase> phrases, List<Phrase> told)
    {
        foreach (var time in phrases.Where(p => p.Sense is GrainSense && p.End == p.Start + 1 && p.Start > 0 && atoms[p.Start - 1].Raw is "a"))
        {
            var grain = ((GrainSense)time.Sense).Grain;
            if (told.Exists(t => FieldOf(t.Sense) is { } field && field.Label.Words.Concat(field.Synonyms.Words).Any(w => Adverbs.TellsOf(w.Text, grain))))
            {
                yield return new Phrase(time.Start - 1, time.End, new FillerSense(), 0);
            }
        }

        static Field? FieldOf(Sense sense) => sense switch
        {
            FieldSense { Field: var field } => field,
            AdjectiveSense { Field: var field } => field,
            ComparativeOfSense { Field.Field: var field } => field,
            MeasuresSense { Items: [{ Field: var field }] } => field,
            _ => null,
        };
    }

    private IEnumerable<Phrase> Adjectives(List<Atom> atoms, IReadOnlyList<Phrase> phrases, HashSet<Dataset> named, GrammarContext context)
    {
        if (named.Count == 0)
        {
            yield break;
        }

        var told = phrases.Select(p => p.Sense).OfType<AggregateSense>().FirstOrDefault(a => a.Function is not AggregateFunction.Sum)?.Function;
        var compares = told is not null || phrases.Any(p => p.Sense is ComparatorSense or ThanSense or AggregateSense);
        // "how long does it take to answer": how long that takes, and not the thing.
        var doing = Enumerable.Range(0, Math.Max(0, atoms.Count - 1)).Any(i => atoms[i].Key is "take" or "took" && atoms[i + 1].Key == "to");
        for (var start = 0; start < atoms.Count; start++)
        {
            var hash = Hashing.Start;
            for (var end = start; end < Math.Min(atoms.Count, start + LongestWord) && !atoms[end].Ignorable; end++)
            {
                hash = Hashing.Then(hash, atoms[end].Hash);
                foreach (var word in _words.TryGetValue(hash, out var found) ? found.Where(w => !doing || w.Of != Quality.Duration) : [])
                {
                    foreach (var field in FieldsOf(word.Of, named))
                    {
                        Sense? sense = word.Form switch
                        {
                            QualityForm.Superlative => new AdjectiveSense(field, null, word.High),
                            QualityForm.Comparative => new ComparativeOfSense(null, new FieldSense(field), word.High),
                            QualityForm.Asked => (told ?? (field.DefaultAggregate == DefaultAggregate.Average ? AggregateFunction.Average : null)) is { } function ? new MeasuresSense([context.Of(function, field)]) : null,
                            _ => compares ? new FieldSense(field) : null,
                        };
                        if (word.Form == QualityForm.Comparative && start > 0 && EnglishQualities.OrBefore.Contains(atoms[start - 1].Key))
                        {
                            yield return new Phrase(start - 1, end + 1, new OrMoreSense(field, word.High ? ComparisonOperator.GreaterOrEqual : ComparisonOperator.LessOrEqual), WordOfLimit);
                        }

                        if (sense is not null && !IsClaimed(phrases, start, end + 1, field, context))
                        {
                            yield return new Phrase(start, end + 1, sense, Weight);
                        }
                    }
                }
            }
        }
    }

    private IEnumerable<Field> FieldsOf(Quality quality, HashSet<Dataset> named) =>
        _fields.TryGetValue(quality, out var fields) ? fields.Where(f => named.Any(d => d.Lineage.Contains(f.Dataset))) : [];

    /// <summary>Whether the catalog says the word itself, of this field or of a number of the same rows.</summary>
    private static bool IsClaimed(IReadOnlyList<Phrase> phrases, int start, int end, Field field, GrammarContext context) => phrases.Any(p => p.Start == start && p.End == end && p.Sense switch
    {
        AdjectiveSense { Field: { } other } => other.Dataset == field.Dataset,
        AdjectiveSense { Metric: { } metric } => context.RootsOf(context.Of(metric)).Contains(field.Dataset),
        ComparativeOfSense { Field: { } other } => other.Field.Dataset == field.Dataset,
        ComparativeOfSense { Item: { } item } => context.RootsOf(item).Contains(field.Dataset),
        FieldSense other => other.Field == field,
        _ => false,
    });

    private static IEnumerable<Quality> Of(Field field)
    {
        var names = field.Label.Words.Concat(field.Synonyms.Words).Select(w => Folded(w.Text)).Append(Folded(field.Name.Replace('_', ' '))).ToList();
        var units = field.Unit.Words.Select(w => Folded(w.Text)).ToList();
        var money = GrammarContext.IsMoney(field);
        return EnglishQualities.Nouns.Concat(KoreanQualities.Nouns)
            .Where(n => n.Of != Quality.Duration || IsOwnCourse(field))
            .Where(n => (n.Of == Quality.Pay || n.Of == Quality.Price == money) && (n.Unit ? units : names).Exists(text => n.Unit ? text == Folded(n.Text) : EndsWith(text, Folded(n.Text))))
            .Select(n => n.Of).Distinct();
    }

    /// <summary>Whether a span of time is that of the thing itself: its name speaks of nothing but the thing and its course.</summary>
    private static bool IsOwnCourse(Field field)
    {
        var things = (field.Dataset.Entity is { } entity ? entity.Singular.Words.Concat(entity.Plural.Words).Concat(entity.Synonyms.Words) : []).Concat(field.Dataset.Label.Words).Concat(field.Dataset.Synonyms.Words).SelectMany(w => Folded(w.Text).Split(' ')).ToHashSet();
        return field.Label.Words.Concat(field.Synonyms.Words).Select(w => Folded(w.Text)).DefaultIfEmpty(Folded(field.Name.Replace('_', ' '))).Any(name => name.Split(' ').All(part => things.Contains(part) || EnglishQualities.Courses.Contains(part) || KoreanQualities.Courses.Contains(part)
            || EnglishQualities.Nouns.Concat(KoreanQualities.Nouns).Any(n => n.Of == Quality.Duration && (Folded(n.Text) == part || (part.EndsWith(n.Text, StringComparison.Ordinal) && KoreanQualities.Courses.Contains(part[..^n.Text.Length]))))));
    }

    private static bool EndsWith(string name, string noun) => name.EndsWith(noun, StringComparison.Ordinal) && (name.Length == noun.Length || name[^(noun.Length + 1)] == ' ' || noun[0] >= '\uAC00');

    private static string Folded(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WordForms.Fold));
}
