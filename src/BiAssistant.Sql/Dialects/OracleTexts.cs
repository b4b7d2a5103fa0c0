using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>Where a portable value can be the empty text, which Oracle does not tell from null: in what texts are cut to, never in a column.</summary>
internal static class OracleTexts
{
    public static readonly SqlText Empty = new("");

    public static bool IsEmpty(SqlExpression portable) => portable is SqlText { Value: "" } or SqlParameter { Value: SqlText { Value: "" } };

    public static bool MayBeEmpty(SqlExpression portable) => portable switch
    {
        SqlText or SqlParameter => IsEmpty(portable),
        SqlBinary { Operator: SqlBinaryOperator.Concat } joined => MayBeEmpty(joined.Left) && MayBeEmpty(joined.Right),
        SqlCast { Type.Kind: SqlTypeKind.Text } cast => MayBeEmpty(cast.Operand),
        SqlCase choice => choice.Branches.Any(branch => MayBeEmpty(branch.Result)) || (choice.Else is not null && MayBeEmpty(choice.Else)),
        SqlFunction function => OfFunction(function),
        SqlAggregate { Name: "MIN" or "MAX" or "FIRST" or "LAST" } aggregate => MayBeEmpty(aggregate.Arguments[0]),
        SqlWindow window => MayBeEmpty(window.Function),
        SqlScalarQuery { Query: SqlSelect { Items: [var only] } } => MayBeEmpty(only.Expression),
        _ => false,
    };

    private static bool OfFunction(SqlFunction function) => function.Name switch
    {
        "NULLIF" => !IsEmpty(function.Arguments[1]) && MayBeEmpty(function.Arguments[0]),
        "TRIM" or "LTRIM" or "RTRIM" => true,
        "REPLACE" => function.Arguments[2] is not SqlText { Value.Length: > 0 } || MayBeEmpty(function.Arguments[0]),
        "SUBSTRING" => function.Arguments is not ([_, SqlNumber { Value: 1 }] or [_, SqlNumber { Value: 1 }, SqlNumber]) || MayBeEmpty(function.Arguments[0]),
        "LOWER" or "UPPER" or "LEFT" or "RIGHT" or "FIRST_VALUE" or "LAST_VALUE" or "NTH_VALUE" => MayBeEmpty(function.Arguments[0]),
        "COALESCE" or "GREATEST" or "LEAST" or "LAG" or "LEAD" => function.Arguments.Any(MayBeEmpty),
        _ => false,
    };

    /// <summary>What must not be null for a text to be there, empty or not.</summary>
    public static IEnumerable<SqlExpression> Needed(SqlExpression portable) => portable switch
    {
        _ when IsNeverNull(portable) => [],
        SqlFunction { Name: "LOWER" or "UPPER" or "TRIM" or "LTRIM" or "RTRIM" or "REPLACE" or "SUBSTRING" or "LEFT" or "RIGHT" } function =>
            function.Arguments.SelectMany(Needed).Distinct(),
        SqlBinary { Operator: SqlBinaryOperator.Concat } joined => Needed(joined.Left).Concat(Needed(joined.Right)).Distinct(),
        SqlCast cast when cast.Type.Kind == SqlTypeKind.Text || !MayBeEmpty(cast.Operand) => Needed(cast.Operand),
        SqlDateTrunc truncation => Needed(truncation.Operand),
        _ => [portable],
    };

    public static bool IsNeverNull(SqlExpression portable) => SqlNullability.Of(portable, _ => null) == false;

    /// <summary>The condition that all are there; null where nothing is needed.</summary>
    public static SqlExpression? AllThere(IEnumerable<SqlExpression> needed) => needed
        .Select(SqlExpression (operand) => new SqlIsNull(operand, Negated: true))
        .Aggregate((SqlExpression?)null, (all, next) => all is null ? next : new SqlBinary(SqlBinaryOperator.And, all, next));

    /// <summary>The operands of a chain of || in order.</summary>
    public static IReadOnlyList<SqlExpression> Parts(SqlExpression joined)
    {
        var parts = new List<SqlExpression>();
        var pending = new Stack<SqlExpression>([joined]);
        while (pending.TryPop(out var next))
        {
            if (next is SqlBinary { Operator: SqlBinaryOperator.Concat } inner)
            {
                pending.Push(inner.Right);
                pending.Push(inner.Left);
            }
            else
            {
                parts.Add(next);
            }
        }

        return parts;
    }

    public static SqlExpression Joined(IEnumerable<SqlExpression> parts) => parts.Aggregate((left, right) => new SqlBinary(SqlBinaryOperator.Concat, left, right));
}
