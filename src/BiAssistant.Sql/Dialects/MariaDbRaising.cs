using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>MariaDB's additions to MySQL's functions.</summary>
internal sealed class MariaDbRaising(SqlDialect dialect) : MySqlRaising(dialect)
{
    protected override SqlNode Node(SqlNode node) => base.Node(node is SqlIsNull { Operand: SqlBinary { Operator: SqlBinaryOperator.Add, Left: SqlAggregate { Name: "STDDEV_SAMP" or "VAR_SAMP" } spread, Right: SqlNumber { Value: 0 } } } isNull
        ? isNull with { Operand = spread }
        : node);

    protected override SqlExpression Function(SqlFunction function)
    {
        switch (function)
        {
            case { Name: "NULLIF", Arguments: [SqlQuantified quantified, SqlNumber { Value: 2 }] }:
                return Raise(quantified);
            case { Name: "NVL", Arguments.Count: 2 }:
                return new SqlFunction("COALESCE", Raised(function.Arguments));
            case { Name: "NVL2", Arguments: [var tested, var then, var otherwise] }:
                return Choice(new SqlIsNull(Raise(tested), Negated: true), Raise(then), Raise(otherwise));
            case { Name: "ADD_MONTHS", Arguments: [var day, var months] }:
                return new SqlDateAdd(SqlTimeUnit.Month, Raise(months), Raise(day));
            default:
                return base.Function(function);
        }
    }

    /// <summary>What is spread is approximate anyway.</summary>
    protected override SqlExpression Aggregate(SqlAggregate aggregate) => base.Aggregate(
        aggregate is { Name: "STDDEV_SAMP" or "VAR_SAMP", Arguments: [SqlCast { Type.Kind: SqlTypeKind.Double } approximate] } ? aggregate with { Arguments = [approximate.Operand] } : aggregate);

    protected override SqlExpression Cast(SqlCast cast) => cast switch
    {
        { Type.Kind: SqlTypeKind.Double, Operand: SqlFunction { Name: "FLOOR" or "CEIL" } } when Raise(cast.Operand) is SqlFunction whole && TypeOf(whole).Kind == SqlTypeKind.Double => whole,
        { Type.Kind: SqlTypeKind.Double, Operand: SqlWindow { Function: SqlFunction { Name: "PERCENT_RANK" or "CUME_DIST" } } rank } => Raise(rank),
        _ => base.Cast(cast),
    };
}
