using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Checks;

/// <summary>Words that two metrics claim: natural, but each question with them is asked back, so the owners should know.</summary>
internal static class SharedWords
{
    public static void Check(Catalog catalog, CatalogDraft draft)
    {
        var words = catalog.Metrics.SelectMany(m => m.Label.With(m.Synonyms).Words.Select(w => (Metric: m, w.Language, Word: w.Text.ToLowerInvariant())));
        foreach (var shared in words.GroupBy(w => (w.Language, w.Word)).OrderBy(g => g.Key.Word, StringComparer.Ordinal))
        {
            var metrics = shared.Select(w => w.Metric).Distinct().ToList();
            if (metrics.Count > 1)
            {
                var owners = metrics.Select(m => m.Owner is { } owner ? $"{m.Name} ({owner})" : m.Name);
                draft.Issues.Add(new Issue("shared_word", $"'{shared.Key.Word}' stands for several metrics: {string.Join(", ", owners)}. A question with it is asked back.")
                {
                    At = draft.PlaceOf(metrics[^1].Name),
                    Element = $"metrics/{metrics[^1].Name}",
                    Severity = IssueSeverity.Note,
                });
            }
        }
    }
}
