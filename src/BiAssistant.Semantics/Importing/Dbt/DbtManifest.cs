using System.Globalization;
using System.Text;
using System.Text.Json;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>What dbt's compiled manifest says of where models and sources are, and of the adapter that builds them; everything else in it is passed over unread.</summary>
public sealed class DbtManifest
{
    private const int DeepestJson = 256;

    private readonly Dictionary<string, DbtPlace> _places = [];

    private DbtManifest()
    {
    }

    /// <summary>Such as <c>snowflake</c>; null when it is not said.</summary>
    public string? Adapter { get; private set; }

    /// <summary>The version that is asked for, else the latest.</summary>
    internal DbtPlace? Model(string name, string? version = null) => _places.GetValueOrDefault(version is null ? name : $"{name}.v{version}");

    internal DbtPlace? Source(string source, string table) => _places.GetValueOrDefault($"{source}.{table}");

    public static Outcome<DbtManifest> Read(ReadOnlySpan<byte> json, string name)
    {
        var manifest = new DbtManifest();
        var reader = new Utf8JsonReader(json.StartsWith(Encoding.UTF8.Preamble) ? json[3..] : json, new JsonReaderOptions { MaxDepth = DeepestJson });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return Broken(name);
            }

            while (Key(ref reader) is { } key)
            {
                manifest.Take(key, ref reader);
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return Broken(name);
        }

        return Outcome<DbtManifest>.Of(manifest);
    }

    private static Outcome<DbtManifest> Broken(string name) =>
        Outcome<DbtManifest>.Failed(new Issue("broken_manifest", $"{name} is no JSON that can be read, so it does not say in which tables the models are.") { At = new TextLocation(name, 1, 1) });

    private void Take(string key, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject || key is not ("metadata" or "nodes" or "sources"))
        {
            reader.Skip();
            return;
        }

        if (key == "metadata")
        {
            Adapter = Texts(ref reader).GetValueOrDefault("adapter_type");
            return;
        }

        while (Key(ref reader) is not null)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            var node = Texts(ref reader);
            if (node.GetValueOrDefault("resource_type") is "model" or "seed" or "snapshot" or "source" && node.GetValueOrDefault("name") is { } name)
            {
                var table = node.GetValueOrDefault("alias") ?? node.GetValueOrDefault("identifier") ?? name;
                var place = new DbtPlace(node.GetValueOrDefault("database"), node.GetValueOrDefault("schema"), table);
                var version = node.GetValueOrDefault("version");
                if (version is not null)
                {
                    _places.TryAdd($"{name}.v{version}", place);
                }

                if (version is null || version == node.GetValueOrDefault("latest_version"))
                {
                    _places.TryAdd(node.GetValueOrDefault("source_name") is { } source ? $"{source}.{name}" : name, place);
                }
            }
        }
    }

    /// <summary>The next key, with the reader at its value; null at the end of the map.</summary>
    private static string? Key(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return null;
        }

        var key = reader.GetString();
        reader.Read();
        return key;
    }

    /// <summary>The texts and numbers that a map holds directly.</summary>
    private static Dictionary<string, string> Texts(ref Utf8JsonReader reader)
    {
        var texts = new Dictionary<string, string>();
        while (Key(ref reader) is { } key)
        {
            if (reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } text)
            {
                texts[key] = text;
            }
            else if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number))
            {
                texts[key] = number.ToString(CultureInfo.InvariantCulture);
            }
            else
            {
                reader.Skip();
            }
        }

        return texts;
    }
}
