using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries;

/// <summary>The names most like a name that was not found, best first: few letters to change, or one contained in the other.</summary>
public static class NearestNames
{
    private const int Most = 3;

    public static Seq<string> Of(string name, IEnumerable<string> candidates)
    {
        var wanted = Fold(name);
        return candidates
            .Distinct()
            .Select(c => (Candidate: c, Distance: Distance(wanted, Fold(c))))
            .Where(c => c.Distance <= Math.Max(1, wanted.Length / 3))
            .OrderBy(c => c.Distance)
            .ThenBy(c => c.Candidate, StringComparer.Ordinal)
            .Take(Most)
            .Select(c => c.Candidate)
            .ToSeq();
    }

    /// <summary>Letters to insert, remove, change or swap; a name that is a whole word of the other, or its last part after a dot, counts as one change.</summary>
    private static int Distance(string wanted, string candidate)
    {
        if (wanted.Length >= 3 && (Parts(candidate).Contains(wanted) || Parts(wanted).Contains(candidate)))
        {
            return wanted == candidate ? 0 : 1;
        }

        if (Math.Abs(wanted.Length - candidate.Length) > wanted.Length)
        {
            return int.MaxValue;
        }

        var (before, previous, current) = (new int[candidate.Length + 1], new int[candidate.Length + 1], new int[candidate.Length + 1]);
        for (var j = 0; j <= candidate.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= wanted.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= candidate.Length; j++)
            {
                var change = previous[j - 1] + (wanted[i - 1] == candidate[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && wanted[i - 1] == candidate[j - 2] && wanted[i - 2] == candidate[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[candidate.Length];
    }

    private static string Fold(string name) => name.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

    private static string[] Parts(string name) => name.Split('.', '_');
}
