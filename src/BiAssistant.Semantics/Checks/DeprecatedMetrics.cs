using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Checks;

/// <summary>Metrics that are out of use and still carry others, or are still meant by a term or by "total" of a dataset.</summary>
internal static class DeprecatedMetrics
{
    public static void Check(Catalog catalog, CatalogDraft draft)
    {
        foreach (var metric in catalog.Metrics.Where(m => m.Status != MetricStatus.Deprecated))
        {
            foreach (var part in metric.PartNames.Select(catalog.FindMetric).OfType<Metric>().Where(p => p.Status == MetricStatus.Deprecated))
            {
                draft.Issues.Add(Warning(part, $"{metric.Name} is made of {part.Name}", draft.PlaceOf(metric.Name), $"metrics/{metric.Name}"));
            }
        }

        var mentions = draft.MetricMentions.Select(m => (m.Keys, m.Name, Says: "This term stands for"))
            .Concat(draft.Measures.Select(m => (m.Keys, Name: m.Text, Says: $"The total of {m.Dataset.Name} is")));
        foreach (var (keys, name, says) in mentions)
        {
            if (catalog.FindMetric(name.Text.Trim()) is { Status: MetricStatus.Deprecated } metric)
            {
                draft.Issues.Add(Warning(metric, $"{says} {metric.Name}", name.At, keys.Element));
            }
        }
    }

    private static Issue Warning(Metric metric, string says, TextLocation? at, string element) =>
        new("deprecated_metric", $"{says}, which is deprecated.{(metric.ReplacedBy is { } other ? $" {other} has replaced it." : "")}")
        {
            At = at,
            Element = element,
            Severity = IssueSeverity.Warning,
            Suggestions = metric.ReplacedBy is { } replacement ? [replacement] : [],
        };
}
