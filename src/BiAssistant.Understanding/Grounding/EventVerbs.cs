using System.Collections.Frozen;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Understanding.Languages;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>
/// What is done where rows come to be: one who has an order has ordered, and one without a complaint never complained. Only of rows that have a time, and no name
/// but their number, and only words that mean nothing else.
/// </summary>
internal static class EventVerbs
{
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["sale"] = "sell", ["pay"] = "paid", ["sell"] = "sold", ["buy"] = "bought", ["send"] = "sent", ["withdraw"] = "withdrawn", ["loan"] = "lent", ["admiss"] = "admitted", ["permiss"] = "permitted", ["submiss"] = "submitted", ["subscript"] = "subscribed", ["registr"] = "registered", ["departure"] = "departed", ["flight"] = "flown", ["purchase"] = "purchased",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Doubling = ["ship", "transfer", "refer", "cancel", "travel", "trip", "stop", "drop", "scan", "submit", "admit", "enrol"];

    private static readonly string[] KoreanForms = ["한", "된", "하는", "했던", "하지", "했는데", "했지만", "했고", "한 적", "된 적", "하고"];

    /// <summary>The verbs of a dataset's rows, with the time that they tell; none for things that merely exist.</summary>
    public static IEnumerable<(string Verb, Field Time)> Of(Dataset rows)
    {
        if (rows is not { Hidden: false, DefaultTime: { Hidden: false } time } || (rows.NameField is { } name && !rows.PrimaryKey.Contains(name.Name)))
        {
            return [];
        }

        var nouns = (rows.Entity is { } entity ? entity.Singular.Words.Concat(entity.Synonyms.Words).Concat(rows.Synonyms.Words) : rows.Label.Words).ToList();
        return nouns.SelectMany(n => n.Language == "ko" ? Korean(n.Text) : English(WordForms.Fold(n.Text.Split(' ')[^1]))).Distinct().Where(IsFree).Select(verb => (verb, time));
    }

    /// <summary>What has a delay was delayed.</summary>
    public static IEnumerable<string> ParticiplesOf(string name) =>
        name.Length > 3 && name.All(char.IsAsciiLetterLower) && !name.EndsWith('s') && !name.EndsWith("ed", StringComparison.Ordinal) && Past(name) is var past && IsFree(past) ? [past] : [];

    private static IEnumerable<string> Korean(string noun) =>
        noun.Length is > 1 and < 5 && noun.All(c => c is >= '\uAC00' and <= '\uD7A3') && noun[^1] is not ('건' or '자' or '인' or '원') ? KoreanForms.Select(f => noun + f) : [];

    private static IEnumerable<string> English(string noun) => noun.Length < 4 || !noun.All(char.IsAsciiLetterLower) ? [] : Stems(noun).SelectMany(stem => new[] { stem, Past(stem) }).Where(form => form != noun);

    private static IEnumerable<string> Stems(string noun)
    {
        (string Ending, string[] Stems)[] derived =
        [
            ("ment", [""]), ("ellation", ["el"]), ("iption", ["ibe"]), ("ation", ["e", "ate"]), ("ssion", ["ss"]), ("tion", ["t"]), ("ery", ["er"]), ("iry", ["ire"]), ("ival", ["ive"]), ("al", [""]), ("ing", ["", "e"]), ("aint", ["ain"]), ("ture", ["t"]), ("ance", [""]),
        ];
        var (ending, stems) = derived.FirstOrDefault(d => noun.EndsWith(d.Ending, StringComparison.Ordinal) && noun.Length > d.Ending.Length + 2);
        return ending is null ? [noun] : stems.Select(s => noun[..^ending.Length] + s).Append(noun);
    }

    private static string Past(string stem) =>
        Irregular.TryGetValue(stem, out var known) ? Irregular.GetValueOrDefault(known, known)
        : stem.EndsWith('e') ? stem + "d"
        : stem.EndsWith('y') && stem[^2] is not ('a' or 'e' or 'o' or 'u') ? stem[..^1] + "ied"
        : Doubling.Contains(stem) ? $"{stem}{stem[^1]}ed"
        : stem + "ed";

    private static bool IsFree(string verb) => Tokenizer.PhraseKey(verb) is { } key && Lexicon.All.Find(key.Hash).All(e => e.Yields || e.Sense is Grammar.LightVerbSense or Grammar.CameToBeSense);
}
