using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <content>Words that the catalog does not give but that its names imply.</content>
internal sealed partial class Vocabulary
{
    /// <summary>What fields are called by the habit of their names, where the catalog gives the word to nothing itself.</summary>
    private void AddUsual()
    {
        var fields = _catalog.Datasets.Where(d => !d.Hidden).SelectMany(d => d.Fields).Where(f => !f.Hidden).ToList();
        var verbs = fields.Where(f => f.Verbs.IsEmpty && (f.IsTime || f.Type.IsTemporal)).Select(f => (Word: UsualWords.VerbOf(f), Sense: (Sense)new VerbSense(f)));
        var flags = fields.Where(f => f.FilterWords == FilterWords.None).Select(f => (Word: UsualWords.FlagOf(f), Sense: (Sense)new ValueSense(f, [new SqlBoolean(true)])));
        var names = fields.Select(f => (Word: UsualWords.NameOf(f), Sense: (Sense)new FieldSense(f)));
        var counted = _catalog.Metrics.SelectMany(m => m.Label.Words.Select(w => (Word: UsualWords.CountedOf(w.Text), Sense: (Sense)new MetricSense(m))));
        var amounted = _catalog.Metrics.SelectMany(m => m.Label.Words.Concat(m.Synonyms.Words).Select(w => (Word: UsualWords.AmountOf(w.Text), Sense: (Sense)new MetricSense(m))))
            .Concat(fields.Where(f => f.Type.IsNumeric).SelectMany(f => f.Label.Words.Concat(f.Synonyms.Words).Select(w => (Word: UsualWords.AmountOf(w.Text), Sense: (Sense)new FieldSense(f)))));
        var wholes = _catalog.Metrics.SelectMany(m => m.Label.Words.Concat(m.Synonyms.Words).Select(w => (Word: UsualWords.WholeOf(w.Text), Sense: (Sense)new MetricSense(m))))
            .Where(w => w.Word is not null && !_catalog.Metrics.Any(m => m != ((MetricSense)w.Sense).Metric && m.Label.Words.Concat(m.Synonyms.Words).Any(n => n.Text.EndsWith(w.Word, StringComparison.OrdinalIgnoreCase)))).ToList();
        var numbers = fields.Where(f => f.Type.IsNumeric).SelectMany(f => f.Label.Words.Select(w => (Word: UsualWords.CountedOf(w.Text), Sense: (Sense)new FieldSense(f))));
        var participles = fields.Where(f => f.Type.IsNumeric && !f.Dataset.PrimaryKey.Contains(f.Name)).SelectMany(f => f.Label.Words.Concat(f.Synonyms.Words).SelectMany(w => EventVerbs.ParticiplesOf(w.Text)).Distinct().Select(w => (Word: (string?)w, Sense: (Sense)new FieldSense(f))));
        var overtime = numbers.Where(n => n.Word is not null && Find(HashOf(Tokenizer.Read(n.Word)).Hash) is { Count: > 0 } known && known.All(e => e.Sense is MetricSense { Metric.Formula: AggregateFormula formula } && formula.Root == ((FieldSense)n.Sense).Field.Dataset)).ToList();
        overtime.ForEach(n => Put(n.Word ?? "", n.Sense, 1.3));
        var forms = fields.SelectMany(f => f.Verbs.Words.SelectMany(v => UsualWords.VerbFormsOf(v.Text)).Distinct().Select(w => (Word: (string?)w, Sense: (Sense)new VerbSense(f))));
        var nouns = fields.Where(f => f.IsTime || f.Type.IsTemporal).SelectMany(f => f.Verbs.Words.Select(w => UsualWords.NounOf(w.Text)).Distinct().SelectMany(noun => new[] { (Word: noun, Sense: (Sense)new VerbNounSense(f)), (Word: noun is null ? null : noun + "분", Sense: new VerbSense(f)) }));
        var stems = fields.Where(f => f.IsTime || f.Type.IsTemporal).SelectMany(f => f.Label.Words.Concat(f.Synonyms.Words).Select(w => UsualWords.DatedOf(w.Text)).Distinct().Select(w => (Word: w, Sense: (Sense)new VerbNounSense(f))));
        var turned = fields.SelectMany(f => f.Label.Words.Concat(f.Synonyms.Words).Select(w => (Word: UsualWords.TurnedOf(w.Text), Sense: (Sense)new FieldSense(f))))
            .Concat(_catalog.Metrics.SelectMany(m => m.Label.Words.Concat(m.Synonyms.Words).SelectMany(w => UsualWords.DeedsOf(w.Text).Prepend(UsualWords.TurnedOf(w.Text))).Select(w => (Word: w, Sense: (Sense)new MetricSense(m)))));
        var marks = fields.Where(f => f.Type.Kind is SqlTypeKind.Boolean).SelectMany(f => f.Label.Words.Concat(f.Synonyms.Words).SelectMany(w => UsualWords.MarkedOf(w.Text)).Distinct().Select(m => (Word: (string?)m.Word, Sense: (Sense)new ValueSense(f, [new SqlBoolean(m.Truth)]))));
        var weights = fields.Where(f => f.Type.IsNumeric).GroupBy(f => f.Dataset).SelectMany(of => of.Where(f => f.Unit.Words.Any(w => UsualWords.IsWeight(w.Text))).ToList() is [var only] ? UsualWords.Weights.Select(w => (Word: (string?)w, Sense: (Sense)new FieldSense(only))) : []);
        var done = _catalog.Relationships.SelectMany(r => r.Verbs.Words.Where(w => w.Text.EndsWith(" by", StringComparison.Ordinal)).Select(w => (Word: (string?)w.Text[..^3], Sense: (Sense)new LinkSense(r, Reverse: false))));
        var spent = _catalog.Metrics.SelectMany(m => m.Label.Words.Concat(m.Synonyms.Words).SelectMany(w => OtherSayings.SpentOf(w.Text).Concat(OtherSayings.CameInOf(w.Text)).Concat(OtherSayings.RunTogetherOf(w.Text))).Distinct().Select(w => (Word: (string?)w, Sense: (Sense)new MetricSense(m))));
        var sayings = fields.Where(f => f.IsTime || f.Type.IsTemporal).SelectMany(f => f.Label.Words.Concat(f.Synonyms.Words).Select(w => UsualWords.DatedOf(w.Text)).Append(UsualWords.VerbOf(f)).OfType<string>().Distinct()
                .SelectMany(stem => OtherSayings.VerbsOfDate(stem).Concat(stem[0] >= '\uAC00' ? new[] { "된", "한", "했던", "됐던", "되는" }.Select(form => stem + form).Where(verb => Languages.Lexicon.All.Find(HashOf(Tokenizer.Read(verb)).Hash).Count == 0) : [])).Distinct().Select(w => (Word: (string?)w, Sense: (Sense)new VerbSense(f))));
        var doneTo = fields.Where(f => f.Type.IsNumeric).SelectMany(f => f.Label.Words.Concat(f.Synonyms.Words).SelectMany(w => OtherSayings.DoneToAmount(w.Text)).Distinct().Select(w => (Word: (string?)w, Sense: (Sense)new FieldSense(f))));
        var had = fields.Where(f => f.Type.Kind is SqlTypeKind.Boolean).SelectMany(f => f.Label.Words.Concat(f.Synonyms.Words).Select(w => w.Text).Append(f.Name.Replace('_', ' ')).SelectMany(w => OtherSayings.HadOf(w).Select(s => (Said: s, Truth: true)).Concat(OtherSayings.OptedOf(w))).Distinct().Select(w => (Word: (string?)w.Said, Sense: (Sense)new ValueSense(f, [new SqlBoolean(w.Truth)]))));
        var flagged = fields.Where(f => f.Values.Count == 2).SelectMany(f => f.Values.SelectMany(v => v.Label.Words.Concat(v.Synonyms.Words).SelectMany(w => UsualWords.MarkedOf(w.Text).Where(m => m.Truth && w.Text.Contains(' ', StringComparison.Ordinal)).Select(m => m.Word).Concat(OtherSayings.HadOf(w.Text)).Concat(OtherSayings.OptedOf(w.Text).Where(o => o.Truth).Select(o => o.Said))).Distinct().Select(w => (Word: (string?)w, Sense: (Sense)new ValueSense(f, [v.Value])))));
        var yesNo = fields.Where(f => f.Type.Kind is not SqlTypeKind.Boolean && Flags.Coded(f) is not null).SelectMany(f => f.Label.Words.Concat(f.Synonyms.Words).SelectMany(w => UsualWords.MarkedOf(w.Text).Concat(OtherSayings.OptedOf(w.Text).Select(o => (Word: o.Said, o.Truth))).Concat(OtherSayings.HadOf(w.Text).Select(s => (Word: s, Truth: true)))).Distinct().Select(m => (Word: (string?)m.Word, Sense: (Sense)new ValueSense(f, [m.Truth ? Flags.Coded(f)!.Value.Yes : Flags.Coded(f)!.Value.No]))));
        var paidOut = _catalog.Metrics.Where(m => m.Additive).SelectMany(m => m.Label.Words.Concat(m.Synonyms.Words).Select(w => OtherSayings.PaidOutOf(w.Text)).OfType<string>().Distinct().Select(w => (Word: (string?)w, Sense: (Sense)new MetricSense(m))))
            .Where(o => !_catalog.Metrics.Any(m => m != ((MetricSense)o.Sense).Metric && m.Additive && m.Label.Words.Concat(m.Synonyms.Words).Any(w => w.Text.Contains(o.Word!, StringComparison.Ordinal)))).ToList();
        var free = verbs.Concat(flags).Concat(names).Concat(counted).Concat(amounted).Concat(wholes).Concat(numbers).Concat(participles).Concat(forms).Concat(nouns).Concat(stems).Concat(turned).Concat(marks).Concat(weights).Concat(done).Concat(spent).Concat(sayings).Concat(doneTo).Concat(had).Concat(flagged).Concat(yesNo).Concat(paidOut).Where(u => u.Word is not null && Find(HashOf(Tokenizer.Read(u.Word)).Hash).All(e => e.Sense is ValuePartSense)).ToList();
        foreach (var (word, sense) in free)
        {
            Put(word ?? "", sense, 1.1);
        }

        var closings = _catalog.Datasets.Where(d => !d.Hidden).Select(d => d.Fields.Where(f => !f.Hidden && UsualWords.OpenOf(f).Any()).ToList()).Where(dates => dates.Count == 1).SelectMany(dates => UsualWords.OpenOf(dates[0]).Select(word => (Word: word, Date: dates[0]))).ToList();
        foreach (var (open, date) in closings.Where(c => Find(HashOf(Tokenizer.Read(c.Word)).Hash).All(e => e.Sense is ConditionSense)).ToList())
        {
            Put(open, new ConditionSense(new FieldEmpty(_catalog.NameOf(date)), date.Dataset, open), 1.1);
        }

        foreach (var way in _catalog.Relationships.Where(r => r.Role is not null).ToList())
        {
            foreach (var deed in way.Role!.Singular.Words.Concat(way.Role.Synonyms.Words).SelectMany(w => UsualWords.DoneBy(w.Text)).Distinct().Where(w => HashOf(Tokenizer.Read(w)).Hash is var hash && Find(hash).Count == 0 && Languages.Lexicon.All.Find(hash).Count == 0).ToList())
            {
                // Who is the author has written it.
                Put(deed, new LinkSense(way, Reverse: true) { Behind = true }, 1.1);
            }
        }

        foreach (var (verb, time) in _catalog.Datasets.SelectMany(EventVerbs.Of).Where(v => Find(HashOf(Tokenizer.Read(v.Verb)).Hash).All(e => e.Sense is LinkSense or ValuePartSense)).ToList())
        {
            Put(verb, new VerbSense(time), 1.1);
        }

        var amounts = _catalog.Metrics.SelectMany(m => m.Label.Words.Concat(m.Synonyms.Words)).Concat(fields.SelectMany(f => f.Label.Words.Concat(f.Synonyms.Words))).Select(w => WordForms.Fold(w.Text.Split(' ')[^1])).ToHashSet();
        foreach (var head in _catalog.Datasets.Where(d => !d.Hidden).SelectMany(UsualWords.HeadsOf).GroupBy(h => WordForms.Fold(h.Word)).Where(g => !amounts.Contains(g.Key) && g.Select(h => h.Of).Distinct().Count() == 1 && Find(HashOf(Tokenizer.Read(g.Key)).Hash).Count == 0).ToList())
        {
            // "orders" are the sales orders where there are no others, and no number is called so.
            Put(head.First().Word, new EntitySense(head.First().Of), HeadWeight);
        }

        foreach (var (sense, label, description) in _catalog.Metrics.Select(m => ((Sense)new MetricSense(m), m.Label, m.Description)).Concat(_catalog.Datasets.Where(d => !d.Hidden).Select(d => ((Sense)new EntitySense(d), d.Entity?.Plural ?? d.Label, d.Description))).ToList())
        {
            foreach (var name in label.Words.SelectMany(l => description.Words.Where(d => d.Language == l.Language).SelectMany(d => UsualWords.FullerNames(l.Text, d.Text))).Distinct().ToList())
            {
                var first = Tokenizer.Read(name)[0];
                if (!HasWord(first.Key) && Languages.Lexicon.All.Find(Hashing.Then(Hashing.Start, first.Hash)).Count == 0)
                {
                    Put(name, sense, 1.15);
                }
            }
        }

        foreach (var (verb, metrics) in _catalog.Metrics.Where(m => m.Additive).SelectMany(m => m.Label.Words.SelectMany(w => UsualWords.DoneOf(w.Text)).Distinct().Select(verb => (verb, m))).GroupBy(p => p.verb, p => p.m).Where(g => Find(HashOf(Tokenizer.Read(g.Key)).Hash).Count == 0).Select(g => (g.Key, g.ToList())).ToList())
        {
            if (metrics is [var only])
            {
                Put(verb, new DoneSense(only), 0.9);
            }
        }

        foreach (var field in fields.Where(f => f.Type.Kind is SqlTypeKind.Text or SqlTypeKind.Unknown))
        {
            // "베를린 출신" of a home city that is called 출신 도시.
            foreach (var first in field.Label.Words.Where(w => w.Language == "ko").Select(w => w.Text.Split(' ')).Where(parts => parts is [{ Length: > 1 }, { Length: > 0 }]).Select(parts => parts[0]).Where(w => Find(HashOf(Tokenizer.Read(w)).Hash).Count == 0).ToList())
            {
                Put(first, new ValueNounSense(field), 0.6);
            }
        }

        foreach (var field in fields.Where(f => !f.Values.IsEmpty || f.Type.Kind is SqlTypeKind.Text or SqlTypeKind.Unknown))
        {
            // "platinum members" of a membership tier.
            foreach (var person in field.Label.Words.Where(w => w.Language == "en").Select(w => w.Text.Split(' ')).Where(parts => parts.Length == 2 && parts[0].Length > 7 && parts[0].EndsWith("ship", StringComparison.OrdinalIgnoreCase)).Select(parts => parts[0][..^4]).Where(w => Find(HashOf(Tokenizer.Read(w)).Hash).Count == 0).ToList())
            {
                Put(person, new ValueNounSense(field), 0.6);
            }
        }

        foreach (var (text, noun) in _valueNouns.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key).ToList())
        {
            Put(text, noun, 0.6);
        }

        AddOtherNames();

        // "노쇼가 몇 건": the number of what a value says as well.
        foreach (var (word, sense) in counted.Where(c => c.Word is not null && c.Sense is MetricSense { Metric: var metric } && GrammarContext.IsCount(metric) && Find(HashOf(Tokenizer.Read(c.Word)).Hash) is { Count: > 0 } known && known.All(e => e.Sense is ValueSense)).ToList())
        {
            Put(word ?? "", sense, 1.3);
        }
    }

    /// <summary>The catalog's names with a word of them said in another way, where that means nothing else.</summary>
    private void AddOtherNames()
    {
        var others = All.Where(e => !e.Code && e.Weight < HeadWeight && e.Sense is MetricSense or FieldSense or EntitySense or ValueSense or ConditionSense)
            .SelectMany(e => Languages.Thesaurus.OtherNames(e.Text).Where(other => Names(other.Word).Count == 0).Select(other => (Text: other.Name, e.Sense, Weight: e.Weight + OtherNameWeight)))
            .Where(other => HashOf(Tokenizer.Read(other.Text)).Hash is var hash && Find(hash).Count == 0 && Languages.Lexicon.All.Find(hash).Count == 0).ToList();
        others.ForEach(other => Put(other.Text, other.Sense, other.Weight));
    }

    private const double OtherNameWeight = 0.2;

    /// <summary>What is called just so.</summary>
    private IReadOnlyList<VocabularyEntry> Names(string text) => Find(HashOf(Tokenizer.Read(text)).Hash);
}
