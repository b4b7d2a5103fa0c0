using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>
/// Our own keys in a strict Ossie document: they lie in a custom extension of our vendor's name as JSON text and are put back in place before anything is
/// read. A key of the extension takes the place of Ossie's; one that is null takes it away.
/// </summary>
internal static class OwnExtension
{
    public const string Vendor = "BI_ASSISTANT";

    public const string Extensions = "custom_extensions";

    /// <summary>On a model: what Ossie has no form for, in ours.</summary>
    public const string Models = "$models";

    public const string Datasets = "$datasets";

    public const string Relationships = "$relationships";

    /// <summary>On a dataset or relationship: it was made for a member of a family and is made again.</summary>
    public const string Made = "$made";

    /// <summary>On a metric: it stands in a file of its own, not in the model.</summary>
    public const string OwnFile = "$own_file";

    public static YamlMap Restore(YamlMap document, IssueList issues)
    {
        if (document.Find("semantic_model") is not { } models || !document.Source.Text.Contains(Vendor, StringComparison.Ordinal))
        {
            return document;
        }

        var metrics = new List<YamlNode>();
        var restored = new List<YamlNode>();
        foreach (var model in Items(models))
        {
            restored.AddRange(model is YamlMap map ? Model(map, metrics, issues) : [model]);
        }

        var whole = With(document, "semantic_model", List(document, restored));
        return metrics.Count == 0 ? whole : With(whole, "metrics", List(document, [.. Items(document.Find("metrics")), .. metrics]));
    }

    /// <summary>The model and those that lie in its extension; its metrics that have files of their own are handed over.</summary>
    private static List<YamlNode> Model(YamlMap given, List<YamlNode> fileMetrics, IssueList issues)
    {
        var (model, notes) = Own(given, issues);
        var metrics = new List<YamlNode>();
        foreach (var metric in Items(model.Find("metrics")))
        {
            if (metric is YamlMap map && Own(map, issues) is var (own, about))
            {
                (about.Find(OwnFile) is null ? metrics : fileMetrics).Add(own);
            }
            else
            {
                metrics.Add(metric);
            }
        }

        model = Elements(model, "datasets", notes.Find(Datasets), map => Dataset(map, issues));
        model = Elements(model, "relationships", notes.Find(Relationships), map => Own(map, issues));
        model = model.Find("metrics") is null ? model : With(model, "metrics", List(model, metrics));
        return [model, .. Items(notes.Find(Models))];
    }

    private static (YamlMap, YamlMap) Dataset(YamlMap given, IssueList issues)
    {
        var (dataset, notes) = Own(given, issues);
        return (Elements(dataset, "fields", null, field => Own(field, issues)), notes);
    }

    private static YamlMap Elements(YamlMap owner, string key, YamlNode? more, Func<YamlMap, (YamlMap Own, YamlMap Notes)> restore)
    {
        var elements = new List<YamlNode>();
        foreach (var item in Items(owner.Find(key)))
        {
            if (item is not YamlMap map)
            {
                elements.Add(item);
            }
            else if (restore(map) is var (own, notes) && notes.Find(Made) is null)
            {
                elements.Add(own);
            }
        }

        elements.AddRange(Items(more));
        return elements.Count == 0 && owner.Find(key) is null ? owner : With(owner, key, List(owner, elements));
    }

    /// <summary>The element with our keys in place, and what our extension says about it beside its keys.</summary>
    private static (YamlMap Own, YamlMap Notes) Own(YamlMap given, IssueList issues)
    {
        var notes = new YamlMap(given.Source, given.Line, given.Column);
        var extensions = Items(given.Find(Extensions)).ToList();
        var ours = extensions.OfType<YamlMap>().Where(e => e.Find("vendor_name") is YamlScalar { Text: Vendor }).ToList();
        if (ours.Count == 0)
        {
            return (given, notes);
        }

        var foreign = extensions.Except(ours).ToList();
        var own = foreign.Count == 0 ? Without(given, Extensions) : With(given, Extensions, List(given, foreign));
        foreach (var data in ours.Select(o => o.Find("data")).OfType<YamlScalar>())
        {
            switch (ExactJson.Read(data, "", issues))
            {
                case null:
                    break;
                case YamlMap keys:
                    notes.Pairs.AddRange(keys.Pairs.Where(IsNote));
                    own = keys.Pairs.Where(p => !IsNote(p)).Aggregate(own, (map, pair) =>
                        pair.Value is YamlScalar { IsNull: true } ? Without(map, pair.Key.Text) : With(map, pair.Key.Text, pair.Value));
                    break;
                default:
                    issues.Add(new Issue("broken_extension", $"The data of a {Vendor} extension is a JSON object of keys and values.") { At = data.At });
                    break;
            }
        }

        return (own, notes);
    }

    private static bool IsNote(YamlPair pair) => pair.Key.Text.StartsWith('$');

    private static List<YamlNode> Items(YamlNode? node) => node switch
    {
        null or YamlScalar { IsNull: true } => [],
        YamlList list => list.Items,
        _ => [node],
    };

    private static YamlList List(YamlNode at, IEnumerable<YamlNode> items)
    {
        var list = new YamlList(at.Source, at.Line, at.Column);
        list.Items.AddRange(items);
        return list;
    }

    private static YamlMap Without(YamlMap map, string key)
    {
        var copy = new YamlMap(map.Source, map.Line, map.Column);
        copy.Pairs.AddRange(map.Pairs.Where(p => p.Key.Text != key));
        return copy;
    }

    private static YamlMap With(YamlMap map, string key, YamlNode value)
    {
        var copy = new YamlMap(map.Source, map.Line, map.Column);
        copy.Pairs.AddRange(map.Pairs.Select(p => p.Key.Text == key ? p with { Value = value } : p));
        if (map.Find(key) is null)
        {
            copy.Pairs.Add(new YamlPair(new YamlScalar(value.Source, value.Line, value.Column, key, YamlStyle.Plain), value));
        }

        return copy;
    }
}
