using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>
/// "inpatient and outpatient revenue": two names of the catalog that end alike, of which the first leaves its end out. What stands there must be written as the name
/// begins; where it is a name by itself as well, the asker decides.
/// </summary>
internal static class SharedHeads
{
    private const int LongestModifier = 4;
    private const double Cost = 0.5;
    private const double OtherwiseNamed = 0.55;

    public static void Add(List<Phrase> phrases, List<Atom> atoms, Vocabulary vocabulary, Visibility visibility)
    {
        var joins = phrases.Where(p => p.Sense is JoinSense or VersusSense).Select(p => (p.Start, p.End)).Distinct().OrderByDescending(j => j.Start).ToList();
        var heads = phrases.Where(p => !p.Guessed && p.Sense is MetricSense or FieldSense && p.End - p.Start > 1).SelectMany(p => Enumerable.Range(p.Start + 1, p.End - p.Start - 1).Select(at => (p.Start, Head: (at, p.End)))).ToList();
        foreach (var (start, end) in joins)
        {
            foreach (var (_, (from, to)) in heads.Where(h => h.Start == end).ToList())
            {
                for (var begin = Math.Max(0, start - LongestModifier); begin < start; begin++)
                {
                    foreach (var entry in vocabulary.Find(Hash(atoms, (begin, start), (from, to))).Where(e => !e.Code && e.Sense is MetricSense or FieldSense && !phrases.Exists(p => p.End == to && p.Start == end && p.Sense == e.Sense) && visibility.Sees(e.Sense) && IsWritten(e.Text, atoms, begin, start)))
                    {
                        var itself = phrases.Exists(p => p.Start == begin && p.End == start && p.Sense is MetricSense or FieldSense or EntitySense && vocabulary.Find(Hash(atoms, (begin, start))).Any(e => IsWritten(e.Text, atoms, begin, start)));
                        phrases.Add(new Phrase(begin, start, entry.Sense, entry.Weight * Cost + (itself ? OtherwiseNamed : 0)));
                        heads.Add((begin, (from, to)));
                    }
                }
            }
        }
    }

    private static ulong Hash(List<Atom> atoms, params ReadOnlySpan<(int From, int To)> spans)
    {
        var hash = Hashing.Start;
        foreach (var (from, to) in spans)
        {
            for (var i = from; i < to; i++)
            {
                hash = atoms[i].Ignorable ? hash : Hashing.Then(hash, atoms[i].Hash);
            }
        }

        return hash;
    }

    /// <summary>"inpatients" are people, and "inpatient" begins a name.</summary>
    private static bool IsWritten(string name, List<Atom> atoms, int begin, int end)
    {
        var known = Tokenizer.Read(name);
        return known.Count >= end - begin && known.Take(end - begin).Zip(atoms.Skip(begin)).All(p => p.First.Raw.Equals(p.Second.Raw, StringComparison.OrdinalIgnoreCase));
    }
}
