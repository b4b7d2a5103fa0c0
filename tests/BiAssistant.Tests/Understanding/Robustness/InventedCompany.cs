using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Grounding;
using BiAssistant.Understanding.Tokens;
using YamlDotNet.RepresentationModel;

namespace BiAssistant.Tests.Understanding.Robustness;

/// <summary>A company whose every label, synonym and value is an invented word, and its questions said in these words. Technical names stay, for queries are written with them.</summary>
internal sealed class InventedCompany
{
    private static readonly HashSet<string> Human = ["label", "synonyms", "entity", "role", "verbs", "reverse_verbs", "adjectives", "filter_words", "null_label", "term", "unit"];

    /// <summary>What words of the language itself are said to mean.</summary>
    private static readonly HashSet<string> Language =
    [
        "period", "기간", "breakdown by period", "기간별로 나누기", "집계", "count", "개수", "ranking", "순위", "comparison", "비교", "exclusion", "제외", "number", "숫자", "trend", "추이", "share of the whole", "비중",
        "change", "변화", "compared period", "비교 기간", "running total", "누적", "to date", "누계", "rolling window", "이동 구간", "ranking by change", "변화 순위", .. Enum.GetNames<AggregateFunction>().Select(name => name.ToLowerInvariant()),
    ];

    private readonly InventedWords _words;
    private readonly Vocabulary _vocabulary;
    private readonly HashSet<string> _named = [];

    public InventedCompany(LearntCompany company, IEnumerable<CatalogText> texts)
    {
        var files = texts.ToList();
        _vocabulary = new Vocabulary(company.Catalog);
        _words = new InventedWords([.. files.Select(file => file.Text), .. company.Values.Select(value => value.Text), .. company.Answered.Select(answered => answered.Question)]);
        var load = CatalogLoader.Load(files.Select(file => new CatalogText(file.Name, Renamed(file.Text))).ToList());
        load.HasErrors.ShouldBeFalse(string.Join('\n', load.Issues.Take(20)));
        _named.UnionWith(company.Values.Select(value => value.Text));
        Understander = new Understander(load.Catalog, ValueIndex.Build(load.Catalog, company.Values.Select(value => Renamed(load.Catalog, value))));
    }

    public Understander Understander { get; }

    /// <summary>A question in the invented words: where it speaks of the catalog, and words that only the catalog can have meant.</summary>
    public string Question(string question, Understood answer)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var word in answer.Words.Where(IsOfCatalog).OrderBy(word => word.Start))
        {
            if (word.Start >= at)
            {
                result.Append(_words.RenameStrangers(question[at..word.Start])).Append(_words.Rename(word.Text));
                at = word.Start + word.Length;
            }
        }

        return result.Append(_words.RenameStrangers(question[at..])).ToString();
    }

    private bool IsOfCatalog(WordMeaning word) =>
        !Language.Contains(word.Meaning) || (Tokenizer.PhraseKey(word.Text) is { } key && _vocabulary.Find(key.Hash).Any(entry => entry.Sense is FixedPeriodSense));

    /// <summary>The query that the question must become: the same, but for the values.</summary>
    public string Query(SemanticQuery query)
    {
        var json = JsonNode.Parse(SemanticQueryJson.Write(query)) ?? throw new JsonException();
        return Write(Renamed(json) ?? throw new JsonException());
    }

    /// <summary>A query without the order of what stands side by side (columns, conditions, values): it changes nothing that is meant.</summary>
    public static string Written(SemanticQuery query) => Write(JsonNode.Parse(SemanticQueryJson.Write(query)) ?? throw new JsonException());

    private static string Write(JsonNode json) => Sorted(json, "")?.ToJsonString() ?? "";

    private static JsonNode? Sorted(JsonNode? node, string name) => node switch
    {
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value, pair.Key)))),
        JsonArray list when name == "order_by" => new JsonArray([.. list.Select(item => Sorted(item, ""))]),
        JsonArray list => new JsonArray([.. list.Select(item => Sorted(item, "")).OrderBy(item => item?.ToJsonString(), StringComparer.Ordinal)]),
        _ => node?.DeepClone(),
    };

    private JsonNode? Renamed(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(
            pair.Key,
            pair.Key is "contains" or "starts_with" or "ends_with" && pair.Value is JsonValue said ? JsonValue.Create(_words.RenameStrangers(said.GetValue<string>())) : Renamed(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Renamed)]),
        JsonValue value when value.TryGetValue<string>(out var text) && _named.Contains(text) => JsonValue.Create(_words.Rename(text)),
        _ => node?.DeepClone(),
    };

    private IndexedValue Renamed(Catalog catalog, IndexedValue value)
    {
        var text = _words.Rename(value.Text);
        return new IndexedValue(catalog.Fields.First(field => field.Id == value.Field.Id), new SqlText(text), text, value.Count);
    }

    private string Renamed(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        foreach (var document in stream.Documents)
        {
            Rename(document.RootNode);
        }

        var written = new StringWriter();
        stream.Save(written, assignAnchors: false);
        return written.ToString();
    }

    private void Rename(YamlNode node)
    {
        if (node is YamlSequenceNode list)
        {
            list.Children.ToList().ForEach(Rename);
        }

        if (node is not YamlMappingNode map)
        {
            return;
        }

        foreach (var (key, value) in map.Children)
        {
            var name = ((YamlScalarNode)key).Value ?? "";
            if (Human.Contains(name) && !(name == "entity" && value is YamlScalarNode))
            {
                RenameAll(value, isTerm: name == "term");
            }
            else if (name == "value" && value is YamlScalarNode { Value: { } code } stored && code.Any(c => char.IsLower(c) || c >= '\uAC00'))
            {
                _named.Add(code);
                stored.Value = _words.Rename(code);
            }
            else if (name != "row_access")
            {
                Rename(value);
            }
        }
    }

    private void RenameAll(YamlNode node, bool isTerm)
    {
        switch (node)
        {
            case YamlScalarNode { Value: { } text } scalar:
                if (isTerm)
                {
                    _named.Add(text);
                }

                scalar.Value = _words.Rename(text);
                break;
            case YamlSequenceNode list:
                list.Children.ToList().ForEach(item => RenameAll(item, isTerm));
                break;
            case YamlMappingNode map:
                map.Children.Values.ToList().ForEach(item => RenameAll(item, isTerm));
                break;
        }
    }
}
