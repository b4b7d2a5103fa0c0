using System.Globalization;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Exporting;
using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Importing;

/// <summary>Builds the YAML of a draft: keys without a value are left out, and equal parts give equal texts.</summary>
internal static class DraftYaml
{
    private static readonly YamlSource Nowhere = new("", "");

    public static YamlMap Map(params ReadOnlySpan<(string Key, YamlNode? Value)> pairs)
    {
        var map = new YamlMap(Nowhere, 1, 1);
        foreach (var (key, value) in pairs)
        {
            Add(map, key, value);
        }

        return map;
    }

    /// <summary>Adds a key at the end of a map, unless it has no value.</summary>
    public static void Add(YamlMap map, string key, YamlNode? value)
    {
        if (value is not null)
        {
            map.Pairs.Add(new YamlPair(Quoted(key), value));
        }
    }

    public static YamlList List(IEnumerable<YamlNode> items)
    {
        var list = new YamlList(Nowhere, 1, 1);
        list.Items.AddRange(items);
        return list;
    }

    /// <summary>A list; null when it has no items, so that its key is left out.</summary>
    public static YamlList? ListOrNone(IEnumerable<YamlNode> items) => List(items) is { Items.Count: > 0 } list ? list : null;

    public static YamlList? Texts(IEnumerable<string> texts) => ListOrNone(texts.Select(Text));

    /// <summary>A text as text, even if it looks like a number; several lines stand as several lines.</summary>
    public static YamlScalar Text(string text) =>
        text.Contains('\n', StringComparison.Ordinal) ? new YamlScalar(Nowhere, 1, 1, text.ReplaceLineEndings("\n"), YamlStyle.Literal) : Quoted(text);

    public static YamlScalar? TextOrNone(string? text) => string.IsNullOrWhiteSpace(text) ? null : Text(text.Trim());

    public static YamlScalar Flag(bool value) => Plain(value ? "true" : "false");

    /// <summary>A flag that is written only when it is true.</summary>
    public static YamlScalar? FlagIf(bool value) => value ? Flag(true) : null;

    public static YamlScalar Number(decimal value) => Plain(value.ToString(CultureInfo.InvariantCulture));

    public static YamlScalar Null() => Plain("null");

    /// <summary>Words for people: one text where one is all there is, else a list, or a map by language where languages are said; null when there are none.</summary>
    public static YamlNode? Words(LocalText words)
    {
        if (words.Words.All(w => w.Language is null))
        {
            return OneOrList([.. words.Words.Select(w => w.Text)]);
        }

        // A text of every language has no key in a map by language; English readers are those who read names as they are.
        var map = Map();
        foreach (var language in words.Words.GroupBy(w => w.Language ?? "en"))
        {
            Add(map, language.Key, OneOrList([.. language.Select(w => w.Text)]));
        }

        return map;
    }

    /// <summary>The text of a file.</summary>
    public static string Write(YamlMap document) => YamlTextWriter.Write(document);

    private static YamlNode? OneOrList(IReadOnlyList<string> texts) => texts.Count switch
    {
        0 => null,
        1 => Text(texts[0]),
        _ => Texts(texts),
    };

    private static YamlScalar Quoted(string text) => new(Nowhere, 1, 1, text, YamlStyle.Quoted);

    private static YamlScalar Plain(string text) => new(Nowhere, 1, 1, text, YamlStyle.Plain);
}
