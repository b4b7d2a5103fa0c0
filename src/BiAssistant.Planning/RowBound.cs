using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>A condition that a row's time has come to an instant, or lies before one.</summary>
internal sealed record RowBound(SqlExpression Instant, bool IsFrom, DateTime At)
{
    public static RowBound? Of(SqlExpression condition) =>
        condition is SqlBinary { Operator: (SqlBinaryOperator.GreaterOrEqual or SqlBinaryOperator.Less) and var comparison, Left: var instant, Right: SqlParameter { Value: { } edge } } && InstantOf(edge) is { } at
            ? new RowBound(instant, comparison == SqlBinaryOperator.GreaterOrEqual, at)
            : null;

    /// <summary>The instant of a day or a moment; null of anything else.</summary>
    public static DateTime? InstantOf(SqlLiteral edge) => edge switch
    {
        SqlDate { Value: var day } => day.ToDateTime(TimeOnly.MinValue),
        SqlTimestamp { Value: var instant } => instant,
        _ => null,
    };
}
