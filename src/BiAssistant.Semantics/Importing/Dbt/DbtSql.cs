using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>SQL of a project in portable words, or why it has none, as the end of a sentence.</summary>
internal sealed record DbtExpression(SqlExpression? Tree, string? Problem);

/// <summary>Reads the SQL of a project's expressions in the dialect that they are written in; portable SQL where nobody says which.</summary>
internal sealed class DbtSql(SqlDialect? dialect, DbtRemarks remarks)
{
    /// <summary>An expression over the columns of one row.</summary>
    /// <param name="text">As the project has it.</param>
    /// <param name="names">What may stand before a column and means the row itself.</param>
    public DbtExpression OfRow(string text, TextLocation at, params ReadOnlySpan<string> names)
    {
        var read = Read(text, at);
        if (read.Tree is not { } tree)
        {
            return read;
        }

        if (SqlAnalysis.IsAggregate(tree) || SqlAnalysis.HasWindow(tree) || SqlAnalysis.HasSubquery(tree))
        {
            return new DbtExpression(null, "it looks at other rows than its own");
        }

        foreach (var column in SqlAnalysis.Columns(tree))
        {
            if (column.Table is { } table && !names.Contains(table))
            {
                return new DbtExpression(null, $"it names {table}, which is not its model");
            }
        }

        return new DbtExpression(tree.Rewrite(node => node is SqlColumn { Table: not null } column ? new SqlColumn(null, column.Name) : null), null);
    }

    /// <summary>An expression, and nothing said of what stands in it.</summary>
    public DbtExpression Read(string text, TextLocation at)
    {
        var trimmed = text.Trim();
        if (DbtTemplates.IsOpen(trimmed))
        {
            return new DbtExpression(null, "it calls for what only dbt can compute");
        }

        if (SqlTextReader.IsPlainName(trimmed))
        {
            return new DbtExpression(new SqlColumn(null, trimmed), null);
        }

        var read = dialect is null ? SqlParser.ParseExpression(trimmed) : SqlTranslator.ReadExpression(trimmed, dialect);
        if (read.Value is null && dialect is null && Agreed(trimmed) is { } agreed)
        {
            remarks.Guessed($"'{trimmed}' is no portable SQL; it is read as what it means to every engine that knows it. Say whose it is with --dialect.", at);
            return new DbtExpression(agreed, null);
        }

        if (read.Value is not { } tree)
        {
            return new DbtExpression(null, $"its SQL cannot be said in portable SQL ({read.Issues[0].Message.TrimEnd('.')})");
        }

        if (dialect is null && tree.DescendantsAndSelf().OfType<SqlBinary>().Any(IsDoubtful))
        {
            remarks.Guessed($"'{trimmed}' divides, which is taken as exact division. Where the warehouse cuts quotients of whole numbers, say its SQL with --dialect.", at);
        }

        return new DbtExpression(tree, null);
    }

    /// <summary>The one meaning of a text in all the dialects that can read it; null where it has none, or several.</summary>
    private static SqlExpression? Agreed(string text)
    {
        var meanings = SqlDialects.All.Select(engine => SqlTranslator.ReadExpression(text, engine).Value).OfType<SqlExpression>().Distinct().ToList();
        return meanings is [var only] ? only : null;
    }

    /// <summary>The text by which a catalog knows a tree; a plain name needs no quotes there, even where it is a word of SQL.</summary>
    public static string? Text(SqlExpression tree) => tree is SqlColumn { Table: null, Name: var name } && SqlTextReader.IsPlainName(name) ? name : SqlPortableText.Of(tree);

    private static bool IsDoubtful(SqlBinary binary) =>
        binary.Operator == SqlBinaryOperator.Divide && !new[] { binary.Left, binary.Right }.Any(side => side.DescendantsAndSelf().Any(node => node is SqlNumber { Value.Scale: > 0 } or SqlCast { Type.Kind: SqlTypeKind.Decimal or SqlTypeKind.Double }));
}
