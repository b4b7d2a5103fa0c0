using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Loading;

/// <summary>The canonical content of one element, and the hash over its kind, name and content.</summary>
internal sealed record Fingerprint(string Id, string Content, string Hash);

/// <summary>
/// Canonical content of the catalog's elements and the hashes over it: what does not change the meaning (order of files, keys and sets, comments,
/// layout, a default that is spelled out) does not change a hash.
/// </summary>
internal sealed class Fingerprints
{
    private static readonly HashSet<string> InOrder =
        ["label", "term", "listing", "primary_key", "from_columns", "to_columns", "changes", "default_by", "examples", "metrics", "through", "per"];

    private static readonly HashSet<string> FalseByDefault =
        ["hidden", "optional", "required", "one_to_one", "preferred", "ordered", "rollup", "timeless"];

    private static readonly HashSet<string> SqlTexts = ["expression", "filter", "custom", "source"];

    private readonly Dictionary<string, Fingerprint> _elements = [];
    private readonly List<string> _hashes = [];

    /// <summary>Adds the content of one element, such as <c>field sales.orders.amount</c>, except the keys that hold elements of their own.</summary>
    public void Add(string id, YamlMap map, params string[] except)
    {
        if (map.Fingerprint is not { } print || print.Id != id)
        {
            var content = ContentOf(map, except);
            map.Fingerprint = print = new Fingerprint(id, content, Hash($"{id}\n{content}"));
        }

        _elements[print.Id] = print;
        _hashes.Add(print.Hash);
    }

    /// <summary>The hash of an element; empty for one that there is not.</summary>
    public string HashOf(string id) => _elements.GetValueOrDefault(id)?.Hash ?? "";

    /// <summary>The hash over every element, in whatever order they were read.</summary>
    public string Version() => HashAll(_hashes);

    /// <summary>The hash over a set of hashes.</summary>
    public static string HashAll(IEnumerable<string> hashes) => Hash(string.Join('\n', hashes.Order(StringComparer.Ordinal)));

    /// <summary>The canonical content of an element without some of its keys; empty for a key that says nothing.</summary>
    public static string ContentOf(YamlMap map, params string[] except)
    {
        var text = new StringBuilder();
        WriteMap(text, map, except, ordered: false);
        return text.ToString();
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void WriteMap(StringBuilder text, YamlMap map, string[] except, bool ordered)
    {
        var listsInOrder = ordered || map.Find("ordered") is YamlScalar { Text: "true" };
        text.Append('{');
        foreach (var pair in map.Pairs.OrderBy(p => p.Key.Text, StringComparer.Ordinal))
        {
            var key = pair.Key.Text;
            if (except.Contains(key) || IsDefault(key, pair.Value))
            {
                continue;
            }

            WriteText(text, key);
            text.Append(':');
            Write(text, pair.Value, key, InOrder.Contains(key) || (listsInOrder && key == "values"));
            text.Append(',');
        }

        text.Append('}');
    }

    private static void Write(StringBuilder text, YamlNode node, string key, bool inOrder)
    {
        switch (node)
        {
            case YamlMap { Pairs: [{ Key.Text: "dialects", Value: YamlList { Items: [YamlMap only] } }] } when key == "expression" && only.Find("dialect") is YamlScalar { Text: "ANSI_SQL" }:
                Write(text, only.Find("expression") ?? only, key, inOrder);
                break;
            case YamlMap map:
                WriteMap(text, map, [], inOrder);
                break;
            case YamlList { Items: [YamlScalar single] }:
                Write(text, single, key, inOrder);
                break;
            case YamlList list:
                var items = list.Items.ConvertAll(item =>
                {
                    var part = new StringBuilder();
                    Write(part, item, key, inOrder || key == "unique_keys");
                    return part.ToString();
                });
                if (!inOrder)
                {
                    items.Sort(StringComparer.Ordinal);
                }

                text.Append('[').AppendJoin(',', items).Append(']');
                break;
            case YamlScalar scalar when SqlTexts.Contains(key):
                WriteText(text, Squeezed(scalar.Text));
                break;
            case YamlScalar scalar:
                WriteScalar(text, scalar);
                break;
        }
    }

    /// <summary>A number is told from the same text in quotes; 0.10 and 0.1 are one number.</summary>
    private static void WriteScalar(StringBuilder text, YamlScalar scalar)
    {
        if (scalar.Style != YamlStyle.Plain)
        {
            WriteText(text, scalar.Text.Trim());
        }
        else if (decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            text.Append('#').Append(number.ToString("0.############################", CultureInfo.InvariantCulture));
        }
        else if (scalar.Text is "true" or "false" || scalar.IsNull)
        {
            text.Append('#').Append(scalar.Text);
        }
        else
        {
            WriteText(text, scalar.Text.Trim());
        }
    }

    private static void WriteText(StringBuilder text, string value) => text.Append(value.Length.ToString(CultureInfo.InvariantCulture)).Append('"').Append(value).Append('"');

    private static bool IsDefault(string key, YamlNode value) => value switch
    {
        YamlScalar { IsNull: true } => true,
        YamlScalar { Text: "false" } => FalseByDefault.Contains(key),
        YamlScalar { Text: "simple" } => key == "type",
        YamlList { Items.Count: 0 } => true,
        YamlMap { Pairs.Count: 0 } => true,
        _ => false,
    };

    /// <summary>SQL with every run of white space outside quotes made one space.</summary>
    private static string Squeezed(string sql)
    {
        var squeezed = new StringBuilder(sql.Length);
        var quote = '\0';
        foreach (var c in sql.Trim())
        {
            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (squeezed[^1] != ' ')
                {
                    squeezed.Append(' ');
                }

                continue;
            }

            quote = quote == '\0' ? c is '\'' or '"' or '`' ? c : '\0' : c == quote ? '\0' : quote;
            squeezed.Append(c);
        }

        return squeezed.ToString();
    }
}
