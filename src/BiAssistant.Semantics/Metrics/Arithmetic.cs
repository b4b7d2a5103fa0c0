using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>Laws of arithmetic over the parts of a metric.</summary>
internal static class Arithmetic
{
    /// <summary>Parts add up to the whole: sums and differences of additive parts, and multiples of them.</summary>
    public static bool IsAdditive(SqlExpression expression, Func<SqlColumn, bool> isAdditive) => expression switch
    {
        SqlColumn column => isAdditive(column),
        SqlUnary { Operator: SqlUnaryOperator.Negate } negated => IsAdditive(negated.Operand, isAdditive),
        SqlBinary { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract } sum => IsAdditive(sum.Left, isAdditive) && IsAdditive(sum.Right, isAdditive),
        SqlBinary { Operator: SqlBinaryOperator.Multiply, Left: SqlNumber } multiple => IsAdditive(multiple.Right, isAdditive),
        SqlBinary { Operator: SqlBinaryOperator.Multiply or SqlBinaryOperator.Divide, Right: SqlNumber } multiple => IsAdditive(multiple.Left, isAdditive),
        SqlFunction { Name: "COALESCE", Arguments: [var first, SqlNumber { Value: 0 }] } => IsAdditive(first, isAdditive),
        _ => false,
    };

    /// <summary>Zero where every part is: sums, differences and products of counts, and multiples of them; nothing divides, nothing is added that is no count.</summary>
    public static bool IsZeroOfNone(SqlExpression expression, Func<SqlColumn, bool> isCount) => expression switch
    {
        SqlColumn column => isCount(column),
        SqlUnary { Operator: SqlUnaryOperator.Negate } negated => IsZeroOfNone(negated.Operand, isCount),
        SqlBinary { Operator: SqlBinaryOperator.Multiply, Left: SqlNumber } multiple => IsZeroOfNone(multiple.Right, isCount),
        SqlBinary { Operator: SqlBinaryOperator.Multiply, Right: SqlNumber } multiple => IsZeroOfNone(multiple.Left, isCount),
        SqlBinary { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract or SqlBinaryOperator.Multiply } both => IsZeroOfNone(both.Left, isCount) && IsZeroOfNone(both.Right, isCount),
        _ => false,
    };

    /// <summary>
    /// The expression with each part that is zero when missing made zero where it is added or subtracted: <c>a - b</c> becomes
    /// <c>COALESCE(a, 0) - COALESCE(b, 0)</c>; a denominator stays missing.
    /// </summary>
    public static SqlExpression WithZeros(SqlExpression expression, Func<SqlColumn, bool> isZeroWhenMissing) => expression switch
    {
        SqlBinary { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract } sum =>
            sum with { Left = Term(sum.Left, isZeroWhenMissing), Right = Term(sum.Right, isZeroWhenMissing) },
        SqlBinary binary => binary with { Left = WithZeros(binary.Left, isZeroWhenMissing), Right = WithZeros(binary.Right, isZeroWhenMissing) },
        SqlUnary unary => unary with { Operand = WithZeros(unary.Operand, isZeroWhenMissing) },
        SqlFunction function => function with { Arguments = function.Arguments.Select(a => WithZeros(a, isZeroWhenMissing)).ToSeq() },
        SqlCase choice => choice with
        {
            Branches = choice.Branches.Select(b => b with { Result = WithZeros(b.Result, isZeroWhenMissing) }).ToSeq(),
            Else = choice.Else is null ? null : WithZeros(choice.Else, isZeroWhenMissing),
        },
        _ => expression,
    };

    public static SqlExpression OrZero(SqlExpression value) => new SqlFunction("COALESCE", [value, new SqlNumber(0)]);

    /// <summary>What is added or subtracted: a part, or a multiple of one.</summary>
    private static SqlExpression Term(SqlExpression term, Func<SqlColumn, bool> isZeroWhenMissing) => term switch
    {
        SqlColumn column when isZeroWhenMissing(column) => OrZero(column),
        SqlUnary { Operator: SqlUnaryOperator.Negate } negated => negated with { Operand = Term(negated.Operand, isZeroWhenMissing) },
        SqlBinary { Operator: SqlBinaryOperator.Multiply, Left: SqlNumber } multiple => multiple with { Right = Term(multiple.Right, isZeroWhenMissing) },
        SqlBinary { Operator: SqlBinaryOperator.Multiply or SqlBinaryOperator.Divide, Right: SqlNumber } multiple => multiple with { Left = Term(multiple.Left, isZeroWhenMissing) },
        _ => WithZeros(term, isZeroWhenMissing),
    };
}
