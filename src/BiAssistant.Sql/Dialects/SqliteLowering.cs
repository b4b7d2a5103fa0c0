using System.Collections.Frozen;
using System.Text;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Sql.Writing.Rewriting;

namespace BiAssistant.Sql.Dialects;

/// <summary>SQLite: no types for dates and booleans, no statistics, and some functions by other names.</summary>
internal sealed class SqliteLowering(SqlDialect dialect) : SqlLowering(dialect)
{
    private static readonly FrozenSet<string> Missing = SqlWords.Set("MEDIAN PERCENTILE FIRST LAST STDDEV VARIANCE");

    protected override bool HasZones => false;

    /// <summary>A condition of a join that speaks of no column is taken for one of the whole query by SQLite 3.40, and leaves out rows that a RIGHT or FULL join after it keeps.</summary>
    protected override SqlQuery Rewritten(SqlQuery query)
    {
        if (query.DescendantsAndSelf().OfType<SqlJoin>().Where(join => join.Kind is SqlJoinKind.Right or SqlJoinKind.Full).Any(join => join.Left.DescendantsAndSelf().Any(HasConstantCondition)))
        {
            Unsayable("A join on a condition without columns, before a RIGHT or FULL join,", "put the condition into a query in FROM.");
        }

        return RankedAggregates.Rewrite(base.Rewritten(query), Missing, Unsaid);
    }

    private static bool HasConstantCondition(SqlNode node) => node is SqlJoin { Kind: SqlJoinKind.Inner, On: { } on } && Terms(on).Any(term => term is not SqlBoolean { Value: true } && !term.DescendantsAndSelf().Any(part => part is SqlColumn or SqlQuery));

    private static IEnumerable<SqlExpression> Terms(SqlExpression condition) =>
        condition is SqlBinary { Operator: SqlBinaryOperator.And } both ? Terms(both.Left).Concat(Terms(both.Right)) : [condition];

    protected override SqlExpression Literal(SqlLiteral literal) => literal switch
    {
        SqlInterval => Unsayable("An interval by itself", "add it to a date."),
        SqlBoolean or SqlDate or SqlTimestamp => Stored(literal),
        _ => base.Literal(literal),
    };

    protected override SqlLiteral ParameterValue(SqlLiteral value)
    {
        if (value is SqlInterval)
        {
            Unsayable("An interval as a parameter");
        }

        return Stored(value);
    }

    private static SqlLiteral Stored(SqlLiteral value) => value switch
    {
        SqlBoolean boolean => Whole(boolean.Value ? 1 : 0),
        SqlDate date => new SqlText(SqlInstants.Text(date.Value)),
        SqlTimestamp timestamp => new SqlText(SqlInstants.Text(timestamp.Value)),
        _ => value,
    };

    protected override SqlExpression Divide(SqlExpression left, SqlExpression right) =>
        new SqlBinary(SqlBinaryOperator.Divide, CastTo(Lower(left), SqlType.Double), NullIfZero(Lower(right)));

    protected override SqlExpression Modulo(SqlExpression left, SqlExpression right) => Call("MOD", left, right);

    /// <summary>
    /// Days are texts of ten characters and times longer ones that begin with the day, so that at or after midnight, and before midnight, is the same
    /// as at or after, and before, the day: true for both ways of storing a time.
    /// </summary>
    protected override SqlExpression Binary(SqlBinary binary)
    {
        switch (binary.Operator)
        {
            case SqlBinaryOperator.GreaterOrEqual or SqlBinaryOperator.Less:
                return base.Binary(binary with { Right = DayOfMidnight(binary.Right) });
            case SqlBinaryOperator.LessOrEqual or SqlBinaryOperator.Greater:
                return base.Binary(binary with { Left = DayOfMidnight(binary.Left) });
            default:
                return base.Binary(binary);
        }
    }

    protected override SqlExpression Between(SqlBetween between) => base.Between(between with { Low = DayOfMidnight(between.Low) });

    private static SqlExpression DayOfMidnight(SqlExpression expression) => expression switch
    {
        SqlTimestamp { Value: { TimeOfDay.Ticks: 0 } midnight } => new SqlDate(DateOnly.FromDateTime(midnight)),
        SqlParameter { Value: SqlTimestamp { Value: { TimeOfDay.Ticks: 0 } midnight } } parameter => parameter with { Value = new SqlDate(DateOnly.FromDateTime(midnight)) },
        _ => expression,
    };

    protected override SqlExpression Quantified(SqlQuantified quantified) => quantified switch
    {
        { Operator: SqlBinaryOperator.Equal, All: false } => Lower(new SqlInQuery(quantified.Operand, quantified.Query)),
        { Operator: SqlBinaryOperator.NotEqual, All: true } => Lower(new SqlInQuery(quantified.Operand, quantified.Query, Negated: true)),
        _ => Unsayable("A comparison with ANY or ALL values of a query", "compare with its MIN or MAX."),
    };

    protected override SqlExpression Cast(SqlCast cast)
    {
        if (cast.Operand is SqlNull)
        {
            return SqlNull.Instance;
        }

        var from = TypeOf(cast.Operand);
        switch (cast.Type.Kind)
        {
            case SqlTypeKind.Integer or SqlTypeKind.BigInteger:
                var whole = from.Kind is SqlTypeKind.Integer or SqlTypeKind.BigInteger or SqlTypeKind.Boolean;
                return CastTo(whole ? Lower(cast.Operand) : Call("ROUND", Lower(cast.Operand)), SqlType.Integer);
            case SqlTypeKind.Decimal when cast.Type.Precision is not null:
                return Call("ROUND", CastTo(Lower(cast.Operand), SqlType.Double), Whole(cast.Type.Scale ?? 0));
            case SqlTypeKind.Decimal or SqlTypeKind.Double:
                return CastTo(Lower(cast.Operand), SqlType.Double);
            case SqlTypeKind.Date:
                return SqliteDates.Day(Lower(cast.Operand));
            case SqlTypeKind.Timestamp:
                return Call("DATETIME", Lower(cast.Operand));
            case SqlTypeKind.Time:
                return Call("TIME", Lower(cast.Operand));
            case SqlTypeKind.Boolean when from.Kind is SqlTypeKind.Boolean:
                return Lower(cast.Operand);
            case SqlTypeKind.Boolean when from.IsNumeric:
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
            case "SUBSTRING" when arguments is [_, not SqlNumber { Value: < 1 }, ..]:
                return Call("SUBSTR", arguments);
            case "POSITION" when arguments is [var sought, var text]:
                return Call("INSTR", text, sought);
            case "LEFT" when arguments is [var text, SqlNumber { Value: > 0 } length]:
                return Call("SUBSTR", text, Whole(1), length);
            case "RIGHT" when arguments is [var text, SqlNumber { Value: > 0 } length]:
                return Call("SUBSTR", text, new SqlNumber(-length.Value));
            case "COALESCE" or "GREATEST" or "LEAST" when arguments is [var only]:
                return only;
            case "GREATEST":
                return Call("MAX", Filled(arguments));
            case "LEAST":
                return Call("MIN", Filled(arguments));
            default:
                return base.Function(function);
        }
    }

    /// <summary>A filter beside MIN or MAX over a frame that moves is read past by SQLite: the rows that it leaves out give a null instead.</summary>
    protected override SqlExpression Window(SqlWindow window) =>
        base.Window(window.Function is SqlAggregate { Filter: not null } aggregate ? window with { Function = Unfiltered(aggregate) } : window);

    /// <summary>LIKE does not tell cases apart here; GLOB does, with wildcards of its own. Where both sides are folded LIKE is right as it is.</summary>
    protected override SqlExpression Like(SqlLike like)
    {
        var pattern = (like.Pattern as SqlText ?? (like.Pattern as SqlParameter)?.Value as SqlText)?.Value;
        var isFolded = like.Operand is SqlFunction { Name: "LOWER" } && pattern is not null && !pattern.Any(char.IsAsciiLetterUpper);
        if (isFolded || (pattern is not null && !pattern.Any(char.IsAsciiLetter)) || (like.Operand, like.Pattern) is (SqlFunction { Name: "LOWER" }, SqlFunction { Name: "LOWER" }))
        {
            return base.Like(like);
        }

        if (pattern is null || like.Escape is not (null or SqlText { Value.Length: 1 }))
        {
            return Unsayable("LIKE with a pattern out of the data", "compare LOWER(x) LIKE LOWER(pattern).");
        }

        if (Glob(pattern, (like.Escape as SqlText)?.Value[0]) is not { } glob)
        {
            return Refuse("sql_like_escape", "A LIKE pattern cannot end in its escape character.");
        }

        var converted = like.Pattern is SqlParameter parameter ? Bound(parameter.Name, new SqlText(glob)) : new SqlText(glob);
        var call = Call("GLOB", converted, Lower(like.Operand));
        return like.Negated ? new SqlUnary(SqlUnaryOperator.Not, call) : call;
    }

    private static string? Glob(string pattern, char? escape)
    {
        var glob = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == escape)
            {
                if (++i == pattern.Length)
                {
                    return null;
                }
            }
            else if (pattern[i] is '%' or '_')
            {
                glob.Append(pattern[i] == '%' ? '*' : '?');
                continue;
            }

            glob.Append(pattern[i] is '*' or '?' or '[' ? $"[{pattern[i]}]" : pattern[i]);
        }

        return glob.ToString();
    }

    /// <summary>Of what is cut to a day or more the time does not matter, and of what is cut to a month or more the day: it may be moved from the first of the month.</summary>
    protected override SqlExpression DateTrunc(SqlDateTrunc truncation) => truncation switch
    {
        { Unit: >= SqlTimeUnit.Month, Operand: SqlDateAdd { Unit: >= SqlTimeUnit.Month } moved } =>
            SqliteDates.Truncate(truncation.Unit, SqliteDates.Moved(moved.Unit, Lower(moved.Amount), Lower(new SqlDateTrunc(SqlTimeUnit.Month, moved.Operand)))),
        { Unit: >= SqlTimeUnit.Day, Operand: SqlDateAdd { Unit: SqlTimeUnit.Day or SqlTimeUnit.Week } moved } =>
            SqliteDates.Truncate(truncation.Unit, SqliteDates.Moved(moved.Unit, Lower(moved.Amount), Lower(moved.Operand))),
        _ => SqliteDates.Truncate(truncation.Unit, Lower(truncation.Operand)),
    };

    protected override SqlExpression DateAdd(SqlDateAdd add) => add is { Unit: >= SqlTimeUnit.Day, Operand: SqlDateTrunc { Unit: >= SqlTimeUnit.Month } }
        ? SqliteDates.Moved(add.Unit, Lower(add.Amount), Lower(add.Operand))
        : SqliteDates.Add(add.Unit, Lower(add.Amount), Lower(add.Operand), TypeOf(add));

    protected override SqlExpression DateDiff(SqlDateDiff difference) => SqliteDates.Difference(difference.Unit, Lower(difference.From), Lower(difference.To));

    protected override SqlExpression Extract(SqlExtract extract) => SqliteDates.Part(extract.Part, Lower(extract.Operand));

    protected override SqlQuery WholeQuery(SqlQuery query)
    {
        if (query is SqlSetOperation { All: true, Operator: not SqlSetOperator.Union } refused)
        {
            Unsayable($"{refused.Operator.ToString().ToUpperInvariant()} ALL");
        }

        if (query is SqlSelect { Having: not null, GroupBy.IsEmpty: true } whole && !whole.Items.Any(item => SqlAnalysis.IsAggregate(item.Expression)))
        {
            Unsayable("HAVING beside columns that are neither grouped nor aggregated");
        }

        var lowered = base.WholeQuery(query);
        if (lowered is SqlSetOperation set)
        {
            lowered = set with { Left = AsOperand(set.Left, isRight: false), Right = AsOperand(set.Right, isRight: true) };
        }

        return lowered is { Offset: not null, Limit: null } ? lowered with { Limit = -1 } : lowered;
    }

    /// <summary>Operands of UNION cannot stand in parentheses here; what would need them becomes a table.</summary>
    private static SqlQuery AsOperand(SqlQuery operand, bool isRight)
    {
        var isBare = operand is { With.IsEmpty: true, OrderBy.IsEmpty: true, Limit: null, Offset: null } && !(isRight && operand is SqlSetOperation);
        return isBare ? operand : new SqlSelect([new SqlSelectItem(new SqlStar())], new SqlDerivedTable(operand, "part"));
    }
}
