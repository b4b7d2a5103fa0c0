using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Loading;

/// <summary>
/// Loads a catalog again and again: a text that has not changed since the last time is not parsed again, and its fields and metrics are not read again. What
/// comes out is always what <see cref="CatalogLoader.Load"/> makes of the same texts, in objects of its own; safe for concurrent use.
/// </summary>
public sealed class CatalogCompiler
{
    private readonly Lock _oneAtATime = new();
    private Dictionary<string, ParsedText> _last = [];

    public CatalogLoad Load(IEnumerable<CatalogText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        lock (_oneAtATime)
        {
            var parsed = texts.AsParallel().AsOrdered().Select(Parsed).ToList();
            _last = parsed.DistinctBy(p => p.Text.Name).ToDictionary(p => p.Text.Name);
            return CatalogLoader.Compile(parsed);
        }
    }

    private ParsedText Parsed(CatalogText text) => _last.TryGetValue(text.Name, out var known) && known.Text == text ? known : ParsedText.Of(text);
}

/// <summary>A text of the catalog as YAML, and what is wrong with it as such.</summary>
internal sealed record ParsedText(CatalogText Text, IReadOnlyList<YamlNode> Roots, IssueList Problems)
{
    public static ParsedText Of(CatalogText text)
    {
        var problems = new IssueList();
        return new ParsedText(text, new YamlReader(new YamlSource(text.Name, text.Text), problems).Read(), problems);
    }
}
