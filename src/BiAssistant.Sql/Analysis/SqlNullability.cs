using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Analysis;

/// <summary>Whether an expression can be null, from its columns: true and false where it is certain, null where it is not known.</summary>
public static class SqlNullability
{
    public static bool? Of(SqlExpression expression, Func<SqlExpression, bool?> leaf) => expression switch
    {
        SqlNull => true,
        SqlLiteral or SqlNow or SqlIsNull or SqlIsDistinct or SqlExists or SqlAggregate { Name: "COUNT" or "COUNT_BIG" } => false,
        SqlParameter { Value: { } value } => value is SqlNull,
        SqlColumn or SqlScalarQuery => leaf(expression),
        SqlBinary { Operator: SqlBinaryOperator.Divide or SqlBinaryOperator.Modulo, Right: not SqlNumber { Value: not 0 } } => true,
        SqlCase { Else: null } => true,
        SqlCase choice => Any([.. choice.Branches.Select(branch => branch.Result), choice.Else], leaf),
        SqlFunction function => OfFunction(function, leaf),
        SqlWindow { Function: SqlFunction { Name: "ROW_NUMBER" or "RANK" or "DENSE_RANK" or "NTILE" or "PERCENT_RANK" or "CUME_DIST" } } => false,
        SqlWindow { Function: SqlAggregate { Name: "COUNT" or "COUNT_BIG" } } => false,
        SqlUnary or SqlBinary or SqlCast or SqlBetween or SqlInList or SqlLike or SqlDateTrunc or SqlDateAdd or SqlDateDiff or SqlExtract =>
            Any(SqlTree.Children(expression).Cast<SqlExpression>(), leaf),
        _ => null,
    };

    /// <summary>The nullability of a value that is one of two.</summary>
    public static bool? Either(bool? first, bool? second) => first == true || second == true ? true : first is null || second is null ? null : false;

    private static bool? OfFunction(SqlFunction function, Func<SqlExpression, bool?> leaf) => function.Name switch
    {
        "NULLIF" => true,
        "COALESCE" => function.Arguments.Any(argument => Of(argument, leaf) == false) ? false : Any(function.Arguments, leaf),
        "LOWER" or "UPPER" or "TRIM" or "LTRIM" or "RTRIM" or "SUBSTRING" or "POSITION" or "REPLACE" or "LENGTH" or "LEFT" or "RIGHT"
            or "ABS" or "ROUND" or "FLOOR" or "CEIL" or "SIGN" or "EXP" => Any(function.Arguments, leaf),
        _ => null,
    };

    private static bool? Any(IEnumerable<SqlExpression> parts, Func<SqlExpression, bool?> leaf) =>
        parts.Aggregate((bool?)false, (known, part) => Either(known, Of(part, leaf)));
}
