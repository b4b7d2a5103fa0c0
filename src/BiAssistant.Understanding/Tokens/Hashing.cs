namespace BiAssistant.Understanding.Tokens;

/// <summary>Hashes that are the same in every process: of a word, and of a phrase out of its words.</summary>
internal static class Hashing
{
    public const ulong Start = 14695981039346656037UL;

    public static ulong OfWord(ReadOnlySpan<char> word)
    {
        var hash = Start;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return Mix(hash);
    }

    public static ulong Then(ulong phrase, ulong word) => Mix((phrase * 0x9E3779B97F4A7C15UL) ^ word);

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
