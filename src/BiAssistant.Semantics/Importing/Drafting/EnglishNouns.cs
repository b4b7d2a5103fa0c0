using System.Collections.Frozen;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>One and many of an English noun, as far as names of tables need it.</summary>
internal static class EnglishNouns
{
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>
    {
        ["person"] = "people", ["child"] = "children", ["man"] = "men", ["woman"] = "women", ["foot"] = "feet", ["tooth"] = "teeth", ["mouse"] = "mice",
        ["index"] = "indexes", ["analysis"] = "analyses", ["basis"] = "bases", ["crisis"] = "crises", ["criterion"] = "criteria", ["half"] = "halves",
        ["leaf"] = "leaves", ["life"] = "lives", ["shelf"] = "shelves", ["wife"] = "wives", ["thesis"] = "theses", ["diagnosis"] = "diagnoses", ["bus"] = "buses",
        ["gas"] = "gases", ["lens"] = "lenses", ["hero"] = "heroes", ["quiz"] = "quizzes", ["axis"] = "axes",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> IrregularMany = Irregular.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Same =
        "data news series species equipment information inventory staff feedback stock history traffic weather money software hardware furniture luggage baggage cargo fish sheep aircraft goods premises headquarters metadata research personnel payroll media music advice"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The singular of the last word.</summary>
    public static string Singular(string words) => OfLast(words, SingularOf);

    /// <summary>The plural of the last word, which is singular.</summary>
    public static string Plural(string words) => OfLast(words, PluralOf);

    private static string OfLast(string words, Func<string, string> form)
    {
        var space = words.LastIndexOf(' ');
        return words[..(space + 1)] + form(words[(space + 1)..]);
    }

    private static string SingularOf(string word)
    {
        bool Ends(string ending) => word.EndsWith(ending, StringComparison.Ordinal);
        return Same.Contains(word) || Irregular.ContainsKey(word) ? word
            : IrregularMany.TryGetValue(word, out var one) ? one
            : word.Length < 4 || !Ends("s") || Ends("ss") || Ends("us") || Ends("is") ? word
            : Ends("ies") && word.Length > 4 ? word[..^3] + "y"
            : Ends("sses") || Ends("ches") || Ends("shes") || Ends("xes") || Ends("zzes") || (Ends("uses") && word.Length > 6 && !"aeiou".Contains(word[^5], StringComparison.Ordinal)) ? word[..^2]
            : word[..^1];
    }

    private static string PluralOf(string word)
    {
        bool Ends(string ending) => word.EndsWith(ending, StringComparison.Ordinal);
        return word.Length == 0 || Same.Contains(word) || !char.IsAsciiLetter(word[^1]) ? word
            : Irregular.TryGetValue(word, out var many) ? many
            : Ends("y") && word.Length > 1 && !"aeiou".Contains(word[^2], StringComparison.Ordinal) ? word[..^1] + "ies"
            : Ends("s") || Ends("x") || Ends("ch") || Ends("sh") ? word + "es"
            : Ends("z") ? word + "zes"
            : word + "s";
    }
}
