using System.Globalization;
using System.Text.Json;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries.Json;

/// <summary>
/// A JSON value, the path to it, and where issues are collected: each read either gives what was asked for or notes an issue that names the path and what was
/// expected, and gives null. Nothing is coerced.
/// </summary>
internal readonly record struct JsonNode(JsonElement Element, string Path, int Depth, List<Issue> Issues)
{
    internal const int MaxDepth = 40;
    internal const int MaxItems = 10_000;

    internal string? Text() => Element.ValueKind == JsonValueKind.String ? Element.GetString() : Expected<string>("a text");

    internal bool? Boolean() => Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => ExpectedValue<bool>("true or false"),
    };

    /// <summary>An exact decimal: a number that would have to be rounded is refused.</summary>
    internal decimal? Decimal()
    {
        if (Element.ValueKind != JsonValueKind.Number)
        {
            return ExpectedValue<decimal>("a number");
        }

        var raw = Element.GetRawText();
        var digits = raw.Split('e', 'E')[0].Where(char.IsAsciiDigit).SkipWhile(c => c == '0').Count();
        return digits <= 28 && decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && (value != 0 || digits == 0)
            ? value
            : ExpectedValue<decimal>("a number of at most 28 digits");
    }

    internal int? Integer(int least, int most) =>
        Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var value) && value >= least && value <= most
            ? value
            : ExpectedValue<int>(string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));

    internal long? Long() => Element.ValueKind == JsonValueKind.Number && Element.TryGetInt64(out var value) ? value : ExpectedValue<long>("a whole number");

    internal DateTime? Instant(bool dayOnly = false)
    {
        string[] formats = dayOnly ? ["yyyy-MM-dd"] : ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
        return Element.ValueKind == JsonValueKind.String
            && DateTime.TryParseExact(Element.GetString(), formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : ExpectedValue<DateTime>(dayOnly ? "a date such as \"2024-05-31\"" : "a date such as \"2024-05-31\" or \"2024-05-31T14:00:00\"");
    }

    internal T? Word<T>((T Case, string Word)[] words)
        where T : struct, Enum
    {
        var text = Element.ValueKind == JsonValueKind.String ? Element.GetString() : null;
        foreach (var (item, word) in words)
        {
            if (word == text)
            {
                return item;
            }
        }

        return ExpectedValue<T>("one of " + string.Join(", ", words.Select(w => $"\"{w.Word}\"")), words.Select(w => w.Word));
    }

    internal Seq<T> List<T>(Func<JsonNode, T?> read, int most = MaxItems)
        where T : class
    {
        if (Element.ValueKind != JsonValueKind.Array)
        {
            Expected<string>("a list");
            return [];
        }

        if (Element.GetArrayLength() > most)
        {
            Expected<string>(string.Create(CultureInfo.InvariantCulture, $"at most {most:N0} items"));
            return [];
        }

        var items = new List<T>();
        var index = 0;
        foreach (var element in Element.EnumerateArray())
        {
            var node = new JsonNode(element, string.Create(CultureInfo.InvariantCulture, $"{Path}[{index++}]"), Depth + 1, Issues);
            if (read(node) is { } item)
            {
                items.Add(item);
            }
        }

        return items.ToSeq();
    }

    /// <summary>The value as an object with no other properties than these; null, with issues, when it is anything else.</summary>
    internal JsonObjectNode? Object(params ReadOnlySpan<string> known)
    {
        if (Element.ValueKind != JsonValueKind.Object)
        {
            return Expected<JsonObjectNode>("an object");
        }

        if (Depth > MaxDepth)
        {
            return Expected<JsonObjectNode>(string.Create(CultureInfo.InvariantCulture, $"at most {MaxDepth} levels"));
        }

        var properties = new Dictionary<string, JsonNode>();
        foreach (var property in Element.EnumerateObject())
        {
            var node = new JsonNode(property.Value, $"{Path}.{property.Name}", Depth + 1, Issues);
            if (!known.Contains(property.Name))
            {
                Issues.Add(new Issue("unknown_property", $"{node.Path}: there is no property \"{property.Name}\" here.")
                {
                    Element = node.Path,
                    Suggestions = Nearest.To(property.Name, known.ToArray()),
                });
            }
            else if (!properties.TryAdd(property.Name, node))
            {
                Issues.Add(new Issue("duplicate_property", $"{node.Path}: the property is there twice.") { Element = node.Path });
            }
        }

        return new JsonObjectNode(this, properties);
    }

    internal T? Expected<T>(string what, IEnumerable<string>? suggestions = null)
        where T : class
    {
        var found = Element.ValueKind switch
        {
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "true or false",
            JsonValueKind.Null => "null",
            JsonValueKind.Array => "a list",
            JsonValueKind.Object => "an object",
            _ => "nothing",
        };
        var given = Element.ValueKind is JsonValueKind.String or JsonValueKind.Number && Element.GetRawText() is { Length: <= 60 } raw ? raw : found;
        Issues.Add(new Issue("wrong_json", $"{Path}: expected {what}, found {given}.") { Element = Path, Suggestions = suggestions is null ? [] : suggestions.ToSeq() });
        return null;
    }

    private T? ExpectedValue<T>(string what, IEnumerable<string>? suggestions = null)
        where T : struct
    {
        Expected<string>(what, suggestions);
        return null;
    }
}

/// <summary>The known properties of a JSON object.</summary>
internal sealed record JsonObjectNode(JsonNode Node, IReadOnlyDictionary<string, JsonNode> Properties)
{
    internal bool Has(string name) => Properties.ContainsKey(name);

    internal JsonNode? Optional(string name) => Properties.TryGetValue(name, out var node) ? node : null;

    /// <summary>A property that must be there; null, with an issue, when it is not.</summary>
    internal JsonNode? Required(string name)
    {
        if (Properties.TryGetValue(name, out var node))
        {
            return node;
        }

        Node.Issues.Add(new Issue("missing_property", $"{Node.Path}: the property \"{name}\" is missing.") { Element = Node.Path, Suggestions = [name] });
        return null;
    }

    internal string? OptionalText(string name) => Optional(name)?.Text();

    internal string? RequiredText(string name) => Required(name)?.Text();

    internal bool Flag(string name) => Optional(name)?.Boolean() ?? false;
}
