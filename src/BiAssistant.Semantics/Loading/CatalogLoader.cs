using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Checks;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads the texts of a catalog: everything that can be read becomes the catalog, everything that is wrong becomes an issue with its place.</summary>
public static class CatalogLoader
{
    public static CatalogLoad Load(IEnumerable<CatalogText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var issues = new IssueList();
        var draft = new CatalogDraft(issues);
        var parsed = texts.AsParallel().AsOrdered().Select(Parse).ToList();
        foreach (var (roots, problems) in parsed.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => (p.Roots, p.Problems)))
        {
            foreach (var problem in problems.InOrder())
            {
                issues.Add(problem);
            }

            foreach (var root in roots)
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

        FieldResolution.Resolve(draft, resolution);
        var metrics = MetricRegistry.Read(draft, resolution);
        var catalog = new Catalog(draft.Models.ToSeq(), metrics, draft.Fingerprints.Version());
        CatalogChecks.Run(catalog, draft);
        return new CatalogLoad(catalog, issues.InOrder()) { Places = draft.Places };
    }

    private static (string Name, List<YamlNode> Roots, IssueList Problems) Parse(CatalogText text)
    {
        var problems = new IssueList();
        return (text.Name, new YamlReader(new YamlSource(text.Name, text.Text), problems).Read(), problems);
    }
}
