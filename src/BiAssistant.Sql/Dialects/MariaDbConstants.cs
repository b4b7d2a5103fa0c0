using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing.Rewriting;

namespace BiAssistant.Sql.Dialects;

/// <summary>Whether a column holds one and the same value, wherever it has a row.</summary>
internal sealed record MariaDbConstant(bool IsConstant);

/// <summary>
/// Of a row that an outer join did not find, MariaDB 10.11 compares a constant column with the rows of a query as if the row were there: <c>q.c IN (SELECT …)</c> over
/// <c>LEFT JOIN (SELECT 'a' AS c …) AS q</c>. What is computed from the column is null, as it should be. Within a query that WHERE or HAVING asks, the row is there whatever is computed.
/// </summary>
/// <param name="unsayable">Called with what cannot be said, and what can be said instead.</param>
internal sealed class MariaDbConstants(Action<string, string?> unsayable) : KnownColumns<MariaDbConstant>
{
    protected override MariaDbConstant Of(SqlExpression expression, Func<SqlExpression, MariaDbConstant?> known) => new(expression is SqlColumn
        ? known(expression)?.IsConstant == true
        : !expression.DescendantsAndSelf().Any(part => part is SqlColumn or SqlAggregate or SqlWindow or SqlQuery));

    protected override MariaDbConstant Either(MariaDbConstant left, MariaDbConstant right) => new(false);

    protected override SqlExpression Rewritten(SqlExpression expression, Func<SqlExpression, MariaDbConstant?> known) => expression switch
    {
        SqlInQuery within => within with { Operand = Computed(within.Operand, known) },
        SqlQuantified quantified => quantified with { Operand = Computed(quantified.Operand, known) },
        _ => expression,
    };

    protected override SqlSelect Rewritten(SqlSelect select, Func<SqlExpression, MariaDbConstant?> known)
    {
        var missing = Missing(select.From).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var within = new[] { select.Where, select.Having }.OfType<SqlExpression>().SelectMany(condition => condition.DescendantsAndSelf()).OfType<SqlQuery>();
        if (missing.Count > 0 && within.SelectMany(query => SqlAnalysis.Columns(query)).Any(column => (column.Table is null || missing.Contains(column.Table)) && known(column)?.IsConstant == true))
        {
            unsayable("A constant of rows that may be missing, read in a query within a condition,", "compare it outside of that query.");
        }

        return select;
    }

    /// <summary>The relations of which an outer join may find no row.</summary>
    private static IEnumerable<string> Missing(SqlRelation? relation) => relation is not SqlJoin join ? [] :
    [
        .. Missing(join.Left), .. Missing(join.Right),
        .. join.Kind is SqlJoinKind.Left or SqlJoinKind.Full ? SelectRewriting.Aliases(join.Right) : [],
        .. join.Kind is SqlJoinKind.Right or SqlJoinKind.Full ? SelectRewriting.Aliases(join.Left) : [],
    ];

    private static SqlExpression Computed(SqlExpression operand, Func<SqlExpression, MariaDbConstant?> known) =>
        operand is SqlColumn && known(operand)?.IsConstant == true ? new SqlFunction("COALESCE", [operand]) : operand;
}
