using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads the top of one YAML document: semantic models, metrics, or both.</summary>
internal static class DocumentReader
{
    public const string KnownVersion = "0.2.0.dev0";

    private static readonly string[] OntologyKeys = ["ontology", "ontologies", "ontology_mapping", "ontology_mappings", "concepts"];

    public static void Read(YamlNode root, CatalogDraft draft)
    {
        if (root is not YamlMap given)
        {
            if (root is not YamlScalar { IsNull: true })
            {
                draft.Issues.Add(new Issue("not_a_catalog", $"A catalog file begins with semantic_model, metric or metrics; this one is {KeyReader.ShapeOf(root)}.") { At = root.At });
            }

            return;
        }

        var map = OwnExtension.Restore(given, draft.Issues);
        if (OssieDocument.IsValid(map))
        {
            draft.Issues.BeLenientWith(map);
        }

        var keys = new KeyReader(map, "a catalog file", "", draft.Issues);
        if (map.Find("semantic_model") is null && map.Pairs.FirstOrDefault(p => OntologyKeys.Contains(p.Key.Text)) is { Key: { } ontology })
        {
            keys.Error("ontology_document", "This is an Ossie ontology document; it holds no semantic model, so nothing of it is read. Give the semantic model's document instead.", ontology);
            return;
        }

        if (keys.Scalar("version") is { } version && version.Text != KnownVersion)
        {
            keys.Say("unknown_version", $"The file says version {version.Text}; it is read as {KnownVersion}.", version, IssueSeverity.Warning, [KnownVersion]);
        }

        foreach (var model in keys.Maps("semantic_model", "a semantic model"))
        {
            if (KeyReader.NameIn(model.Map) is null)
            {
                draft.Issues.Lose(LostText.Of(model.Map));
            }

            if (model.RequiredText("name") is { } name)
            {
                if (!draft.ModelParts.TryGetValue(name, out var parts))
                {
                    draft.ModelParts[name] = parts = [];
                }

                parts.Add(model);
            }
        }

        foreach (var metric in keys.Maps("metric", "a metric").Concat(keys.Maps("metrics", "a metric")))
        {
            draft.Metrics.Add(new MetricDraft(metric, null));
        }

        keys.Done();
    }
}
