using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Reads the texts of a project. A text that is broken is said and loses only what stands in it.</summary>
internal sealed class DbtProjectReader(DbtRemarks remarks)
{
    private readonly List<DbtModel> _models = [];
    private readonly Dictionary<string, DbtPlace> _sources = [];
    private readonly List<DbtSemanticModel> _semanticModels = [];
    private readonly List<DbtMetric> _metrics = [];

    public DbtProject Read(DbtSource source)
    {
        var templates = DbtTemplates.Of(source);
        foreach (var text in source.Properties)
        {
            Read(text, templates);
        }

        if (_semanticModels.Count == 0 && source.SemanticManifest is { } compiled)
        {
            Read(compiled, templates);
        }

        return new DbtProject
        {
            Models = _models.DistinctBy(model => model.Name).ToSeq(),
            Sources = _sources,
            SemanticModels = Single(_semanticModels, "semantic model"),
            Metrics = Single(_metrics, "metric"),
        };
    }

    private void Read(CatalogText text, DbtTemplates templates)
    {
        var issues = new IssueList();
        foreach (var root in new YamlReader(new YamlSource(text.Name, text.Text), issues).Read())
        {
            if (root is YamlMap map)
            {
                Filled(map, templates);
                Read(new KeyReader(map, "a file of a dbt project", "", issues));
            }
            else if (root is not YamlScalar { IsNull: true })
            {
                remarks.LookFirst("This is no file of a dbt project: it holds no keys and values.", root.At);
            }
        }

        remarks.Wrong(issues.InOrder());
    }

    private void Read(KeyReader file)
    {
        foreach (var keys in file.Maps("models", "a model"))
        {
            Add(_models, DbtModelReader.Read(keys));
            var metrics = keys.Maps("metrics", "a metric").Select(DbtMetricReader.Read).OfType<DbtMetric>().ToList();
            if (DbtModelReader.Semantic(keys) is { } semantic)
            {
                _semanticModels.Add(semantic);
                _metrics.AddRange(metrics);
            }
            else if (metrics.Count > 0)
            {
                remarks.LeftOut($"The model '{keys.Text("name")}' has metrics but no semantic model that is switched on: {string.Join(", ", metrics.Select(metric => metric.Name))}.", keys.Map.At);
            }
        }

        foreach (var keys in file.Maps("seeds", "a seed").Concat(file.Maps("snapshots", "a snapshot")))
        {
            Add(_models, DbtModelReader.Read(keys));
        }

        foreach (var keys in file.Maps("sources", "a source"))
        {
            Source(keys);
        }

        foreach (var keys in file.Maps("semantic_models", "a semantic model"))
        {
            Add(_semanticModels, DbtSemanticModelReader.Read(keys));
        }

        foreach (var keys in file.Maps("metrics", "a metric"))
        {
            Compiled(keys);
            Add(_metrics, DbtMetricReader.Read(keys));
        }

        foreach (var keys in file.Maps("saved_queries", "a saved query"))
        {
            remarks.LeftOut($"The saved query '{keys.Text("name")}' is left out: a catalog defines numbers, and a question or a report asks for them.", keys.Map.At);
        }
    }

    /// <summary>A compiled manifest of the current form keeps a simple metric's aggregation with the metric, and the semantic model by name.</summary>
    private void Compiled(KeyReader keys)
    {
        if (keys.Node("type_params") is YamlMap parameters && parameters.Find("metric_aggregation_params") is YamlMap aggregation && keys.Text("name") is { } name)
        {
            var inner = new KeyReader(aggregation, "a metric", "", keys.Issues);
            var home = _semanticModels.FindIndex(model => model.Name == inner.Text("semantic_model"));
            if (home >= 0)
            {
                var measure = DbtMeasureReader.Read(name, inner) with { Expression = inner.Text("expr") ?? (parameters.Find("expr") as YamlScalar)?.Text.Trim() ?? name };
                _semanticModels[home] = _semanticModels[home] with { Measures = _semanticModels[home].Measures.Add(measure) };
            }
        }
    }

    private void Source(KeyReader keys)
    {
        if (keys.RequiredText("name") is not { } source)
        {
            return;
        }

        foreach (var table in keys.Maps("tables", "a table"))
        {
            if (table.RequiredText("name") is { } name)
            {
                _sources.TryAdd($"{source}.{name}", new DbtPlace(keys.Text("database"), keys.Text("schema") ?? source, table.Text("identifier") ?? name));
            }
        }
    }

    /// <summary>Those whose name is theirs alone.</summary>
    private Seq<T> Single<T>(List<T> all, string kind)
        where T : DbtElement
    {
        var single = new List<T>();
        foreach (var same in all.GroupBy(element => element.Name))
        {
            var first = same.First();
            if (same.Skip(1).FirstOrDefault() is { } second)
            {
                remarks.LookFirst($"There are two {kind}s '{first.Name}', the other at {second.At.File}:{second.At.Line}: nobody can tell which is meant, so neither is imported.", first.At);
            }
            else
            {
                single.Add(first);
            }
        }

        return single.ToSeq();
    }

    private static void Add<T>(List<T> list, T? item)
        where T : class
    {
        if (item is not null)
        {
            list.Add(item);
        }
    }

    /// <summary>Puts variables and docs into every value.</summary>
    private static void Filled(YamlNode node, DbtTemplates templates)
    {
        switch (node)
        {
            case YamlList list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    list.Items[i] = list.Items[i] is YamlScalar text ? Filled(text, templates) : list.Items[i];
                    Filled(list.Items[i], templates);
                }

                break;
            case YamlMap map:
                for (var i = 0; i < map.Pairs.Count; i++)
                {
                    map.Pairs[i] = map.Pairs[i].Value is YamlScalar text ? map.Pairs[i] with { Value = Filled(text, templates) } : map.Pairs[i];
                    Filled(map.Pairs[i].Value, templates);
                }

                break;
        }
    }

    private static YamlScalar Filled(YamlScalar text, DbtTemplates templates) => templates.Fill(text.Text) is var filled && filled != text.Text ? text.With(filled) : text;
}
