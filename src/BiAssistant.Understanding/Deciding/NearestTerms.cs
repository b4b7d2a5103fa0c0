using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Grounding;

namespace BiAssistant.Understanding.Deciding;

/// <summary>The terms of the catalog that look most like a word nobody understood, found over pairs of letters rather than by going through them all.</summary>
internal sealed class NearestTerms
{
    private const double LeastAlike = 0.42;

    private readonly List<(VocabularyEntry Entry, int Pairs)> _terms = [];
    private readonly Dictionary<int, List<int>> _byPair = [];

    public NearestTerms(Vocabulary vocabulary)
    {
        foreach (var entry in vocabulary.All.Where(e => e.Sense is not UnitSense))
        {
            var pairs = PairsOf(entry.Text);
            foreach (var pair in pairs)
            {
                if (!_byPair.TryGetValue(pair, out var list))
                {
                    _byPair[pair] = list = [];
                }

                list.Add(_terms.Count);
            }

            _terms.Add((entry, pairs.Count));
        }
    }

    /// <summary>Up to <paramref name="count"/> terms that the asker may see, best first.</summary>
    public IReadOnlyList<string> Find(string words, Visibility visibility, int count)
    {
        var pairs = PairsOf(words);
        var shared = new Dictionary<int, int>();
        foreach (var pair in pairs)
        {
            foreach (var term in _byPair.GetValueOrDefault(pair, []))
            {
                shared[term] = shared.GetValueOrDefault(term) + 1;
            }
        }

        return shared
            .Select(s => (_terms[s.Key].Entry, Alike: 2.0 * s.Value / (pairs.Count + _terms[s.Key].Pairs)))
            .Where(t => t.Alike >= LeastAlike && visibility.Offers(t.Entry.Sense) && t.Entry.Sense is not ValueSense { Values: [Sql.Tree.SqlBoolean] })
            .OrderByDescending(t => t.Alike).ThenBy(t => t.Entry.Text, StringComparer.Ordinal)
            .Select(t => t.Entry.Text)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(count)
            .ToList();
    }

    private static HashSet<int> PairsOf(string text)
    {
        var result = new HashSet<int>();
        var previous = ' ';
        foreach (var c in text.Normalize(System.Text.NormalizationForm.FormD).ToLowerInvariant())
        {
            var letter = char.IsLetterOrDigit(c) ? c : ' ';
            if (letter != ' ' || previous != ' ')
            {
                result.Add((previous << 16) | letter);
            }

            previous = letter;
        }

        return result;
    }
}
