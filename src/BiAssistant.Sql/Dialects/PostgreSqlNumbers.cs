using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing.Rewriting;

namespace BiAssistant.Sql.Dialects;

/// <summary>Whether a number may be a double in PostgreSQL.</summary>
internal sealed record PostgreSqlNumber(bool MayBeDouble);

/// <summary>
/// What may be a double becomes an exact number before it becomes whole, because halves of doubles go to the even number there and those of exact numbers away from zero, and before a remainder
/// is taken, because doubles have none. Whole parts and signs are doubles even of whole numbers.
/// </summary>
internal sealed class PostgreSqlNumbers : KnownColumns<PostgreSqlNumber>
{
    private static readonly SqlType Numeric = new(SqlTypeKind.Decimal);

    protected override PostgreSqlNumber Of(SqlExpression expression, Func<SqlExpression, PostgreSqlNumber?> known) => new(MayBeDouble(expression, known));

    protected override PostgreSqlNumber Either(PostgreSqlNumber left, PostgreSqlNumber right) => new(left.MayBeDouble || right.MayBeDouble);

    protected override SqlExpression Rewritten(SqlExpression expression, Func<SqlExpression, PostgreSqlNumber?> known) => expression switch
    {
        SqlCast { Type.Kind: SqlTypeKind.Integer or SqlTypeKind.BigInteger } cast => cast with { Operand = Exact(cast.Operand, known) },
        SqlBinary { Operator: SqlBinaryOperator.Modulo } remainder => remainder with { Left = Exact(remainder.Left, known), Right = Exact(remainder.Right, known) },
        SqlFunction { Name: "MOD" } remainder => remainder with { Arguments = remainder.Arguments.Select(argument => Exact(argument, known)).ToSeq() },
        _ => expression,
    };

    private static SqlExpression Exact(SqlExpression number, Func<SqlExpression, PostgreSqlNumber?> known) => MayBeDouble(number, known) ? new SqlCast(number, Numeric) : number;

    private static bool MayBeDouble(SqlExpression number, Func<SqlExpression, PostgreSqlNumber?> known) => number switch
    {
        SqlColumn or SqlScalarQuery => known(number)?.MayBeDouble == true,
        SqlCast cast => cast.Type.Kind == SqlTypeKind.Double,
        SqlAggregate { Name: "AVG" or "MEDIAN" or "PERCENTILE" or "STDDEV" or "VARIANCE" } or SqlFunction { Name: "SIGN" or "FLOOR" or "CEIL" or "ROUND" or "SQRT" or "LN" or "EXP" or "POWER" or "PERCENT_RANK" or "CUME_DIST" } => true,
        SqlAggregate { Name: "SUM" or "MIN" or "MAX" or "FIRST" or "LAST", Arguments: [var only] } => MayBeDouble(only, known),
        SqlWindow window => MayBeDouble(window.Function, known),
        SqlUnary { Operator: SqlUnaryOperator.Negate } negated => MayBeDouble(negated.Operand, known),
        SqlBinary { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract or SqlBinaryOperator.Multiply or SqlBinaryOperator.Divide or SqlBinaryOperator.Modulo } computed => MayBeDouble(computed.Left, known) || MayBeDouble(computed.Right, known),
        SqlFunction { Name: "COALESCE" or "GREATEST" or "LEAST" } among => among.Arguments.Any(argument => MayBeDouble(argument, known)),
        SqlFunction { Name: "NULLIF" or "ABS" or "LAG" or "LEAD" or "FIRST_VALUE" or "LAST_VALUE" or "NTH_VALUE", Arguments: [var first, ..] } => MayBeDouble(first, known),
        SqlCase choice => choice.Branches.Any(branch => MayBeDouble(branch.Result, known)) || (choice.Else is { } otherwise && MayBeDouble(otherwise, known)),
        _ => false,
    };
}
