using System.Collections.Frozen;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads a dataset: where its rows come from, what they are, who may see them.</summary>
internal static class DatasetReader
{
    public static Dataset? Read(KeyReader keys, SemanticModel model, CatalogDraft draft)
    {
        var name = keys.RequiredText("name");
        keys.Element = $"{model.Name}/{name ?? "dataset"}";
        var inherits = keys.Has("subtype_of") && !keys.Has("source");
        var source = inherits || keys.RequiredText("source") is null ? null : SqlTextReader.Source(keys.Scalar("source")!, name ?? "source", keys.Element, keys.Issues);
        var context = keys.AiContext();
        var dataset = new Dataset
        {
            Model = model,
            Name = name ?? "",
            Source = source ?? new SqlTable([name ?? ""]),
            Unsupported = source is null && !inherits ? "its source cannot be read" : null,
            PrimaryKey = keys.Texts("primary_key"),
            UniqueKeys = keys.Items("unique_keys").Select(k => keys.ScalarsOf(k, "unique_keys").Select(s => s.Text.Trim()).ToSeq()).ToSeq(),
            Label = keys.Words("label"),
            Synonyms = keys.Synonyms(context),
            Description = keys.Words("description"),
            Entity = keys.Entity("entity"),
            Owner = keys.Text("owner"),
            Hidden = keys.Flag("hidden"),
            DefaultMeasure = keys.Text("default_measure"),
            Filter = Filter(keys, name),
            SubtypeOf = keys.Text("subtype_of"),
            InheritsSource = inherits,
            Access = keys.Texts("access"),
            AiContext = context,
            CustomExtensions = keys.CustomExtensions(),
        };
        if (dataset.Filter is not null)
        {
            draft.RowFilters.Add((dataset, keys));
        }

        dataset.Fields = FieldReader.ReadAll(keys, dataset, draft);
        Names(keys, dataset, draft);
        AccessReader.Read(keys, dataset, draft);
        CheckReader.Read(keys, dataset, draft);
        draft.Places.Add(dataset, keys);
        keys.Done();
        if (name is null)
        {
            draft.Issues.Lose(LostText.Of(keys.Map));
            return null;
        }

        if (dataset.SubtypeOf is not null)
        {
            draft.Subtypes.Add((dataset, keys));
        }

        ModelReader.DotInName(name, keys);
        draft.Fingerprints.Add($"dataset {dataset.Id}", keys.Map, "fields");
        return dataset;
    }

    /// <summary>A condition over physical columns; the dataset's own name before a column means nothing more.</summary>
    private static SqlExpression? Filter(KeyReader keys, string? name)
    {
        if (keys.Scalar("filter") is not { } text || SqlTextReader.Expression(text, keys.Element, keys.Issues) is not { } filter)
        {
            return null;
        }

        return filter.Rewrite(node => node is SqlColumn { Table: { } table } column && table == name ? new SqlColumn(null, column.Name) : null);
    }

    private static void Names(KeyReader keys, Dataset dataset, CatalogDraft draft)
    {
        var scope = new NameScope(dataset, dataset.Model);
        var name = keys.Scalar("name_field");
        var listing = keys.Scalars("listing");
        var time = keys.Node("default_time");
        var measure = keys.Scalar("default_measure");
        draft.Later.Add(names =>
        {
            if (name is not null)
            {
                dataset.NameField = names.Field(name.Text.Trim(), scope, keys, name)?.Field;
            }
            else if (dataset.SubtypeOf is null)
            {
                dataset.NameField = UsualNames.NameFieldOf(dataset);
            }

            dataset.Listing = listing.Select(l => names.Field(l.Text.Trim(), scope, keys, l)?.Field).OfType<Field>().ToSeq();
            DefaultTime(keys, dataset, time, names);
            if (measure is not null)
            {
                draft.Measures.Add((dataset, keys, measure));
            }
        });
    }

    /// <summary>A field; or a map by grain, of which the finest answers what no entry is made for.</summary>
    private static void DefaultTime(KeyReader keys, Dataset dataset, YamlNode? time, Resolution names)
    {
        switch (time)
        {
            case YamlScalar text:
                dataset.DefaultTime = TimeField(text, keys, dataset, names);
                break;
            case YamlMap map:
                var inner = new KeyReader(map, "'default_time'", keys.Element, keys.Issues);
                var byGrain = new SortedDictionary<TimeGrain, Field>();
                foreach (var (word, grain) in GrainWords.All)
                {
                    if (inner.Scalar(word) is { } text && TimeField(text, keys, dataset, names) is { } field)
                    {
                        byGrain[grain] = field;
                    }
                }

                inner.Done();
                dataset.TimeByGrain = byGrain.ToFrozenDictionary();
                dataset.DefaultTime = byGrain.Count > 0 ? byGrain.First().Value : null;
                break;
            case null:
                break;
            default:
                keys.Error("wrong_shape", "'default_time' of a dataset is a field or a map by grain, not a list.", time);
                break;
        }
    }

    private static Field? TimeField(YamlScalar text, KeyReader keys, Dataset dataset, Resolution names)
    {
        if (names.Field(text.Text.Trim(), new NameScope(dataset, dataset.Model), keys, text) is not { } use)
        {
            return null;
        }

        if (!use.IsReachedFrom(dataset, names.Names.Reach))
        {
            keys.Error("not_reachable", $"The default time {text.Text} belongs to {use.Field.Dataset.Name}, which is not reached from {dataset.Name} by to-one steps.", text);
            return null;
        }

        var clock = WayClocks.Of(dataset, use, names.Names);
        clock.IsClock = true;
        return clock;
    }
}
