using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Checks;

/// <summary>Metrics that replace each other in a circle, so that nobody learns which one to use.</summary>
internal static class ReplacedMetrics
{
    public static void Check(Catalog catalog, CatalogDraft draft)
    {
        var said = new HashSet<Metric>();
        foreach (var start in catalog.Metrics.Where(m => m.ReplacedBy is not null))
        {
            var path = new List<Metric>();
            for (Metric? at = start; at is not null && !said.Contains(at); at = at.ReplacedBy is { } next ? catalog.FindMetric(next) : null)
            {
                var seen = path.IndexOf(at);
                if (seen >= 0)
                {
                    Say(path[seen..], draft);
                    said.UnionWith(path);
                    break;
                }

                path.Add(at);
            }
        }
    }

    private static void Say(List<Metric> circle, CatalogDraft draft)
    {
        var first = circle[0];
        draft.Issues.Add(new Issue("circular_replacement", circle.Count == 1
            ? $"{first.Name} is said to be replaced by itself."
            : $"These metrics are said to replace each other: {string.Join(" → ", circle.Append(first).Select(m => m.Name))}.")
        {
            At = draft.FindMetric(first.Name)?.Keys.Map.Find("replaced_by")?.At,
            Element = $"metrics/{first.Name}",
        });
    }
}
