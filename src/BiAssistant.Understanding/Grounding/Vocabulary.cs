using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>A way of saying an element of the catalog. <c>Weight</c> is what it costs to believe it: labels least, technical names most. A
/// code counts only when it is written as it is stored: "TH" is no slip of "the".</summary>
internal sealed record VocabularyEntry(string Text, Sense Sense, double Weight, bool Code = false)
{
    /// <summary>Stored values that are longer are words.</summary>
    public const int LongestCode = 3;
}

/// <summary>
/// Every word and phrase that a catalog gives to its elements, looked up by the hash of the folded phrase. Built once per catalog; who may see what is
/// decided at each question.
/// </summary>
internal sealed partial class Vocabulary
{
    private readonly Dictionary<ulong, List<VocabularyEntry>> _entries = [];
    private const string NumberOf = "number of ";
    private const double HeadWeight = 1.3;
    private const double SaidTwiceWeight = 1;

    private readonly Dictionary<string, ulong> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<VerbName>> _verbNames = new(StringComparer.Ordinal);
    private readonly List<(string Text, ValueNounSense Sense)> _valueNouns = [];
    private readonly HashSet<string> _things;
    private readonly Dictionary<string, HashSet<Metric>> _money = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<Metric>> _amounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Noun, VocabularyEntry Entry)>> _manners = new(StringComparer.Ordinal);
    private readonly Catalog _catalog;

    public Vocabulary(Catalog catalog)
    {
        _catalog = catalog;
        _things = catalog.Datasets.Where(d => !d.Hidden && d.Entity is not null).SelectMany(d => d.Entity!.Plural.Words.Concat(d.Entity.Singular.Words)).Select(w => WordForms.Fold(w.Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var metric in catalog.Metrics)
        {
            Add(new MetricSense(metric), metric.Label, metric.Synonyms, metric.Name);
            AddAdjectives(metric.Adjectives, null, metric);
            AddUnit(metric.Unit);
        }

        foreach (var dataset in catalog.Datasets.Where(d => !d.Hidden))
        {
            AddDataset(dataset);
        }

        foreach (var relationship in catalog.Relationships)
        {
            AddRole(relationship);
        }

        foreach (var entry in catalog.Models.SelectMany(m => m.Glossary))
        {
            AddTerm(entry);
        }

        AddUsual();
        foreach (var (metric, name) in catalog.Metrics.SelectMany(m => m.Label.Words.Concat(m.Synonyms.Words).Select(w => (m, w.Text))))
        {
            if (metric.Additive && (metric.Format == ValueFormat.Money || metric.Unit.In("en") is { Length: 3 }) && Tokenizer.Read(name) is [.., { Kind: AtomKind.Word } last])
            {
                _money.TryAdd(last.Key, []);
                _money[last.Key].Add(metric);
                if (LooseNames.AmountDone(name) is { } stem)
                {
                    _amounts.TryAdd(stem, []);
                    _amounts[stem].Add(metric);
                }
            }

            if ((GrammarContext.IsCount(metric) || GrammarContext.IsQuantity(metric)) && LooseNames.Manner(name) is { } manner)
            {
                _manners.TryAdd(manner.How, []);
                _manners[manner.How].Add((manner.Done, new VocabularyEntry(name, new MetricSense(metric), 1.02)));
            }

            foreach (var parts in Languages.Thesaurus.OtherNames(name).Where(other => Names(other.Word).Count == 0).Select(other => other.Name).Prepend(name).Select(LooseNames.Parts).OfType<(string Noun, string Verb)>().Distinct())
            {
                _verbNames.TryAdd(parts.Verb, []);
                _verbNames[parts.Verb].RemoveAll(known => known.Metric == metric && known.Noun == parts.Noun);
                _verbNames[parts.Verb].Add(new VerbName(metric, parts.Noun, parts.Verb, Find(Hashing.Then(Hashing.Start, Hashing.OfWord(parts.Noun))).Any(e => e.Sense is EntitySense or MetricSense)));
            }
        }
    }

    /// <summary>Names of metrics in two words of which one is this verb, by its stem.</summary>
    public IReadOnlyList<VerbName> VerbNames(string stem) => _verbNames.TryGetValue(stem, out var names) || (stem == "giv" && _verbNames.TryGetValue("donat", out names)) ? names : [];

    /// <summary>Metrics called after how something is done: "late deliveries" of "late" and the stem of "delivered".</summary>
    public IEnumerable<VocabularyEntry> Done(string how, string stem) =>
        _manners.TryGetValue(how, out var done) ? done.Where(d => LooseNames.TellsOf(d.Noun, stem)).Select(d => d.Entry) : [];

    /// <summary>The one metric of money whose name ends with what was done: "marketing spend" of "spent"; null where none or several do.</summary>
    public Metric? MoneyDone(string stem) => _money.TryGetValue(stem, out var metrics) && metrics.Count == 1 ? metrics.First() : null;

    /// <summary>The one metric of money that is an amount of which this was done: "billed amount" of "bill"; null where none or several are.</summary>
    public Metric? AmountDone(string stem) => _amounts.TryGetValue(stem, out var metrics) && metrics.Count == 1 ? metrics.First() : null;

    /// <summary>The metric of money that is called revenue, or whatever comes in; several where none is called just so.</summary>
    public IReadOnlyList<Metric> Incomes()
    {
        var incomes = OtherSayings.Incomes.SelectMany(i => _money.TryGetValue(WordForms.Fold(i), out var metrics) ? metrics : []).Distinct().ToList();
        return incomes.Where(m => m.Label.Words.Concat(m.Synonyms.Words).Any(w => OtherSayings.Incomes.Contains(w.Text.ToLowerInvariant()))).ToList() is { Count: > 0 } plain ? plain : incomes;
    }

    public int MaxAtoms { get; private set; }

    public string NameOf(Field field) => _catalog.NameOf(field);

    /// <summary>All phrases with their senses, for suggestions.</summary>
    public IEnumerable<VocabularyEntry> All => _entries.Values.SelectMany(e => e);

    public IReadOnlyList<VocabularyEntry> Find(ulong phrase) => _entries.TryGetValue(phrase, out var list) ? list : [];

    /// <summary>The hash of a folded word when the catalog uses it.</summary>
    public bool HasWord(string key) => _words.ContainsKey(key);

    private void AddDataset(Dataset dataset)
    {
        var entity = new EntitySense(dataset);
        Add(entity, dataset.Label, dataset.Synonyms, dataset.Name);
        if (dataset.Entity is { } words)
        {
            Add(entity, words.Singular, words.Plural);
            Add(entity, words.Synonyms, LocalText.Empty);
        }

        foreach (var field in dataset.Fields.Where(f => !f.Hidden))
        {
            AddField(field);
        }
    }

    private void AddField(Field field)
    {
        var sense = new FieldSense(field);
        Add(sense, field.Label, field.Synonyms, field.Name);
        if (field.Entity is { } words)
        {
            Add(sense, words.Singular, words.Plural);
            Add(sense, words.Synonyms, LocalText.Empty);
        }

        foreach (var value in field.Values)
        {
            var one = new ValueSense(field, [value.Value]);
            Add(one, value.Label, value.Synonyms);
            foreach (var (name, called) in value.Label.Words.SelectMany(l => value.Synonyms.Words.Select(s => (l.Text, s.Text))).Where(n => n.Item2.StartsWith(n.Item1 + " ", StringComparison.OrdinalIgnoreCase)))
            {
                // "gold members" of gold: what those with a value of the field are called.
                _valueNouns.Add((called[(name.Length + 1)..], new ValueNounSense(field)));
            }

            if (value.Value is SqlText { Value: var text } && !text.All(char.IsDigit))
            {
                Put(text, one, value.Label.IsEmpty ? 1 : 1.4, code: text.Length <= VocabularyEntry.LongestCode && !value.Label.IsEmpty);
            }
        }

        var parts = field.Values.SelectMany(v => v.Label.Words.Where(w => w.Text.Contains(' ', StringComparison.Ordinal)).Select(w => (Part: w.Text[..w.Text.IndexOf(' ', StringComparison.Ordinal)], v.Value))).ToLookup(p => p.Part, p => p.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts.Where(p => p.Distinct().Count() == 1))
        {
            Put(part.Key, new ValuePartSense(new ValueSense(field, [part.First()])), 1.2);
        }

        foreach (var (words2, truth) in new[] { (field.FilterWords.True, true), (field.FilterWords.False, false) })
        {
            Add(new ValueSense(field, [Flags.Truth(field, truth)]), words2, LocalText.Empty);
        }

        foreach (var word in field.NullLabel.Words)
        {
            // A date that is not there yet says it before a number that follows from it.
            var weight = (field.Type.IsTemporal ? 1.1 : 1.5) + (IsSaidOtherwise(word.Text, field.Dataset) ? SaidTwiceWeight : 0);
            var empty = new ConditionSense(new FieldEmpty(_catalog.NameOf(field)), field.Dataset, word.Text);
            Put(word.Text, empty, weight);
            UsualWords.LackingOf(word.Text).ToList().ForEach(lacking => Put(lacking, empty, weight + 0.1));
            if (UsualWords.StateOf(word.Text) is { } state)
            {
                Put(state, empty with { Meaning = state }, weight + 0.1);
            }
        }

        if (field.IsTime || field.Type.IsTemporal)
        {
            foreach (var verb in field.Verbs.Words)
            {
                Put(verb.Text, new VerbSense(field), 1);
                UsualWords.FormsOf(verb.Text).ToList().ForEach(form => Put(form, new VerbSense(field), 1.1));
            }
        }

        AddAdjectives(field.Adjectives, field, null);
        AddUnit(field.Unit);
    }

    /// <summary>Whether a flag of the same rows or a term of the glossary has the words that an empty value is called by: it says the same and is meant to.</summary>
    private bool IsSaidOtherwise(string words, Dataset rows) =>
        rows.Fields.Any(f => !f.Hidden && Flags.IsFlag(f) && IsAmong(words, f.Label.Words.Concat(f.Synonyms.Words).Concat(f.FilterWords.True.Words).Concat(f.FilterWords.False.Words)))
        || _catalog.Models.SelectMany(m => m.Glossary).OfType<FilterTerm>().Any(t => t.Dataset == rows && IsAmong(words, t.Term.Words.Concat(t.Synonyms.Words)));

    private static bool IsAmong(string words, IEnumerable<LocalWord> names) => names.Any(w => w.Text.Equals(words, StringComparison.OrdinalIgnoreCase));

    private void AddRole(Relationship relationship)
    {
        var sense = new EntitySense(relationship.To, relationship.Name);
        if (relationship.Role is { } role)
        {
            Add(sense, role.Singular, role.Plural);
            Add(sense, role.Synonyms, LocalText.Empty);
        }

        Add(sense, relationship.Synonyms, LocalText.Empty);
        foreach (var (words, reverse) in new[] { (relationship.Verbs, false), (relationship.ReverseVerbs, true) })
        {
            Add(new LinkSense(relationship, reverse), new LocalText(words.Words.Where(w => w.Language != "ko").ToSeq()), LocalText.Empty);
            Add(new LinkSense(relationship, reverse) { Behind = true }, new LocalText(words.Words.Where(w => w.Language == "ko").ToSeq()), LocalText.Empty);
        }
    }

    private void AddTerm(GlossaryEntry entry)
    {
        var term = entry.Term.Words.FirstOrDefault()?.Text ?? "";
        Sense? sense = entry switch
        {
            FilterTerm filter => new ConditionSense(new TermCondition(term), filter.Dataset, term),
            FieldTerm field => new FieldSense(field.Field),
            MetricsTerm { Metrics.Count: 1 } one when _catalog.FindMetric(one.Metrics[0]) is { } metric => new MetricSense(metric),
            MetricsTerm many => new MetricsSense(many.Metrics.Select(_catalog.FindMetric).OfType<Metric>().ToSeq()),
            PeriodTerm period => new FixedPeriodSense(period.From, period.To),
            QueryTerm query => new QuerySense(query.Query, term),
            _ => null,
        };
        if (sense is not null)
        {
            Add(sense, entry.Term, entry.Synonyms);
        }
    }

    private void AddUnit(LocalText unit)
    {
        foreach (var word in unit.Words)
        {
            // "buyers" are rather those who buy than what something is counted in.
            Put(word.Text, new UnitSense(word.Text), _things.Contains(WordForms.Fold(word.Text)) ? 0.9 : 0.5);
        }
    }

    private void AddAdjectives(AdjectiveWords words, Field? field, Metric? metric)
    {
        Add(new AdjectiveSense(field, metric, true), words.High, LocalText.Empty);
        Add(new AdjectiveSense(field, metric, false), words.Low, LocalText.Empty);
        foreach (var (word, high) in words.High.Words.Select(w => (w, true)).Concat(words.Low.Words.Select(w => (w, false))))
        {
            var number = metric is null ? null : new MeasureItem(new MetricMeasure(metric.Name), metric, null, null);
            foreach (var comparative in Comparatives.Of(word.Text))
            {
                Put(comparative, new ComparativeOfSense(number, field is { Type.IsNumeric: true } ? new FieldSense(field) : null, high), 0.6);
            }

            if (word.Text.StartsWith("가장 ", StringComparison.Ordinal))
            {
                Put("제일" + word.Text[2..], new AdjectiveSense(field, metric, high), 1.02);
            }
        }
    }

    private void Add(Sense sense, LocalText label, LocalText synonyms, string? name = null)
    {
        foreach (var word in label.Words)
        {
            Put(word.Text, sense, 1);
        }

        foreach (var word in synonyms.Words)
        {
            Put(word.Text, sense, 1.02);
        }

        if (name is not null)
        {
            Put(name.Replace('_', ' '), sense, label.IsEmpty ? 1 : 1.08);
        }
    }

    private static (ulong Hash, int Count) HashOf(IEnumerable<Atom> atoms)
    {
        var hash = Hashing.Start;
        var count = 0;
        foreach (var atom in atoms.Where(a => !a.Ignorable))
        {
            hash = Hashing.Then(hash, atom.Hash);
            count++;
        }

        return (hash, count);
    }

    private void Put(string text, Sense sense, double weight, bool code = false)
    {
        var atoms = Tokenizer.Read(text);
        var (hash, count) = HashOf(atoms);
        if (count == 0 || count > 24)
        {
            return;
        }

        if (!_entries.TryGetValue(hash, out var list))
        {
            _entries[hash] = list = [];
        }

        if (list.Any(e => e.Sense == sense))
        {
            return;
        }

        if (sense is FieldSense && text.StartsWith(NumberOf, StringComparison.OrdinalIgnoreCase))
        {
            Put($"how many {text[NumberOf.Length..]}", sense, weight, code);
        }

        list.Add(new VocabularyEntry(text, sense, weight, code));
        MaxAtoms = Math.Max(MaxAtoms, count);
        foreach (var atom in atoms.Where(a => a.Kind is AtomKind.Word))
        {
            _words.TryAdd(atom.Key, atom.Hash);
        }
    }
}
