using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>Whether a value of SQL Server's own SQL is seen to keep fractions, so that dividing it by a whole number does so too.</summary>
internal static class TSqlFractions
{
    public static bool Has(SqlExpression native) => native switch
    {
        SqlNumber number => number.Value.Scale > 0,
        SqlCast cast => cast.Type.Kind is SqlTypeKind.Double || cast.Type is { Kind: SqlTypeKind.Decimal, Scale: > 0 },
        SqlUnary unary => Has(unary.Operand),
        SqlBinary { Operator: >= SqlBinaryOperator.Add } binary => Has(binary.Left) || Has(binary.Right),
        SqlFunction { Name: "SQRT" or "LOG" or "EXP" } => true,
        SqlFunction { Name: "NULLIF" or "ISNULL" or "ABS" or "ROUND" or "FLOOR" or "CEILING" or "POWER", Arguments: [var first, ..] } => Has(first),
        SqlFunction { Name: "COALESCE" or "IIF" } choice => choice.Arguments.Any(Has),
        SqlAggregate { Name: "STDEV" or "VAR" } => true,
        SqlAggregate { Name: "SUM" or "AVG" or "MIN" or "MAX", Arguments: [var aggregated] } => Has(aggregated),
        SqlWindow window => Has(window.Function),
        SqlCase choice => choice.Branches.Any(branch => Has(branch.Result)) || (choice.Else is { } otherwise && Has(otherwise)),
        _ => false,
    };
}
