using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>The value of a measure in rows of facts that lack it.</summary>
internal static class MissingMeasure
{
    /// <summary>
    /// A null with the measure's type. Engines type a union two branches at a time, and two bare nulls make a text that no number fits: from three facts on, a null must
    /// say what it is. Numbers are said to be whole ones, because any exact or approximate number that meets them keeps its own type. Bare where nothing is known.
    /// </summary>
    public static SqlExpression Of(PlanNode fact, SqlExpression measure) => TypeOf(fact, measure) switch
    {
        { Kind: SqlTypeKind.Unknown } => SqlNull.Instance,
        { IsNumeric: true } => new SqlCast(SqlNull.Instance, SqlType.BigInteger),
        var type => new SqlCast(SqlNull.Instance, type),
    };

    private static SqlType TypeOf(PlanNode fact, SqlExpression measure) => measure switch
    {
        SqlAggregate { Name: "SUM" or "COUNT" or "AVG" or "MEDIAN" or "PERCENTILE" or "STDDEV" or "VARIANCE" } => SqlType.BigInteger,
        _ when fact is AggregateNode { Joins: var joins } => JoinedTypes.Of(measure, joins),
        _ when fact is BucketNode { Rows: var rows } => SqlTypes.Infer(measure, column => rows.Aggregates.FirstOrDefault(a => a.Name == column.Name) is { } part ? TypeOf(rows, part.Expression) : SqlType.Unknown),
        _ => SqlTypes.Infer(measure, _ => SqlType.Unknown),
    };
}
