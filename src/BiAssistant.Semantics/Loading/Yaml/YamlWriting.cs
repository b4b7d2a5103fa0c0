using System.Globalization;
using System.Text;

namespace BiAssistant.Semantics.Loading.Yaml;

/// <summary>
/// Finds a character of a scalar's value in the way it is written. Folding, indentation and line breaks change only the white space, so that the other
/// characters are paired one by one, escapes as what they stand for.
/// </summary>
internal static class YamlWriting
{
    /// <summary>The place in the written text; null where the value is not what is written there.</summary>
    public static int? Find(string written, int start, YamlScalar scalar, int offset)
    {
        var (at, quote) = Content(written, start, scalar.Style);
        var after = at;
        for (var i = 0; i < scalar.Text.Length; i++)
        {
            if (char.IsWhiteSpace(scalar.Text[i]))
            {
                if (i >= offset)
                {
                    return after;
                }

                continue;
            }

            at = SkipBlanks(written, at, quote);
            if (at >= written.Length)
            {
                return null;
            }

            var (meant, length) = Character(written, at, quote);
            if (!scalar.Text.AsSpan(i).StartsWith(meant, StringComparison.Ordinal))
            {
                return null;
            }

            if (i + meant.Length > offset)
            {
                return at;
            }

            i += meant.Length - 1;
            after = at += length;
        }

        return after;
    }

    /// <summary>Where the content begins: after an anchor or tag, after the opening quote, or on the line after the sign of a block.</summary>
    private static (int At, char Quote) Content(string written, int start, YamlStyle style)
    {
        var at = start;
        while (at < written.Length && written[at] is '&' or '!')
        {
            at = EndOf(written, at, char.IsWhiteSpace);
            at = EndOf(written, at, c => !char.IsWhiteSpace(c));
        }

        return style switch
        {
            YamlStyle.Quoted when at < written.Length => (at + 1, written[at]),
            YamlStyle.Literal or YamlStyle.Folded => (EndOf(written, at, c => c == '\n'), '\0'),
            _ => (at, '\0'),
        };
    }

    private static int EndOf(string written, int at, Func<char, bool> isEnd)
    {
        while (at < written.Length && !isEnd(written[at]))
        {
            at++;
        }

        return at;
    }

    private static int SkipBlanks(string written, int at, char quote)
    {
        while (at < written.Length)
        {
            var (meant, length) = Character(written, at, quote);
            if (!string.IsNullOrWhiteSpace(meant))
            {
                return at;
            }

            at += length;
        }

        return at;
    }

    /// <summary>The next character, what it stands for and how long it is written; the escapes of white space, a line that goes on among them, are a blank here.</summary>
    private static (string Meant, int Length) Character(string written, int at, char quote)
    {
        var next = at + 1 < written.Length ? written[at + 1] : '\0';
        return (quote, written[at], next) switch
        {
            ('\'', '\'', '\'') => ("'", 2),
            ('"', '\\', 'x') => Coded(written, at, 2),
            ('"', '\\', 'u') => Coded(written, at, 4),
            ('"', '\\', 'U') => Coded(written, at, 8),
            ('"', '\\', '"' or '\\' or '/') => (next.ToString(), 2),
            ('"', '\\', 'a') => ("\a", 2),
            ('"', '\\', 'b') => ("\b", 2),
            ('"', '\\', 'e') => ("\u001B", 2),
            ('"', '\\', '0') => ("\0", 2),
            ('"', '\\', _) => (" ", 2),
            _ => (written[at].ToString(), 1),
        };
    }

    private static (string Meant, int Length) Coded(string written, int at, int digits)
    {
        var code = at + 2 + digits <= written.Length ? written.AsSpan(at + 2, digits) : "";
        return int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && Rune.IsValid(value)
            ? (new Rune(value).ToString(), 2 + digits)
            : ("\\", 1);
    }
}
