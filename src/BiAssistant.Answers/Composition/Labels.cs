using BiAssistant.Semantics.Catalogs;

namespace BiAssistant.Answers.Composition;

/// <summary>What a thing of the catalog is called: its label, or its name in words where it has none (<c>total_fees</c> is "Total fees").</summary>
internal static class Labels
{
    public static string Of(LocalText label, string name, string language) =>
        label.In(language) is { Length: > 0 } said && said != name ? said : InWords(name);

    private static string InWords(string name)
    {
        var words = name.Replace('_', ' ').Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
