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
            foreach (var part in metric.PartNames.Concat(metric.Target is { } target ? [target] : []).Distinct())
            {
                Say(draft, Deprecated(catalog, part), $"{metric.Name} is made of", catalog, draft.PlaceOf(metric.Name), $"metrics/{metric.Name}");
            }
        }

        foreach (var (keys, name) in draft.MetricMentions)
        {
            Say(draft, Deprecated(catalog, name.Text.Trim()), "This term stands for", catalog, name.At, keys.Element);
        }

        foreach (var (dataset, keys, text) in draft.Measures)
        {
            Say(draft, Deprecated(catalog, text.Text.Trim()), $"The total of {dataset.Name} is", catalog, text.At, keys.Element);
        }
    }

    private static Metric? Deprecated(Catalog catalog, string name) => catalog.FindMetric(name) is { Status: MetricStatus.Deprecated } metric ? metric : null;

    private static void Say(CatalogDraft draft, Metric? part, string subject, Catalog catalog, TextLocation? at, string element)
    {
        if (part is null)
        {
            return;
        }

        var instead = Replacement(part, catalog);
        draft.Issues.Add(new Issue("deprecated_metric", $"{subject} {part.Name}, which is deprecated.{(instead is null ? "" : $" {instead} has replaced it.")}")
        {
            At = at,
            Element = element,
            Severity = IssueSeverity.Warning,
            Suggestions = instead is null ? [] : [instead],
        });
    }

    /// <summary>The last of those that replaced each other; null where there is none, or they go round in a circle.</summary>
    private static string? Replacement(Metric metric, Catalog catalog)
    {
        var seen = new HashSet<Metric> { metric };
        while (metric.Status == MetricStatus.Deprecated && metric.ReplacedBy is { } name)
        {
            if (catalog.FindMetric(name) is not { } next)
            {
                return name;
            }

            if (!seen.Add(next))
            {
                return null;
            }

            metric = next;
        }

        return seen.Count == 1 ? null : metric.Name;
    }
}
