using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing;

/// <summary>Conditions as values and values as conditions, for engines that keep the two apart; a truth value is 1, 0 or null there.</summary>
internal static class SqlTruth
{
    /// <summary>Whether the expression is true, false or null by its form.</summary>
    public static bool IsCondition(SqlExpression expression) => expression switch
    {
        SqlBoolean or SqlBetween or SqlInList or SqlInQuery or SqlExists or SqlQuantified or SqlLike or SqlIsNull or SqlIsDistinct => true,
        SqlUnary unary => unary.Operator == SqlUnaryOperator.Not,
        SqlBinary binary => binary.Operator <= SqlBinaryOperator.GreaterOrEqual,
        _ => false,
    };

    public static SqlExpression AsValue(SqlExpression condition, Func<SqlExpression, SqlExpression> lower) => condition switch
    {
        SqlBoolean truth => new SqlNumber(truth.Value ? 1 : 0),
        SqlIsNull or SqlExists or SqlIsDistinct => new SqlCase(null, [new SqlWhen(lower(condition), new SqlNumber(1))], new SqlNumber(0)),
        _ => new SqlCase(null, [new SqlWhen(lower(condition), new SqlNumber(1)), new SqlWhen(lower(new SqlUnary(SqlUnaryOperator.Not, condition)), new SqlNumber(0))], null),
    };

    public static SqlExpression OfValue(SqlExpression value, Func<SqlExpression, SqlExpression> lower) => value is SqlBoolean truth
        ? new SqlBinary(SqlBinaryOperator.Equal, new SqlNumber(1), new SqlNumber(truth.Value ? 1 : 0))
        : new SqlBinary(SqlBinaryOperator.Equal, lower(value), new SqlNumber(1));
}
