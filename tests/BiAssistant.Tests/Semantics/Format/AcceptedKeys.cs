using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using BiAssistant.Semantics.Loading;
using BiAssistant.Tests.Semantics.Loading;

namespace BiAssistant.Tests.Semantics.Format;

/// <summary>
/// The keys that the readers take, found out by asking them: every word that stands in the compiled room is offered as a key, and the ones that no reader
/// complains of are its keys. So a key that is read cannot stay out of the schema.
/// </summary>
internal static partial class AcceptedKeys
{
    private const string Dataset = "semantic_model: [{name: m, datasets: [{name: d, source: t, [KEYS]}]}]";
    private const string Field = "semantic_model: [{name: m, datasets: [{name: d, source: t, fields: [{name: f, [KEYS]}]}]}]";

    /// <summary>Where each element stands; <c>[KEYS]</c> is where the words are offered.</summary>
    public static readonly IReadOnlyDictionary<string, string> Places = new Dictionary<string, string>
    {
        ["Catalog"] = "{semantic_model: [], [KEYS]}",
        ["SemanticModel"] = "semantic_model: [{name: m, [KEYS]}]",
        ["Calendar"] = "semantic_model: [{name: m, calendar: {[KEYS]}}]",
        ["Family"] = "semantic_model: [{name: m, datasets: [{name: d, source: t}], families: [{name: x, of: d, [KEYS]}]}]",
        ["Dataset"] = Dataset,
        ["RowRule"] = Inside(Dataset, "row_access: [{[KEYS]}]"),
        ["Freshness"] = Inside(Dataset, "freshness: {[KEYS]}"),
        ["Check"] = Inside(Dataset, "checks: [{[KEYS]}]"),
        ["AcceptedValues"] = Inside(Dataset, "checks: [{accepted_values: {[KEYS]}}]"),
        ["Range"] = Inside(Dataset, "checks: [{range: {[KEYS]}}]"),
        ["DefaultTimes"] = Inside(Dataset, "default_time: {[KEYS]}"),
        ["EntityWords"] = Inside(Dataset, "entity: {[KEYS]}"),
        ["CustomExtension"] = Inside(Dataset, "custom_extensions: [{[KEYS]}]"),
        ["Field"] = Field,
        ["Dimension"] = Inside(Field, "dimension: {[KEYS]}"),
        ["CodedValue"] = Inside(Field, "values: [{[KEYS]}]"),
        ["FilterWords"] = Inside(Field, "filter_words: {[KEYS]}"),
        ["Adjectives"] = Inside(Field, "adjectives: {[KEYS]}"),
        ["DialectExpressions"] = Inside(Field, "expression: {[KEYS]}"),
        ["DialectExpression"] = Inside(Field, "expression: {dialects: [{[KEYS]}]}"),
        ["Relationship"] = "semantic_model: [{name: m, datasets: [{name: d, source: t}], relationships: [{name: r, from: d, to: d, [KEYS]}]}]",
        ["GlossaryEntry"] = "semantic_model: [{name: m, datasets: [{name: d, source: t}], glossary: [{term: x, [KEYS]}]}]",
        ["TermPeriod"] = "semantic_model: [{name: m, datasets: [{name: d, source: t}], glossary: [{term: x, period: {[KEYS]}}]}]",
        ["Outliers"] = "metric: {name: x, expression: COUNT(*), outliers: {[KEYS]}}",
        ["MetricChange"] = "metric: {name: x, expression: COUNT(*), changes: [{[KEYS]}]}",
        ["ValidInterval"] = "metric: {name: x, type: semi-additive, expression: COUNT(*), valid: {[KEYS]}}",
    };

    public static IReadOnlyList<string> Words { get; } = [.. Literals().Where(word => Word().IsMatch(word)).Distinct().Order(StringComparer.Ordinal)];

    public static string OfMetric(string type) => $"metric: {{name: x, type: {type}, [KEYS]}}";

    public static IReadOnlyList<string> In(string place)
    {
        var given = Given().Matches(place[(place[..place.IndexOf("[KEYS]", StringComparison.Ordinal)].LastIndexOf('{') + 1)..]).Select(m => m.Groups[1].Value).ToHashSet();
        var offered = Words.Where(word => !given.Contains(word)).ToList();
        var load = CatalogLoader.Load([new CatalogText("x.yml", place.Replace("[KEYS]", string.Join(", ", offered.Select(word => $"{word}: zzzz")), StringComparison.Ordinal))]);
        var refused = load.Issues.Where(i => i.Code == "unknown_key").Select(i => Refused().Match(i.Message).Groups[1].Value).ToHashSet();
        refused.ShouldNotBeEmpty(place);
        return [.. offered.Where(word => !refused.Contains(word)).Concat(given).Order(StringComparer.Ordinal)];
    }

    /// <summary>The words that a key chooses among, as the reader names them when it is given another.</summary>
    public static IReadOnlyList<string> ChoicesOf(string place, string key)
    {
        var load = CatalogExamples.Load(place.Replace("[KEYS]", $"{key}: zzzz", StringComparison.Ordinal));
        var message = load.Issues.First(i => i.Code == "wrong_value" && (i.Message.StartsWith($"'{key}' of", StringComparison.Ordinal) || i.Message.Contains("'zzzz' is no", StringComparison.Ordinal))).Message;
        return Choices().Match(message).Groups[1].Value.Split(", ");
    }

    private static string Inside(string place, string inner) => place.Replace("[KEYS]", inner, StringComparison.Ordinal);

    private static IEnumerable<string> Literals()
    {
        using var file = new PEReader(File.OpenRead(typeof(CatalogLoader).Assembly.Location));
        var metadata = file.GetMetadataReader();
        for (var at = MetadataTokens.UserStringHandle(1); !at.IsNil; at = metadata.GetNextHandle(at))
        {
            yield return metadata.GetUserString(at);
        }
    }

    [GeneratedRegex(@"^[a-z_][a-z0-9_]*\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"(\w+): ")]
    private static partial Regex Given();

    [GeneratedRegex("^'([^']*)' is no key of")]
    private static partial Regex Refused();

    [GeneratedRegex(@"(?:is one of|types are) (.*?)(?:, not|\.)")]
    private static partial Regex Choices();
}
