namespace BiAssistant.Sql.Parsing;

/// <summary>The nearest known words to one that is not known, by edit distance.</summary>
internal static class Nearest
{
    public static Seq<string> To(string word, IEnumerable<string> known) => word.Length > 60 ? [] : known
        .Select(candidate => (Candidate: candidate, Distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(found => found.Distance <= Math.Max(1, word.Length / 3))
        .OrderBy(found => found.Distance).ThenBy(found => found.Candidate, StringComparer.Ordinal)
        .Take(3).Select(found => found.Candidate).ToSeq();

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
