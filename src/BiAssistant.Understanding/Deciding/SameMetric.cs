using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <summary>A number that the catalog has as a metric is that metric, however it is said: "total overtime" and "overtime hours" are one question.</summary>
internal static class SameMetric
{
    public static SemanticQuery Of(SemanticQuery query, GrammarContext grammar)
    {
        var timed = query.Period is not null || query.GroupBy.Any(g => g is TimeGrouping);
        var swapped = query.Measures.Select(m => Swapped(m, timed, query.Where, grammar)).ToList();
        if (swapped.ToSeq() == query.Measures || query.Having is not (null or MeasureComparison or MeasuresCompared or AllMeasures))
        {
            return query;
        }

        var changed = query with { Measures = swapped.Distinct().ToSeq() };
        var (before, after) = (OutputNames.Of(query, grammar.Catalog).Measures, OutputNames.Of(changed, grammar.Catalog).Measures);
        var kept = changed.Measures.ToList();
        var names = before.Select((name, i) => (name, To: after[kept.IndexOf(swapped[i])])).Where(p => p.name != p.To).ToDictionary(p => p.name, p => p.To);
        return changed with
        {
            OrderBy = query.OrderBy.Select(o => names.TryGetValue(o.By, out var name) ? o with { By = name } : o).ToSeq(),
            Having = query.Having is { } having ? Renamed(having, names, timed, query.Where, grammar) : null,
        };
    }

    private static Measure Swapped(Measure measure, bool timed, Condition? where, GrammarContext grammar) =>
        MetricOf(measure, timed, where, grammar) ?? measure switch
        {
            WrappedMeasure wrapped => wrapped with { Inner = Swapped(wrapped.Inner, timed, where, grammar) },
            // A part of a whole: both are counted by the metric, or neither is.
            ArithmeticMeasure { Left: CountMeasure { As: null, Filter: { } part } left, Right: CountMeasure { As: null, Filter: null } right } share when left.Dataset == right.Dataset && MetricOf(right, timed, where is null ? part : new AllOf([where, part]), grammar) is { } metric =>
                Known(share with { Left = metric with { Filter = part }, Right = metric }, grammar),
            _ => measure,
        };

    private static Measure Known(Measure measure, GrammarContext grammar) => grammar.SameAs(measure) is { } metric ? new MetricMeasure(metric.Name) : measure;

    private static MetricMeasure? MetricOf(Measure measure, bool timed, Condition? where, GrammarContext grammar) => measure switch
    {
        MetricMeasure => null,
        CountMeasure { Filter: null, As: null } count => grammar.Catalog.FindDataset(count.Dataset) is { } rows && grammar.SameAsCount(rows, timed, where) is { } metric ? new MetricMeasure(metric.Name) : null,
        _ => grammar.SameAs(measure) is { } metric ? new MetricMeasure(metric.Name) : null,
    };

    private static MeasureCondition Renamed(MeasureCondition condition, Dictionary<string, string> names, bool timed, Condition? where, GrammarContext grammar) => condition switch
    {
        MeasureComparison comparison when names.TryGetValue(comparison.Measure, out var name) => comparison with { Measure = name },
        MeasuresCompared compared => compared with { Left = Swapped(compared.Left, timed, where, grammar), Right = Swapped(compared.Right, timed, where, grammar) },
        AllMeasures all => new AllMeasures(all.Conditions.Select(c => Renamed(c, names, timed, where, grammar)).ToSeq()),
        _ => condition,
    };
}
