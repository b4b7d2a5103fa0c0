using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Deciding;

/// <content>"how many", "average" and "above 500 kg" that stand apart from what they belong to.</content>
internal sealed partial class Assembler
{
    /// <summary>"how many" somewhere before what is counted.</summary>
    private void ApplyCounts()
    {
        if (_spread is not null)
        {
            // Those who have each number are counted anyway.
            _counts.Clear();
            return;
        }

        var counting = _sentence.Phrases.SelectMany(p => p.Leaves()).Where(l => l.Sense is CountWordSense).ToList();
        if (!IsKorean && counting.Count > 1 && _measures.Count(m => !IsOnlyLimited(m)) < counting.Count)
        {
            // "how many customers have how many orders" asks for two numbers.
            Fail(ProblemKind.UnusedWords, counting[^1]);
        }

        foreach (var phrase in _counts)
        {
            if (_measures.Count > 0 && After(phrase)?.Sense is FieldSense && Enumerable.Range(phrase.Start, phrase.End - phrase.Start).Any(i => _atoms[i].Raw is "different" or "distinct" or "unique"))
            {
                // "how many different plans are there among the lines activated" asks for plans, and not for lines by plan.
                Fail(ProblemKind.UnusedWords, phrase);
            }
            else if (_measures.Count > 0 && ThingsBeside(phrase) is { } beside && !_measures.Exists(m => _context.RootsOf(m).Contains(beside)))
            {
                // "how many companies made bookings" does not ask how many bookings.
                Fail(ProblemKind.UnusedWords, phrase);
            }
            else if (!IsKorean && _measures.Count == 0 && After(phrase) is { Sense: ValueSense or ConditionSense or DatedSense } narrowed && Grammar.Rules.RelatedThings.ThingOf(narrowed) is { } meant && ThingCounted(phrase) is { Sense: EntitySense { Dataset: var another } } && another != meant)
            {
                // "how many express shipments did customers book" counts shipments.
                Fail(ProblemKind.UnusedWords, phrase);
            }
            else if (IsKorean && _measures is [{ Field: not null }] && phrase.End >= _sentence.Phrases[^1].End && Before(phrase) is { Sense: MeasuresSense } mean && mean.Leaves().Any(l => l.Sense is AggregateSense))
            {
                // "정원은 평균 몇 명인가요": in which unit the average comes.
                _cost += 0.1;
            }
            else if (_measures.Any(m => !IsOnlyLimited(m) && (m.Measure is CountMeasure or AggregateMeasure { Function: AggregateFunction.CountDistinct } || (m.Metric is { } metric && (GrammarContext.IsCount(metric) || CountsThings(metric))))))
            {
                _cost += 0.1;
            }
            else if (_measures.Count == 0 && IsKorean && VerbBefore(phrase) is { } told)
            {
                // "예약한 건수": what the verb tells of is counted.
                AddMeasure(_context.CountOf(told));
                _concluded = true;
                _cost += 0.6;
            }
            else if (_measures.Count == 0 && !_counts.Exists(c => _things.Exists(t => t.Start == c.End && t.Sense is FieldSense)) && ThingCounted(phrase) is { Sense: EntitySense entity } thing)
            {
                _things.Remove(thing);
                AddMeasure(_context.CountOf(entity.Dataset));
                _cost += 0.6;
            }
            else if (_measures.Count == 0 && !_counts.Exists(c => _things.Exists(t => t.Start == c.End)) && RowsWithConditions(alsoThings: false) is { } rows)
            {
                AddMeasure(_context.CountOf(rows));
                _concluded = true;
                _cost += 0.6;
            }
            else if (_measures.Count == 0 && _things.Count + _periods.Count == 0 && _filters.Where(f => f.Value is not null).ToList() is { Count: > 0 } values && _dated.TrueForAll(d => d.Sense.Field.Dataset == values[0].Value!.Field.Dataset) && values.TrueForAll(v => v.Value is { Negated: false, Via: null } value && value.Field != value.Field.Dataset.NameField && value.Field.Dataset == values[0].Value!.Field.Dataset))
            {
                // "노쇼가 몇 건": the rows that have the value.
                AddMeasure(_context.CountOf(values[0].Value!.Field.Dataset));
                _concluded = true;
                _cost += 1.6;
            }
            else
            {
                Fail(ProblemKind.UnusedWords, phrase);
            }
        }
    }

    /// <summary>What is named right beside "how many", as things or as what is asked for.</summary>
    private Dataset? ThingsBeside(Phrase word) => (IsKorean ? Before(word) : After(word))?.Sense switch
    {
        EntitySense { Via: null } entity => entity.Dataset,
        BreakdownSense { Groupings: [FieldGrouping { Via: null } asked] } when _context.Catalog.FindField(asked.Field) is { } name && name == name.Dataset.NameField => name.Dataset,
        _ => null,
    };

    /// <summary>"how many shipments were delivered late": a number that is counted in the things that are named.</summary>
    private bool CountsThings(Semantics.Metrics.Metric metric) => GrammarContext.IsQuantity(metric) && metric.Unit.Words.Select(u => WordForms.Fold(u.Text)).ToList() is { Count: > 0 } units
        && _things.Exists(t => t.Sense is EntitySense { Dataset.Entity: { } entity } && entity.Singular.Words.Concat(entity.Plural.Words).Any(w => units.Contains(WordForms.Fold(w.Text))));

    /// <summary>What is counted: the first thing named, or the last one before the word in a language that puts it there.</summary>
    private Phrase? ThingCounted(Phrase word) => IsKorean
        ? _things.LastOrDefault(t => t.Sense is EntitySense { Via: null } && t.End <= word.Start) ?? _things.FirstOrDefault(t => t.Sense is EntitySense { Via: null })
        : _things.FirstOrDefault(t => t.Sense is EntitySense { Via: null });

    private Dataset? VerbBefore(Phrase word) => Before(word) switch
    {
        { Sense: DatedSense dated } before when before.Leaves().Last(l => l.Sense is not FillerSense).Sense is VerbSense => dated.Field.Dataset,
        { Sense: ConditionSense { Of: { } of } } before when before.Leaves().Last(l => l.Sense is not FillerSense).Sense is VerbSense => of,
        _ => null,
    };

    /// <summary>"average" apart from what is averaged.</summary>
    private void ApplyAggregates()
    {
        foreach (var phrase in _aggregates)
        {
            var aggregate = (AggregateSense)phrase.Sense;
            if (aggregate.Worth && _measures.Count == 0 && WantsMoney())
            {
                // "과태료는 총 얼마야": what they are worth is asked for anyway.
                _cost += 0.1;
            }
            else if (_measures is [{ Metric: { } metric }] && (Grammar.Rules.AggregateOfMetric.Same(aggregate, metric)))
            {
                _cost += 0.1;
            }
            else if (_measures is [{ Measure: AggregateMeasure, Field: { } field }])
            {
                _measures[0] = _context.Of(aggregate.Function, field);
                _cost += 0.2;
            }
            else if (_measures is [{ Measure: CountMeasure }] && aggregate.Function == AggregateFunction.Sum)
            {
                _cost += 0.1;
            }
            else
            {
                Fail(ProblemKind.UnusedWords, phrase);
            }
        }
    }

    private const int MostMeanings = 4;

    /// <summary>"above 500 kg" without what weighs: the only field of the rows in question that is measured so, or a choice of a few.</summary>
    private void ApplyBareLimits(IEnumerable<Dataset>? spoken = null)
    {
        var rows = _measures.SelectMany(_context.RootsOf).Concat(_things.Select(t => t.Sense).OfType<EntitySense>().Select(e => e.Dataset)).Concat(spoken ?? []).Distinct().ToList();
        var bare = _bare.ToList();
        _bare.Clear();
        foreach (var (limit, phrase) in bare)
        {
            var fields = rows.SelectMany(r => r.Fields)
                .Where(f => !f.Hidden && f.Access.IsEmpty && f.Type.IsNumeric && !f.Unit.IsEmpty && Grammar.Rules.Units.Fit(limit.Number, f.Unit, f.Format))
                .ToList();
            // "90점 이상", where the score is spoken of: that one, and not the target score.
            var named = fields.FindAll(f => !_measures.Exists(m => m.Field == f) && _sentence.Phrases.SelectMany(p => p.Leaves()).Any(l => l.Sense is FieldSense said && said.Field == f));
            fields = named.Count == 1 ? named : fields;
            if (fields.Count is > 0 and <= MostMeanings && (fields.Count == 1 || bare.Count == 1))
            {
                // Several fields are measured so: a reading each, for the asker to choose.
                _meanings = fields.Count;
                var meant = fields[fields.Count == 1 ? 0 : _meaning];
                // "loads with weight over 500 kg" asks for loads: what weighs stands right before its own limit and is no number that is wanted.
                _cost += Before(phrase) is { Sense: MeasuresSense { Items: [{ Measure: AggregateMeasure, Field: var weighed }] } } && weighed == meant ? 2 : 0;
                _filters.Add((new FieldComparison(_context.Catalog.NameOf(meant), limit.Operator, GrammarContext.Literal(Grammar.Rules.Units.Value(limit.Number, meant.Unit, meant.Format)!.Value)), meant.Dataset, null, phrase));
                _cost += 0.6;
            }
            else
            {
                Fail(ProblemKind.UnusedWords, phrase);
            }
        }
    }
}
