using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Languages.Korean;

namespace BiAssistant.Understanding.Deciding;

/// <summary>What makes a reading unlikely although nothing of it is wrong: it would say what is known without asking.</summary>
internal sealed partial class Assembler
{
    private void Doubt()
    {
        var only = _measures is [var one] ? one : null;
        var counted = only is null ? null : RowsCountedBy(only);
        var spoken = _sentence.Phrases.SelectMany(p => p.Leaves()).Any(l => l.Sense is AggregateSense);

        // "top 5 shipments by weight": amounts are hardly the things that are ranked.
        Doubt(0.8, _ranking is not null && GroupedFields().Any(f => f.Type.IsNumeric && GrammarContext.DefaultOf(f) is not null));
        // "the cheapest vegetarian dish": of yes and no nothing is ranked.
        Doubt(1, _ranking is not null && _groups is [FieldGrouping] && GroupedFields().Any(f => f.Type.Kind == SqlTypeKind.Boolean));
        // "in which region is South": what is known already is not looked for.
        Doubt(0.6, (_asked || _ranking is not null || _order is not null) && _filters.Exists(f => f.Value is { Negated: false, Values.Count: 1 } known && _groups.Contains(new FieldGrouping(_context.Catalog.NameOf(known.Field), known.Via))));
        // "how many degrees of master students": of what has one value there is one.
        Doubt(1.2, _measures.Exists(m => m.Measure is AggregateMeasure { Function: AggregateFunction.CountDistinct, Field: var distinct } && _filters.Exists(f => f.Value is { Negated: false, Values.Count: 1 } known && _context.Catalog.NameOf(known.Field) == distinct)));
        // "average number of pages per book": each book has but one.
        Doubt(0.5, only is { Measure: AggregateMeasure { Function: AggregateFunction.Average }, Field: { } mean } && _sentence.Phrases.Any(p => p.Sense is BreakdownSense { Asked: false, Groupings: [FieldGrouping each] } && _atoms[p.Start].Key == "per" && _context.Catalog.FindField(each.Field)?.Dataset == mean.Dataset));
        // "customers whose score is above the average, with the score": each has but one, and nothing is averaged.
        Doubt(0.5, only is { Measure: AggregateMeasure, Field: { } bare } && _filters.Exists(f => f.Condition is FieldAgainstMeasure against && against.Field == _context.Catalog.NameOf(bare)) && !_sentence.Phrases.Any(p => p.Sense is MeasuresSense && p.Leaves().Any(l => l.Sense is AggregateSense)));
        // "employees who earn less than 4000", too.
        Doubt(1.5, !spoken && _limits.Exists(l => l.Item is { Measure: AggregateMeasure, Field: { } own } && IsBrokenDownByEach(own.Dataset)));
        // "list the credits of …" wants them one by one.
        Doubt(1, _listed is not null && !spoken && _aggregates.Count == 0 && _measures.Count > 0 && _measures.TrueForAll(m => m is { Measure: AggregateMeasure, Field: not null }));
        // "minutes of delay by minutes of delay" says nothing.
        Doubt(2, only is { Measure: AggregateMeasure { Function: not AggregateFunction.Count }, Field: { } twice } && _groups.Contains(new FieldGrouping(_context.Catalog.NameOf(twice))));
        // "the number of customers by customer" is always one.
        Doubt(2, counted is not null && IsBrokenDownByEach(counted));
        // "average fuel burned by aircraft type, flights in 2024": each flight has but one.
        Doubt(1.5, _ranking is null && only is { Measure: AggregateMeasure { Function: AggregateFunction.Average or AggregateFunction.Median }, Field.Dataset: { DefaultTime: not null } dated } && IsBrokenDownByEach(dated));
        // "모의고사의 최저 점수": a number of them all, where nothing behind it is looked for.
        Doubt(1.2, IsKorean && !_asked && _ranking is { Sense: ExtremeMeasureSense } extreme && _atoms[extreme.Start].Raw == KoreanWords.Most && After(extreme) is null or { Sense: HowMuchSense or CountWordSense });
        // "year-to-date revenue for each month of 2025": gathered up, where a period is said besides.
        Doubt(0.6, _periods.Count > 1 && _groups.Exists(g => g is TimeGrouping) && _periods.Exists(p => p.Sense is RelativePeriodSense { Period.Kind: RelativePeriodKind.Current }) && _periods.Exists(p => p.Sense is DateSense));
        // "the biggest single refund for each reason": one of them, and no sum of them.
        Doubt(1, _ranking is { Sense: ExtremeMeasureSense { Item.Metric: not null } } && Enumerable.Range(1, _atoms.Count - 1).Any(i => EnglishCounts.BehindSuperlative.Contains(_atoms[i].Key) && _atoms[i - 1].Key.EndsWith("est", StringComparison.Ordinal)));
        FailLeastAmong();
        FailSum();
    }

    /// <summary>"revenue plus expenses" may be one number; of what cannot be added up, as rates, it is two.</summary>
    private void FailSum()
    {
        if (_sentence.Phrases.SelectMany(p => p.Leaves()).FirstOrDefault(l => l.Sense is JoinSense && EnglishWords.Plus.Contains(_atoms[l.Start].Raw)) is { } plus && _measures.TrueForAll(m => m.Metric?.Additive ?? true))
        {
            Fail(ProblemKind.UnusedWords, plus);
        }
    }

    private void Doubt(double cost, bool unlikely) => _cost += unlikely ? cost : 0;

    /// <summary>"what's the lowest credit score among applications" is one number, and not one of each.</summary>
    private void FailLeastAmong()
    {
        var among = Enumerable.Range(0, _atoms.Count).FirstOrDefault(i => EnglishWords.Among.Contains(_atoms[i].Key), -1);
        if (among > 0 && _atoms[0].Key == "what" && _ranking is { } least && _sentence.Phrases.Any(p => p.Start > among && p.Leaves().Any(l => l.Sense is EntitySense of && IsBrokenDownByEach(of.Dataset))))
        {
            Fail(ProblemKind.NothingToRank, least);
        }
    }

    /// <summary>"2024년 7월이면서 2023년 3월인": no time is both.</summary>
    private void FailBothDates()
    {
        var dates = _sentence.Phrases.SelectMany(p => p.Leaves()).Where(l => l.Sense is DateSense).ToList();
        foreach (var other in dates.Where(d => d.Start > 2 && _atoms[d.Start - 1].Raw == "서" && _atoms[d.Start - 2].Raw == "면" && dates.Exists(o => o.End < d.Start && d.Start - o.End <= 3)))
        {
            Fail(ProblemKind.Contradiction, other);
        }
    }

    private IEnumerable<Field> GroupedFields() => _groups.OfType<FieldGrouping>().Select(g => _context.Catalog.FindField(g.Field)).OfType<Field>();

    private bool IsBrokenDownByEach(Dataset rows) => rows.NameField is { } name && _groups.Contains(new FieldGrouping(_context.Catalog.NameOf(name)));

    /// <summary>"정비 중인 차량": what is going on is more than that there are such rows. A state may be said so.</summary>
    private void FailGoingOn()
    {
        var leaves = _sentence.Phrases.SelectMany(p => p.Leaves()).ToList();
        foreach (var leaf in leaves.Where(l => IsKorean && l.Sense is EntitySense && l.End + 1 < _atoms.Count && _atoms[l.End].Raw == "중" && _atoms[l.End + 1].Raw is "인" or "이" && !leaves.Exists(o => o.Start == l.End)))
        {
            Fail(ProblemKind.UnusedWords, leaf);
        }
    }
}
