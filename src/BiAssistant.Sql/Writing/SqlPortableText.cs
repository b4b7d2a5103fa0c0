using System.Text.RegularExpressions;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing;

/// <summary>Writes portable expressions as a catalog holds them: what is written reads back as the same tree.</summary>
public static partial class SqlPortableText
{
    /// <summary>The text, on one line where it can be; null for a tree that catalogs have no words for.</summary>
    public static string? Of(SqlExpression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        if (expression.Height() > SqlParser.MaximumHeight || expression.DescendantsAndSelf().Any(node => node is SqlElement or SqlWord or SqlIntervalOf or SqlParameter))
        {
            return null;
        }

        var text = SqlPrinter.Print(expression, SqlDialects.Portable);
        var line = Break().Replace(text, " ");
        return SqlParser.ParseExpression(line).Value == expression ? line : SqlParser.ParseExpression(text).Value == expression ? text : null;
    }

    [GeneratedRegex(@"\n\s*")]
    private static partial Regex Break();
}
