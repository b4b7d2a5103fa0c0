using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing;

/// <summary>What a draft must keep to before any of it is brought to a disk: a name and paths that stay inside the catalog's folder, and a size that can be read again.</summary>
internal static class DraftRules
{
    private const int MostFiles = 20_000;
    private const int LongestFile = 32 << 20;
    private const long LongestDraft = 256L << 20;

    public static Seq<Issue> Check(ImportDraft draft)
    {
        if (ImportName.Check(draft.Name) is { Succeeded: false } name)
        {
            return name.Issues;
        }

        if (draft.Files.Count > MostFiles || draft.Files.Sum(f => (long)f.Text.Length) > LongestDraft || draft.Files.FirstOrDefault(f => f.Text.Length > LongestFile) is not null)
        {
            return [new Issue("import_too_large", $"The import makes {draft.Files.Count:N0} files with {draft.Files.Sum(f => (long)f.Text.Length) >> 20} MB; at most {MostFiles:N0} files, {LongestFile >> 20} MB each and {LongestDraft >> 20} MB together can be brought. Import a part of the source.")];
        }

        var twice = draft.Files.GroupBy(f => f.Path, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => new Issue("import_path", $"Two files of the import are called {g.Key}."));
        return [.. draft.Files.Where(f => !IsInside(f.Path)).Select(f => new Issue("import_path", $"'{f.Path}' is no file of a catalog: a path under semantic-models/ or metrics/ that ends in .yml is.")), .. twice];
    }

    private static bool IsInside(string path)
    {
        var parts = path.Split('/');
        return parts.Length is >= 2 and <= 10
            && parts[0] is "semantic-models" or "metrics"
            && Array.TrueForAll(parts, part => part.Length is > 0 and <= 200 && part[0] != '.' && part.IndexOfAny(['\\', ':', '*', '?', '"', '<', '>', '|']) < 0 && !part.Any(char.IsControl))
            && (path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal));
    }
}
