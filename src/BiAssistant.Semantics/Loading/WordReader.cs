using System.Text.RegularExpressions;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads what people read: a text, a list of texts, or a map by language of either.</summary>
internal static partial class WordReader
{
    public static LocalText Words(this KeyReader reader, string key) => reader.Node(key) is { } node ? reader.WordsOf(node, key) : LocalText.Empty;

    public static LocalText WordsOf(this KeyReader reader, YamlNode node, string key)
    {
        if (node is not YamlMap map)
        {
            return Texts(reader, node, key, null);
        }

        var words = LocalText.Empty;
        foreach (var pair in map.Pairs)
        {
            if (Language().Match(pair.Key.Text) is { Success: true } match)
            {
                words = words.With(Texts(reader, pair.Value, key, match.Groups[1].Value.ToLowerInvariant()));
            }
            else
            {
                reader.Error("unknown_language", $"'{pair.Key.Text}' under '{key}' is no language code such as en or ko.", pair.Key);
            }
        }

        return words;
    }

    /// <summary><c>synonyms</c> joined with those of <c>ai_context</c>.</summary>
    public static LocalText Synonyms(this KeyReader reader, AiContext? context) => reader.Words("synonyms").With(context?.Synonyms ?? LocalText.Empty);

    /// <summary>A singular alone, a list whose first is the singular, either by language, or <c>{singular, plural, synonyms}</c>.</summary>
    public static EntityWords? Entity(this KeyReader reader, string key)
    {
        var node = reader.Node(key);
        if (node is null)
        {
            return null;
        }

        if (node is YamlMap map && !map.Pairs.TrueForAll(p => Language().IsMatch(p.Key.Text)))
        {
            var inner = new KeyReader(map, $"'{key}' of {reader.Kind}", reader.Element, reader.Issues);
            var words = new EntityWords(inner.Words("singular"), inner.Words("plural")) { Synonyms = inner.Words("synonyms") };
            inner.Done();
            return words;
        }

        var all = reader.WordsOf(node, key);
        var first = all.Words.GroupBy(w => w.Language).Select(g => g.First()).ToSeq();
        return new EntityWords(new LocalText(first), LocalText.Empty) { Synonyms = new LocalText(all.Words.Where(w => !first.Contains(w)).ToSeq()) };
    }

    public static AdjectiveWords Adjectives(this KeyReader reader)
    {
        if (reader.Inner("adjectives", $"'adjectives' of {reader.Kind}") is not { } inner)
        {
            return AdjectiveWords.None;
        }

        var words = new AdjectiveWords(inner.Words("high"), inner.Words("low"));
        inner.Done();
        return words;
    }

    private static LocalText Texts(KeyReader reader, YamlNode node, string key, string? language) =>
        node is YamlScalar { IsNull: true } ? LocalText.Empty
        : new(reader.ScalarsOf(node, key).Select(s => s.Text.Trim()).Where(t => t.Length > 0).Distinct().Select(t => new LocalWord(language, t)).ToSeq());

    [GeneratedRegex("^([A-Za-z]{2,3})([-_][A-Za-z0-9]{2,8})*$")]
    private static partial Regex Language();
}
