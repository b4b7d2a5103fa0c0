using System.Text;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>Functions of texts that MySQL has in a narrower form.</summary>
internal static class MySqlTexts
{
    /// <summary>How many characters LEFT and RIGHT take: a negative number leaves so many out, for which MySQL would take none.</summary>
    public static SqlExpression Length(SqlExpression text, SqlExpression length) => length switch
    {
        SqlNumber { Value: >= 0 } => length,
        SqlNumber { Value: var left } => new SqlBinary(SqlBinaryOperator.Subtract, Characters(text), new SqlNumber(-left)),
        _ => new SqlCase(null, [new SqlWhen(IsNegative(length), new SqlBinary(SqlBinaryOperator.Add, Characters(text), length))], length),
    };

    /// <summary>What was meant by <see cref="Length"/>; null where a negative number takes none.</summary>
    public static SqlExpression? MeantLength(SqlExpression text, SqlExpression length) => length switch
    {
        SqlNumber { Value: >= 0 } => length,
        SqlBinary { Operator: SqlBinaryOperator.Subtract, Right: SqlNumber { Value: > 0 } left } all when all.Left == Characters(text) => new SqlNumber(-left.Value),
        SqlCase { Else: { } meant } when length == Length(text, meant) => meant,
        _ => null,
    };

    /// <summary>TRIM takes off a text, not any of several characters: of one character it is the same, several are taken off by a pattern. Null where they are not known.</summary>
    public static SqlExpression? Trimmed(string name, SqlExpression text, SqlExpression characters) => (characters as SqlText)?.Value switch
    {
        null => null,
        "" => text,
        { Length: 1 } => new SqlFunction(name, [text, characters]),
        var several => new SqlFunction("REGEXP_REPLACE", [text, new SqlText(Pattern(name, several)), new SqlText("")]),
    };

    /// <summary>The characters that such a pattern takes off; null for other patterns.</summary>
    public static (string Name, string Characters)? MeantTrim(string pattern)
    {
        foreach (var name in (string[])["TRIM", "LTRIM", "RTRIM"])
        {
            var open = pattern.IndexOf('[', StringComparison.Ordinal);
            var close = name == "TRIM" ? pattern.IndexOf("]+|", StringComparison.Ordinal) : pattern.LastIndexOf(']');
            if (open >= 0 && close > open)
            {
                var characters = Unescaped(pattern[(open + 1)..close]);
                if (characters.Length > 1 && pattern == Pattern(name, characters))
                {
                    return (name, characters);
                }
            }
        }

        return null;
    }

    private static string Pattern(string name, string characters)
    {
        var any = $"[{string.Concat(characters.Select(Escaped))}]+";
        return "(?-i)" + name switch
        {
            "LTRIM" => $"\\A{any}",
            "RTRIM" => $"{any}\\z",
            _ => $"\\A{any}|{any}\\z",
        };
    }

    private static string Escaped(char c) => char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c != ' ' ? "\\" + c : c.ToString();

    private static string Unescaped(string characters)
    {
        var bare = new StringBuilder();
        for (var i = 0; i < characters.Length; i++)
        {
            i += characters[i] == '\\' && i + 1 < characters.Length ? 1 : 0;
            bare.Append(characters[i]);
        }

        return bare.ToString();
    }

    private static SqlFunction Characters(SqlExpression text) => new("CHAR_LENGTH", [text]);

    private static SqlBinary IsNegative(SqlExpression length) => new(SqlBinaryOperator.Less, length, new SqlNumber(0));
}
