using System.Globalization;
using System.Text.Json;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads <c>ai_context</c> and <c>custom_extensions</c>, which any element may have.</summary>
internal static class AnnotationReader
{
    public static AiContext? AiContext(this KeyReader reader)
    {
        switch (reader.Node("ai_context"))
        {
            case null:
                return null;
            case YamlScalar text:
                return new AiContext(text.Text.Trim(), LocalText.Empty, []);
            case YamlMap map:
                var inner = new KeyReader(map, "'ai_context'", reader.Element, reader.Issues);
                var others = map.Pairs.Where(p => p.Key.Text is not ("instructions" or "synonyms" or "examples"));
                return new AiContext(inner.Words("instructions").In("en"), inner.Words("synonyms"), inner.Texts("examples"))
                {
                    Other = others.Select(p => new NamedText(p.Key.Text, Json(p.Value))).ToSeq(),
                };
            case var other:
                reader.Error("wrong_shape", "'ai_context' is a text or keys and values, not a list.", other);
                return null;
        }
    }

    public static Seq<CustomExtension> CustomExtensions(this KeyReader reader)
    {
        var extensions = new List<CustomExtension>();
        foreach (var inner in reader.Maps("custom_extensions", "a custom extension"))
        {
            var vendor = TextOrEmpty(inner, "vendor_name");
            var data = TextOrEmpty(inner, "data");
            inner.Done();
            if (vendor is not null && data is not null)
            {
                extensions.Add(new CustomExtension(vendor, data));
            }
        }

        return extensions.ToSeq();
    }

    /// <summary>A text that must be given, though it may be empty.</summary>
    private static string? TextOrEmpty(KeyReader keys, string key) => keys.Has(key) ? keys.Text(key) : keys.RequiredText(key);

    /// <summary>A node as JSON text. Plain numbers and truth values are written as such, everything else as text.</summary>
    public static string Json(YamlNode node) => YamlJson.Write(node, default, key => key, Write);

    private static void Write(Utf8JsonWriter json, YamlScalar scalar)
    {
        switch (scalar)
        {
            case { IsNull: true }:
                json.WriteNullValue();
                break;
            case { Style: YamlStyle.Plain, Text: "true" or "false" } flag:
                json.WriteBooleanValue(flag.Text == "true");
                break;
            case { Style: YamlStyle.Plain } number when decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value):
                json.WriteNumberValue(value);
                break;
            default:
                json.WriteStringValue(scalar.Text);
                break;
        }
    }
}
