using BiAssistant.Semantics.Binding;
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
        _ => SqlTypes.Infer(measure, column => fact is AggregateNode { Joins: var joins } ? TypeOf(joins, column) : SqlType.Unknown),
    };

    /// <summary>The declared type of a field that is just this column, or the type of what is gathered in it.</summary>
    private static SqlType TypeOf(JoinTree joins, SqlColumn column)
    {
        var step = joins.Steps.SelectMany(s => s.Flat).FirstOrDefault(s => s.Alias == column.Table);
        if (step?.Gathered is { } gathered)
        {
            return gathered.Keys.Concat(gathered.Aggregates).FirstOrDefault(c => c.Name == column.Name) is { } inner
                ? SqlTypes.Infer(inner.Expression, c => TypeOf(gathered.Joins, c))
                : SqlType.Unknown;
        }

        if (step?.Nested is not null)
        {
            return SqlType.Unknown;
        }

        var dataset = column.Table == joins.Alias ? joins.Root : step?.Dataset;
        return dataset?.Fields.FirstOrDefault(f => f.Expression is SqlColumn { Table: null, Name: var name } && name == column.Name)?.Type ?? SqlType.Unknown;
    }
}
