using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>
/// Reads out of a <c>meta</c>, which is a project's own to fill, what catalogs have too: <c>synonyms</c> (a text, a list, or either by language), <c>label_ko</c>
/// and its kind for labels in a language, <c>owner</c>. Whatever else a project keeps there says nothing here.
/// </summary>
internal static class DbtMetaReader
{
    public static DbtMeta Read(KeyReader keys)
    {
        var found = DbtMeta.None;
        foreach (var map in new[] { keys.Node("meta"), (keys.Node("config") as YamlMap)?.Find("meta") }.OfType<YamlMap>())
        {
            var labels = map.Pairs
                .Where(pair => pair.Key.Text.StartsWith("label_", StringComparison.Ordinal) && pair.Key.Text.Length == 8 && pair.Value is YamlScalar { IsNull: false })
                .Select(pair => new LocalWord(pair.Key.Text[6..].ToLowerInvariant(), ((YamlScalar)pair.Value).Text.Trim()));
            var synonyms = map.Find("synonyms") is { } node ? new KeyReader(map, "'meta'", "", new IssueList()).WordsOf(node, "synonyms") : LocalText.Empty;
            found = new DbtMeta(found.Labels.With(new LocalText(labels.ToSeq())), found.Synonyms.With(synonyms), (map.Find("owner") as YamlScalar)?.Text ?? found.Owner);
        }

        return found;
    }

    /// <summary>Whether a part is there at all: dbt leaves out what its config switches off.</summary>
    public static bool IsEnabled(KeyReader keys) =>
        !((keys.Node("config") as YamlMap)?.Find("enabled") is YamlScalar { Text: var said } && said.Equals("false", StringComparison.OrdinalIgnoreCase));
}
