using System.Globalization;
using System.Text;

namespace BiAssistant.Understanding.Tokens;

/// <summary>
/// Folds a word so that forms of one word meet: letter case, accents, plural and the two spellings of English. Catalog and question are folded by
/// the same rules, so a fold need not be a real word.
/// </summary>
internal static class WordForms
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["people"] = "person", ["persons"] = "person", ["children"] = "child", ["men"] = "man", ["women"] = "woman",
        ["feet"] = "foot", ["teeth"] = "tooth", ["mice"] = "mouse", ["geese"] = "goose", ["criteria"] = "criterion",
        ["indices"] = "index", ["analyses"] = "analysis", ["diagnoses"] = "diagnosis", ["crises"] = "crisis",
        ["this"] = "this", ["is"] = "is", ["was"] = "was", ["has"] = "has", ["does"] = "does", ["its"] = "its", ["us"] = "us", ["as"] = "as",
        ["news"] = "news", ["less"] = "less", ["plus"] = "plus", ["versus"] = "versus", ["yes"] = "yes", ["lens"] = "lens",
    };

    public static string Fold(string word)
    {
        var lower = StripAccents(word).ToLowerInvariant();
        if (Irregular.TryGetValue(lower, out var known))
        {
            return known;
        }

        return Spelling(Singular(lower));
    }

    private static string Singular(string word)
    {
        if (word.Length < 3 || word[^1] != 's' || !char.IsAsciiLetter(word[0]))
        {
            return word;
        }

        if (word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal))
        {
            return word;
        }

        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
        {
            return string.Concat(word.AsSpan(0, word.Length - 3), "y");
        }

        ReadOnlySpan<string> sibilants = ["sses", "xes", "zzes", "ches", "shes", "oes"];
        foreach (var ending in sibilants)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length > ending.Length + 1)
            {
                return word[..^2];
            }
        }

        return word[..^1];
    }

    private static string Spelling(string word)
    {
        if (word.Length >= 6)
        {
            foreach (var (british, american) in Spellings)
            {
                if (word.EndsWith(british, StringComparison.Ordinal))
                {
                    return string.Concat(word.AsSpan(0, word.Length - british.Length), american);
                }
            }
        }

        return word;
    }

    private static readonly (string British, string American)[] Spellings =
    [
        ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"), ("lled", "led"), ("lling", "ling"),
        ("our", "or"), ("ogue", "og"), ("centre", "center"), ("amme", "am"),
    ];

    private static string StripAccents(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word;
        }

        var result = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                result.Append(c);
            }
        }

        return result.ToString().Normalize(NormalizationForm.FormC);
    }
}
