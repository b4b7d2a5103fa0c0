using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Reads what a metric is made of, by name alone or with a filter, an alias and an offset; and filters in each of their shapes.</summary>
internal static class DbtInputReader
{
    public static DbtInput? Read(KeyReader keys, string key, bool isMeasure = false) => keys.Node(key) is { } node ? Read(node, keys, isMeasure) : null;

    public static DbtInput? Read(YamlNode node, KeyReader around, bool isMeasure = false)
    {
        switch (node)
        {
            case YamlScalar name when name.Text.Trim().Length > 0:
                return new DbtInput(name.Text.Trim(), name.At) { IsMeasure = isMeasure };
            case YamlMap map when KeyReader.NameIn(map) is { } name:
                var keys = new KeyReader(map, "an input", "", around.Issues);
                string? problem = null;
                var offset = DbtSpans.Read(keys, "offset_window", ref problem);
                return new DbtInput(name, map.At)
                {
                    Alias = keys.Text("alias"),
                    Filters = Filters(keys),
                    Offset = offset,
                    OffsetToGrain = keys.Text("offset_to_grain"),
                    FillNullsWith = keys.Number("fill_nulls_with"),
                    IsMeasure = isMeasure,
                    Problem = problem,
                };
            default:
                around.Error("wrong_shape", "What a metric is made of is a name, or keys and values with a 'name'.", node);
                return null;
        }
    }

    /// <summary>All of them are met: a text, a list, or the list that a compiled manifest holds.</summary>
    public static Seq<DbtFilter> Filters(KeyReader keys)
    {
        var node = keys.Node("filter");
        var items = node is YamlMap compiled ? (compiled.Find("where_filters") as YamlList)?.Items ?? [] : node is YamlList list ? list.Items : node is null ? [] : [node];
        var filters = new List<DbtFilter>();
        foreach (var item in items)
        {
            if ((item is YamlMap map ? map.Find("where_sql_template") : item) is YamlScalar text)
            {
                filters.Add(new DbtFilter(text.Text.Trim(), text.At));
            }
            else
            {
                keys.Error("wrong_shape", $"'filter' of {keys.Kind} is a text or a list of texts, not {KeyReader.ShapeOf(item)}.", item);
            }
        }

        return filters.Where(filter => filter.Template.Length > 0).ToSeq();
    }
}
