using BiAssistant.Semantics.Importing;
using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Tests.Semantics.Importing.Merging;

/// <summary>A source that changes: a few datasets with fields and metrics, written as a draft.</summary>
internal sealed class GeneratedDraft
{
    private readonly List<(string Name, SortedDictionary<string, string> Keys, List<string> Words, List<(string Name, SortedDictionary<string, string> Keys)> Fields)> _datasets = [];
    private readonly List<(string Name, string Expression, string? Label)> _metrics = [];
    private int _next;

    public static GeneratedDraft Of(Random random)
    {
        var draft = new GeneratedDraft();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            draft.AddDataset(random);
        }

        return draft;
    }

    /// <summary>The same source, some time later.</summary>
    public GeneratedDraft Later(Random random)
    {
        var later = new GeneratedDraft { _next = _next + 1000 };
        later._metrics.AddRange(_metrics);
        later._datasets.AddRange(_datasets.Select(d => (d.Name, new SortedDictionary<string, string>(d.Keys), d.Words.ToList(), d.Fields.Select(f => (f.Name, new SortedDictionary<string, string>(f.Keys))).ToList())));
        for (var i = random.Next(0, 8); i > 0; i--)
        {
            later.Change(random);
        }

        return later;
    }

    public string Write() => DraftYaml.Write(DraftYaml.Map(
        ("version", DraftYaml.Text("0.2.0.dev0")),
        ("semantic_model", DraftYaml.List([DraftYaml.Map(
            ("name", DraftYaml.Text("shop")),
            ("datasets", DraftYaml.ListOrNone(_datasets.Select(Dataset))),
            ("metrics", DraftYaml.ListOrNone(_metrics.Select(m => DraftYaml.Map(("name", DraftYaml.Text(m.Name)), ("label", DraftYaml.TextOrNone(m.Label)), ("expression", DraftYaml.Text(m.Expression)), ("timeless", DraftYaml.Flag(true)))))))]))));

    private static YamlMap Dataset((string Name, SortedDictionary<string, string> Keys, List<string> Words, List<(string Name, SortedDictionary<string, string> Keys)> Fields) dataset)
    {
        var map = DraftYaml.Map(("name", DraftYaml.Text(dataset.Name)), ("source", DraftYaml.Text(dataset.Name)));
        foreach (var (key, value) in dataset.Keys)
        {
            DraftYaml.Add(map, key, DraftYaml.Text(value));
        }

        DraftYaml.Add(map, "synonyms", DraftYaml.Texts(dataset.Words));
        DraftYaml.Add(map, "fields", DraftYaml.ListOrNone(dataset.Fields.Select(field =>
        {
            var inner = DraftYaml.Map(("name", DraftYaml.Text(field.Name)), ("datatype", DraftYaml.Text("Integer")));
            foreach (var (key, value) in field.Keys)
            {
                DraftYaml.Add(inner, key, DraftYaml.Text(value));
            }

            return inner;
        })));
        return map;
    }

    private void Change(Random random)
    {
        var at = random.Next(_datasets.Count);
        var dataset = _datasets[at];
        switch (random.Next(9))
        {
            case 0:
                AddDataset(random);
                break;
            case 1 when _datasets.Count > 1:
                _datasets.RemoveAt(at);
                _metrics.RemoveAll(m => m.Expression.Contains($"({dataset.Name}.", StringComparison.Ordinal));
                break;
            case 2:
                dataset.Keys["label"] = Word("Label");
                break;
            case 3:
                dataset.Keys["description"] = random.Next(2) == 0 ? Word("Said") : $"{Word("First")}\n\n{Word("Second")}: 'quoted' # no comment";
                break;
            case 4:
                dataset.Words.Insert(random.Next(dataset.Words.Count + 1), Word("word"));
                break;
            case 5:
                AddField(random, dataset.Fields);
                break;
            case 6 when dataset.Fields.Count > 2:
                var gone = dataset.Fields[random.Next(dataset.Fields.Count)].Name;
                if (!_metrics.Exists(m => m.Expression.Contains($".{gone})", StringComparison.Ordinal)))
                {
                    dataset.Fields.RemoveAll(f => f.Name == gone);
                }

                break;
            case 7:
                dataset.Fields[random.Next(dataset.Fields.Count)].Keys[random.Next(2) == 0 ? "label" : "description"] = Word("Field");
                break;
            default:
                _metrics.Add((Word("metric"), $"SUM({dataset.Name}.{dataset.Fields[0].Name})", random.Next(2) == 0 ? Word("Metric") : null));
                break;
        }
    }

    private void AddDataset(Random random)
    {
        var fields = new List<(string, SortedDictionary<string, string>)>();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            AddField(random, fields);
        }

        var words = Enumerable.Range(0, random.Next(0, 3)).Select(_ => Word("word")).ToList();
        _datasets.Insert(random.Next(_datasets.Count + 1), (Word("data"), random.Next(2) == 0 ? [] : new SortedDictionary<string, string> { ["label"] = Word("Label") }, words, fields));
    }

    private void AddField(Random random, List<(string Name, SortedDictionary<string, string> Keys)> fields) =>
        fields.Insert(random.Next(fields.Count + 1), (Word("field"), random.Next(2) == 0 ? [] : new SortedDictionary<string, string> { ["label"] = Word("Field") }));

    private string Word(string stem) => $"{stem}_{_next++}";
}
