using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <summary>An aggregate or a count that the catalog has as a metric is that metric: "total overtime" and "overtime hours" are one question.</summary>
internal static class SameMetric
{
    public static SemanticQuery Of(SemanticQuery query, GrammarContext grammar)
    {
        var measures = query.Measures.Select(m => MetricOf(m, grammar) ?? m).ToSeq();
        if (measures == query.Measures || measures.Distinct().Count() < measures.Count || query.Having is not (null or MeasureComparison or MeasuresCompared or AllMeasures))
        {
            return query;
        }

        var changed = query with { Measures = measures };
        var (before, after) = (OutputNames.Of(query, grammar.Catalog).Measures, OutputNames.Of(changed, grammar.Catalog).Measures);
        var names = before.Zip(after).Where(p => p.First != p.Second).ToDictionary(p => p.First, p => p.Second);
        return changed with
        {
            OrderBy = query.OrderBy.Select(o => names.TryGetValue(o.By, out var name) ? o with { By = name } : o).ToSeq(),
            Having = query.Having is { } having ? Renamed(having, names) : null,
        };
    }

    private static MetricMeasure? MetricOf(Measure measure, GrammarContext grammar) => measure switch
    {
        AggregateMeasure { Filter: null, As: null } aggregate when grammar.Catalog.FindField(aggregate.Field) is { } field && grammar.SameAs(aggregate.Function, field) is { } metric => new MetricMeasure(metric.Name),
        CountMeasure { Filter: null, As: null } count when grammar.Catalog.FindDataset(count.Dataset) is { } rows && grammar.SameAsCount(rows) is { } metric => new MetricMeasure(metric.Name),
        _ => null,
    };

    private static MeasureCondition Renamed(MeasureCondition condition, Dictionary<string, string> names) => condition switch
    {
        MeasureComparison comparison when names.TryGetValue(comparison.Measure, out var name) => comparison with { Measure = name },
        AllMeasures all => new AllMeasures(all.Conditions.Select(c => Renamed(c, names)).ToSeq()),
        _ => condition,
    };
}
