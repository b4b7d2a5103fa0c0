using System.Globalization;
using System.Text;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files.Csv;

/// <summary>Names of columns as the file says them, changed only where a table cannot have them so: empty, twice, with line breaks, or very long.</summary>
internal static class ColumnNames
{
    private const int Longest = 200;

    /// <summary>For a file without names: c1, c2, ….</summary>
    public static Seq<string> Numbered(int columns) => Enumerable.Range(1, columns).Select(NumberedAt).ToSeq();

    public static Seq<string> Of(Seq<string> written, string shown, List<ImportRemark> remarks)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var firsts = written.Select(Clean).Where(name => name.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        foreach (var (place, cell) in written.Index())
        {
            var name = Clean(cell);
            if (name.Length == 0)
            {
                name = Free(NumberedAt(place + 1), name => taken.Contains(name) || firsts.Contains(name));
                remarks.Add(new ImportRemark(RemarkKind.Guessed, $"Column {Counted.Of(place + 1)} of {shown} has no name and is called '{name}'."));
            }
            else if (taken.Contains(name))
            {
                var second = Free($"{name}_2", other => taken.Contains(other) || firsts.Contains(other));
                remarks.Add(new ImportRemark(RemarkKind.LookFirst, $"Two columns of {shown} are called '{name}'; column {Counted.Of(place + 1)} is called '{second}' in the table."));
                name = second;
            }
            else if (Shorter(cell, name))
            {
                remarks.Add(new ImportRemark(RemarkKind.Guessed, $"The name of column {Counted.Of(place + 1)} of {shown} is very long and was cut to '{name}'."));
            }

            taken.Add(name);
            names.Add(name);
        }

        return names.ToSeq();
    }

    private static string NumberedAt(int place) => string.Create(CultureInfo.InvariantCulture, $"c{place}");

    private static string Clean(string cell)
    {
        var letters = new StringBuilder(cell.Length);
        foreach (var letter in cell.Normalize(NormalizationForm.FormC))
        {
            letters.Append(char.IsControl(letter) || char.IsWhiteSpace(letter) || letter == '\uFEFF' ? ' ' : letter);
        }

        var name = string.Join(' ', letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return name.Length <= Longest ? name : name[..(char.IsHighSurrogate(name[Longest - 1]) ? Longest - 1 : Longest)].TrimEnd();
    }

    private static bool Shorter(string cell, string name) => cell.Trim().Length > Longest && name.Length <= Longest;

    private static string Free(string wanted, Func<string, bool> taken)
    {
        var name = wanted;
        for (var next = 2; taken(name); next++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{next}");
        }

        return name;
    }
}
