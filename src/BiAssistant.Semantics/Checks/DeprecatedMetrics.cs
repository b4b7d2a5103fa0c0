using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Checks;

/// <summary>Metrics that are out of use and still carry others.</summary>
internal static class DeprecatedMetrics
{
    public static void Check(Catalog catalog, CatalogDraft draft)
    {
        foreach (var metric in catalog.Metrics.Where(m => m.Status != MetricStatus.Deprecated))
        {
            foreach (var part in metric.PartNames.Select(catalog.FindMetric).OfType<Metric>().Where(p => p.Status == MetricStatus.Deprecated))
            {
                var instead = part.ReplacedBy is { } other ? $" {other} has replaced it." : "";
                draft.Issues.Add(new Issue("deprecated_metric", $"{metric.Name} is made of {part.Name}, which is deprecated.{instead}")
                {
                    At = draft.PlaceOf(metric.Name),
                    Element = $"metrics/{metric.Name}",
                    Severity = IssueSeverity.Warning,
                    Suggestions = part.ReplacedBy is { } replacement ? [replacement] : [],
                });
            }
        }
    }
}
