using System.Text.RegularExpressions;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>
/// A part of the catalog that could not be read: what it would have declared is unknown, so a name that stands in it is not said to be missing elsewhere. What
/// was held back for that reason is one note beside it.
/// </summary>
internal sealed partial class LostText(TextLocation at, IReadOnlySet<string> words)
{
    private readonly HashSet<Issue> _heldBack = [];

    public static LostText Of(string text, TextLocation at) => new(at, Word().Matches(text).Select(word => word.Value).ToHashSet());

    public static LostText Of(YamlNode node) => Of(string.Join(' ', Texts(node)), node.At);

    public LostText Anew() => new(at, words);

    /// <summary>Whether one of the words may be declared there.</summary>
    public bool Holds(string name) => name.Split('.').Any(words.Contains);

    public void HoldBack(Issue issue) => _heldBack.Add(issue);

    /// <summary>What was not checked; null when nothing was held back.</summary>
    public Issue? Note => _heldBack.Count == 0 ? null : new Issue(
        "not_checked",
        $"{(_heldBack.Count == 1 ? "One mention of what may be declared here is" : $"{_heldBack.Count} mentions of what may be declared here are")} not checked until this can be read.")
    {
        At = at,
        Severity = IssueSeverity.Note,
    };

    private static IEnumerable<string> Texts(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar.Text],
        YamlList list => list.Items.SelectMany(Texts),
        YamlMap map => map.Pairs.SelectMany(pair => Texts(pair.Value).Prepend(pair.Key.Text)),
        _ => [],
    };

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{N}_$]*")]
    private static partial Regex Word();
}
