using BiAssistant.Semantics.Metrics;

namespace BiAssistant.Semantics.Catalogs;

/// <summary>What people read for an element of the catalog: its label in their language, else its name in words.</summary>
public static class Labels
{
    /// <summary>A field that names its dataset's rows is called what a row is: "customer", not "customer name".</summary>
    public static string Of(Field field, string language) =>
        (ReferenceEquals(field.Dataset.NameField, field) ? field.Dataset.Entity?.Singular.Legible(language) : null)
        ?? field.Label.Legible(language)
        ?? Humanize(field.Name);

    public static string Of(Metric metric, string language) => metric.Label.Legible(language) ?? Humanize(metric.Name);

    /// <summary>What its rows are called, in the plural.</summary>
    public static string Of(Dataset dataset, string language) =>
        (dataset.InheritsEntity ? null : dataset.Entity?.Plural.Legible(language)) ?? dataset.Label.Legible(language) ?? Humanize(dataset.Name);

    /// <summary>What the target is called on this way.</summary>
    public static string Of(Relationship relationship, string language) => relationship.Role?.Singular.Legible(language) ?? Humanize(relationship.Name);

    /// <summary>The heading of a column: its label in the language, else its name in words; begins with a capital.</summary>
    public static string Heading(LocalText label, string name, string language)
    {
        var said = label.Legible(language) is { Length: > 0 } own && own != name ? own : Humanize(name);
        return char.ToUpperInvariant(said[0]) + said[1..];
    }

    /// <summary>A name as words: <c>avg_daily_rate</c> and <c>avgDailyRate</c> are "Avg daily rate", <c>VIPLevel</c> is "VIP level".</summary>
    public static string Humanize(string name)
    {
        var words = new List<string>();
        foreach (var part in name.Split(['_', '-', '.', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var start = 0;
            for (var i = 1; i < part.Length; i++)
            {
                var afterLower = char.IsUpper(part[i]) && !char.IsUpper(part[i - 1]);
                var beforeLower = char.IsUpper(part[i]) && i + 1 < part.Length && char.IsLower(part[i + 1]);
                if (afterLower || beforeLower)
                {
                    words.Add(part[start..i]);
                    start = i;
                }
            }

            words.Add(part[start..]);
        }

        var text = string.Join(' ', words.Select((w, i) => i == 0 || IsAcronym(w) ? w : w.ToLowerInvariant()));
        return text.Length == 0 ? name : char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>A label inside a sentence: "Store name" becomes "store name"; "VIP level" and "RevPAR" stay.</summary>
    public static string InSentence(string label)
    {
        var firstWord = label.Split(' ', 2)[0];
        return firstWord.Length > 0 && firstWord.Skip(1).All(c => !char.IsUpper(c)) && (firstWord.Length > 1 || label.Length > 1)
            ? char.ToLowerInvariant(label[0]) + label[1..]
            : label;
    }

    private static bool IsAcronym(string word) => word.Length > 1 && word.All(c => char.IsUpper(c) || char.IsDigit(c)) && word.Any(char.IsUpper);
}
