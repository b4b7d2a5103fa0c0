using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries;

/// <summary>What "break it down" means when nobody says by what: the fields by which the metrics of a query are usually broken down. A suggestion; no query takes them unasked.</summary>
public static class UsualBreakdowns
{
    /// <summary>Those that the query does not have yet, the first metric's first.</summary>
    public static Seq<FieldGrouping> Of(SemanticQuery query, Catalog catalog) =>
        query.Measures.SelectMany(m => Of(m, catalog)).Select(field => new FieldGrouping(field)).Distinct()
            .Where(usual => !query.GroupBy.OfType<FieldGrouping>().Any(g => g.Field == usual.Field)).ToSeq();

    private static IEnumerable<string> Of(Measure measure, Catalog catalog) => measure switch
    {
        MetricMeasure { Metric: var name } => catalog.FindMetric(name)?.DefaultBy ?? [],
        _ => measure.Parts.SelectMany(p => Of(p, catalog)),
    };
}
