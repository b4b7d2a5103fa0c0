namespace BiAssistant.Sql;

/// <summary>The known names most like one that was not found, best first: few letters to change, or one a part of the other. Letter case and separators aside.</summary>
public static class Nearest
{
    private const int Most = 3;
    private const int LongestWord = 200;

    public static Seq<string> To(string word, IEnumerable<string> names)
    {
        if (word.Length > LongestWord)
        {
            return [];
        }

        var wanted = Fold(word);
        var allowed = Math.Max(1, wanted.Length / 3);
        return names
            .Distinct()
            .Select(name => (Name: name, Distance: Distance(wanted, Fold(name), allowed)))
            .Where(near => near.Distance <= allowed)
            .OrderBy(near => near.Distance)
            .ThenBy(near => Math.Abs(near.Name.Length - word.Length))
            .ThenBy(near => near.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(near => near.Name)
            .ToSeq();
    }

    /// <summary>" Did you mean 'x'?", or nothing when no name is near.</summary>
    public static string Question(Seq<string> nearest) => nearest.IsEmpty ? "" : $" Did you mean '{nearest[0]}'?";

    /// <summary>Letters to insert, remove, change or swap; a name that is a whole word of the other, or its last part after a dot, counts as one change.</summary>
    private static int Distance(string wanted, string name, int allowed)
    {
        if (wanted.Length >= 3 && (Parts(name).Contains(wanted) || Parts(wanted).Contains(name)))
        {
            return wanted == name ? 0 : 1;
        }

        if (Math.Abs(wanted.Length - name.Length) > allowed)
        {
            return int.MaxValue;
        }

        var (before, above, row) = (new int[name.Length + 1], Enumerable.Range(0, name.Length + 1).ToArray(), new int[name.Length + 1]);
        for (var i = 1; i <= wanted.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= name.Length; j++)
            {
                var change = above[j - 1] + (wanted[i - 1] == name[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && wanted[i - 1] == name[j - 2] && wanted[i - 2] == name[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, above, row) = (above, row, before);
        }

        return above[name.Length];
    }

    private static string Fold(string name) => name.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

    private static string[] Parts(string name) => name.Split('.', '_');
}
