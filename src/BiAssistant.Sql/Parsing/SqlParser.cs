using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Parsing;

/// <summary>Reads SQL text into the tree: the catalog's portable SQL, or one dialect's own. Every text gives a tree or an issue with its place, in linear time.</summary>
public static class SqlParser
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int MaximumLength = 400_000;

    /// <summary>The deepest nesting that is read: parentheses, subqueries and chains of operators.</summary>
    public const int MaximumDepth = 200;

    internal const int MaximumHeight = 1_000;

    public static Outcome<SqlExpression> ParseExpression(string text) => ParseExpression(text, PortableDialect.Instance);

    public static Outcome<SqlExpression> ParseExpression(string text, SqlDialect dialect) =>
        Parse(text, dialect, grammar => grammar.WholeExpression());

    public static Outcome<SqlQuery> ParseQuery(string text) => ParseQuery(text, PortableDialect.Instance);

    public static Outcome<SqlQuery> ParseQuery(string text, SqlDialect dialect) =>
        Parse(text, dialect, grammar => grammar.WholeQuery());

    private static Outcome<T> Parse<T>(string text, SqlDialect dialect, Func<SqlGrammar, T> read)
        where T : SqlNode
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(dialect);
        if (text.Length > MaximumLength)
        {
            return Outcome<T>.Failed(new Issue("sql_too_long", $"This SQL has {text.Length} characters; at most {MaximumLength} are read."));
        }

        try
        {
            var tree = read(new SqlGrammar(SqlLexer.Read(text, dialect), dialect));
            return tree.Height() <= MaximumHeight
                ? Outcome<T>.Of(tree)
                : Outcome<T>.Failed(new Issue("sql_too_deep", $"This SQL chains more than {MaximumHeight} operators or nests too deeply; write it as several steps."));
        }
        catch (SqlSyntaxException wrong)
        {
            return Outcome<T>.Failed(new Issue(wrong.Code, wrong.Message) { At = Locate(text, wrong.Position), Suggestions = wrong.Suggestions });
        }
    }

    private static TextLocation Locate(string text, int position)
    {
        var before = text.AsSpan(0, Math.Min(position, text.Length));
        var lastBreak = before.LastIndexOf('\n');
        return new TextLocation(null, before.Count('\n') + 1, before.Length - lastBreak);
    }
}
