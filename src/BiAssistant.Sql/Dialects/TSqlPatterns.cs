using System.Text;

namespace BiAssistant.Sql.Dialects;

/// <summary>Patterns of LIKE, where a bracket opens a set of characters: [[] is a bracket, [%] a percent sign.</summary>
internal static class TSqlPatterns
{
    /// <summary>The pattern in SQL Server's own form; null where it ends in its escape character.</summary>
    public static string? Write(string pattern, char? escape)
    {
        var written = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == escape)
            {
                written.Append(pattern[i++]);
                if (i == pattern.Length)
                {
                    return null;
                }

                written.Append(pattern[i]);
            }
            else
            {
                written.Append(pattern[i] == '[' ? escape is null ? "[[]" : $"{escape}[" : pattern[i].ToString());
            }
        }

        return written.ToString();
    }

    /// <summary>The pattern with % and _ as its only wildcards, and the escape character that it needs; null where it has a set of several characters.</summary>
    public static (string Pattern, char? Escape)? Read(string pattern, char? escape)
    {
        var read = new StringBuilder();
        var chosen = escape;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == escape && i + 1 < pattern.Length)
            {
                read.Append(pattern[i]).Append(pattern[++i]);
                continue;
            }

            if (pattern[i] != '[')
            {
                read.Append(pattern[i]);
                continue;
            }

            if (i + 2 >= pattern.Length || pattern[i + 2] != ']' || pattern[i + 1] is '^' or ']')
            {
                return null;
            }

            var literal = pattern[i + 1];
            i += 2;
            if (literal is '%' or '_')
            {
                chosen ??= "!\\~#|".Cast<char?>().FirstOrDefault(free => !pattern.Contains(free!.Value));
                if (chosen is null)
                {
                    return null;
                }

                read.Append(chosen);
            }

            read.Append(literal);
        }

        return (read.ToString(), chosen);
    }
}
