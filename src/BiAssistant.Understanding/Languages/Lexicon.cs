using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Languages;

/// <summary>One entry of a language's word list. <c>Bound</c>: an ending that only follows another word without a space. <c>Yields</c>: it is not meant where the catalog has the same words; what means nothing is then hardly meant. <c>Common</c>: its words are as well nouns of catalogs ("cost"), and by themselves no words of the language.</summary>
internal sealed record LexiconEntry(string Text, Sense Sense, bool Bound = false, bool Yields = false, bool Common = false);

/// <summary>The words of the languages that mean something by themselves, looked up by phrase; language as data, the catalog has no part in it.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<ulong, List<LexiconEntry>> _entries = [];
    private readonly HashSet<ulong> _words = [];

    public Lexicon(IEnumerable<LexiconEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (Tokenizer.PhraseKey(entry.Text) is not { } key)
            {
                // Signs such as a comma are entries of their own and have no words to skip.
                var sign = Tokenizer.Read(entry.Text);
                if (sign.Count == 0)
                {
                    throw new ArgumentException($"'{entry.Text}' has no words.", nameof(entries));
                }

                key = (Hashing.Then(Hashing.Start, sign[0].Hash), 1);
            }

            if (!_entries.TryGetValue(key.Hash, out var list))
            {
                _entries[key.Hash] = list = [];
            }

            list.Add(entry);
            MaxAtoms = Math.Max(MaxAtoms, key.Atoms);
            foreach (var atom in entry.Common ? [] : Tokenizer.Read(entry.Text))
            {
                _words.Add(atom.Hash);
            }
        }
    }

    /// <summary>English and Korean together: questions mix them.</summary>
    public static Lexicon All { get; } = WithCourtesy(
        [
            .. English.EnglishWords.Entries, .. English.EnglishOperations.Entries, .. English.EnglishClauses.Entries, .. English.EnglishTotals.Entries, .. English.EnglishCounts.Entries, .. English.EnglishComparisons.Entries, .. English.EnglishConstructions.Entries,
            .. Korean.KoreanWords.Entries, .. Korean.KoreanOperations.Entries, .. Korean.KoreanClauses.Entries, .. Korean.KoreanTotals.Entries, .. Korean.KoreanCounts.Entries, .. Korean.KoreanComparisons.Entries, .. Korean.KoreanConstructions.Entries, .. MeasureUnits.Entries, .. Signs.Entries,
        ],
        [.. English.EnglishCourtesy.Entries, .. Korean.KoreanCourtesy.Entries]);

    /// <summary>Courtesy is put together from parts, and what comes out must swallow nothing: neither words that mean something as they stand ("이나"), nor one of them ("just share").</summary>
    private static Lexicon WithCourtesy(List<LexiconEntry> entries, IEnumerable<LexiconEntry> courtesy)
    {
        var meant = new Lexicon(entries);
        return new Lexicon([.. entries, .. courtesy.Where(e => IsIdle(e.Text) && (!char.IsAscii(e.Text[0]) || e.Text.Split(' ').All(IsIdle)))]);

        bool IsIdle(string text) => Tokenizer.PhraseKey(text) is not { } key || meant.Find(key.Hash) is { Count: 0 } || meant.Find(key.Hash).Any(e => e.Sense is FillerSense);
    }

    public int MaxAtoms { get; }

    public IReadOnlyList<LexiconEntry> Find(ulong phrase) => _entries.TryGetValue(phrase, out var list) ? list : [];

    public bool IsWord(ulong atom) => _words.Contains(atom);
}
