namespace BiAssistant.Understanding.Grounding;

/// <summary>What compares where a catalog says what picks an end: "longer" of "longest", "more punctual" of "most punctual", "비싼" of "가장 비싼".</summary>
internal static class Comparatives
{
    private static readonly (string Superlative, string Comparative)[] Adverbs = [("most ", "more "), ("least ", "less "), ("best ", "better "), ("worst ", "worse "), ("가장 ", ""), ("제일 ", "")];

    public static IEnumerable<string> Of(string superlative)
    {
        var text = superlative.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? superlative[4..] : superlative;
        foreach (var (most, more) in Adverbs)
        {
            if (text.StartsWith(most, StringComparison.OrdinalIgnoreCase) && text.Length > most.Length)
            {
                yield return more + text[most.Length..];
            }
        }

        if (text.EndsWith("est", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && !text.Contains(' ', StringComparison.Ordinal))
        {
            yield return text[..^3] + "er";
        }
    }
}
