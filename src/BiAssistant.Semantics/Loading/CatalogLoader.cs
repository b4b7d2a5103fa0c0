using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Checks;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads the texts of a catalog: everything that can be read becomes the catalog, everything that is wrong becomes an issue with its place.</summary>
public static class CatalogLoader
{
    public static CatalogLoad Load(IEnumerable<CatalogText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Compile([.. texts.AsParallel().AsOrdered().Select(ParsedText.Of)]);
    }

    /// <summary>Every document is read in the order of the texts' names, whichever way they were found.</summary>
    internal static CatalogLoad Compile(IReadOnlyList<ParsedText> texts)
    {
        var issues = new IssueList();
        var draft = new CatalogDraft(issues);
        foreach (var text in texts.OrderBy(t => t.Text.Name, StringComparer.Ordinal))
        {
            issues.AddAll(text.Problems);
            if (text.Roots.Count == 0 && text.Problems.InOrder() is [var broken, ..])
            {
                issues.Lose(LostText.Of(text.Text.Text, broken.At ?? new TextLocation(text.Text.Name, 1, 1)));
            }

            foreach (var root in text.Roots)
            {
                DocumentReader.Read(root, draft);
            }
        }

        ModelReader.ReadAll(draft);
        var named = new Catalog(draft.Models.ToSeq(), [], "");
        var resolution = new Resolution(new Names(named));
        foreach (var later in draft.Later)
        {
            later(resolution);
        }

        SubtypeReader.Inherit(draft);
        FieldResolution.Resolve(draft, resolution);
        var metrics = MetricRegistry.Read(draft, resolution);
        TypeEvidence.Apply(draft.Models, metrics);
        var catalog = new Catalog(draft.Models.ToSeq(), metrics, draft.Fingerprints.Version());
        CatalogChecks.Run(catalog, draft, resolution);
        return new CatalogLoad(catalog, issues.InOrder()) { Places = draft.Places };
    }
}
