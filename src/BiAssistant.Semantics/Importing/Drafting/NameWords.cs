using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>A technical name in words: its parts as written, and as what they stand for (<c>CUST_NO</c> has the parts cust, no and the words customer, number).</summary>
internal sealed record NameWords(Seq<string> Parts, Seq<string> Words)
{
    private static readonly FrozenSet<string> TablePrefixes = "tbl tb t dim fact fct stg src v vw view mv ods dw dwh raw".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> TableSuffixes = "tbl tb table mst master dim fact fct vw view mv".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the name is written in Korean, and so is a word of Korean as it stands.</summary>
    public bool IsKorean => Parts.Any(HasHangul);

    public string Text => string.Join(' ', Words);

    /// <summary>A name without a letter or a digit is one part.</summary>
    public static NameWords Of(string name) => Of(Split(name).DefaultIfEmpty(name.Trim()).ToSeq());

    public static NameWords Of(Seq<string> parts) =>
        new(parts, parts.SelectMany((part, i) => Abbreviations.Expand(part, i > 0 && i == parts.Count - 1).Split(' ')).ToSeq());

    /// <summary>A table's name without what only says that it is a table, and without the parts that all tables begin with.</summary>
    public static NameWords OfTable(string name, int shared = 0)
    {
        var parts = Split(name).DefaultIfEmpty(name.Trim()).Skip(shared).ToList();
        while (parts.Count > 1 && TablePrefixes.Contains(parts[0]))
        {
            parts.RemoveAt(0);
        }

        while (parts.Count > 1 && TableSuffixes.Contains(parts[^1]))
        {
            parts.RemoveAt(parts.Count - 1);
        }

        return Of(parts.ToSeq());
    }

    /// <summary>The words as a heading: "Customer ID".</summary>
    public static string Heading(string words)
    {
        var written = string.Join(' ', words.Split(' ').Select(Abbreviations.Written));
        return written.Length == 0 ? written : char.ToUpperInvariant(written[0]) + written[1..];
    }

    public static bool HasHangul(string text) => text.Any(c => c is (>= '\uAC00' and <= '\uD7A3') or (>= '\u3131' and <= '\u318E'));

    /// <summary>The parts of a name, lower case: split where it is not a letter or digit, where a small letter meets a capital, and before the number that ends a word.</summary>
    public static IEnumerable<string> Split(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormC);
        var isLoud = !plain.Any(char.IsLower);
        var part = new StringBuilder();
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            var begins = part.Length > 0 && ((!isLoud && char.IsUpper(c) && (char.IsLower(plain[i - 1]) || (i + 1 < plain.Length && char.IsLower(plain[i + 1]) && char.IsUpper(plain[i - 1]))))
                || (char.IsDigit(c) && part.Length >= 3 && !char.IsDigit(plain[i - 1])));
            if ((begins || !char.IsLetterOrDigit(c)) && part.Length > 0)
            {
                yield return part.ToString();
                part.Clear();
            }

            if (char.IsLetterOrDigit(c))
            {
                part.Append(char.ToLower(c, CultureInfo.InvariantCulture));
            }
        }

        if (part.Length > 0)
        {
            yield return part.ToString();
        }
    }
}
