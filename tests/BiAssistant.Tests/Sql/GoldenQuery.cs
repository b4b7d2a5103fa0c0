using System.Globalization;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

/// <summary>A folder with a portable query over the ledger, its text in each dialect, and the rows that were worked out by hand.</summary>
internal sealed record GoldenQuery(string Name)
{
    private const string RefusedMark = "-- refused: ";

    public static string Root { get; } = Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "Sql", "Cases");

    public static IEnumerable<GoldenQuery> All { get; } = [.. Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).Select(name => new GoldenQuery(name))];

    public IReadOnlyList<string> Rows => System.IO.File.ReadAllLines(File("rows.txt"));

    public string File(string name) => Path.Combine(Root, Name, name);

    public string Golden(SqlDialect dialect) => System.IO.File.ReadAllText(File($"{dialect.Name}.sql"));

    public static bool IsRefused(string golden) => golden.StartsWith(RefusedMark, StringComparison.Ordinal);

    /// <summary>The portable query; a comment such as <c>-- $day: DATE '2024-01-31'</c> gives a parameter its value.</summary>
    public SqlQuery Query()
    {
        var text = System.IO.File.ReadAllText(File("portable.sql"));
        var values = text.Split('\n').Where(line => line.StartsWith("-- $", StringComparison.Ordinal)).ToDictionary(line => line["-- $".Length..line.IndexOf(':')], Value);
        var read = SqlParser.ParseQuery(text);
        read.Issues.ShouldBeEmpty(Name);
        return read.Value.ShouldNotBeNull().Rewrite(expression => expression is SqlParameter parameter ? parameter with { Value = values[parameter.Name] } : null);
    }

    private static SqlLiteral Value(string line) => SqlParser.ParseExpression(line[(line.IndexOf(':') + 1)..]).Value.ShouldBeAssignableTo<SqlLiteral>().ShouldNotBeNull();

    public Outcome<CompiledSql> Written(SqlDialect dialect) => SqlWriter.Write(Query(), dialect);

    /// <summary>What the dialect's file holds: the text with its parameters, or why there is none.</summary>
    public string Text(SqlDialect dialect)
    {
        var written = Written(dialect);
        return written.Value is { } sql
            ? string.Concat(sql.Arguments.Select(argument => $"-- {argument.Name}: {Shown(argument.Value)}\n")) + sql.Text + "\n"
            : string.Concat(written.Issues.Select(issue => $"{RefusedMark}{issue.Message}\n"));
    }

    private static string Shown(SqlLiteral value) => value switch
    {
        SqlDate day => SqlInstants.Text(day.Value),
        SqlText text => text.Value,
        SqlNumber number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
