using System.Text;
using System.Text.Json;
using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Loading;

/// <summary>Nodes of YAML as a text of JSON: maps and lists as they are, keys and values as the caller writes them.</summary>
internal static class YamlJson
{
    public static string Write(YamlNode node, JsonWriterOptions options, Func<string, string> key, Action<Utf8JsonWriter, YamlScalar> value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            Write(json, node, key, value);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Nesting is bounded by the reader, so recursion is too.</summary>
    private static void Write(Utf8JsonWriter json, YamlNode node, Func<string, string> key, Action<Utf8JsonWriter, YamlScalar> value)
    {
        switch (node)
        {
            case YamlMap map:
                json.WriteStartObject();
                foreach (var pair in map.Pairs)
                {
                    json.WritePropertyName(key(pair.Key.Text));
                    Write(json, pair.Value, key, value);
                }

                json.WriteEndObject();
                break;
            case YamlList list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(json, item, key, value);
                }

                json.WriteEndArray();
                break;
            case YamlScalar scalar:
                value(json, scalar);
                break;
        }
    }
}
