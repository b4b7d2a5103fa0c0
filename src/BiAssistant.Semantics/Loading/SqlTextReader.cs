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
        var statement = text.Text.TrimEnd().TrimEnd(';');
        if (!LooksLikeQuery(statement.TrimStart()))
        {
            return new SqlTable(Parts(statement.Trim()).ToSeq());
        }

        return Report(SqlParser.ParseQuery(statement), text, element, issues) is { } query ? new SqlDerivedTable(query, name) : null;
    }

    /// <summary>A name that needs no parser, even where it is a word of SQL (<c>date</c>, <c>end</c>).</summary>
    public static bool IsPlainName(string text) =>
        PlainName().IsMatch(text) && text.ToUpperInvariant() is not ("TRUE" or "FALSE" or "NULL" or "CURRENT_DATE" or "CURRENT_TIMESTAMP");

    /// <summary>Where a column's name stands inside a text: its first mention as a whole name, quoted or not, outside of texts.</summary>
    public static TextLocation PlaceOf(SqlColumn column, YamlScalar text)
    {
        var parts = (column.Table is null ? column.Name : $"{column.Table}.{column.Name}").Split('.').Select(part => $"""["`]?{Regex.Escape(part)}["`]?""");
        var name = $"""(?<![\w.$"`]){string.Join(@"\s*\.\s*", parts)}(?![\w$]|\s*\()""";
        var withoutTexts = Literal().Replace(text.Text, hidden => new string(' ', hidden.Length));
        return Regex.Match(withoutTexts, name, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) is { Success: true, Index: var offset } ? Locate(text, offset) : text.At;
    }

    /// <summary>The place after a text's last character.</summary>
    public static TextLocation EndOf(YamlScalar text) => Locate(text, text.Text.Length);

    private static TextLocation Locate(YamlScalar text, int offset)
    {
        var before = text.Text.AsSpan(0, offset);
        return text.Source.Locate(text, before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }

    private static bool LooksLikeQuery(string text) => QueryStart().IsMatch(text);

    /// <summary>The parts of <c>a.b."c.d"</c>.</summary>
    private static IEnumerable<string> Parts(string name) => NamePart().Matches(name)
        .Select(part => part.Value is ['"' or '`' or '[', ..] ? part.Value[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : part.Value);

    private static T? Report<T>(Outcome<T> outcome, YamlScalar text, string element, IssueList issues)
        where T : class
    {
        foreach (var issue in outcome.Issues)
        {
            issues.Add(issue with { At = PlaceOf(issue, text), Element = element });
        }

        return outcome.Value;
    }

    /// <summary>Where a problem inside a text stands in the file.</summary>
    public static TextLocation PlaceOf(Issue issue, YamlScalar text) => issue.At is { } inside ? text.Source.Locate(text, inside.Line, inside.Column) : text.At;

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_$]*$")]
    private static partial Regex PlainName();

    [GeneratedRegex(@"^\(?\s*(select|with)\s", RegexOptions.IgnoreCase)]
    private static partial Regex QueryStart();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Literal();

    [GeneratedRegex(@"""(?:[^""]|"""")*""|`[^`]*`|\[[^\]]*\]|[^.]+")]
    private static partial Regex NamePart();
}
