namespace BiAssistant.Tests.Understanding.Robustness;

/// <summary>A question as it comes when a finger slips: what was to be asked, what was typed, and which of the typed characters are not as they were meant.</summary>
/// <param name="Word">The word that the slip befell.</param>
/// <param name="Start">Where it begins: in the question for a word that was left out, else in what was typed.</param>
internal sealed record Slip(string Question, string Typed, string Word, int Start)
{
    private const int ShortestTyped = 4;
    private const string Letters = "etaoinshrdlucmfwypvbgkq";
    private const int FirstSyllable = 0xAC00;
    private const int Finals = 28;
    private const int Medials = 21;

    /// <summary>Every word left out, one at a time.</summary>
    public static IEnumerable<Slip> Deletions(string question) => Words(question) is { Count: > 1 } words
        ? words.Select((word, at) => new Slip(question, string.Join(' ', words.Where((_, i) => i != at).Select(w => w.Text)), word.Text, word.Start))
        : [];

    /// <summary>Every two neighbours in the other order.</summary>
    public static IEnumerable<Slip> Swaps(string question)
    {
        var words = Words(question);
        return Enumerable.Range(0, Math.Max(0, words.Count - 1)).Where(at => words[at].Text != words[at + 1].Text).Select(at => new Slip(
            question,
            string.Join(' ', [.. words[..at].Select(w => w.Text), words[at + 1].Text, words[at].Text, .. words[(at + 2)..].Select(w => w.Text)]),
            words[at].Text,
            words[at].Start));
    }

    /// <summary>Every longer word with one letter, or the vowel of one syllable, mistyped.</summary>
    public static IEnumerable<Slip> Typos(string question, Random random) => Words(question)
        .Select(word => (word.Start, word.Text, Typed: Mistyped(word.Text, random)))
        .Where(slip => slip.Typed is not null && slip.Typed != slip.Text)
        .Select(slip => new Slip(question, string.Concat(question.AsSpan(0, slip.Start), slip.Typed, question.AsSpan(slip.Start + slip.Text.Length)), slip.Typed ?? "", slip.Start));

    private static string? Mistyped(string word, Random random)
    {
        var places = Enumerable.Range(0, word.Length).Where(i => i > 0 && char.IsAsciiLetterLower(word[i])).ToList();
        if (places.Count >= ShortestTyped - 1)
        {
            var at = places[random.Next(places.Count)];
            var letter = Letters[random.Next(Letters.Length)];
            return random.Next(4) switch
            {
                0 => word.Remove(at, 1),
                1 => word.Insert(at, letter.ToString()),
                2 when at + 1 < word.Length => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
                _ => $"{word[..at]}{letter}{word[(at + 1)..]}",
            };
        }

        var syllables = Enumerable.Range(0, word.Length).Where(i => word[i] is >= '\uAC00' and <= '\uD7A3').ToList();
        return syllables.Count >= ShortestTyped - 2 ? OtherVowel(word, syllables[random.Next(syllables.Count)], random) : null;
    }

    private static string OtherVowel(string word, int at, Random random)
    {
        var (rest, final) = Math.DivRem(word[at] - FirstSyllable, Finals);
        var (initial, medial) = Math.DivRem(rest, Medials);
        var other = FirstSyllable + (((initial * Medials) + ((medial + 1 + random.Next(Medials - 1)) % Medials)) * Finals) + final;
        return $"{word[..at]}{(char)other}{word[(at + 1)..]}";
    }

    private static List<(int Start, string Text)> Words(string question)
    {
        var words = new List<(int, string)>();
        for (var start = 0; start < question.Length; start++)
        {
            if (question[start] == ' ')
            {
                continue;
            }

            var end = question.IndexOf(' ', start) is >= 0 and var space ? space : question.Length;
            words.Add((start, question[start..end]));
            start = end;
        }

        return words;
    }
}
