using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing.Rewriting;

namespace BiAssistant.Sql.Dialects;

/// <summary>Whether a column holds one and the same value, wherever it has a row.</summary>
internal sealed record MariaDbConstant(bool IsConstant);

/// <summary>
/// Of a row that an outer join did not find, MariaDB 10.11 compares a constant column with the rows of a query as if the row were there: <c>q.c IN (SELECT …)</c> over
/// <c>LEFT JOIN (SELECT 'a' AS c …) AS q</c>. What is computed from the column is null, as it should be.
/// </summary>
internal sealed class MariaDbConstants : KnownColumns<MariaDbConstant>
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

    private static SqlExpression Computed(SqlExpression operand, Func<SqlExpression, MariaDbConstant?> known) =>
        operand is SqlColumn && known(operand)?.IsConstant == true ? new SqlFunction("COALESCE", [operand]) : operand;
}
