namespace BiAssistant.Understanding.Grounding;

/// <summary>What an English adjective of a place is made from: "European" of "Europe", "Italian" of "Italy".</summary>
internal static class Demonyms
{
    /// <summary>Every word that the adjective may be made from; which of them there are is for the catalog and the values to say.</summary>
    public static IEnumerable<string> Homes(string word)
    {
        if (word.Length < 6 || !word.EndsWith("an", StringComparison.Ordinal))
        {
            yield break;
        }

        yield return word[..^1];
        yield return word[..^2];
        if (word.EndsWith("ian", StringComparison.Ordinal))
        {
            yield return word[..^3];
            yield return word[..^3] + "y";
            yield return word[..^3] + "a";
        }
    }
}
