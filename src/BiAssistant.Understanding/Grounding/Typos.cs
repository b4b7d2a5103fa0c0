namespace BiAssistant.Understanding.Grounding;

/// <summary>
/// The words one slip away from a word: a letter too many, too few, wrong, or two swapped. The first letter is taken as right, and short words are left
/// alone: "goat" is no slip of "boat".
/// </summary>
internal static class Typos
{
    public const int ShortestWord = 5;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    public static IEnumerable<string> Neighbours(string word)
    {
        if (word.Length < ShortestWord || word.Length > 30 || !word.All(char.IsAsciiLetterLower))
        {
            yield break;
        }

        for (var i = 1; i < word.Length; i++)
        {
            yield return word.Remove(i, 1);
            if (i + 1 < word.Length && word[i] != word[i + 1])
            {
                yield return $"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}";
            }

            foreach (var letter in Letters)
            {
                if (letter != word[i])
                {
                    yield return $"{word[..i]}{letter}{word[(i + 1)..]}";
                }
            }
        }

        for (var i = 1; i <= word.Length; i++)
        {
            foreach (var letter in Letters)
            {
                yield return word.Insert(i, letter.ToString());
            }
        }
    }
}
