using System.Collections.Frozen;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Sql.Writing.Rewriting;

namespace BiAssistant.Sql.Dialects;

/// <summary>
/// BigQuery: functions of dates belong to one type each, so that a column of unknown type is made a DATE or a DATETIME first. Quotients of numbers of unknown
/// type are made as BIGNUMERIC, with 38 digits after the point; quotients of whole numbers are FLOAT64, as elsewhere.
/// </summary>
internal sealed partial class BigQueryLowering(SqlDialect dialect) : SqlLowering(dialect)
{
    /// <summary>No query has so many rows: OFFSET needs a LIMIT.</summary>
    internal const long AllRows = 1_000_000_000_000_000;

    private static readonly SqlType Exact = new(SqlTypeKind.Decimal);

    private static readonly FrozenSet<string> Missing = SqlWords.Set("MEDIAN PERCENTILE FIRST LAST");

    protected override SqlQuery Rewritten(SqlQuery query) => RankedAggregates.Rewrite(base.Rewritten(query), Missing, Unsaid);

    /// <summary>A dot parts names even inside backticks.</summary>
    protected override string Named(string name)
    {
        if (name.Contains('.', StringComparison.Ordinal))
        {
            Refuse("sql_bad_name", $"The name '{name}' cannot hold a dot in {Dialect.Name}.");
        }

        return base.Named(name);
    }

    protected override SqlExpression Literal(SqlLiteral literal) => literal is SqlInterval ? Unsayable("An interval by itself", "add it to a date.") : base.Literal(literal);

    protected override SqlLiteral ParameterValue(SqlLiteral value)
    {
        if (value is SqlInterval)
        {
            Unsayable("An interval as a parameter");
        }

        return value;
    }

    protected override SqlExpression Binary(SqlBinary binary) => binary.Operator switch
    {
        SqlBinaryOperator.Concat => base.Binary(binary with { Left = Joined(binary.Left), Right = Joined(binary.Right) }),
        // Of two dates it would be a span of time.
        SqlBinaryOperator.Subtract when TypeOf(binary.Right).IsTemporal => DateDiff(new SqlDateDiff(SqlTimeUnit.Day, binary.Right, binary.Left)),
        SqlBinaryOperator.Subtract when TypeOf(binary.Left).IsTemporal && TypeOf(binary.Right).Kind == SqlTypeKind.Unknown =>
            Unsayable("A date less a value of unknown type", "say which is meant: DATE_ADD('day', -n, d) or DATE_DIFF('day', a, b)."),
        SqlBinaryOperator.GreaterOrEqual or SqlBinaryOperator.Less => base.Binary(Compared(binary with { Left = BesideDay(binary.Left, binary.Right) })),
        SqlBinaryOperator.LessOrEqual or SqlBinaryOperator.Greater => base.Binary(Compared(binary with { Right = BesideDay(binary.Right, binary.Left) })),
        SqlBinaryOperator.Equal or SqlBinaryOperator.NotEqual => base.Binary(Compared(binary)),
        _ => base.Binary(binary),
    };

    protected override SqlExpression Between(SqlBetween between) => base.Between(between with { Operand = Beside(between.Operand, between.Low, between.High) });

    protected override SqlExpression IsDistinct(SqlIsDistinct distinct) =>
        base.IsDistinct(distinct with { Left = Beside(distinct.Left, distinct.Right), Right = Beside(distinct.Right, distinct.Left) });

    private static SqlBinary Compared(SqlBinary binary) => binary with { Left = Beside(binary.Left, binary.Right), Right = Beside(binary.Right, binary.Left) };

    /// <summary>A TIMESTAMP does not compare with a DATE. At or after a day, and before it, is an instant when its day is: there a DATE, which may be a partition, stays as it is.</summary>
    private static SqlExpression BesideDay(SqlExpression portable, SqlExpression other) =>
        portable is not (SqlNull or SqlParameter) && TypeOf(portable).Kind is SqlTypeKind.Unknown or SqlTypeKind.TimestampTz && TypeOf(other).Kind == SqlTypeKind.Date ? new SqlCast(portable, SqlType.Date) : portable;

    /// <summary>A TIMESTAMP does not compare with a DATETIME: beside one, a value of unknown type becomes one too.</summary>
    private static SqlExpression Beside(SqlExpression portable, params ReadOnlySpan<SqlExpression> others)
    {
        if (portable is not SqlNull && TypeOf(portable).Kind is SqlTypeKind.Unknown or SqlTypeKind.TimestampTz)
        {
            foreach (var other in others)
            {
                if (TypeOf(other).Kind == SqlTypeKind.Timestamp)
                {
                    return new SqlCast(portable, SqlType.Timestamp);
                }
            }
        }

        return portable;
    }

    /// <summary>Only texts are joined.</summary>
    private static SqlExpression Joined(SqlExpression portable) => TypeOf(portable).Kind is SqlTypeKind.Text or SqlTypeKind.Unknown ? portable : new SqlCast(portable, SqlType.Text);

    protected override SqlExpression Divide(SqlExpression left, SqlExpression right)
    {
        var (from, by) = (TypeOf(left).Kind, TypeOf(right).Kind);
        var isPlain = from == SqlTypeKind.Double || by == SqlTypeKind.Double || (IsWhole(from) && IsWhole(by));
        return new SqlBinary(SqlBinaryOperator.Divide, isPlain ? Lower(left) : CastTo(Lower(left), Exact), NullIfZero(Lower(right)));
    }

    private static bool IsWhole(SqlTypeKind kind) => kind is SqlTypeKind.Integer or SqlTypeKind.BigInteger;

    protected override SqlExpression Modulo(SqlExpression left, SqlExpression right) => Call("MOD", left, NullIfZero(right));

    protected override SqlExpression Quantified(SqlQuantified quantified) => quantified switch
    {
        { Operator: SqlBinaryOperator.Equal, All: false } => Lower(new SqlInQuery(quantified.Operand, quantified.Query)),
        { Operator: SqlBinaryOperator.NotEqual, All: true } => Lower(new SqlInQuery(quantified.Operand, quantified.Query, Negated: true)),
        _ => Unsayable("A comparison with ANY or ALL values of a query", "compare with its MIN or MAX."),
    };

    protected override SqlExpression Cast(SqlCast cast)
    {
        var from = TypeOf(cast.Operand).Kind;
        switch (cast.Type)
        {
            case { Kind: SqlTypeKind.Integer }:
                return base.Cast(cast with { Type = SqlType.BigInteger });
            case { Kind: SqlTypeKind.Decimal or SqlTypeKind.Double } when from == SqlTypeKind.Boolean:
                return Lower(cast with { Operand = new SqlCast(cast.Operand, SqlType.BigInteger) });
            case { Kind: SqlTypeKind.Boolean } when from is SqlTypeKind.Decimal or SqlTypeKind.Double:
                return Lower(new SqlBinary(SqlBinaryOperator.NotEqual, cast.Operand, Whole(0)));
            case { Kind: SqlTypeKind.Decimal, Precision: { } digits }:
                return BigQueryDialect.Sized(digits, cast.Type.Scale ?? 0) is { } sized ? base.Cast(cast with { Type = sized }) : Unsayable("A decimal of so many digits");
            case { Kind: SqlTypeKind.Interval }:
                return Unsayable("A conversion to INTERVAL");
            default:
                return base.Cast(cast);
        }
    }

    protected override SqlExpression Function(SqlFunction function) => function switch
    {
        { Name: "TRIM" or "LTRIM" or "RTRIM", Arguments: [var text] } => base.Function(function with { Arguments = [text, new SqlText(" ")] }),
        { Name: "TIMEZONE", Arguments: [var zone, var instant] } => Call("DATETIME", Lower(instant), Lower(zone)),
        { Name: "POSITION", Arguments: [var sought, var text] } => Call("STRPOS", Lower(text), Lower(sought)),
        { Name: "SUBSTRING" } => base.Function(function) is SqlFunction substring ? substring with { Name = "SUBSTR" } : SqlNull.Instance,
        { Name: "COALESCE" or "GREATEST" or "LEAST", Arguments: [var only] } => Lower(only),
        { Name: "GREATEST" or "LEAST" } => Call(function.Name, Filled(function.Arguments.Select(Lower).ToSeq())),
        // Of a NUMERIC they would keep nine digits.
        { Name: "SQRT" or "LN" or "EXP" or "POWER", Arguments: [var number, ..] } when TypeOf(number).Kind != SqlTypeKind.Double =>
            base.Function(function with { Arguments = [CastTo(number, SqlType.Double), .. function.Arguments.Skip(1)] }),
        _ => base.Function(function),
    };

    protected override SqlExpression Like(SqlLike like)
    {
        switch (like.Escape)
        {
            case SqlText { Value: "\\" } when Constant(like.Pattern) is null:
                return (SqlExpression)Children(like with { Escape = null });
            case SqlText { Value: [var escape] } when Constant(like.Pattern) is { } pattern:
                return BigQueryPatterns.Escaped(pattern, escape) is { } escaped ? Like(like, escaped) : Refuse("sql_like_escape", "A LIKE pattern cannot end in its escape character.");
            case null when Constant(like.Pattern) is { } pattern:
                return Like(like, BigQueryPatterns.Doubled(pattern));
            case null:
                return new SqlLike(Lower(like.Operand), BigQueryPatterns.Doubled(Lower(like.Pattern)), Negated: like.Negated);
            default:
                return Unsayable("LIKE with ESCAPE and a pattern out of the data");
        }
    }

    private static string? Constant(SqlExpression pattern) => ((pattern as SqlParameter)?.Value as SqlText ?? pattern as SqlText)?.Value;

    private SqlLike Like(SqlLike like, string pattern) =>
        new(Lower(like.Operand), like.Pattern is SqlParameter parameter ? Bound(parameter.Name, new SqlText(pattern)) : Lower(new SqlText(pattern)), Negated: like.Negated);

    protected override SqlExpression Aggregate(SqlAggregate aggregate) => aggregate switch
    {
        { Name: "COUNT", Arguments: [SqlStar], Filter: { } filter } => new SqlAggregate("COUNTIF", [Condition(filter)]),
        { Name: "STDDEV" } => base.Aggregate(aggregate with { Name = "STDDEV_SAMP" }),
        { Name: "VARIANCE" } => base.Aggregate(aggregate with { Name = "VAR_SAMP" }),
        _ => base.Aggregate(aggregate),
    };

    protected override SqlQuery WholeQuery(SqlQuery query)
    {
        if (query is SqlSetOperation { All: true, Operator: not SqlSetOperator.Union } refused)
        {
            Unsayable($"{refused.Operator.ToString().ToUpperInvariant()} ALL");
        }

        var lowered = base.WholeQuery(query);
        return lowered is { Offset: not null, Limit: null } ? lowered with { Limit = AllRows } : lowered;
    }

    /// <summary>Without FROM there are no conditions, groups and aggregates.</summary>
    protected override SqlSelect Select(SqlSelect select)
    {
        var isBare = select is { Where: null, GroupBy.IsEmpty: true, Having: null, Qualify: null, Distinct: false }
            && select.Items.All(item => SqlAnalysis.Kind(item.Expression) == SqlExpressionKind.Scalar);
        return base.Select(select.From is null && !isBare ? select with { From = new SqlDerivedTable(new SqlSelect([new SqlSelectItem(Whole(1), "one")], null), "one_row") } : select);
    }
}
