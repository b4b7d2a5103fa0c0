using System.Text.RegularExpressions;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads the SQL texts of a catalog into trees; a problem inside a text is reported where it stands in the file.</summary>
internal static partial class SqlTextReader
{
    public static SqlExpression? Expression(YamlScalar text, string element, IssueList issues)
    {
        var trimmed = text.Text.Trim();
        if (IsPlainName(trimmed))
        {
            return new SqlColumn(null, trimmed);
        }

        return Report(SqlParser.ParseExpression(text.Text), text, element, issues);
    }

    /// <summary>A table by its name's parts, or a query that is used as a table.</summary>
    public static SqlRelation? Source(YamlScalar text, string name, string element, IssueList issues)
    {
        var trimmed = text.Text.Trim().TrimEnd(';').Trim();
        if (!LooksLikeQuery(trimmed))
        {
            return new SqlTable(Parts(trimmed).ToSeq());
        }

        return Report(SqlParser.ParseQuery(trimmed), text, element, issues) is { } query ? new SqlDerivedTable(query, name) : null;
    }

    /// <summary>A name that needs no parser, even where it is a word of SQL (<c>date</c>, <c>end</c>).</summary>
    public static bool IsPlainName(string text) =>
        PlainName().IsMatch(text) && text.ToUpperInvariant() is not ("TRUE" or "FALSE" or "NULL" or "CURRENT_DATE" or "CURRENT_TIMESTAMP");

    private static bool LooksLikeQuery(string text) => QueryStart().IsMatch(text);

    /// <summary>The parts of <c>a.b."c.d"</c>.</summary>
    private static IEnumerable<string> Parts(string name) => NamePart().Matches(name)
        .Select(part => part.Value is ['"' or '`' or '[', ..] ? part.Value[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : part.Value);

    private static T? Report<T>(Outcome<T> outcome, YamlScalar text, string element, IssueList issues)
        where T : class
    {
        foreach (var issue in outcome.Issues)
        {
            var at = issue.At is { } inside ? text.Source.Locate(text, inside.Line, inside.Column) : text.At;
            issues.Add(issue with { At = at, Element = element });
        }

        return outcome.Value;
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_$]*$")]
    private static partial Regex PlainName();

    [GeneratedRegex(@"^\(?\s*(select|with)\s", RegexOptions.IgnoreCase)]
    private static partial Regex QueryStart();

    [GeneratedRegex(@"""(?:[^""]|"""")*""|`[^`]*`|\[[^\]]*\]|[^.]+")]
    private static partial Regex NamePart();
}
