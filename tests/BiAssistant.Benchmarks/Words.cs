namespace BiAssistant.Benchmarks;

/// <summary>Made-up words, each number its own: the same number gives the same word on every machine.</summary>
internal static class Words
{
    private static readonly string[] Syllables =
        ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "xi", "yo", "zu", "bren", "cal", "dor", "fen", "gral", "hin", "jor", "kel", "lum", "mar", "nor", "pol"];

    /// <summary>Numbers beside each other give words that look nothing alike.</summary>
    public static string Of(int number)
    {
        var scattered = (uint)number * 2654435761u >> 12;
        var (first, second, third, fourth) = (scattered & 31, scattered >> 5 & 31, scattered >> 10 & 31, scattered >> 15 & 31);
        return $"{Syllables[first]}{Syllables[second]}{Syllables[third]}{Syllables[fourth]}";
    }

    public static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
