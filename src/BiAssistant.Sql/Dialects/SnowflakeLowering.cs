using System.Collections.Frozen;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Sql.Writing.Rewriting;

namespace BiAssistant.Sql.Dialects;

/// <summary>Snowflake: quotients keep the digits that their dividend has, weeks are counted without the session's parameters, some windows have other frames.</summary>
internal sealed class SnowflakeLowering(SqlDialect dialect) : SqlLowering(dialect)
{
    /// <summary>No query has so many rows: OFFSET needs a LIMIT.</summary>
    internal const long AllRows = 1_000_000_000_000_000;

    /// <summary>A quotient has six digits more than its dividend after the point, and at most twelve unless the dividend has more.</summary>
    internal static readonly SqlType Exact = SqlType.Decimal(38, 12);

    /// <summary>A Monday.</summary>
    internal static readonly SqlDate Monday = new(new DateOnly(1900, 1, 1));

    private static readonly FrozenSet<string> Missing = SqlWords.Set("FIRST LAST");

    /// <summary>Functions over a window that need an order and have no frame.</summary>
    private static readonly FrozenSet<string> Ranking = SqlWords.Set("ROW_NUMBER RANK DENSE_RANK PERCENT_RANK CUME_DIST NTILE LAG LEAD");

    protected override SqlQuery Rewritten(SqlQuery query) => RankedAggregates.Rewrite(UsingJoins.Rewrite(base.Rewritten(query), Unsaid), Missing, Unsaid);

    /// <summary>What TIMESTAMP '…' is, the session says.</summary>
    protected override SqlExpression Literal(SqlLiteral literal) => base.Literal(literal) switch
    {
        SqlTimestamp instant => new SqlCast(new SqlText(SqlInstants.Text(instant.Value)), SqlType.Timestamp),
        SqlInterval => Unsayable("An interval by itself", "add it to a date."),
        var same => same,
    };

    protected override SqlLiteral ParameterValue(SqlLiteral value)
    {
        if (value is SqlInterval)
        {
            Unsayable("An interval as a parameter");
        }

        return value;
    }

    protected override SqlExpression Binary(SqlBinary binary) => binary.Operator == SqlBinaryOperator.Concat
        ? base.Binary(binary with { Left = Joined(binary.Left), Right = Joined(binary.Right) })
        : base.Binary(binary);

    /// <summary>How a date is said as a text, the session says.</summary>
    private static SqlExpression Joined(SqlExpression portable) => TypeOf(portable).IsTemporal ? new SqlCast(portable, SqlType.Text) : portable;

    protected override SqlExpression Divide(SqlExpression left, SqlExpression right) =>
        new SqlBinary(SqlBinaryOperator.Divide, IsApproximate(right) ? Lower(left) : Lower(Precise(left)), NullIfZero(Lower(right)));

    private static SqlExpression Precise(SqlExpression portable) =>
        IsApproximate(portable) || TypeOf(portable) is { Kind: SqlTypeKind.Decimal, Scale: >= 12 } ? portable : CastTo(portable, Exact);

    /// <summary>Averages and medians of exact numbers are exact here.</summary>
    private static bool IsApproximate(SqlExpression portable) =>
        TypeOf(portable).Kind == SqlTypeKind.Double && !portable.DescendantsAndSelf().Any(node => node is SqlAggregate { Name: "AVG" or "MEDIAN" });

    protected override SqlExpression Modulo(SqlExpression left, SqlExpression right) => base.Modulo(left, NullIfZero(right));

    protected override SqlExpression Cast(SqlCast cast)
    {
        switch (cast.Type)
        {
            case { Kind: SqlTypeKind.Decimal, Precision: null }:
                return base.Cast(cast with { Type = Exact });
            case { Kind: SqlTypeKind.Decimal, Precision: > 38 }:
                return Unsayable("A decimal of more than 38 digits");
            case { Kind: SqlTypeKind.Decimal, Precision: { } digits, Scale: null }:
                return base.Cast(cast with { Type = SqlType.Decimal(digits, 0) });
            case { Kind: SqlTypeKind.Interval }:
                return Unsayable("A conversion to INTERVAL");
            case { Kind: SqlTypeKind.Text, Precision: null } when TypeOf(cast.Operand).Kind == SqlTypeKind.Date:
                return Call("TO_CHAR", Lower(cast.Operand), new SqlText("YYYY-MM-DD"));
            case { Kind: SqlTypeKind.Text, Precision: null } when cast.Operand is SqlDateTrunc:
                return Call("TO_CHAR", Lower(cast.Operand), new SqlText("YYYY-MM-DD HH24:MI:SS"));
            case { Kind: SqlTypeKind.Text, Precision: null } when TypeOf(cast.Operand).IsTemporal:
                return Unsayable("A time as a text", "truncate it first: CAST(DATE_TRUNC('second', t) AS VARCHAR).");
            default:
                return base.Cast(cast);
        }
    }

    protected override SqlExpression Function(SqlFunction function) => function switch
    {
        { Name: "COALESCE" or "GREATEST" or "LEAST", Arguments: [var only] } => Lower(only),
        { Name: "GREATEST" or "LEAST" } => base.Function(function with { Name = function.Name + "_IGNORE_NULLS" }),
        { Name: "TIMEZONE", Arguments: [var zone, var instant] } => CastTo(Call("CONVERT_TIMEZONE", Lower(zone), Lower(instant)), SqlType.Timestamp),
        _ => base.Function(function),
    };

    protected override SqlExpression Like(SqlLike like) => like.Escape is null or SqlText { Value.Length: 1 }
        ? base.Like(like)
        : Unsayable("LIKE with an escape that is not one character", "write it as a constant.");

    protected override SqlExpression Aggregate(SqlAggregate aggregate)
    {
        switch (aggregate.Name)
        {
            case "MEDIAN" or "PERCENTILE" when aggregate.Distinct:
                return Unsayable($"{aggregate.Name} of distinct values");
            case "PERCENTILE":
                return Percentile(aggregate) is { } fraction ? PercentileOf(aggregate, fraction) : SqlNull.Instance;
            case "AVG":
                return base.Aggregate(aggregate with { Arguments = [Precise(aggregate.Arguments[0])] });
            case "STDDEV" or "VARIANCE":
                return base.Aggregate(aggregate with { Name = aggregate.Name == "STDDEV" ? "STDDEV_SAMP" : "VAR_SAMP", Arguments = [Approximate(aggregate.Arguments[0])] });
            default:
                return base.Aggregate(aggregate);
        }
    }

    private SqlAggregate PercentileOf(SqlAggregate aggregate, SqlExpression fraction)
    {
        var value = Unfiltered(aggregate with { Arguments = [Approximate(aggregate.Arguments[0])] }).Arguments[0];
        return new SqlAggregate("PERCENTILE_CONT", [fraction]) { OrderBy = [new SqlOrder(Lower(value))] };
    }

    /// <summary>Of exact numbers statistics would keep few digits.</summary>
    private static SqlExpression Approximate(SqlExpression portable) => IsApproximate(portable) ? portable : CastTo(portable, SqlType.Double);

    /// <summary>Ranks and frames need an order, also one of no meaning; without a frame the last value is that of the whole partition, elsewhere that up to the current row.</summary>
    protected override SqlExpression Window(SqlWindow window)
    {
        var function = window.Function is SqlFunction { Name: var name } ? name : "";
        if (window is { Function: SqlAggregate { Name: "MEDIAN" } } && !(window.OrderBy.IsEmpty && window.Frame is null))
        {
            return Unsayable("MEDIAN over an ordered window");
        }

        if (Ranking.Contains(function))
        {
            window = window with { Frame = null };
        }
        else if (function is "LAST_VALUE" or "NTH_VALUE" && !window.OrderBy.IsEmpty)
        {
            window = window with { Frame = window.Frame ?? new SqlFrame(SqlFrameUnit.Range, new SqlFrameEnd(null), new SqlFrameEnd(0)) };
        }

        return base.Window(window.OrderBy.IsEmpty && (function.Length > 0 || window.Frame is not null) ? window with { OrderBy = [new SqlOrder(SqlNull.Instance)] } : window);
    }

    protected override SqlExpression DateTrunc(SqlDateTrunc truncation)
    {
        var day = Lower(truncation.Operand);
        switch (truncation.Unit)
        {
            case SqlTimeUnit.Day:
                return CastTo(day, SqlType.Date);
            case SqlTimeUnit.Week:
                return Call("DATEADD", Word(SqlTimeUnit.Day), new SqlBinary(SqlBinaryOperator.Subtract, Whole(1), Call("DAYOFWEEKISO", day)), CastTo(day, SqlType.Date));
            case > SqlTimeUnit.Day:
                var first = Call("DATE_TRUNC", new SqlText(SqlUnits.Name(truncation.Unit)), day);
                return TypeOf(truncation.Operand).Kind == SqlTypeKind.Date ? first : CastTo(first, SqlType.Date);
            default:
                return Call("DATE_TRUNC", new SqlText(SqlUnits.Name(truncation.Unit)), Instant(truncation.Operand));
        }
    }

    protected override SqlExpression DateAdd(SqlDateAdd add) => Call("DATEADD", Word(add.Unit), Lower(add.Amount), Lower(add.Operand));

    protected override SqlExpression DateDiff(SqlDateDiff difference) => difference.Unit == SqlTimeUnit.Week
        ? new SqlBinary(SqlBinaryOperator.Subtract, Weeks(difference.To), Weeks(difference.From))
        : Call("DATEDIFF", Word(difference.Unit), Lower(difference.From), Lower(difference.To));

    /// <summary>Whole weeks since a Monday.</summary>
    private SqlExpression Weeks(SqlExpression day) =>
        Call("FLOOR", new SqlBinary(SqlBinaryOperator.Divide, Call("DATEDIFF", Word(SqlTimeUnit.Day), Monday, Lower(day)), Whole(7)));

    protected override SqlExpression Extract(SqlExtract extract) =>
        extract with { Operand = extract.Part is SqlDatePart.Hour or SqlDatePart.Minute or SqlDatePart.Second or SqlDatePart.Epoch ? Instant(extract.Operand) : Lower(extract.Operand) };

    /// <summary>A day has no hours before it is a time.</summary>
    private SqlExpression Instant(SqlExpression portable) => TypeOf(portable).Kind is SqlTypeKind.Timestamp or SqlTypeKind.Time ? Lower(portable) : CastTo(Lower(portable), SqlType.Timestamp);

    private static SqlWord Word(SqlTimeUnit unit) => new(SqlUnits.Name(unit));

    protected override SqlQuery WholeQuery(SqlQuery query)
    {
        if (query is SqlSetOperation { All: true, Operator: not SqlSetOperator.Union } refused)
        {
            Unsayable($"{refused.Operator.ToString().ToUpperInvariant()} ALL");
        }

        var lowered = base.WholeQuery(query);
        return lowered is { Offset: not null, Limit: null } ? lowered with { Limit = AllRows } : lowered;
    }
}
