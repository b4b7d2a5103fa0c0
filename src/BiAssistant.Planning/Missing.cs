using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>What becomes of an expression where the row that all its columns are taken from is not there.</summary>
internal static class Missing
{
    /// <summary>It is null then, for certain.</summary>
    public static bool MakesNull(SqlExpression expression) => expression switch
    {
        SqlColumn or SqlNull => true,
        SqlLiteral or SqlParameter => false,
        SqlBinary { Operator: SqlBinaryOperator.And or SqlBinaryOperator.Or } both => MakesNull(both.Left) && MakesNull(both.Right),
        SqlBinary binary => MakesNull(binary.Left) || MakesNull(binary.Right),
        SqlUnary unary => MakesNull(unary.Operand),
        SqlCast cast => MakesNull(cast.Operand),
        SqlLike like => MakesNull(like.Operand),
        SqlInList list => MakesNull(list.Operand),
        SqlBetween between => MakesNull(between.Operand),
        SqlDateTrunc truncation => MakesNull(truncation.Operand),
        SqlExtract extract => MakesNull(extract.Operand),
        SqlDateAdd add => MakesNull(add.Operand),
        SqlDateDiff difference => MakesNull(difference.From) || MakesNull(difference.To),
        SqlCase choice => choice.Branches.All(b => MakesNull(b.Result)) && (choice.Else is null || MakesNull(choice.Else)),
        SqlFunction { Name: "NULLIF" or "LOWER" or "UPPER" or "TRIM" or "SUBSTRING" or "REPLACE" or "LENGTH" or "ABS" or "ROUND" or "FLOOR" or "CEIL" } function => MakesNull(function.Arguments[0]),
        SqlFunction { Name: "COALESCE" or "GREATEST" or "LEAST" } function => function.Arguments.All(MakesNull),
        _ => false,
    };

    /// <summary>It does not hold then, for certain.</summary>
    public static bool Fails(SqlExpression condition) =>
        MakesNull(condition)
        || condition switch
        {
            SqlBinary { Operator: SqlBinaryOperator.And } both => Fails(both.Left) || Fails(both.Right),
            SqlBinary { Operator: SqlBinaryOperator.Or } either => Fails(either.Left) && Fails(either.Right),
            SqlIsNull { Negated: true } there => MakesNull(there.Operand),
            _ => false,
        }
        || SqlFolding.Fold(condition.Rewrite(e => e is SqlColumn ? SqlNull.Instance : (e as SqlParameter)?.Value)) is SqlNull or SqlBoolean { Value: false };
}
