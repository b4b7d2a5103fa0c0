using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>PostgreSQL: exact division is division of numerics; differences of dates are built from parts.</summary>
internal sealed class PostgreSqlLowering(SqlDialect dialect) : SqlLowering(dialect)
{
    private static readonly SqlType Numeric = new(SqlTypeKind.Decimal);

    protected override SqlQuery Rewritten(SqlQuery query) => new PostgreSqlNumbers().Rewrite(base.Rewritten(query));

    protected override SqlExpression Divide(SqlExpression left, SqlExpression right)
    {
        var isExact = TypeOf(left).Kind is SqlTypeKind.Decimal or SqlTypeKind.Double || TypeOf(right).Kind is SqlTypeKind.Decimal or SqlTypeKind.Double;
        return new SqlBinary(SqlBinaryOperator.Divide, isExact ? Lower(left) : CastTo(Lower(left), Numeric), NullIfZero(Lower(right)));
    }

    protected override SqlExpression Modulo(SqlExpression left, SqlExpression right) => base.Modulo(left, NullIfZero(right));

    private static bool GivesDouble(SqlNode native) => native is SqlFunction { Name: "SIGN" or "FLOOR" or "CEIL" or "ROUND" or "SQRT" or "LN" or "EXP" or "POWER" }
        or SqlAggregate { Name: "PERCENTILE_CONT" or "STDDEV_SAMP" or "VAR_SAMP" or "AVG" } or SqlCast { Type.Kind: SqlTypeKind.Double };

    /// <summary>A filter cannot hold an aggregate here, not even where rows are groups.</summary>
    protected override SqlExpression Window(SqlWindow window) =>
        base.Window(window.Function is SqlAggregate { Filter: { } filter } aggregate && SqlAnalysis.IsAggregate(filter) ? window with { Function = Unfiltered(aggregate) } : window);

    protected override SqlExpression Cast(SqlCast cast) => cast.Type switch
    {
        { Kind: SqlTypeKind.Decimal, Precision: { } precision, Scale: null } => base.Cast(cast with { Type = SqlType.Decimal(precision, 0) }),
        _ => base.Cast(cast),
    };

    /// <summary>A backslash escapes in patterns here, unless it is said that nothing does.</summary>
    protected override SqlExpression Like(SqlLike like)
    {
        var pattern = (like.Pattern as SqlText ?? (like.Pattern as SqlParameter)?.Value as SqlText)?.Value;
        var isPlain = like.Escape is not null || pattern?.Contains('\\', StringComparison.Ordinal) == false;
        return base.Like(isPlain ? like : like with { Escape = new SqlText("") });
    }

    protected override SqlExpression Function(SqlFunction function) => function.Name switch
    {
        "ROUND" when TypeOf(function.Arguments[0]).Kind is not (SqlTypeKind.Decimal or SqlTypeKind.Integer or SqlTypeKind.BigInteger) || Lower(function.Arguments[0]).DescendantsAndSelf().Any(GivesDouble) =>
            base.Function(function with { Arguments = [new SqlCast(function.Arguments[0], Numeric), .. function.Arguments.Skip(1)] }),
        _ => base.Function(function),
    };

    protected override SqlExpression Aggregate(SqlAggregate aggregate)
    {
        switch (aggregate.Name)
        {
            case "MEDIAN" or "PERCENTILE" when aggregate.Distinct:
                return Unsayable($"{aggregate.Name} of distinct values");
            case "MEDIAN":
                return base.Aggregate(aggregate with { Name = "PERCENTILE_CONT", Arguments = [new SqlNumber(0.5m)], OrderBy = [new SqlOrder(aggregate.Arguments[0])] });
            case "PERCENTILE":
                return Percentile(aggregate) is { } fraction
                    ? base.Aggregate(aggregate with { Name = "PERCENTILE_CONT", Arguments = [fraction], OrderBy = [new SqlOrder(aggregate.Arguments[0])] })
                    : SqlNull.Instance;
            case "STDDEV":
                return base.Aggregate(aggregate with { Name = "STDDEV_SAMP" });
            case "VARIANCE":
                return base.Aggregate(aggregate with { Name = "VAR_SAMP" });
            case "FIRST":
                return new SqlElement(base.Aggregate(aggregate with { Name = "ARRAY_AGG" }), 1);
            case "LAST":
                return new SqlElement(base.Aggregate(Reversed(aggregate) with { Name = "ARRAY_AGG" }), 1);
            default:
                return base.Aggregate(aggregate);
        }
    }

    protected override SqlExpression DateTrunc(SqlDateTrunc truncation) => truncation.Unit switch
    {
        SqlTimeUnit.Day => CastTo(Lower(truncation.Operand), SqlType.Date),
        > SqlTimeUnit.Day => CastTo(truncation with { Operand = Lower(truncation.Operand) }, SqlType.Date),
        _ => truncation with { Operand = CastTo(Lower(truncation.Operand), SqlType.Timestamp) },
    };

    protected override SqlExpression DateAdd(SqlDateAdd add) => AddedInterval(add);

    protected override SqlExpression DateDiff(SqlDateDiff difference)
    {
        var (from, to) = (difference.From, difference.To);
        switch (difference.Unit)
        {
            case SqlTimeUnit.Day:
                return Minus(Truncated(SqlTimeUnit.Day, to), Truncated(SqlTimeUnit.Day, from));
            case SqlTimeUnit.Week:
                return new SqlBinary(SqlBinaryOperator.Divide, Minus(Truncated(SqlTimeUnit.Week, to), Truncated(SqlTimeUnit.Week, from)), Whole(7));
            case SqlTimeUnit.Year:
                return Minus(Part(SqlDatePart.Year, to), Part(SqlDatePart.Year, from));
            case SqlTimeUnit.Month:
                return Counted(12, SqlDatePart.Month, from, to);
            case SqlTimeUnit.Quarter:
                return Counted(4, SqlDatePart.Quarter, from, to);
            default:
                var seconds = new SqlExtract(SqlDatePart.Epoch, Minus(Truncated(difference.Unit, to), Truncated(difference.Unit, from)));
                var size = difference.Unit switch { SqlTimeUnit.Hour => 3600, SqlTimeUnit.Minute => 60, _ => 1 };
                return CastTo(size == 1 ? seconds : new SqlBinary(SqlBinaryOperator.Divide, seconds, Whole(size)), SqlType.BigInteger);
        }
    }

    protected override SqlExpression Extract(SqlExtract extract) => Part(extract.Part, extract.Operand);

    private SqlCast Part(SqlDatePart part, SqlExpression portable)
    {
        var extract = new SqlExtract(part, Lower(portable));
        return part switch
        {
            SqlDatePart.Epoch => CastTo(Call("FLOOR", extract), SqlType.BigInteger),
            SqlDatePart.Second => CastTo(Call("FLOOR", extract), SqlType.Integer),
            _ => CastTo(extract, SqlType.Integer),
        };
    }

    private SqlExpression Truncated(SqlTimeUnit unit, SqlExpression portable) => DateTrunc(new SqlDateTrunc(unit, portable));

    private static SqlBinary Minus(SqlExpression left, SqlExpression right) => new(SqlBinaryOperator.Subtract, left, right);

    /// <summary>Years times the units in a year, plus the units: (y2 - y1) * 12 + (m2 - m1).</summary>
    private SqlBinary Counted(int inYear, SqlDatePart part, SqlExpression from, SqlExpression to) => new(
        SqlBinaryOperator.Add,
        new SqlBinary(SqlBinaryOperator.Multiply, Minus(Part(SqlDatePart.Year, to), Part(SqlDatePart.Year, from)), Whole(inYear)),
        Minus(Part(part, to), Part(part, from)));
}
