using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing.Rewriting;

/// <summary>
/// DuckDB loses rows where an EXISTS compares for inequality beside equality and an order of plain columns: (k = o.k AND t >= o.t AND id &lt;&gt; o.id) finds nothing. Said as less or
/// greater it finds what it should; a negated equality and IS DISTINCT FROM fail like the inequality.
/// </summary>
internal static class UnequalInExists
{
    public static SqlQuery Rewrite(SqlQuery query) => query.Rewrite(e => e is SqlExists exists ? exists with { Query = Rewrite(exists.Query).Rewrite(Either) } : null);

    private static SqlBinary? Either(SqlExpression condition) => condition switch
    {
        SqlBinary { Operator: SqlBinaryOperator.NotEqual } unequal when IsOfColumns(unequal.Left, unequal.Right) => Either(unequal.Left, unequal.Right),
        SqlUnary { Operator: SqlUnaryOperator.Not, Operand: SqlBinary { Operator: SqlBinaryOperator.Equal } equal } when IsOfColumns(equal.Left, equal.Right) => Either(equal.Left, equal.Right),
        SqlIsDistinct { Negated: false } distinct when IsOfColumns(distinct.Left, distinct.Right) => Or(Or(Either(distinct.Left, distinct.Right), OnlyLeft(distinct.Left, distinct.Right)), OnlyLeft(distinct.Right, distinct.Left)),
        _ => null,
    };

    private static bool IsOfColumns(SqlExpression left, SqlExpression right) => left is not (SqlLiteral or SqlParameter) && right is not (SqlLiteral or SqlParameter);

    private static SqlBinary Either(SqlExpression left, SqlExpression right) => Or(new SqlBinary(SqlBinaryOperator.Less, left, right), new SqlBinary(SqlBinaryOperator.Greater, left, right));

    private static SqlBinary OnlyLeft(SqlExpression there, SqlExpression missing) => new(SqlBinaryOperator.And, new SqlIsNull(there, Negated: true), new SqlIsNull(missing));

    private static SqlBinary Or(SqlExpression one, SqlExpression other) => new(SqlBinaryOperator.Or, one, other);
}
