using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>
/// Keys and values as JSON and back, without loss: <c>0.10</c> stays <c>0.10</c>, and a plain text that JSON has no form for (<c>007</c>, <c>~</c>) is
/// written as <c>{"$plain": "007"}</c>.
/// </summary>
internal static partial class ExactJson
{
    private const string Plain = "$plain";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(YamlNode node) =>
        YamlJson.Write(node, Readable, key => Escaped().IsMatch(key) ? $"${key}" : key, Write);

    /// <summary>The value that a text of JSON holds, every part of it standing where the text stands; null, with an issue, when it is not JSON.</summary>
    public static YamlNode? Read(YamlScalar text, string element, IssueList issues)
    {
        try
        {
            using var document = JsonDocument.Parse(text.Text);
            return Read(document.RootElement, text, element, issues);
        }
        catch (JsonException broken)
        {
            issues.Add(new Issue("broken_extension", $"The data of this extension is not JSON: line {broken.LineNumber + 1}, character {broken.BytePositionInLine + 1} of it.") { At = text.At, Element = element });
            return null;
        }
    }

    /// <summary>Whether a plain text means something else than the same text in quotes: nothing, true, false or a number.</summary>
    public static bool IsMoreThanText(YamlScalar scalar) =>
        scalar.Style == YamlStyle.Plain && (scalar.IsNull || scalar.Text is "true" or "false" || decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    private static void Write(Utf8JsonWriter json, YamlScalar scalar)
    {
        switch (scalar)
        {
            case var text when !IsMoreThanText(text):
                json.WriteStringValue(text.Text);
                break;
            case { Text: "null" or "true" or "false" } word:
                json.WriteRawValue(word.Text);
                break;
            case var number when Number().IsMatch(number.Text):
                json.WriteRawValue(number.Text);
                break;
            case var odd:
                json.WriteStartObject();
                json.WriteString(Plain, odd.Text);
                json.WriteEndObject();
                break;
        }
    }

    private static YamlNode Read(JsonElement value, YamlScalar at, string element, IssueList issues)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.EnumerateObject().ToList() is [{ Name: Plain, Value: { ValueKind: JsonValueKind.String } odd }]:
                return Scalar(at, odd.GetString()!, YamlStyle.Plain);
            case JsonValueKind.Object:
                var map = new YamlMap(at.Source, at.Line, at.Column);
                foreach (var property in value.EnumerateObject())
                {
                    var key = Escaped().IsMatch(property.Name) ? property.Name[1..] : property.Name;
                    if (map.Find(key) is null)
                    {
                        map.Pairs.Add(new YamlPair(Scalar(at, key, YamlStyle.Plain), Read(property.Value, at, element, issues)));
                    }
                    else
                    {
                        issues.Add(new Issue("duplicate_key", $"'{key}' is given twice here.") { At = at.At, Element = element });
                    }
                }

                return map;
            case JsonValueKind.Array:
                var list = new YamlList(at.Source, at.Line, at.Column);
                list.Items.AddRange(value.EnumerateArray().Select(item => Read(item, at, element, issues)));
                return list;
            case JsonValueKind.String:
                return Scalar(at, value.GetString()!, YamlStyle.Quoted);
            default:
                return Scalar(at, value.GetRawText(), YamlStyle.Plain);
        }
    }

    private static YamlScalar Scalar(YamlScalar at, string text, YamlStyle style) => new(at.Source, at.Line, at.Column, text, style);

    [GeneratedRegex(@"^\$+plain$")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Number();
}
