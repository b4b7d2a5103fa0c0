using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>The names that a person most likely meant: those within a few edits, nearest first.</summary>
internal static class Nearest
{
    private const int Most = 3;

    public static Seq<string> To(string word, IEnumerable<string> names)
    {
        var allowed = Math.Max(1, Math.Min(4, (word.Length + 1) / 3));
        return names
            .Distinct()
            .Where(name => Math.Abs(name.Length - word.Length) <= allowed)
            .Select(name => (Name: name, Distance: Distance(word, name)))
            .Where(near => near.Distance <= allowed)
            .OrderBy(near => near.Distance)
            .ThenBy(near => near.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(near => near.Name)
            .ToSeq();
    }

    /// <summary>" Did you mean 'x'?", or nothing when no name is near.</summary>
    public static string Question(Seq<string> nearest) => nearest.IsEmpty ? "" : $" Did you mean '{nearest[0]}'?";

    /// <summary>Insertions, deletions, replacements and swaps of neighbours, letter case aside.</summary>
    private static int Distance(string left, string right)
    {
        var before = new int[right.Length + 1];
        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        var row = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = Same(left[i - 1], right[j - 1]);
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, above, row) = (above, row, before);
        }

        return above[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
