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

    /// <summary>
    /// A sum of decimals has all 38 digits, so that beside it what has a finer scale would be rounded to the sum's: a zero of that scale makes the sum as fine. Of a constant the scale is seen;
    /// a column's is that of nothing of it.
    /// </summary>
    private static Seq<SqlExpression> Widened(Seq<SqlExpression> values)
    {
        var finest = values.Select(Constant).OfType<SqlNumber>().Select(number => (int)number.Value.Scale).DefaultIfEmpty().Max();
        Seq<SqlExpression> constant = finest == 0 ? [] : [new SqlNumber(new decimal(0, 0, 0, isNegative: false, (byte)finest))];
        var numbers = values.Where(value => Constant(value) is null).Select(Bare).Distinct().ToSeq();
        var meet = numbers.Count > 1 && numbers.Any(IsExactSum) && !numbers.Any(IsApproximate);
        return values.Select(value => Constant(value) is not null ? value : Plus(value, [.. meet ? numbers.Where(other => other != Bare(value)).Select(Nothing) : [], .. IsSum(Bare(value)) ? constant : []])).ToSeq();
    }

    private static SqlExpression Plus(SqlExpression value, Seq<SqlExpression> zeros) =>
        zeros.IsEmpty ? value : zeros.Aggregate(Bare(value), (sum, zero) => new SqlBinary(SqlBinaryOperator.Add, sum, zero));

    /// <summary>A value without such zeros.</summary>
    private static SqlExpression Bare(SqlExpression value) => value is SqlBinary { Operator: SqlBinaryOperator.Add } sum && IsZero(sum.Right) ? Bare(sum.Left) : value;

    private static bool IsZero(SqlExpression value) =>
        value is SqlNumber { Value: 0 } || (value is SqlBinary { Left: SqlFunction { Name: "COALESCE", Arguments: [var number, _] } } && value == Nothing(number));

    private static SqlExpression Nothing(SqlExpression number) => new SqlBinary(SqlBinaryOperator.Multiply, new SqlFunction("COALESCE", [number, Whole(0)]), Whole(0));

    private static SqlLiteral? Constant(SqlExpression value) => value as SqlLiteral ?? (value is SqlParameter parameter ? parameter.Value ?? SqlNull.Instance : null);

    /// <summary>A sum, or what is computed with one and is as exact.</summary>
    private static bool IsExactSum(SqlExpression value) => value switch
    {
        SqlAggregate { Name: "SUM" } => true,
        SqlWindow window => IsExactSum(window.Function),
        SqlUnary { Operator: SqlUnaryOperator.Negate } negated => IsExactSum(negated.Operand),
        SqlBinary { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract or SqlBinaryOperator.Multiply } computed => IsExactSum(computed.Left) || IsExactSum(computed.Right),
        SqlFunction { Name: "COALESCE" or "NULLIF" or "ABS" or "GREATEST" or "LEAST" } among => among.Arguments.Any(IsExactSum),
        SqlCase choice => choice.Branches.Any(branch => IsExactSum(branch.Result)) || (choice.Else is { } otherwise && IsExactSum(otherwise)),
        _ => false,
    };

    private static bool IsApproximate(SqlExpression value) =>
        TypeOf(value).Kind == SqlTypeKind.Double || value.DescendantsAndSelf().Any(node => node is SqlBinary { Operator: SqlBinaryOperator.Divide } or SqlAggregate { Name: "AVG" });

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
