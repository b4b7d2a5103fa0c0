using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Checks;

/// <summary>Words that two things of a kind claim: natural, but each question with them is asked back, so the owners should know.</summary>
internal static class SharedWords
{
    public static void Check(Catalog catalog, CatalogDraft draft)
    {
        var metrics = catalog.Metrics.Select(m => new Claim(m.Label.With(m.Synonyms), Owned(m.Name, m.Owner), draft.PlaceOf(m.Name), $"metrics/{m.Name}"));
        Share(metrics, "metrics", draft);
        var datasets = catalog.Datasets.Where(d => !d.Hidden).Select(d => new Claim(
            d.Label.With(d.Synonyms).With(d.Entity is { } entity ? entity.Singular.With(entity.Plural).With(entity.Synonyms) : LocalText.Empty),
            Owned(catalog.NameOf(d), d.Owner ?? d.Model.Owner),
            draft.Places.Find(d, ""),
            $"{d.Model.Name}/{d.Name}",
            d));
        Share(datasets, "datasets", draft);
        var terms = catalog.Models.SelectMany(m => m.Glossary.Select(t => new Claim(t.Term.With(t.Synonyms), Owned(t.Term.In("en") ?? "", m.Owner), draft.Places.Find(t, ""), $"{m.Name}/{t.Term.In("en")}")));
        Share(terms, "glossary entries", draft);
    }

    private static void Share(IEnumerable<Claim> claims, string kind, CatalogDraft draft)
    {
        var words = claims.SelectMany(claim => claim.Words.Words.Select(w => (Claim: claim, w.Language, Word: w.Text.ToLowerInvariant())));
        foreach (var shared in words.GroupBy(w => w.Word).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            // A word without a language counts in every one; a kind has its words from what it is a kind of.
            var anyLanguage = shared.Any(w => w.Language is null);
            var several = shared.GroupBy(w => anyLanguage ? null : w.Language)
                .Select(g => g.Select(w => w.Claim).Distinct().ToList())
                .Select(all => all.FindAll(c => !all.Exists(other => c.Dataset?.Supertype is { } super && other.Dataset == super)))
                .MaxBy(all => all.Count) ?? [];
            if (several.Count > 1)
            {
                draft.Issues.Add(new Issue("shared_word", $"'{shared.Key}' stands for several {kind}: {string.Join(", ", several.Select(c => c.Owned))}. A question with it is asked back.")
                {
                    At = several[^1].At,
                    Element = several[^1].Element,
                    Severity = IssueSeverity.Note,
                });
            }
        }
    }

    private static string Owned(string name, string? owner) => owner is null ? name : $"{name} ({owner})";

    private sealed record Claim(LocalText Words, string Owned, TextLocation? At, string Element, Dataset? Dataset = null);
}
