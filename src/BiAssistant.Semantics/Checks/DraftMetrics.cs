using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Checks;

/// <summary>Certified metrics that rest on a draft: what was agreed may still change.</summary>
internal static class DraftMetrics
{
    public static void Check(Catalog catalog, CatalogDraft draft)
    {
        foreach (var metric in catalog.Metrics.Where(m => m.Status == MetricStatus.Certified))
        {
            if (Drafts(metric, catalog).FirstOrDefault() is { } part)
            {
                draft.Issues.Add(new Issue("draft_in_certified", $"{metric.Name} is certified and made of {part.Name}, which is a draft.")
                {
                    At = draft.PlaceOf(metric.Name),
                    Element = $"metrics/{metric.Name}",
                    Severity = IssueSeverity.Warning,
                    Suggestions = [part.Name],
                });
            }
        }
    }

    /// <summary>The drafts among what a metric is made of, parts of parts included.</summary>
    private static IEnumerable<Metric> Drafts(Metric metric, Catalog catalog)
    {
        var seen = new HashSet<Metric> { metric };
        var pending = new Queue<Metric>([metric]);
        while (pending.TryDequeue(out var next))
        {
            foreach (var part in next.PartNames.Select(catalog.FindMetric).OfType<Metric>().Where(seen.Add))
            {
                if (part.Status == MetricStatus.Draft)
                {
                    yield return part;
                }

                pending.Enqueue(part);
            }
        }
    }
}
