using System.Text.RegularExpressions;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Semantics.Loading;

/// <summary>
/// An expression in one engine's own SQL, and what it means in portable SQL where that can be said. What is wrong with it is a warning: a document that
/// holds SQL we cannot read is valid all the same.
/// </summary>
/// <param name="Dialect">The dialect's name as it was given.</param>
/// <param name="Text">The expression as it was given.</param>
/// <param name="Tree">The portable expression; null where there is none.</param>
/// <param name="Problem">Why there is none, as the end of a sentence; null where there is one, or where the dialect is none that we read.</param>
internal sealed partial record DialectExpression(string Dialect, YamlScalar Text, SqlExpression? Tree, string? Problem)
{
    public static DialectExpression Read(string name, YamlScalar text, KeyReader keys)
    {
        var trimmed = text.Text.Trim();
        if (Find(name) is not { } dialect)
        {
            return new DialectExpression(name, text, null, null);
        }

        if (SqlTextReader.IsPlainName(trimmed))
        {
            return new DialectExpression(name, text, new SqlColumn(null, trimmed), null);
        }

        var native = SqlParser.ParseExpression(text.Text, dialect);
        if (native.Value is null)
        {
            Warn(native.Issues, name, text, keys);
            return new DialectExpression(name, text, null, $"its {name} expression cannot be read");
        }

        var portable = SqlTranslator.ToPortable(native.Value, dialect);
        if (portable.Value is null)
        {
            Warn(portable.Issues, name, text, keys);
            return new DialectExpression(name, text, null, $"its {name} expression has no counterpart in portable SQL");
        }

        return new DialectExpression(name, text, AsWritten(portable.Value, trimmed), null);
    }

    /// <summary>The dialect that a name in a document stands for; null where we read no such dialect.</summary>
    public static SqlDialect? Find(string name) => name.ToUpperInvariant() switch
    {
        "POSTGRES" => SqlDialects.PostgreSql,
        "SQLSERVER" or "SQL_SERVER" or "MSSQL" => SqlDialects.TSql,
        _ => SqlDialects.Find(name),
    };

    private static void Warn(Seq<Issue> issues, string name, YamlScalar text, KeyReader keys)
    {
        foreach (var issue in issues)
        {
            keys.Issues.Add(issue with { Message = $"{name}: {issue.Message}", At = SqlTextReader.PlaceOf(issue, text), Element = keys.Element, Severity = IssueSeverity.Warning });
        }
    }

    /// <summary>
    /// Names as the document writes them, where the dialect has folded their case: <c>visit.fee</c> is VISIT.FEE to Snowflake and visit.fee to the catalog.
    /// A column of mixed case stays folded: to the engine it has no other name.
    /// </summary>
    private static SqlExpression AsWritten(SqlExpression tree, string text)
    {
        var words = Word().Matches(text).Select(word => word.Value).Distinct().ToList();
        string Written(string name, bool anyCase) =>
            words.Contains(name) ? name : words.Find(word => word.Equals(name, StringComparison.OrdinalIgnoreCase) && (anyCase || IsOneCase(word))) ?? name;
        return tree.Rewrite(node => node is not SqlColumn column ? null
            : column.Table is null ? column with { Name = Written(column.Name, anyCase: false) }
            : new SqlColumn(string.Join('.', column.Table.Split('.').Select(part => Written(part, anyCase: true))), Written(column.Name, anyCase: true)));
    }

    private static bool IsOneCase(string word) => !word.Any(char.IsLower) || !word.Any(char.IsUpper);

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{N}_$]*")]
    private static partial Regex Word();
}
