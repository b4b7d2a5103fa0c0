using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files;

/// <summary>A table to be: its name and the files that it comes from, all of one kind.</summary>
internal sealed record TablePlan(string Name, FileContent Content, Seq<DataFile> Files)
{
    public string Shown => Files.Count == 1 ? Files[0].Shown : $"{Files[0].Shown} and {Counted.Of(Files.Count - 1)} more";
}

/// <summary>A table that was loaded, and what is to be said of it.</summary>
internal sealed record TableLoad(LoadedTable Table, Seq<ImportRemark> Remarks);

/// <summary>Which tables a set of files makes: one a file, called as the file is; all one where the person says so.</summary>
internal static class TablePlans
{
    private const int LongestName = 100;

    public static Seq<TablePlan> Of(Seq<DataFile> files, string? named)
    {
        var kinds = files.Select(file => (File: file, Content: FileContents.Of(file))).ToSeq();
        if (named is not null)
        {
            if (kinds.Select(kind => kind.Content).Distinct().Count() > 1)
            {
                throw new FileFault("files_differ", $"The files of the table '{named}' are some CSV and some Parquet.", "import them as two tables");
            }

            return Clean(named) == named
                ? [new TablePlan(named, kinds[0].Content, files)]
                : throw new FileFault("table_name", $"'{named}' is no name for a table.", $"letters, digits and '_', such as --table {Clean(named)}");
        }

        var plans = kinds.Select(kind => new TablePlan(Clean(kind.File.Stem), kind.Content, [kind.File])).ToSeq();
        return plans.GroupBy(plan => plan.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new FileFault("table_twice", $"{string.Join(" and ", twice.Take(3).Select(plan => $"'{plan.Shown}'"))} would both be the table '{twice.Key}'.",
                $"rename one, import them one by one with --table, or as one table with --table {twice.Key}")
            : plans;
    }

    /// <summary>Letters and digits of any language; anything else becomes '_'.</summary>
    private static string Clean(string name)
    {
        var letters = string.Concat(name.Normalize(System.Text.NormalizationForm.FormC).Select(letter => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) ? letter : '_'));
        while (letters.Contains("__", StringComparison.Ordinal))
        {
            letters = letters.Replace("__", "_", StringComparison.Ordinal);
        }

        letters = letters.Trim('_');
        letters = letters.Length > LongestName ? letters[..LongestName].TrimEnd('_') : letters;
        return letters.Length == 0 ? "table" : letters;
    }
}
