using System.Globalization;
using System.Text;

namespace BiAssistant.Understanding.Tokens;

/// <summary>
/// Cuts a text into atoms that know their place in it. Compatibility forms are composed (full-width letters, decomposed syllables), letters and digits
/// part ("Q2", "20k"), hyphens and quotes part words, control characters and pictures count as spaces.
/// </summary>
internal static class Tokenizer
{
    public static List<Atom> Read(string text)
    {
        var atoms = new List<Atom>();
        var (composed, map) = Compose(text);
        var space = true;
        var i = 0;
        while (i < composed.Length)
        {
            var c = composed[i];
            if (IsSyllable(c))
            {
                Add(atoms, composed, map, i, i + 1, AtomKind.Syllable, ref space);
                i++;
            }
            else if (char.IsAsciiDigit(c))
            {
                var end = EndOfDigits(composed, i);
                Add(atoms, composed, map, i, end, AtomKind.Digits, ref space);
                i = end;
            }
            else if (char.IsLetter(c) || IsLetterOfTwo(composed, i))
            {
                i = ReadWord(atoms, composed, map, i, ref space);
            }
            else
            {
                i = ReadSign(atoms, composed, map, i, ref space);
            }
        }

        return atoms;
    }

    /// <summary>The hash of a phrase, by which it is looked up; null for a text without words.</summary>
    public static (ulong Hash, int Atoms)? PhraseKey(string text)
    {
        var hash = Hashing.Start;
        var count = 0;
        foreach (var atom in Read(text))
        {
            if (!atom.Ignorable)
            {
                hash = Hashing.Then(hash, atom.Hash);
                count++;
            }
        }

        return count == 0 ? null : (hash, count);
    }

    private static int ReadWord(List<Atom> atoms, string text, int[] map, int start, ref bool space)
    {
        var end = start;
        while (end < text.Length && !IsSyllable(text[end]) && (char.IsLetter(text[end]) || IsLetterOfTwo(text, end) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark))
        {
            end += char.IsHighSurrogate(text[end]) ? 2 : 1;
        }

        if (end + 1 < text.Length && IsApostrophe(text[end]) && char.IsAsciiLetter(text[end + 1]))
        {
            var tail = end + 1;
            while (tail < text.Length && char.IsAsciiLetter(text[tail]))
            {
                tail++;
            }

            if (text.AsSpan(end + 1, tail - end - 1).Equals("s", StringComparison.OrdinalIgnoreCase))
            {
                Add(atoms, text, map, start, end, AtomKind.Word, ref space);
                Add(atoms, text, map, end, tail, AtomKind.Possessive, ref space);
                return tail;
            }

            Add(atoms, text, map, start, tail, AtomKind.Word, ref space);
            return tail;
        }

        Add(atoms, text, map, start, end, AtomKind.Word, ref space);
        if (end < text.Length && IsApostrophe(text[end]) && text[end - 1] is 's' or 'S')
        {
            return end + 1;
        }

        return end;
    }

    private static int ReadSign(List<Atom> atoms, string text, int[] map, int i, ref bool space)
    {
        var c = text[i];
        if (IsApostrophe(c) && i > 0 && char.IsAsciiDigit(text[i - 1]) && i + 1 < text.Length && text[i + 1] is 's' or 'S' && (i + 2 == text.Length || !char.IsLetterOrDigit(text[i + 2])))
        {
            // "2024's revenue"
            Add(atoms, text, map, i, i + 2, AtomKind.Possessive, ref space);
            return i + 2;
        }

        if (c is '<' or '>' or '=' or '!' && i + 1 < text.Length && text[i + 1] is '=' or '>')
        {
            if (!(c is '!' or '=' && text[i + 1] == '>'))
            {
                Add(atoms, text, map, i, i + 2, AtomKind.Mark, ref space);
                return i + 2;
            }
        }

        if (c is '-' or '\u2013' or '\u2014' or '\u2212' or '/')
        {
            var between = i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
            var sign = c is '-' or '\u2212' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && (i == 0 || char.IsWhiteSpace(text[i - 1]));
            var apart = i > 0 && i + 1 < text.Length && char.IsWhiteSpace(text[i - 1]) && char.IsWhiteSpace(text[i + 1]);
            var range = c is '\u2013' && between;
            if (between || sign || apart || c == '/')
            {
                Add(atoms, text, map, i, i + 1, AtomKind.Mark, ref space, range || apart && c != '/' && EndsDate(text, i) ? "~" : c == '/' ? "/" : "-");
                return i + 1;
            }

            space = true;
            return i + 1;
        }

        if ((c is ':' or '·' or 'ㆍ' or '・' or '：') && !(i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1])))
        {
            // "engineer · site", "tickets: number, site": what follows is a part of its own.
            Add(atoms, text, map, i, i + 1, AtomKind.Mark, ref space, ",");
            return i + 1;
        }

        const string marks = ",&+%<>=≥≤≠~〜$€£¥₩*|;^#@\\_";
        if (marks.Contains(c))
        {
            var key = c switch { '〜' => "~", '_' => " ", ';' => ",", _ => c.ToString() };
            if (key == " ")
            {
                space = true;
                return i + 1;
            }

            Add(atoms, text, map, i, i + 1, AtomKind.Mark, ref space, key);
            return i + 1;
        }

        // What says that it is so hangs on what is quoted: "'PO missing'인".
        space = !(c is '\'' or '"' or '’' or '”' or '」' or '』' or '`' && i > 0 && !char.IsWhiteSpace(text[i - 1]) && i + 1 < text.Length && text[i + 1] == '인');
        return i + (char.IsHighSurrogate(c) && i + 1 < text.Length ? 2 : 1);
    }

    private static int EndOfDigits(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                end++;
            }
            else if (text[end] is ',' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]) && (text[end] == '.' || IsThousands(text, end)))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static bool IsThousands(string text, int comma) =>
        comma + 3 < text.Length && text.AsSpan(comma + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0 && (comma + 4 >= text.Length || !char.IsAsciiDigit(text[comma + 4]));

    private static void Add(List<Atom> atoms, string text, int[] map, int start, int end, AtomKind kind, ref bool space, string? key = null)
    {
        var raw = text[start..end];
        key ??= kind == AtomKind.Word ? WordForms.Fold(raw) : kind == AtomKind.Digits ? raw.Replace(",", "", StringComparison.Ordinal) : raw;
        atoms.Add(new Atom(raw, key, Hashing.OfWord(key), map[start], map[end], kind, space));
        space = false;
    }

    private static bool IsLetterOfTwo(string text, int at) =>
        char.IsHighSurrogate(text[at]) && Rune.TryGetRuneAt(text, at, out var rune) && Rune.IsLetter(rune);

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC';

    private static bool IsSyllable(char c) =>
        c is >= '\uAC00' and <= '\uD7A3' or >= '\u4E00' and <= '\u9FFF' or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u4DBF' or >= '\u1100' and <= '\u11FF' or >= '\u3130' and <= '\u318F';

    /// <summary>The composed text and, for each of its characters and the end, the place in the original.</summary>
    private static (string Text, int[] Map) Compose(string text)
    {
        if (Ascii.IsValid(text))
        {
            var same = new int[text.Length + 1];
            for (var i = 0; i < same.Length; i++)
            {
                same[i] = i;
            }

            return (text, same);
        }

        var composed = new StringBuilder(text.Length);
        var map = new List<int>(text.Length + 1);
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var piece = IsWellFormed(element) ? element.Normalize(NormalizationForm.FormKC) : " ";
            foreach (var c in piece)
            {
                composed.Append(c);
                map.Add(elements.ElementIndex);
            }
        }

        map.Add(text.Length);
        return (composed.ToString(), map.ToArray());
    }

    private static bool IsWellFormed(string element)
    {
        for (var i = 0; i < element.Length; i++)
        {
            if (char.IsHighSurrogate(element[i]) && i + 1 < element.Length && char.IsLowSurrogate(element[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(element[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether what stands before a dash apart may be one end of a span: "Jan - Mar", "1월 - 3월", and not "revenue - 2024".</summary>
    private static bool EndsDate(string text, int dash)
    {
        var before = text.AsSpan(0, dash).TrimEnd();
        var start = before.Length;
        while (start > 0 && char.IsAsciiLetter(before[start - 1]))
        {
            start--;
        }

        return start == before.Length ? before.Length > 0 : before.Length - start > 2 && Months.Contains(before[start..(start + 3)].ToString());
    }

    private static readonly HashSet<string> Months = new(StringComparer.OrdinalIgnoreCase) { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "now", "tod" };
}
