using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BiAssistant.Tests.Semantics.Exporting;

/// <summary>Random Ossie documents that keep every rule of its schema and hold the oddest texts that it allows; the same seed gives the same document.</summary>
internal sealed class RandomOssie(int seed)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Dialects = ["ANSI_SQL", "SNOWFLAKE", "MDX", "TABLEAU", "DATABRICKS", "MAQL", "BIGQUERY"];
    private static readonly string[] Datatypes = ["String", "Integer", "Decimal", "Float", "Boolean", "Date", "Time", "DateTime", "DateTimeTz", "Opaque"];
    private static readonly string[] Oddities =
    [
        "", "x", "a b", "a.b", "2024", "true", "null", "~", "매출", "it's", "say \"hi\"", "a: b", "# c", "- d", "{e}", "[f]", "*g", "&h", "%i", "line\nbreak", "tab\there", "\\back", "yes",
        "2024-01-01", "  padded  ", "{\"a\":1}", "SELECT 1", "SUM(d.f)", "f", "f + 1", "COUNT(*)", "[Measures].[X]", "CONCAT(a, b)", "((", "$plain",
    ];

    private readonly Random _random = new(seed);
    private int _names;

    public string Text() => new JsonObject { ["version"] = "0.2.0.dev0", ["semantic_model"] = Some(1, 4, Model) }.ToJsonString(Plain);

    private JsonObject Model()
    {
        var model = new JsonObject { ["name"] = Name(), ["datasets"] = Some(1, 3, Dataset) };
        var datasets = model["datasets"]!.AsArray().Select(d => d!["name"]!.GetValue<string>()).Append("nowhere").ToArray();
        Maybe(model, "relationships", () => Some(0, 2, () => Relationship(datasets)));
        Maybe(model, "metrics", () => Some(0, 3, Metric));
        return Common(model);
    }

    private JsonObject Dataset()
    {
        var dataset = new JsonObject { ["name"] = Name(), ["source"] = One("a.b.c", "SELECT f FROM t", Odd()) };
        Maybe(dataset, "primary_key", () => Some(0, 2, () => JsonValue.Create(Odd())));
        Maybe(dataset, "unique_keys", () => Some(0, 2, () => Some(0, 2, () => JsonValue.Create(Odd()))));
        Maybe(dataset, "fields", () => Some(0, 3, Field));
        return Common(dataset);
    }

    private JsonObject Field()
    {
        var field = new JsonObject { ["name"] = Name(), ["expression"] = Expression() };
        Maybe(field, "dimension", () => _random.Next(2) == 0 ? [] : new JsonObject { ["is_time"] = _random.Next(2) == 0 });
        Maybe(field, "label", () => JsonValue.Create(Odd()));
        Maybe(field, "datatype", () => JsonValue.Create(One(Datatypes)));
        return Common(field);
    }

    private JsonObject Relationship(string[] datasets)
    {
        var relationship = new JsonObject
        {
            ["name"] = Name(),
            ["from"] = One(datasets),
            ["to"] = One(datasets),
            ["from_columns"] = Some(1, 2, () => JsonValue.Create(Odd())),
            ["to_columns"] = Some(1, 2, () => JsonValue.Create(Odd())),
        };
        return Common(relationship, hasDescription: false);
    }

    private JsonObject Metric()
    {
        var metric = new JsonObject { ["name"] = Name(), ["expression"] = Expression() };
        Maybe(metric, "datatype", () => JsonValue.Create(One(Datatypes)));
        return Common(metric);
    }

    private JsonObject Common(JsonObject element, bool hasDescription = true)
    {
        if (hasDescription)
        {
            Maybe(element, "description", () => JsonValue.Create(Odd()));
        }

        Maybe(element, "ai_context", Context);
        Maybe(element, "custom_extensions", () => Some(0, 2, () => new JsonObject { ["vendor_name"] = One("DBT", "COMMON", Odd()), ["data"] = One("{}", Odd()) }));
        return element;
    }

    private JsonNode Context() => _random.Next(3) switch
    {
        0 => JsonValue.Create(Odd()),
        1 => new JsonObject { ["instructions"] = Odd(), ["more"] = new JsonObject { ["deep"] = new JsonArray(1, 2.5, true, null, Odd(), new JsonObject()) } },
        _ => new JsonObject { ["synonyms"] = Some(0, 3, () => JsonValue.Create(Odd())), ["examples"] = Some(0, 1, () => JsonValue.Create(Odd())) },
    };

    private JsonObject Expression() => new() { ["dialects"] = Some(1, 3, () => new JsonObject { ["dialect"] = One(Dialects), ["expression"] = One("f", Odd()) }) };

    private void Maybe(JsonObject element, string key, Func<JsonNode?> value)
    {
        if (_random.Next(5) < 2)
        {
            element[key] = value();
        }
    }

    private JsonArray Some(int least, int most, Func<JsonNode?> item) => new([.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => item())]);

    /// <summary>Names follow each other in order, as models do in an exported document.</summary>
    private string Name() => $"n{_names++:000}{One("", " x", "_y", "-z")}";

    private string Odd() => One(Oddities);

    private T One<T>(params T[] all) => all[_random.Next(all.Length)];
}
