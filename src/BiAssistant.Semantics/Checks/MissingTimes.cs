using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Checks;

/// <summary>Metrics that no period can be asked of, because nothing says when their rows happened.</summary>
internal static class MissingTimes
{
    public static void Check(Catalog catalog, CatalogDraft draft)
    {
        foreach (var metric in catalog.Metrics.Where(m => m is SimpleMetric { Timeless: false, TimeName: null, Unsupported: null }))
        {
            if (Formulas.Aggregates(metric.Formula).FirstOrDefault(a => a.Time is null && PeriodFields.GrainsOf(a.Root, null).IsEmpty) is { } timeless)
            {
                draft.Issues.Add(new Issue("missing_time", $"{metric.Name} has no clock, so it cannot be asked for by period: give {timeless.Root.Name} a default_time, the metric a time, or say timeless: true.")
                {
                    At = draft.PlaceOf(metric.Name),
                    Element = $"metrics/{metric.Name}",
                    Severity = IssueSeverity.Note,
                });
            }
        }
    }
}
