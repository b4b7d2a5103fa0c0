using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>The value of a measure in rows of facts that lack it.</summary>
internal static class MissingMeasure
{
    /// <summary>
    /// A null with the measure's type. Engines type a union two branches at a time, and two bare nulls make a text that no number fits: from three facts on, a null must
    /// say what it is. Numbers are said to be whole ones, because any exact or approximate number that meets them keeps its own type. Where the catalog does not say, the
    /// null is taken from the fact's own column, of which the engine knows; the embedded engine of a merge needs no such help.
    /// </summary>
    /// <param name="fact">The fact that has the measure.</param>
    /// <param name="step">The name of its rows.</param>
    /// <param name="measure">The measure's column in them.</param>
    public static SqlExpression Of(PlanNode fact, string step, string measure) => TypeOf(fact, measure) switch
    {
        { Kind: SqlTypeKind.Unknown } when fact is FragmentNode => SqlNull.Instance,
        { Kind: SqlTypeKind.Unknown } => NoRow(step, measure),
        { IsNumeric: true } => new SqlCast(SqlNull.Instance, SqlType.BigInteger),
        var type => new SqlCast(SqlNull.Instance, type),
    };

    private static SqlScalarQuery NoRow(string step, string measure) => new(new SqlSelect([new SqlSelectItem(new SqlColumn(null, measure))], new SqlTable([step]))
    {
        Where = new SqlBinary(SqlBinaryOperator.Equal, new SqlNumber(1), new SqlNumber(0)),
    });

    private static SqlType TypeOf(PlanNode fact, string measure) => fact switch
    {
        AggregateNode rows => Computed(rows.Aggregates, measure, call => JoinedTypes.Of(call, rows.Joins)),
        BucketNode bucket => Computed(bucket.Aggregates, measure, Over(bucket.Rows)),
        RegroupNode regroup => Computed(regroup.Aggregates, measure, Over(regroup.Input)),
        ExtendNode extend when extend.Columns.Any(c => c.Name == measure) => Computed(extend.Columns, measure, Over(extend.Input)),
        ExtendNode or FilterNode or LookupNode => TypeOf(fact.Sources[0], measure),
        _ => SqlType.Unknown,
    };

    private static Func<SqlExpression, SqlType> Over(PlanNode rows) => expression => SqlTypes.Infer(expression, column => TypeOf(rows, column.Name));

    private static SqlType Computed(Seq<PlanColumn> columns, string name, Func<SqlExpression, SqlType> infer) => columns.FirstOrDefault(c => c.Name == name)?.Expression switch
    {
        null => SqlType.Unknown,
        SqlAggregate { Name: "SUM" or "COUNT" or "AVG" or "MEDIAN" or "PERCENTILE" or "STDDEV" or "VARIANCE" } => SqlType.BigInteger,
        var expression => infer(expression),
    };
}
