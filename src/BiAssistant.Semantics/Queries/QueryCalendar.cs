using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;

namespace BiAssistant.Semantics.Queries;

/// <summary>Whose "today" and whose fiscal year a query goes by: those of the model of its first measure, or of its first grouping when it has none.</summary>
public static class QueryCalendar
{
    public static BusinessCalendar Of(SemanticQuery query, Catalog catalog) => ModelOf(query, catalog)?.Calendar ?? BusinessCalendar.Default;

    /// <summary>Null when the query names nothing that the catalog knows.</summary>
    public static SemanticModel? ModelOf(SemanticQuery query, Catalog catalog)
    {
        var ofMeasures = query.Measures.Select(m => ModelOf(m, catalog));
        var ofGroups = query.GroupBy.Select(g => ModelOf(g, catalog));
        return ofMeasures.Concat(ofGroups).FirstOrDefault(m => m is not null)
            ?? (query.Listing is { } listing ? catalog.FindDataset(listing.Dataset)?.Model : null)
            ?? (query.Over is { } inner ? ModelOf(inner, catalog) : null)
            ?? (catalog.Models.Count == 1 ? catalog.Models[0] : null);
    }

    private static SemanticModel? ModelOf(Measure measure, Catalog catalog) => measure switch
    {
        MetricMeasure metric => catalog.FindMetric(metric.Metric) is { Formula: { } formula } ? Formulas.Aggregates(formula).FirstOrDefault()?.Root.Model : null,
        AggregateMeasure aggregate => catalog.FindField(aggregate.Field)?.Dataset.Model,
        CountMeasure count => catalog.FindDataset(count.Dataset)?.Model,
        QueryMeasure nested => ModelOf(nested.Query, catalog),
        _ => measure.Parts.Select(p => ModelOf(p, catalog)).FirstOrDefault(m => m is not null),
    };

    private static SemanticModel? ModelOf(Grouping grouping, Catalog catalog) => grouping switch
    {
        FieldGrouping field => catalog.FindField(field.Field)?.Dataset.Model,
        BucketGrouping bucket => catalog.FindField(bucket.Field)?.Dataset.Model,
        _ => null,
    };
}
