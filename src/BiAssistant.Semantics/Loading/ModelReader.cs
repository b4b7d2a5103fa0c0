using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads semantic models; the parts of one model in several files become one.</summary>
internal static class ModelReader
{
    private static readonly string[] ElementLists = ["datasets", "relationships", "metrics", "glossary", "families", "custom_extensions"];

    public static void ReadAll(CatalogDraft draft)
    {
        foreach (var (name, parts) in draft.ModelParts.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            Read(name, Merge(name, parts), draft);
        }

        RelationshipReader.ReadAll(draft);
    }

    private static void Read(string name, KeyReader keys, CatalogDraft draft)
    {
        keys.Element = name;
        keys.Accept("name");
        DotInName(name, keys);
        var context = keys.AiContext();
        var model = new SemanticModel
        {
            Name = name,
            Warehouse = keys.Text("warehouse"),
            TimeZone = TimeZone(keys),
            Calendar = CalendarReader.Read(keys),
            Owner = keys.Text("owner"),
            Label = keys.Words("label"),
            Description = keys.Words("description"),
            AiContext = context,
            CustomExtensions = keys.CustomExtensions(),
        };
        draft.Models.Add(model);
        draft.Fingerprints.Add($"model {name}", keys.Map, ["datasets", "relationships", "metrics", "glossary"]);
        var datasets = new List<Dataset>();
        var taken = new HashSet<string>();
        var maps = FamilyReader.Expand(keys, model);
        foreach (var dataset in maps.Datasets)
        {
            if (DatasetReader.Read(dataset, model, draft) is { } read)
            {
                if (taken.Add(read.Name))
                {
                    datasets.Add(read);
                }
                else
                {
                    dataset.Error("duplicate_name", $"The model {name} has two datasets '{read.Name}'.", dataset.Map.Find("name") ?? dataset.Map);
                }
            }
        }

        model.Datasets = datasets.ToSeq();
        keys.Accept("relationships");
        RelationshipReader.Note(model, maps.Relationships, draft);
        foreach (var metric in keys.Maps("metrics", "a metric"))
        {
            draft.Metrics.Add(new MetricDraft(metric, model));
        }

        GlossaryReader.Read(keys, model, draft);
        keys.Done();
        if (model.Calendar.Dataset is { } calendar && keys.Inner("calendar", "a calendar")?.Scalar("dataset") is { } at)
        {
            draft.Later.Add(names => names.Dataset(calendar, model, keys, at));
        }
    }

    public static void DotInName(string name, KeyReader keys)
    {
        if (name.Contains('.', StringComparison.Ordinal))
        {
            keys.Error("dot_in_name", $"The name '{name}' holds a dot, which separates the parts of a name; use '{name.Replace('.', '_')}'.", keys.Map.Find("name") ?? keys.Map, [name.Replace('.', '_')]);
        }
    }

    private static string? TimeZone(KeyReader keys)
    {
        if (keys.Scalar("time_zone") is not { } scalar)
        {
            return null;
        }

        var text = scalar.Text.Trim();
        if (TimeZoneInfo.TryFindSystemTimeZoneById(text, out _))
        {
            return text;
        }

        var nearest = Nearest.To(text, TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id));
        keys.Error("unknown_time_zone", $"'{text}' is no time zone such as Europe/Paris.{Nearest.Question(nearest)}", scalar, nearest);
        return null;
    }

    /// <summary>One map of all parts: lists of elements joined, anything else said once or equally.</summary>
    public static KeyReader Merge(string name, List<KeyReader> parts)
    {
        if (parts is [var only])
        {
            return only;
        }

        var first = parts[0];
        var merged = new YamlMap(first.Map.Source, first.Map.Line, first.Map.Column);
        foreach (var pair in parts.SelectMany(p => p.Map.Pairs))
        {
            switch (merged.Find(pair.Key.Text), pair.Value)
            {
                case (null, YamlList list) when ElementLists.Contains(pair.Key.Text):
                    var joined = new YamlList(list.Source, list.Line, list.Column);
                    joined.Items.AddRange(list.Items);
                    merged.Pairs.Add(new YamlPair(pair.Key, joined));
                    break;
                case (null, _):
                    merged.Pairs.Add(pair);
                    break;
                case (YamlList sofar, YamlList more) when ElementLists.Contains(pair.Key.Text):
                    sofar.Items.AddRange(more.Items);
                    break;
                case ({ } said, _) when pair.Key.Text != "name" && AnnotationReader.Json(said) != AnnotationReader.Json(pair.Value):
                    first.Element = name;
                    first.Error("model_disagrees", $"The model {name} says something else for '{pair.Key.Text}' in {said.At}; a model of one name in several files says it once.", pair.Key);
                    break;
                default:
                    break;
            }
        }

        return new KeyReader(merged, first.Kind, name, first.Issues);
    }
}
