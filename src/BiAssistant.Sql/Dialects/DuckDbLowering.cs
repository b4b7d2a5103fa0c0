using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Sql.Writing.Rewriting;

namespace BiAssistant.Sql.Dialects;

/// <summary>DuckDB: division of numbers is never integer division, dates have functions of their own.</summary>
internal sealed class DuckDbLowering(SqlDialect dialect) : SqlLowering(dialect)
{
    protected override bool CountsDistinctInWindows => true;

    protected override SqlQuery Rewritten(SqlQuery query) => UnequalInExists.Rewrite(base.Rewritten(query));

    protected override SqlExpression Divide(SqlExpression left, SqlExpression right) =>
        new SqlBinary(SqlBinaryOperator.Divide, Lower(left), NullIfZero(Lower(right)));

    /// <summary>
    /// A null takes on the type of whatever it meets here; said to be a decimal, it would cut the digits of its neighbours. Halves of doubles go to the even number when they become
    /// whole, unless they are rounded before.
    /// </summary>
    protected override SqlExpression Cast(SqlCast cast) => cast.Operand is SqlNull ? SqlNull.Instance : cast.Type switch
    {
        { Kind: SqlTypeKind.Integer or SqlTypeKind.BigInteger } when cast.Operand is not SqlFunction { Name: "ROUND", Arguments: [_] } && TypeOf(cast.Operand).Kind is SqlTypeKind.Decimal or SqlTypeKind.Double =>
            CastTo(Call("ROUND", Lower(cast.Operand)), cast.Type),
        { Kind: SqlTypeKind.Decimal, Precision: null } => base.Cast(cast with { Type = SqlType.Decimal(38, 9) }),
        { Kind: SqlTypeKind.Decimal, Scale: null } => base.Cast(cast with { Type = SqlType.Decimal(cast.Type.Precision ?? 38, 0) }),
        { Kind: SqlTypeKind.Decimal, Precision: > 38 } => Unsayable("A decimal of more than 38 digits"),
        _ => base.Cast(cast),
    };

    /// <summary>What stands in for a missing row is cut to the type of the value here, as 2.5 would be beside whole numbers: the value takes on the type of both.</summary>
    protected override SqlExpression Function(SqlFunction function) => function switch
    {
        { Name: "LAG" or "LEAD", Arguments: [var value, var distance, var instead] } when TypeOf(instead).Kind is SqlTypeKind.Decimal or SqlTypeKind.Double or SqlTypeKind.Unknown =>
            base.Function(function with { Arguments = [new SqlCase(null, [new SqlWhen(new SqlBoolean(true), value)], instead), distance, instead] }),
        { Name: "COALESCE" or "GREATEST" or "LEAST" } => base.Function(function with { Arguments = Widened(function.Arguments) }),
        _ => base.Function(function),
    };

    protected override SqlExpression Case(SqlCase choice)
    {
        Seq<SqlExpression> results = [.. choice.Branches.Select(branch => branch.Result), .. choice.Else is null ? Seq<SqlExpression>.Empty : [choice.Else]];
        var widened = Widened(results);
        return base.Case(choice with
        {
            Branches = choice.Branches.Select((branch, at) => branch with { Result = widened[at] }).ToSeq(),
            Else = choice.Else is null ? null : widened[^1],
        });
    }

    /// <summary>A sum of decimals has all 38 digits, so that beside it a constant of a finer scale would be rounded to the sum's: a zero of that scale makes the sum as fine.</summary>
    private static Seq<SqlExpression> Widened(Seq<SqlExpression> values)
    {
        var finest = values.OfType<SqlNumber>().Select(number => (int)number.Value.Scale).DefaultIfEmpty().Max();
        var zero = new SqlNumber(new decimal(0, 0, 0, isNegative: false, (byte)finest));
        return finest == 0
            ? values
            : values.Select(value => IsSum(value) && value is not SqlBinary { Operator: SqlBinaryOperator.Add, Right: SqlNumber { Value: 0 } } ? new SqlBinary(SqlBinaryOperator.Add, value, zero) : value).ToSeq();
    }

    private static bool IsSum(SqlExpression value) => value.DescendantsAndSelf().Any(node => node is SqlAggregate { Name: "SUM" });

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
