using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing;

/// <summary>Writes a portable tree in a dialect: first into the dialect's own constructs, then as text that says them one to one.</summary>
public static class SqlWriter
{
    /// <summary>The text with its parameters, or an issue for each thing that the dialect cannot say.</summary>
    public static Outcome<CompiledSql> Write(SqlQuery tree, SqlDialect dialect) => Write(tree, dialect, leavesParametersOpen: false);

    /// <summary>As a text alone, or as one whose lists of keys come later: parameters may have no values.</summary>
    public static Outcome<CompiledSql> WriteOpen(SqlQuery tree, SqlDialect dialect) => Write(tree, dialect, leavesParametersOpen: true);

    private static Outcome<CompiledSql> Write(SqlQuery tree, SqlDialect dialect, bool leavesParametersOpen)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(dialect);
        if (tree.Height() > SqlParser.MaximumHeight)
        {
            return Outcome<CompiledSql>.Failed(new Issue("sql_too_deep", $"This query chains more than {SqlParser.MaximumHeight} operators or nests too deeply."));
        }

        if (dialect.Lowering() is not { } lowering)
        {
            return Outcome<CompiledSql>.Failed(new Issue("sql_dialect_unwritten", $"Queries are not written in {dialect.Name} yet."));
        }

        lowering.LeavesParametersOpen = leavesParametersOpen;
        var native = lowering.Query(tree);
        if (!lowering.Issues.IsEmpty)
        {
            return Outcome<CompiledSql>.Failed(lowering.Issues);
        }

        return Outcome<CompiledSql>.Of(new CompiledSql(dialect, SqlPrinter.Print(native, dialect), Arguments(native), native));
    }

    internal static Seq<SqlArgument> Arguments(SqlQuery native) => SqlAnalysis.Parameters(native)
        .DistinctBy(parameter => parameter.Name, StringComparer.Ordinal)
        .Select(parameter => new SqlArgument(parameter.Name, parameter.Value ?? SqlNull.Instance))
        .ToSeq();
}
