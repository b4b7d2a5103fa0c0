using System.Collections.Frozen;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Sql.Writing.Rewriting;

namespace BiAssistant.Sql.Dialects;

/// <summary>MySQL: a quotient has few digits more than its dividend, casts cut what they cannot hold, and a backslash in a pattern escapes unless it is said what does.</summary>
internal class MySqlLowering(SqlDialect dialect) : SqlLowering(dialect)
{
    /// <summary>The scale that a dividend has at least, so that a quotient has it too, whatever the session adds to it.</summary>
    internal const int QuotientScale = 9;

    internal const string EscapeCharacters = "!|~^#$&";

    private const decimal One = 1.000000000m;

    private static readonly SqlType WholeDecimal = SqlType.Decimal(20, 0);

    private static readonly FrozenSet<string> Missing = SqlWords.Set("MEDIAN PERCENTILE FIRST LAST");

    private static readonly FrozenSet<string> Frameless = SqlWords.Set("ROW_NUMBER RANK DENSE_RANK PERCENT_RANK CUME_DIST NTILE LAG LEAD");

    protected override bool HasZones => false;

    protected override SqlQuery Rewritten(SqlQuery query)
    {
        var qualified = base.Rewritten(query);
        var joined = qualified.DescendantsAndSelf().Any(node => node is SqlJoin { Kind: SqlJoinKind.Full }) || OrdersByShared(qualified)
            ? FullJoins.Rewrite(UsingJoins.Rewrite(qualified, Unsaid), Unsaid)
            : qualified;
        return GroupsFirst.Rewrite(RankedAggregates.Rewrite(joined, Missing, Unsaid, keysAreColumns: true), Unsaid).Rewrite(Compared);
    }

    /// <summary>In a window a column of USING is taken for two.</summary>
    private static bool OrdersByShared(SqlQuery query) => query.DescendantsAndSelf().Any(node => node is SqlJoin { Using.IsEmpty: false })
        && query.DescendantsAndSelf().OfType<SqlWindow>().SelectMany(window => SqlAnalysis.Columns(window)).Any(column => column.Table is null);

    private SqlExpression? Compared(SqlExpression expression) => expression switch
    {
        SqlInQuery within when AreComparedAsTable(within.Operand, within.Query) => within with { Query = AsTable(within.Query) },
        SqlQuantified quantified when AreComparedAsTable(quantified.Operand, quantified.Query) => quantified with { Query = AsTable(quantified.Query) },
        _ => null,
    };

    /// <summary>Whether a value is compared with a query's rows only where they are a table: what limits its rows may not be compared with here, but a table that it reads may limit them.</summary>
    protected virtual bool AreComparedAsTable(SqlExpression operand, SqlQuery rows) => IsLimited(rows);

    private static bool IsLimited(SqlQuery query) => query.Limit is not null || query.Offset is not null;

    private static SqlSelect AsTable(SqlQuery query) => new([new SqlSelectItem(new SqlStar())], new SqlDerivedTable(query, "part"));

    /// <summary>
    /// Rows can only be passed over where their number is limited, and steps in front of an operand of UNION make it a table. The order of an operand that keeps all its rows means
    /// nothing, and MariaDB refuses some of them. HAVING without groups is a WHERE here.
    /// </summary>
    protected override SqlQuery WholeQuery(SqlQuery query)
    {
        if (query is SqlSelect { Having: { } having, GroupBy.IsEmpty: true } select && !select.Items.Select(item => item.Expression).Append(having).Any(SqlAnalysis.IsAggregate))
        {
            Unsayable("HAVING where nothing is grouped or aggregated");
        }

        var asked = query is SqlSetOperation parts ? parts with { Left = Unordered(parts.Left), Right = Unordered(parts.Right) } : query;
        var lowered = base.WholeQuery(asked is { Offset: not null, Limit: null } ? asked with { Limit = long.MaxValue } : asked);
        return lowered is SqlSetOperation set ? set with { Left = AsOperand(set.Left), Right = AsOperand(set.Right) } : lowered;
    }

    private static SqlQuery Unordered(SqlQuery operand) => IsLimited(operand) ? operand : operand with { OrderBy = [] };

    private static SqlQuery AsOperand(SqlQuery operand) => operand.With.IsEmpty ? operand : AsTable(operand);

    protected override SqlExpression Literal(SqlLiteral literal) =>
        literal is SqlInterval ? Unsayable("An interval by itself", "add it to a date.") : base.Literal(literal);

    protected override SqlLiteral ParameterValue(SqlLiteral value)
    {
        if (value is SqlInterval)
        {
            Unsayable("An interval as a parameter");
        }

        return base.ParameterValue(value);
    }

    protected override SqlExpression Binary(SqlBinary binary) =>
        binary.Operator == SqlBinaryOperator.Concat ? Concat(AsText(binary.Left), AsText(binary.Right)) : base.Binary(binary);

    protected override SqlExpression Concat(SqlExpression left, SqlExpression right) => Call("CONCAT", [.. Joined(left), .. Joined(right)]);

    private static Seq<SqlExpression> Joined(SqlExpression text) => text is SqlFunction { Name: "CONCAT" } joined ? joined.Arguments : [text];

    /// <summary>A condition joined to a text is 1 or 0 here, and true or false elsewhere.</summary>
    private SqlExpression AsText(SqlExpression portable) => TypeOf(portable).Kind != SqlTypeKind.Boolean ? Lower(portable) : new SqlCase(
        null,
        [new SqlWhen(Condition(portable), new SqlText("true")), new SqlWhen(Condition(new SqlUnary(SqlUnaryOperator.Not, portable)), new SqlText("false"))],
        null);

    /// <summary>A zero divisor gives null by itself.</summary>
    protected override SqlExpression Divide(SqlExpression left, SqlExpression right) => new SqlBinary(SqlBinaryOperator.Divide, Scaled(left), Lower(right));

    /// <summary>The value with nine digits behind the point at least; what is approximate already stays so.</summary>
    private SqlExpression Scaled(SqlExpression portable) => portable switch
    {
        SqlNumber { Value: { Scale: < QuotientScale } value } => new SqlNumber(value * One),
        SqlNumber or SqlBinary { Operator: SqlBinaryOperator.Divide } or SqlAggregate { Name: "AVG" } => Lower(portable),
        _ when TypeOf(portable).Kind == SqlTypeKind.Double => Lower(portable),
        _ => new SqlBinary(SqlBinaryOperator.Multiply, Lower(portable), new SqlNumber(One)),
    };

    protected override SqlExpression IsDistinct(SqlIsDistinct distinct)
    {
        var same = (SqlExpression)Children(distinct with { Negated = true });
        return distinct.Negated ? same : new SqlUnary(SqlUnaryOperator.Not, same);
    }

    protected override SqlExpression Like(SqlLike like)
    {
        if (like.Escape is not (null or SqlText { Value.Length: <= 1 }))
        {
            return Unsayable("LIKE with an escape that is not one character");
        }

        var lowered = (SqlLike)Children(like);
        if (lowered.Escape is SqlText { Value.Length: 1 })
        {
            return lowered;
        }

        var pattern = (lowered.Pattern as SqlText ?? (lowered.Pattern as SqlParameter)?.Value as SqlText)?.Value;
        var free = pattern is null ? '\0' : EscapeCharacters.FirstOrDefault(c => !pattern.Contains(c, StringComparison.Ordinal));
        return lowered with
        {
            Pattern = free == '\0' ? Call("REPLACE", lowered.Pattern, new SqlText("\\"), new SqlText("\\\\")) : lowered.Pattern,
            Escape = free == '\0' || pattern?.Contains('\\', StringComparison.Ordinal) != true ? null : new SqlText(free.ToString()),
        };
    }

    protected override SqlExpression Cast(SqlCast cast)
    {
        var from = TypeOf(cast.Operand).Kind;
        switch (cast.Type.Kind)
        {
            case SqlTypeKind.Integer or SqlTypeKind.BigInteger:
                var rounds = from is SqlTypeKind.Integer or SqlTypeKind.BigInteger or SqlTypeKind.Boolean or SqlTypeKind.Decimal;
                return CastTo(rounds ? Lower(cast.Operand) : CastTo(Lower(cast.Operand), WholeDecimal), SqlType.BigInteger);
            case SqlTypeKind.Decimal when cast.Type is { Precision: not null, Scale: > 30 }:
                return Unsayable("A decimal with more than 30 digits behind the point");
            case SqlTypeKind.Decimal:
                return CastTo(Lower(cast.Operand), cast.Type.Precision is null ? MySqlDialect.WidestDecimal : SqlType.Decimal(65, cast.Type.Scale ?? 0));
            case SqlTypeKind.Text when cast.Type.Precision is null && from is SqlTypeKind.Boolean:
                return AsText(cast.Operand);
            case SqlTypeKind.Boolean when cast.Operand is SqlNull || from is SqlTypeKind.Boolean:
                return Lower(cast.Operand);
            case SqlTypeKind.Boolean when from is SqlTypeKind.Integer or SqlTypeKind.BigInteger or SqlTypeKind.Decimal or SqlTypeKind.Double:
                return new SqlBinary(SqlBinaryOperator.NotEqual, Lower(cast.Operand), Whole(0));
            case SqlTypeKind.Boolean or SqlTypeKind.TimestampTz or SqlTypeKind.Interval:
                return Unsayable($"A conversion to {cast.Type.Kind.ToString().ToUpperInvariant()}");
            default:
                return base.Cast(cast);
        }
    }

    protected override SqlExpression Function(SqlFunction function)
    {
        Seq<SqlExpression> arguments = function.Arguments.Select(Lower).ToSeq();
        switch (function.Name)
        {
            case "LENGTH":
                return Call("CHAR_LENGTH", arguments);
            case "LEFT" or "RIGHT" when arguments is [var text, var length]:
                return Call(function.Name, text, MySqlTexts.Length(text, length));
            case "TRIM" or "LTRIM" or "RTRIM" when arguments.Count == 2:
                return MySqlTexts.Trimmed(function.Name, arguments[0], arguments[1]) ?? Unsayable($"{function.Name} of characters out of the data");
            case "ROUND" when TypeOf(function.Arguments[0]).Kind is not (SqlTypeKind.Decimal or SqlTypeKind.Integer or SqlTypeKind.BigInteger):
                return Call("ROUND", [CastTo(arguments[0], MySqlDialect.WidestDecimal), .. arguments.Skip(1)]);
            case "GREATEST" or "LEAST":
                return arguments is [var lone] ? lone : Call(function.Name, Filled(arguments));
            default:
                return base.Function(function);
        }
    }

    protected override SqlExpression Aggregate(SqlAggregate aggregate)
    {
        switch (aggregate.Name)
        {
            case "STDDEV" or "VARIANCE" when aggregate.Distinct:
                return Unsayable($"{aggregate.Name} of distinct values");
            case "STDDEV":
                return base.Aggregate(aggregate with { Name = "STDDEV_SAMP" });
            case "VARIANCE":
                return base.Aggregate(aggregate with { Name = "VAR_SAMP" });
            case "AVG" when TypeOf(aggregate.Arguments[0]).Kind != SqlTypeKind.Double:
                var average = (SqlAggregate)base.Aggregate(aggregate);
                return average with { Arguments = [new SqlBinary(SqlBinaryOperator.Multiply, average.Arguments[0], new SqlNumber(One))] };
            default:
                return base.Aggregate(aggregate);
        }
    }

    /// <summary>A frame means nothing to functions that rank. One that reaches so far in values has a single key: nulls are only ever in the frames of nulls, wherever they are.</summary>
    protected override SqlExpression Window(SqlWindow window) => base.Window(window switch
    {
        { Function: SqlFunction { Name: var name } } when Frameless.Contains(name) => window with { Frame = null },
        { Frame: { Unit: SqlFrameUnit.Range, From.Offset: not null, To.Offset: not null }, OrderBy: [var only] } => window with { OrderBy = [only with { Nulls = Dialect.DefaultNulls(only.Descending) }] },
        _ => window,
    });

    protected override SqlExpression DateTrunc(SqlDateTrunc truncation) => MySqlDates.Truncate(truncation.Unit, Lower(truncation.Operand));

    protected override SqlExpression DateAdd(SqlDateAdd add) => MySqlDates.Add(add.Unit, Lower(add.Amount), Lower(add.Operand));

    protected override SqlExpression DateDiff(SqlDateDiff difference) => MySqlDates.Difference(difference.Unit, Lower(difference.From), Lower(difference.To));

    protected override SqlExpression Extract(SqlExtract extract) => MySqlDates.Part(extract.Part, Lower(extract.Operand));
}
