using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BiAssistant.Semantics.Format;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Exporting;

/// <summary>The catalog format as a JSON schema (draft 2020-12), by which editors complete and check the files of a catalog.</summary>
public static class SchemaExporter
{
    private const string Language = "^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "BiAssistant catalog",
            ["$ref"] = Reference(CatalogFormat.Document),
            ["$defs"] = new JsonObject(CatalogFormat.Elements.Select(element => KeyValuePair.Create(element.Name, (JsonNode?)Element(element)))
                .Concat([KeyValuePair.Create("Text", (JsonNode?)Scalar()), KeyValuePair.Create("Words", (JsonNode?)Words())])),
        };
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            schema.WriteTo(json);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static JsonObject Element(FormatElement element)
    {
        var keys = element.Keys.Concat(element.Types.SelectMany(type => type.Keys)).GroupBy(key => key.Name).ToList();
        var written = new JsonObject
        {
            ["description"] = element.Description,
            ["type"] = "object",
            ["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create(key.Key, (JsonNode?)Property([.. key])))),
        };
        if (RequiredOf(element.Keys) is { Count: > 0 } required)
        {
            written["required"] = required;
        }

        if (element.Keys.FirstOrDefault(key => key.Unless is not null) is { } either)
        {
            written["anyOf"] = new JsonArray(new JsonObject { ["required"] = new JsonArray(either.Name) }, new JsonObject { ["required"] = new JsonArray(either.Unless) });
        }

        if (!element.IsOpen)
        {
            written["additionalProperties"] = false;
        }

        if (!element.Types.IsEmpty)
        {
            written["allOf"] = new JsonArray([.. element.Types.Select((type, i) => OfType(element, type, isDefault: i == 0))]);
        }

        return written;
    }

    /// <summary>What a type needs and the keys that it may have.</summary>
    private static JsonObject OfType(FormatElement element, FormatElement type, bool isDefault)
    {
        var named = new JsonObject { ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = type.Name } } };
        if (!isDefault)
        {
            named["required"] = new JsonArray("type");
        }

        var names = element.Keys.Concat(type.Keys).Select(key => (JsonNode?)key.Name).ToArray();
        var rules = new JsonObject { ["description"] = type.Description, ["propertyNames"] = new JsonObject { ["enum"] = new JsonArray(names) } };
        if (RequiredOf(type.Keys) is { Count: > 0 } required)
        {
            rules["required"] = required;
        }

        foreach (var own in type.Keys.Where(key => element.Types.Count(t => t.Keys.Any(k => k.Name == key.Name)) > 1))
        {
            rules["properties"] ??= new JsonObject();
            rules["properties"]![own.Name] = Shape(own.Shape);
        }

        return new JsonObject { ["if"] = named, ["then"] = rules };
    }

    /// <summary>A key; where types give it several meanings, all of them are told here and each type's own is held to there.</summary>
    private static JsonObject Property(IReadOnlyList<FormatKey> meanings)
    {
        var shapes = meanings.Select(key => key.Shape).Distinct().ToSeq();
        var property = Shape(shapes is [var only] ? only : new EitherShape(shapes));
        property["description"] = string.Join(" ", meanings.Select(key => key.Description).Distinct());
        return property;
    }

    private static JsonArray RequiredOf(Seq<FormatKey> keys) => new([.. keys.Where(key => key is { IsRequired: true, Unless: null }).Select(key => (JsonNode?)key.Name)]);

    private static JsonObject Shape(FormatShape shape) => shape switch
    {
        TextShape => Refer("Text"),
        PatternShape pattern => new JsonObject { ["type"] = "string", ["pattern"] = pattern.Pattern },
        FlagShape => new JsonObject { ["type"] = "boolean" },
        NumberShape => new JsonObject { ["type"] = "number" },
        ChoiceShape { IsOpen: true } choice => AnyOf(Enumerated(choice), new JsonObject { ["type"] = "string" }),
        ChoiceShape choice => Enumerated(choice),
        WordsShape => Refer("Words"),
        TextsShape => OneOrList(Refer("Text")),
        ListsShape => OneOrList(OneOrList(Refer("Text"))),
        MapShape map => Refer(map.Element.Name),
        MapsShape maps => OneOrList(Refer(maps.Element.Name)),
        TextsOrMapsShape values => OneOrList(AnyOf(Refer("Text"), Refer(values.Element.Name))),
        EitherShape either => AnyOf([.. either.Shapes.Select(Shape)]),
        AnyShape => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static JsonObject Enumerated(ChoiceShape choice) => new() { ["enum"] = new JsonArray([.. choice.Words.Select(word => (JsonNode?)word)]) };

    private static JsonObject Scalar() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    private static JsonObject Words() => AnyOf(
        OneOrList(Refer("Text")),
        new JsonObject { ["type"] = "object", ["patternProperties"] = new JsonObject { [Language] = OneOrList(Refer("Text")) }, ["additionalProperties"] = false });

    private static JsonObject OneOrList(JsonObject one) => AnyOf(one, new JsonObject { ["type"] = "array", ["items"] = one.DeepClone() });

    private static JsonObject AnyOf(params JsonNode[] shapes) => new() { ["anyOf"] = new JsonArray(shapes) };

    private static JsonObject Refer(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static string Reference(FormatElement element) => $"#/$defs/{element.Name}";
}
