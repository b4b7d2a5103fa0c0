using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Grounding;
using BiAssistant.Understanding.Languages.English;

namespace BiAssistant.Understanding.Deciding;

/// <content>Who is ranked, what came up most often, how many of each, and verbs that add nothing where a number is asked for.</content>
internal sealed partial class Assembler
{
    private readonly List<Phrase> _lightVerbs = [];
    private readonly List<Phrase> _eachCounts = [];
    private readonly List<Phrase> _owned = [];
    private Phrase? _frequent;
    private PersonRankedSense? _who;

    private bool TakeCount(Phrase phrase)
    {
        switch (phrase.Sense)
        {
            case LightVerbSense or UseSense when IsKorean && Before(phrase) is { Sense: ValueSense { Negated: false } used } && After(phrase) is { Sense: EntitySense { Dataset: var users } } next && next.Start == phrase.End && users.Lineage.Contains(used.Field.Dataset):
                // "자동이체를 쓰는 가입자": who uses it is one of those.
                _cost += 0.3;
                return true;
            case LightVerbSense:
                _lightVerbs.Add(phrase);
                return true;
            case OwnSense or SoFarSense:
                _owned.Add(phrase);
                return true;
            case CountOfEachSense:
                _eachCounts.Add(phrase);
                return true;
            case EmptyOnesSense empty when _emptyOnes is null:
                _emptyOnes = (empty, phrase);
                return true;
            case FrequentSense when _frequent is null:
                _frequent = phrase;
                return true;
            case PersonRankedSense who when _who is null:
                _who = who;
                AddMeasure(who.Extreme.Item);
                SetRanking(new Phrase(phrase.Start, phrase.End, who.Extreme, phrase.Cost, phrase));
                return true;
            default:
                return false;
        }
    }

    /// <summary>"who has the most overtime": the people that the rows of the number lead to; of several kinds a reading each.</summary>
    private void RankPersons()
    {
        if (_who is not { } who)
        {
            return;
        }

        var roots = _context.RootsOf(who.Extreme.Item).ToList();
        var people = _groups.Count > 0 || roots.Count == 0 ? [] : _context.Catalog.Datasets.Where(d => !d.Hidden && d.Supertype is null && d.NameField is not null && Persons.IsPerson(d) && roots.TrueForAll(r => _context.LeadsTo(r, d))).ToList();
        if (people.Count is 0 or > MostMeanings)
        {
            Fail(ProblemKind.NothingToRank, _ranking ?? _sentence.Phrases[0]);
            return;
        }

        _meanings = Math.Max(_meanings, people.Count);
        _ranked = new FieldGrouping(_context.Catalog.NameOf(people[Math.Min(_meaning, people.Count - 1)].NameField!));
        AddGroup(_ranked);
        _cost += 0.3;
    }

    /// <summary>"which topic came up most often": by the number of rows that have it; what a verb tells of, else the rows whose own field it is.</summary>
    private void RankByFrequency()
    {
        if (_frequent is not { Sense: FrequentSense { High: var high } } said)
        {
            return;
        }

        if (said.Leaves().Select(l => l.Sense).OfType<VerbSense>().FirstOrDefault() is { Field.Dataset: var done } && _measures is [var who] && (who.Metric?.Formula is AggregateFormula { Call.Distinct: true } || (RowsCountedBy(who) is { } others && others != done)))
        {
            // "which plan do new members book most often": how often it was booked, and not how many members there are.
            _measures.Clear();
            _cost += 0.3;
        }

        var count = _measures is [var one] && Grammar.Rules.PerNumber.IsCount(one) ? one : _measures.Count == 0 && RowsOfFrequency() is { } rows ? NumberOf(rows) : null;
        if (count is null || _ranking is not null)
        {
            Fail(ProblemKind.UnusedWords, said);
            return;
        }

        foreach (var told in _filters.Where(f => f.Condition is FieldEmpty { Negated: true, Via: null } known && _context.Catalog.FindField(known.Field) is { } clock && clock == clock.Dataset.DefaultTime && _context.RootsOf(count).Contains(clock.Dataset)).ToList())
        {
            _filters.Remove(told);
        }

        _things.RemoveAll(t => t.Sense is EntitySense { Via: null } entity && _context.RootsOf(count).Contains(entity.Dataset));
        // How often is told by rows, and hardly by how many different things there are.
        _cost += count.Metric?.Formula is AggregateFormula { Call.Distinct: true } ? 1 : 0;
        AddMeasure(count);
        SetRanking(new Phrase(said.Start, said.End, new ExtremeMeasureSense(count, high, false, true), said.Cost, said));
        _cost += 0.5;
    }

    private Dataset? RowsOfFrequency()
    {
        var verbs = _sentence.Phrases.SelectMany(p => p.Leaves()).Select(l => l.Sense).OfType<VerbSense>().Select(v => v.Field.Dataset).Distinct().ToList();
        var asked = _groups.OfType<FieldGrouping>().Select(g => _context.Catalog.FindField(g.Field)).Concat(_things.Select(t => (t.Sense as FieldSense)?.Field)).OfType<Field>().ToList();
        return verbs is [var told] ? told
            : verbs.Count == 0 && asked is [var field] && field != field.Dataset.NameField ? _things.Select(t => t.Sense).OfType<EntitySense>().Select(e => e.Dataset).Distinct().ToList() is [var named] && _context.LeadsTo(named, field.Dataset) ? named : field.Dataset
            : verbs.Count == 0 && asked is [var thing] && thing == thing.Dataset.NameField && !_things.Exists(t => t.Sense is EntitySense) && _context.Catalog.Relationships.Where(r => r.To == thing.Dataset && r.Unsupported is null && r is { From: { Hidden: false, Supertype: null, DefaultTime: not null } }).Select(r => r.From).Distinct().ToList() is [var fact] ? fact
            : verbs.Count == 0 && _things.Select(t => t.Sense).OfType<EntitySense>().Select(e => e.Dataset).Distinct().ToList() is [var rows] && asked is [var name] && rows != name.Dataset && _context.LeadsTo(rows, name.Dataset) ? rows
            : null;
    }

    /// <summary>"customers by booking habit: how many of each": the rows that are broken down are counted.</summary>
    private void CountEach()
    {
        foreach (var phrase in _eachCounts)
        {
            if (phrase.Sense is CountOfEachSense { Spread: true } && _groups.Count + _measures.Count == 0 && _things.Where(t => t.Sense is FieldSense { Field.Type: { IsNumeric: false, IsTemporal: false } }).ToList() is [var kind] && _context.GroupingOf(kind.Sense) is { } kinds)
            {
                // "혈액형 분포", "blood type distribution": the rows that have it, or that are named, by each of its values.
                var field = ((FieldSense)kind.Sense).Field;
                var named = _things.Find(t => t.Sense is EntitySense { Via: null } entity && (entity.Dataset == field.Dataset || _context.Reaches(entity.Dataset, field.Dataset)));
                _things.Remove(kind);
                _things.Remove(named!);
                AddGroup(kinds);
                AddMeasure(_context.CountOf(named?.Sense is EntitySense rows ? rows.Dataset : field.Dataset));
                _cost += 0.4;
            }
            else if (_groups.Count == 0 && _perNumber is null)
            {
                Fail(ProblemKind.UnusedWords, phrase);
            }
            else if (_measures.Count == 0 && _things.FirstOrDefault(t => t.Sense is EntitySense { Via: null }) is { Sense: EntitySense entity } thing)
            {
                _things.Remove(thing);
                AddMeasure(_context.CountOf(entity.Dataset));
                _cost += 1;
            }
            else if (_measures is not [var only] || !Grammar.Rules.PerNumber.IsCount(only))
            {
                Fail(ProblemKind.UnusedWords, phrase);
            }
        }
    }

    /// <summary>
    /// "how much revenue did gold members bring": behind one who does it, a verb that is so of any number adds nothing to the number. Rows that exist are another number than
    /// those that were sold or used, so plain counts take no such verb.
    /// </summary>
    private void CheckLightVerbs()
    {
        if (_periods.Count + _dated.Count > 0 || _groups.Exists(g => g is TimeGrouping))
        {
            // What was had at a time is told by other dates than what there is; what is so far is all there is.
            _owned.ForEach(o => Fail(ProblemKind.UnusedWords, o));
            if (_measures is [{ Measure: CountMeasure or AggregateMeasure { Function: AggregateFunction.CountDistinct }, Metric: null, Rows.NameField: not null }] && _filters.TrueForAll(f => f.Condition is not RelatedExists) && Enumerable.Range(1, _atoms.Count - 1).Any(i => EnglishWords.Dealing.Contains(_atoms[i].Key) && _atoms[i - 1].Key is "we" or "they"))
            {
                // "how many patients did we serve in 2024" asks for no patients who came to be one then.
                Fail(ProblemKind.NothingToLimit, _sentence.Phrases.FirstOrDefault(p => p.Sense is MeasuresSense or EntitySense) ?? _sentence.Phrases[0]);
            }
        }

        if (_measures is [{ Measure: AggregateMeasure { Function: AggregateFunction.CountDistinct }, Metric: null, Field: { } varied }] && varied.Dataset.DefaultTime is not null && varied != varied.Dataset.NameField && !varied.Dataset.PrimaryKey.Contains(varied.Name))
        {
            // "how many different features did they use": what was used is what the rows tell of.
            _cost += 0.4 * (_lightVerbs.Count + _uses.Count);
            _lightVerbs.Clear();
            _uses.Clear();
        }

        if (_measures.Count > 0 && _measures.TrueForAll(m => m is { Measure: CountMeasure, Metric: null }) && Enumerable.Range(1, _atoms.Count - 1).FirstOrDefault(i => _atoms[i].Key == "much" && _atoms[i - 1].Key == "how") is > 0 and var much && (much + 1 == _atoms.Count || _atoms[much + 1].Key is not ("more" or "less" or "of")))
        {
            // "how much did each route bring in from tickets" asks for no number of tickets.
            Fail(ProblemKind.UnusedWords, new Phrase(much - 1, much + 1, new FillerSense(), 0));
        }

        foreach (var sold in _uses.Where(u => After(u) is { Sense: MeasureLimitSense limit } next && next.Start == u.End && RowsCountedBy(limit.Item) is not null && _groups.Count > 0).ToList())
        {
            // "routes that have sold more than 150 tickets"
            _uses.Remove(sold);
            _cost += 0.3;
        }

        foreach (var phrase in _lightVerbs)
        {
            var done = IsKorean ? phrase.End >= _sentence.Phrases[^1].End : Enumerable.Range(0, phrase.Start).Any(i => _atoms[i].Key is "do" or "does" or "did" or "has" or "have" or "had");
            var adds = _measures.Count > 0 && _measures.TrueForAll(m => m.Metric is { } metric ? !GrammarContext.IsCount(metric) || ((LightVerbSense)phrase.Sense).OfThings : m.Measure is AggregateMeasure { Function: not (AggregateFunction.Count or AggregateFunction.CountDistinct) });
            if (done && adds)
            {
                _cost += 0.4;
            }
            else
            {
                Fail(ProblemKind.UnusedWords, phrase);
            }
        }
    }

    /// <summary>In a list of rows, or where things are counted by a number of theirs, these words have nothing to stand with.</summary>
    private void FailCountWords()
    {
        foreach (var phrase in _lightVerbs.Concat(_eachCounts).Concat(_periods.Count + _dated.Count > 0 ? _owned : []).Append(_frequent).OfType<Phrase>())
        {
            Fail(ProblemKind.UnusedWords, phrase);
        }
    }

    /// <summary>"only" beside a value says no more than the value, unless it is said of what people did.</summary>
    private void CheckOnly()
    {
        foreach (var only in _sentence.Phrases.Where(p => p.Leaves().Any(l => l.Sense is OnlySense)).ToList())
        {
            var ofRows = _measures.Count > 0 && _measures.TrueForAll(m => m.Metric is { } metric ? metric.Formula is not Semantics.Metrics.AggregateFormula { Call.Distinct: true } : m.Measure is not AggregateMeasure { Function: AggregateFunction.CountDistinct });
            if (!ofRows || _sentence.Phrases.SelectMany(p => p.Leaves()).Any(l => l.Sense is VerbSense or LinkSense or UseSense) || _atoms.Any(a => a.Key is "who" or "that" or "which" or "whose") || _filters.Any(f => f.Condition is RelatedExists))
            {
                _problems.Add(new Problem(ProblemKind.BeyondWords, only.Start, only.End, Beyond.Absence));
                _cost += Sentence.LeftoverCost;
            }
        }
    }
}
