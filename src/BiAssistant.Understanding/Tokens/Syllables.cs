namespace BiAssistant.Understanding.Tokens;

/// <summary>Korean words found in a question syllable by syllable, since each is a word of its own there.</summary>
internal static class Syllables
{
    /// <summary>Whether the syllables of a word stand there, however they are spaced.</summary>
    public static bool Spell(IReadOnlyList<Atom> atoms, int at, string word)
    {
        foreach (var letter in word)
        {
            if (letter == ' ')
            {
                continue;
            }

            if (at >= atoms.Count || atoms[at].Raw.Length != 1 || atoms[at].Raw[0] != letter)
            {
                return false;
            }

            at++;
        }

        return true;
    }

    /// <summary>Whether a word begins there and is written as one.</summary>
    public static bool BeginWith(IReadOnlyList<Atom> atoms, int at, string word) =>
        Spell(atoms, at, word) && !Enumerable.Range(at + 1, word.Length - 1).Any(i => atoms[i].SpaceBefore) && (at == 0 || atoms[at].SpaceBefore || atoms[at - 1].Kind != AtomKind.Syllable);
}
