using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Loading;

/// <summary>What the texts of a catalog say, key by key: the parts of each model joined, our keys put back where an Ossie document carried them.</summary>
/// <param name="Models">By name.</param>
/// <param name="Metrics">Those in files of their own, by name.</param>
internal sealed record CatalogContent(IReadOnlyList<YamlMap> Models, IReadOnlyList<YamlMap> Metrics)
{
    public static CatalogContent Read(IEnumerable<CatalogText> texts)
    {
        var draft = new CatalogDraft(new IssueList());
        foreach (var text in texts.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            foreach (var root in new YamlReader(new YamlSource(text.Name, text.Text), draft.Issues).Read())
            {
                DocumentReader.Read(root, draft);
            }
        }

        var models = draft.ModelParts.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => ModelReader.Merge(p.Key, p.Value).Map);
        return new CatalogContent([.. models], [.. draft.Metrics.Select(m => m.Keys.Map).OrderBy(NameOf, StringComparer.Ordinal)]);
    }

    public static string NameOf(YamlMap element) => element.Find("name") is YamlScalar name ? name.Text.Trim() : "";
}
