using System.Globalization;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>
/// Reads the keys of one map. Every key that is asked for is a key that the map may have; <see cref="Done"/> reports the others, each with the nearest
/// key that was asked for.
/// </summary>
internal sealed class KeyReader(YamlMap map, string kind, string element, IssueList issues)
{
    private List<string>? _keys;

    public YamlMap Map { get; } = map;

    /// <summary>What the map describes, as in "a field".</summary>
    public string Kind { get; } = kind;

    /// <summary>The path of what the map describes, such as <c>sales/orders/amount</c>.</summary>
    public string Element { get; set; } = element;

    public IssueList Issues { get; } = issues;

    private List<string> Known => _keys ??= [];

    /// <summary>
    /// What <paramref name="read"/> makes of this map alone: made once as long as the text stays the same and the map describes the same element; what was
    /// wrong with it is said every time.
    /// </summary>
    public T Once<T>(Func<KeyReader, T> read)
        where T : class
    {
        if (Map.Kept is not Kept<T> kept || kept.Element != Element)
        {
            var issues = new IssueList();
            Map.Kept = kept = new Kept<T>(Element, read(new KeyReader(Map, Kind, Element, issues)), issues);
        }

        Element = kept.Element;
        Issues.AddAll(kept.Issues);
        return kept.Value;
    }

    /// <summary>The key's value; null when it is not given or empty.</summary>
    public YamlNode? Node(string key)
    {
        Known.Add(key);
        return Map.Find(key) is { } node and not YamlScalar { IsNull: true } ? node : null;
    }

    public bool Has(string key) => Node(key) is not null;

    public YamlScalar? Scalar(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalar scalar:
                return scalar;
            case var other:
                Error("wrong_shape", $"'{key}' of {Kind} is one text, not {ShapeOf(other)}.", other);
                return null;
        }
    }

    public string? Text(string key) => Scalar(key)?.Text.Trim();

    /// <summary>A text that must be given; the reader says so when it is not.</summary>
    public string? RequiredText(string key)
    {
        var text = Text(key);
        if (string.IsNullOrEmpty(text))
        {
            if (Map.Find(key) is null or YamlScalar)
            {
                Missing(key);
            }

            return null;
        }

        return text;
    }

    /// <summary>The name that a map gives itself; null when it gives none.</summary>
    public static string? NameIn(YamlMap map) => map.Find("name") is YamlScalar { IsNull: false } name && name.Text.Trim() is { Length: > 0 } text ? text : null;

    public void Missing(string key) => Error("missing_key", $"{Capital(Kind)} needs '{key}'.", Map);

    public bool Flag(string key) => FlagOrNull(key) ?? false;

    public bool? FlagOrNull(string key)
    {
        var scalar = Scalar(key);
        switch (scalar?.Text.Trim().ToLowerInvariant())
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                Error("wrong_value", $"'{key}' of {Kind} is true or false, not '{scalar.Text}'.", scalar);
                return null;
        }
    }

    public decimal? Number(string key)
    {
        if (Scalar(key) is not { } scalar)
        {
            return null;
        }

        if (decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Error("wrong_value", $"'{key}' of {Kind} is a number, not '{scalar.Text}'.", scalar);
        return null;
    }

    /// <summary>The scalars of a list; a single text counts as a list of one.</summary>
    public IReadOnlyList<YamlScalar> Scalars(string key) => Node(key) is { } node ? ScalarsOf(node, key) : [];

    public IReadOnlyList<YamlScalar> ScalarsOf(YamlNode node, string key)
    {
        switch (node)
        {
            case YamlScalar scalar:
                return [scalar];
            case YamlList list:
                var scalars = new List<YamlScalar>(list.Items.Count);
                foreach (var item in list.Items)
                {
                    if (item is YamlScalar scalar)
                    {
                        scalars.Add(scalar);
                    }
                    else
                    {
                        Error("wrong_shape", $"'{key}' of {Kind} is a list of texts; this item is {ShapeOf(item)}.", item);
                    }
                }

                return scalars;
            default:
                Error("wrong_shape", $"'{key}' of {Kind} is a list of texts, not {ShapeOf(node)}.", node);
                return [];
        }
    }

    public Seq<string> Texts(string key) => Scalars(key).Select(s => s.Text.Trim()).ToSeq();

    /// <summary>The items of a list; a single item that is no list counts as a list of one.</summary>
    public IReadOnlyList<YamlNode> Items(string key) => Node(key) switch
    {
        null => [],
        YamlList list => list.Items,
        var single => [single],
    };

    /// <summary>A reader for each map of a list.</summary>
    public IEnumerable<KeyReader> Maps(string key, string itemKind)
    {
        foreach (var item in Items(key))
        {
            if (Inner(item, key, itemKind) is { } reader)
            {
                yield return reader;
            }
        }
    }

    public KeyReader? Inner(string key, string innerKind) => Node(key) is { } node ? Inner(node, key, innerKind) : null;

    public KeyReader? Inner(YamlNode node, string key, string innerKind)
    {
        if (node is YamlMap inner)
        {
            return new KeyReader(inner, innerKind, Element, Issues);
        }

        Error("wrong_shape", $"'{key}' of {Kind} holds keys and values, not {ShapeOf(node)}.", node);
        return null;
    }

    /// <summary>One of a few words; <paramref name="otherwise"/> when it is not given or none of them.</summary>
    public T Choice<T>(string key, IReadOnlyList<(string Word, T Value)> words, T otherwise)
    {
        if (Scalar(key) is not { } scalar)
        {
            return otherwise;
        }

        var text = scalar.Text.Trim();
        foreach (var (word, value) in words)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        var all = words.Select(w => w.Word).Distinct().ToList();
        var nearest = Nearest.To(text, all);
        Error("wrong_value", $"'{key}' of {Kind} is one of {string.Join(", ", all)}, not '{text}'.{Nearest.Question(nearest)}", scalar, nearest.IsEmpty ? all.ToSeq() : nearest);
        return otherwise;
    }

    /// <summary>Names a key that may stand here though it has nothing to say to this part of the product.</summary>
    public void Accept(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            Known.Add(key);
        }
    }

    /// <summary>Reports every key that nobody asked for.</summary>
    public void Done()
    {
        foreach (var pair in Map.Pairs)
        {
            if (!Known.Contains(pair.Key.Text))
            {
                var nearest = Nearest.To(pair.Key.Text, Known);
                Error("unknown_key", $"'{pair.Key.Text}' is no key of {Kind}.{Nearest.Question(nearest)}", pair.Key, nearest);
                if (pair.Value is not YamlScalar)
                {
                    Issues.Lose(LostText.Of(pair.Value));
                }
            }
        }
    }

    public void Error(string code, string message, YamlNode node, Seq<string> suggestions = default) => Say(code, message, node, IssueSeverity.Error, suggestions);

    /// <summary>A name stands for nothing that can be read.</summary>
    public void Unknown(string code, string message, string name, YamlNode node, Seq<string> suggestions) =>
        Issues.AddUnknown(new Issue(code, message) { At = node.At, Element = Element.Length == 0 ? null : Element, Suggestions = suggestions }, name);

    public void Say(string code, string message, YamlNode node, IssueSeverity severity, Seq<string> suggestions = default) =>
        Issues.Add(new Issue(code, message) { At = node.At, Element = Element.Length == 0 ? null : Element, Severity = severity, Suggestions = suggestions });

    public static string ShapeOf(YamlNode node) => node switch
    {
        YamlList => "a list",
        YamlMap => "keys and values",
        _ => "one text",
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private sealed record Kept<T>(string Element, T Value, IssueList Issues);
}
