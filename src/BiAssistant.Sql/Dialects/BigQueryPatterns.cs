using System.Text;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>Patterns of LIKE, in which BigQuery always takes a backslash for an escape and knows no other.</summary>
internal static class BigQueryPatterns
{
    /// <summary>A pattern without escapes: a backslash stands for itself.</summary>
    public static string Doubled(string pattern) => pattern.Replace("\\", "\\\\", StringComparison.Ordinal);

    /// <inheritdoc cref="Doubled(string)"/>
    public static SqlExpression Doubled(SqlExpression native) => new SqlFunction("REPLACE", [native, new SqlText("\\"), new SqlText("\\\\")]);

    /// <summary>The pattern that was doubled.</summary>
    public static SqlExpression? Undoubled(SqlExpression native) =>
        native is SqlFunction { Name: "REPLACE", Arguments: [var pattern, SqlText { Value: "\\" }, SqlText { Value: "\\\\" }] } ? pattern : null;

    /// <summary>The pattern with backslashes for its own escape; null where it ends in one.</summary>
    public static string? Escaped(string pattern, char escape)
    {
        var escaped = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            var isEscaped = pattern[i] == escape;
            if (isEscaped && ++i == pattern.Length)
            {
                return null;
            }

            escaped.Append(pattern[i] == '\\' || (isEscaped && pattern[i] is '%' or '_') ? "\\" : "").Append(pattern[i]);
        }

        return escaped.ToString();
    }
}
