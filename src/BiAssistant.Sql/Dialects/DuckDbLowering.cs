using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Sql.Writing.Rewriting;

namespace BiAssistant.Sql.Dialects;

/// <summary>DuckDB: division of numbers is never integer division, dates have functions of their own.</summary>
internal sealed class DuckDbLowering(SqlDialect dialect) : SqlLowering(dialect)
{
    protected override bool CountsDistinctInWindows => true;

    protected override SqlQuery Rewritten(SqlQuery query) => new DuckDbNumbers().Rewrite(UnequalInExists.Rewrite(base.Rewritten(query)));

    protected override SqlExpression Divide(SqlExpression left, SqlExpression right) =>
        new SqlBinary(SqlBinaryOperator.Divide, Lower(left), NullIfZero(Lower(right)));

    /// <summary>A null takes on the type of whatever it meets here; said to be a decimal, it would cut the digits of its neighbours.</summary>
    protected override SqlExpression Cast(SqlCast cast) => cast.Operand is SqlNull ? SqlNull.Instance : cast.Type switch
    {
        { Kind: SqlTypeKind.Decimal, Precision: null } => base.Cast(cast with { Type = SqlType.Decimal(38, 9) }),
        { Kind: SqlTypeKind.Decimal, Scale: null } => base.Cast(cast with { Type = SqlType.Decimal(cast.Type.Precision ?? 38, 0) }),
        { Kind: SqlTypeKind.Decimal, Precision: > 38 } => Unsayable("A decimal of more than 38 digits"),
        _ => base.Cast(cast),
    };

    protected override SqlExpression Aggregate(SqlAggregate aggregate) => aggregate.Name switch
    {
        "PERCENTILE" => Percentile(aggregate) is { } fraction
            ? base.Aggregate(aggregate with { Name = "QUANTILE_CONT", Arguments = [Approximate(aggregate.Arguments[0]), fraction] })
            : SqlNull.Instance,
        "MEDIAN" => base.Aggregate(aggregate with { Arguments = [Approximate(aggregate.Arguments[0])] }),
        "STDDEV" => base.Aggregate(aggregate with { Name = "STDDEV_SAMP" }),
        "VARIANCE" => base.Aggregate(aggregate with { Name = "VAR_SAMP" }),
        "LAST" => base.Aggregate(Reversed(aggregate) with { Name = "FIRST" }),
        _ => base.Aggregate(aggregate),
    };

    /// <summary>Between two decimals DuckDB would round to their scale; as other engines, the middle is taken exactly.</summary>
    private static SqlCast Approximate(SqlExpression portable) => CastTo(portable, SqlType.Double);

    protected override SqlExpression DateTrunc(SqlDateTrunc truncation) => truncation.Unit switch
    {
        SqlTimeUnit.Day => CastTo(Lower(truncation.Operand), SqlType.Date),
        > SqlTimeUnit.Day => CastTo(truncation with { Operand = Lower(truncation.Operand) }, SqlType.Date),
        _ => truncation with { Operand = CastTo(Lower(truncation.Operand), SqlType.Timestamp) },
    };

    protected override SqlExpression DateAdd(SqlDateAdd add) => AddedInterval(add);

    /// <summary>DuckDB counts whole weeks between two days; between their Mondays that is the number of boundaries.</summary>
    protected override SqlExpression DateDiff(SqlDateDiff difference) => difference.Unit == SqlTimeUnit.Week
        ? new SqlDateDiff(SqlTimeUnit.Week, DateTrunc(new SqlDateTrunc(SqlTimeUnit.Week, difference.From)), DateTrunc(new SqlDateTrunc(SqlTimeUnit.Week, difference.To)))
        : (SqlExpression)Children(difference);

    protected override SqlExpression Extract(SqlExtract extract) => extract.Part == SqlDatePart.Epoch
        ? CastTo(Call("FLOOR", extract with { Operand = Lower(extract.Operand) }), SqlType.BigInteger)
        : extract with { Operand = Lower(extract.Operand) };
}
