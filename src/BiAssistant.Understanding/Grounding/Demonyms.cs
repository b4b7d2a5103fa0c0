using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Grounding;

/// <summary>What an English adjective of a place is made from: "European" of "Europe", "Italian" of "Italy".</summary>
internal static class Demonyms
{
    /// <summary>The beginning of a name is not meant by itself where the words go on to the whole of it: "South" of "South Korean".</summary>
    public static void DropParts(List<Phrase> phrases)
    {
        var whole = phrases.Where(p => p.Sense is ValueSense && p.End - p.Start > 1).ToList();
        if (whole.Count > 0)
        {
            // "South Korean" may as well be what people from there are called.
            phrases.AddRange(whole.Where(w => w.Guessed).SelectMany(w => phrases.Where(p => p is { Guessed: false, Sense: ValueSense } && p.End == w.End && p.Start > w.Start && p.Sense != w.Sense)
                .Select(p => new Phrase(w.Start, w.End, p.Sense, w.Cost) { Guessed = true })).ToList());
            phrases.RemoveAll(p => p.Guessed && p.Sense is ValueSense && whole.Exists(w => w.Start == p.Start && w.End > p.End && w.Sense == p.Sense));
        }
    }

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
