using System.Text;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Versions;

/// <summary>A comparison in plain English: what changed in meaning first, what only changed in words last.</summary>
public static class DiffText
{
    private const int LongestValue = 160;
    private const int MostNames = 12;

    public static string Write(CatalogDiff diff)
    {
        ArgumentNullException.ThrowIfNull(diff);
        var text = new StringBuilder();
        text.Append(Summary(diff)).Append('\n');
        Section(text, "Changed in meaning", diff.Changes.Where(c => c is { Change: ChangeKind.Changed, IsOfMeaning: true }));
        Section(text, "Removed", diff.Changes.Where(c => c.Change == ChangeKind.Removed));
        Section(text, "Renamed, with the same content", diff.Changes.Where(c => c.Change == ChangeKind.Renamed));
        Section(text, "Added", diff.Changes.Where(c => c.Change == ChangeKind.Added));
        Section(text, "Changed in words only", diff.Changes.Where(c => !c.IsOfMeaning));
        if (!diff.Errors.IsEmpty)
        {
            text.Append("\nWhat breaks in the catalog itself\n");
            foreach (var error in diff.Errors)
            {
                text.Append("  ").Append(error.At is null ? "" : $"{error.At}: ").Append(error.Message).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Summary(CatalogDiff diff)
    {
        if (diff.Changes.IsEmpty)
        {
            return $"Version {diff.Before[..12]} and version {diff.After[..12]} say the same.";
        }

        var counts = new[]
        {
            Count(diff.Changes.Count(c => c is { Change: ChangeKind.Changed, IsOfMeaning: true }), "changed in meaning"),
            Count(diff.Changes.Count(c => c.Change == ChangeKind.Removed), "removed"),
            Count(diff.Changes.Count(c => c.Change == ChangeKind.Renamed), "renamed"),
            Count(diff.Changes.Count(c => c.Change == ChangeKind.Added), "added"),
            Count(diff.Changes.Count(c => !c.IsOfMeaning), "changed in words only"),
        };
        return $"From version {diff.Before[..12]} to version {diff.After[..12]}: {string.Join(", ", counts.OfType<string>())}.";
    }

    private static string? Count(int number, string what) => number == 0 ? null : $"{number} {what}";

    private static void Section(StringBuilder text, string title, IEnumerable<ElementChange> changes)
    {
        foreach (var (change, number) in changes.Select((c, i) => (c, i)))
        {
            text.Append(number == 0 ? $"\n{title}\n" : "").Append("  ").Append(Name(change)).Append('\n');
            foreach (var sentence in Sentences(change))
            {
                text.Append("    ").Append(sentence).Append('\n');
            }
        }
    }

    /// <summary>What became of one element, a sentence each.</summary>
    public static IEnumerable<string> Sentences(ElementChange change)
    {
        foreach (var key in change.Keys)
        {
            yield return Sentence(key);
        }

        if (change.UnnotedVersion is { } version)
        {
            yield return $"Its changes do not tell of it: it still calls itself version {version}.";
        }

        if (!change.Affected.IsEmpty)
        {
            yield return $"Affects {string.Join("; ", change.Affected.GroupBy(n => n.Kind).Select(g => $"{Plural(g.Key, g.Count())} {Names(g.Select(n => n.Name).ToSeq())}"))}.";
        }

        if (!change.Broken.IsEmpty)
        {
            yield return $"Breaks {Plural(LineageKind.Question, change.Broken.Count)} {Names(change.Broken)}.";
        }
    }

    private static string Name(ElementChange change) => change.OldName is { } old ? $"{Word(change.Kind)} {old} is now {change.Name}" : $"{Word(change.Kind)} {change.Name}";

    private static string Sentence(KeyChange change)
    {
        var name = change.Key switch
        {
            "time" => "clock",
            "default_time" => "default clock",
            "row_access" => "row rules",
            "access" => "roles that may see it",
            var key => key.Replace('_', ' '),
        };
        var many = name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) || name.StartsWith("roles", StringComparison.Ordinal);
        var (was, are, none) = many ? ("were", "are", "there were none") : ("was", "is", "there was none");
        return (change.Before, change.After) switch
        {
            (null, { } after) => $"Its {name} {are} now {Quoted(after)}; {none}.",
            ({ } before, null) => $"Its {name}, which {was} {Quoted(before)}, {are} gone.",
            ({ } before, { } after) => $"Its {name} {was} {Quoted(before)} and {are} now {Quoted(after)}.",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Quoted(string value) => $"\"{(value.Length <= LongestValue ? value : value[..LongestValue] + "…")}\"";

    private static string Names(Seq<string> names) => string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");

    private static string Word(ElementKind kind) => kind == ElementKind.Term ? "term" : kind.ToString().ToLowerInvariant();

    private static string Plural(LineageKind kind, int count) => kind.ToString().ToLowerInvariant() + (count == 1 ? "" : "s");
}
