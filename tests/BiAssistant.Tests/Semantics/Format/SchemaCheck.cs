using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Tests.Semantics.Format;

/// <summary>Checks a YAML text by a JSON schema as an editor does; it knows the words of the schema language that ours uses.</summary>
internal sealed class SchemaCheck(JsonObject schema)
{
    private static readonly string[] Known =
        ["$schema", "$ref", "$defs", "title", "description", "type", "properties", "patternProperties", "additionalProperties", "propertyNames", "required", "items", "enum", "const", "pattern", "anyOf", "allOf", "if", "then"];

    /// <summary>Where the text breaks the schema.</summary>
    public IReadOnlyList<string> Problems(string yaml) =>
        [.. new YamlReader(new YamlSource("x", yaml), new IssueList()).Read().SelectMany(root => Problems(ToJson(root), schema, "$"))];

    private List<string> Problems(JsonNode? value, JsonNode rules, string path)
    {
        if (rules is JsonValue never && !never.GetValue<bool>())
        {
            return [$"{path} may not be there"];
        }

        var all = rules.AsObject();
        all.Select(rule => rule.Key).Except(Known).ShouldBeEmpty("the check must know every word of the schema");
        var problems = new List<string>();
        void Require(bool holds, string what)
        {
            if (!holds)
            {
                problems.Add($"{path} {what}");
            }
        }

        foreach (var (word, rule) in all)
        {
            switch (word)
            {
                case "$ref":
                    problems.AddRange(Problems(value, schema["$defs"]![rule!.GetValue<string>()["#/$defs/".Length..]].ShouldNotBeNull(), path));
                    break;
                case "type":
                    Require((rule is JsonArray types ? types.Select(t => t!.GetValue<string>()) : [rule!.GetValue<string>()]).Contains(TypeOf(value)), $"is {TypeOf(value)}, not {rule}");
                    break;
                case "enum":
                    Require(rule!.AsArray().Any(option => JsonNode.DeepEquals(option, value)), $"is none of {rule.ToJsonString()}");
                    break;
                case "const":
                    Require(JsonNode.DeepEquals(rule, value), $"is not {rule}");
                    break;
                case "pattern":
                    Require(value is not JsonValue text || TypeOf(text) != "string" || Regex.IsMatch(text.GetValue<string>(), rule!.GetValue<string>()), $"is not of the form {rule}");
                    break;
                case "required" when value is JsonObject map:
                    foreach (var key in rule!.AsArray().Select(k => k!.GetValue<string>()))
                    {
                        Require(map.ContainsKey(key), $"lacks {key}");
                    }

                    break;
                case "propertyNames" when value is JsonObject map:
                    problems.AddRange(map.SelectMany(p => Problems(p.Key, rule!, $"{path}.{p.Key}")));
                    break;
                case "properties" or "additionalProperties" or "patternProperties" when value is JsonObject map:
                    problems.AddRange(map.SelectMany(p => Property(all, word, p.Key, p.Value, $"{path}.{p.Key}")));
                    break;
                case "items" when value is JsonArray list:
                    problems.AddRange(list.SelectMany((item, i) => Problems(item, rule!, $"{path}[{i}]")));
                    break;
                case "anyOf":
                    var each = rule!.AsArray().Select(option => Problems(value, option!, path)).ToList();
                    Require(each.Exists(e => e.Count == 0), $"fits nothing: {string.Join("; ", each.SelectMany(e => e))}");
                    break;
                case "allOf":
                    problems.AddRange(rule!.AsArray().SelectMany(part => Problems(value, part!, path)));
                    break;
                case "then" when Problems(value, all["if"]!, path).Count == 0:
                    problems.AddRange(Problems(value, rule!, path));
                    break;
            }
        }

        return problems;
    }

    private IEnumerable<string> Property(JsonObject rules, string word, string key, JsonNode? value, string path)
    {
        var own = rules["properties"]?[key];
        var like = rules["patternProperties"]?.AsObject().Where(p => Regex.IsMatch(key, p.Key)).Select(p => p.Value!).ToList() ?? [];
        return word switch
        {
            "properties" => own is null ? [] : Problems(value, own, path),
            "patternProperties" => like.SelectMany(rule => Problems(value, rule, path)),
            _ => own is null && like.Count == 0 ? Problems(value, rules["additionalProperties"]!, path) : [],
        };
    }

    private static string TypeOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.Number => "number",
            System.Text.Json.JsonValueKind.String => "string",
            _ => "boolean",
        },
    };

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMap map => new JsonObject(map.Pairs.Select(p => KeyValuePair.Create(p.Key.Text, ToJson(p.Value)))),
        YamlList list => new JsonArray([.. list.Items.Select(ToJson)]),
        YamlScalar { IsNull: true } => null,
        YamlScalar { Style: YamlStyle.Plain, Text: "true" or "false" } flag => JsonValue.Create(flag.Text == "true"),
        YamlScalar { Style: YamlStyle.Plain } number when decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => JsonValue.Create(value),
        _ => JsonValue.Create(((YamlScalar)node).Text),
    };
}
