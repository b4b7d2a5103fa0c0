using System.Globalization;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>SQL Server's constructs as portable ones. A whole number's fraction is dropped in places where no other engine does it; what may be that is refused.</summary>
internal sealed class TSqlRaising(SqlDialect dialect) : SqlRaising(dialect)
{
    protected override SqlNode Node(SqlNode node) => node switch
    {
        SqlQuery query => base.Node(query with { OrderBy = Ordered(query.OrderBy) }),
        SqlWindow window => base.Node(window with { OrderBy = Ordered(window.OrderBy) }),
        SqlBinary binary => Binary(binary),
        SqlLike like => Like(like),
        _ => base.Node(node),
    };

    /// <summary>CASE WHEN x IS NULL THEN 1 ELSE 0 END, x is x with its nulls last; (SELECT NULL) orders nothing.</summary>
    private static Seq<SqlOrder> Ordered(Seq<SqlOrder> orders)
    {
        var read = new List<SqlOrder>();
        foreach (var order in orders)
        {
            if (order.Expression is SqlScalarQuery { Query: SqlSelect { Items: [{ Expression: SqlNull }], From: null } })
            {
                continue;
            }

            if (read.Count > 0 && read[^1] is { Descending: false, Expression: SqlCase { Operand: null, Branches: [{ Condition: SqlIsNull { Negated: false, Operand: var tested }, Result: SqlNumber { Value: var ifNull } }], Else: SqlNumber { Value: var otherwise } } }
                && tested == order.Expression && (ifNull, otherwise) is (1, 0) or (0, 1))
            {
                read[^1] = order with { Nulls = ifNull == 1 ? SqlNullOrder.Last : SqlNullOrder.First };
                continue;
            }

            read.Add(order);
        }

        return read.ToSeq();
    }

    private SqlNode Binary(SqlBinary binary)
    {
        switch (binary)
        {
            case { Operator: SqlBinaryOperator.Subtract, Left: SqlFunction { Name: "LEN", Arguments: [SqlBinary { Left: SqlCast { Operand: var text } cast }] } } when binary == TSqlLowering.LengthWithBlanks(cast):
                return new SqlFunction("LENGTH", [Raise(text)]);
            case { Operator: SqlBinaryOperator.Add, Left: SqlBinary { Operator: SqlBinaryOperator.Modulo, Left: SqlFunction { Name: "DATEDIFF", Arguments: [_, _, var day] } } } when binary == TSqlDates.Part(SqlDatePart.DayOfWeek, day):
                return new SqlExtract(SqlDatePart.DayOfWeek, Raise(day));
            case { Operator: SqlBinaryOperator.Subtract, Left: SqlBinary { Left: SqlFunction { Name: "DATEDIFF", Arguments: [_, _, var to] } }, Right: SqlBinary { Left: SqlFunction { Name: "DATEDIFF", Arguments: [_, _, var from] } } }
                when binary == TSqlDates.Difference(SqlTimeUnit.Week, from, to):
                return new SqlDateDiff(SqlTimeUnit.Week, TSqlInstants.Read(from) ?? Raise(from), TSqlInstants.Read(to) ?? Raise(to));
            case { Operator: SqlBinaryOperator.Add }:
                return Added(Raise(binary.Left), Raise(binary.Right));
            case { Operator: SqlBinaryOperator.Equal, Right: SqlNumber { Value: 1 } } when Raise(binary.Left) is var truth && TypeOf(truth).Kind == SqlTypeKind.Boolean:
                return truth;
            default:
                return base.Node(binary);
        }
    }

    private SqlExpression Added(SqlExpression left, SqlExpression right)
    {
        var (first, second) = (TypeOf(left), TypeOf(right));
        if (first.Kind != SqlTypeKind.Text && second.Kind != SqlTypeKind.Text)
        {
            return new SqlBinary(SqlBinaryOperator.Add, left, right);
        }

        return first.IsNumeric || second.IsNumeric
            ? Unportable("Adding a text and a number", "convert the number to a text, or the text to a number.")
            : new SqlBinary(SqlBinaryOperator.Concat, left, right);
    }

    protected override SqlExpression Divide(SqlBinary division) => TSqlFractions.Has(division.Left) || TSqlFractions.Has(division.Right)
        ? base.Divide(division)
        : Unportable("A division of what may be whole numbers", "it drops the fraction, write CAST(a AS FLOAT) / b or 1.0 * a / b.");

    private SqlExpression Like(SqlLike like)
    {
        var operand = Raise(like.Operand);
        switch (like.Pattern)
        {
            case SqlText text when like.Escape is null or SqlText { Value.Length: 1 }:
                return TSqlPatterns.Read(text.Value, (like.Escape as SqlText)?.Value[0]) is { } read
                    ? like with { Operand = operand, Pattern = new SqlText(read.Pattern), Escape = read.Escape is { } escape ? new SqlText(escape.ToString()) : null }
                    : Unportable("A set of characters in LIKE", "compare with several patterns.");
            case SqlFunction { Name: "REPLACE", Arguments: [var pattern, SqlText { Value: "[" }, SqlText { Value: "[[]" }] } when like.Escape is null:
                return like with { Operand = operand, Pattern = Raise(pattern) };
            case SqlParameter { Value: SqlText text } bound when like.Escape is null or SqlText { Value.Length: 1 }:
                return TSqlPatterns.Read(text.Value, (like.Escape as SqlText)?.Value[0]) is { } value && value.Escape?.ToString() == (like.Escape as SqlText)?.Value
                    ? like with { Operand = operand, Pattern = bound with { Value = new SqlText(value.Pattern) } }
                    : Unportable("A set of characters in LIKE", "compare with several patterns.");
            default:
                return Unportable("LIKE with a pattern out of the data", "a bracket in it would open a set of characters, write LIKE REPLACE(pattern, '[', '[[]').");
        }
    }

    protected override SqlExpression Cast(SqlCast cast)
    {
        if (cast is { Operand: SqlText, Type.Kind: SqlTypeKind.Date or SqlTypeKind.Timestamp } && TSqlInstants.Read(cast.Operand, cast.Type) is { } constant)
        {
            return constant;
        }

        if (cast.Type.Kind is not (SqlTypeKind.Integer or SqlTypeKind.BigInteger))
        {
            return new SqlCast(Raise(cast.Operand), cast.Type);
        }

        if (cast.Operand is SqlFunction { Name: "ROUND", Arguments: [var rounded, SqlNumber { Value: 0 }] } && Raise(rounded) is var number && !TSqlLowering.IsWhole(number))
        {
            return new SqlCast(number, cast.Type);
        }

        var operand = Raise(cast.Operand);
        var isWhole = operand is SqlNull or SqlFunction { Name: "FLOOR" or "CEIL" or "ROUND" } || TSqlLowering.IsWhole(operand) || TypeOf(operand).Kind is SqlTypeKind.Text or SqlTypeKind.Boolean;
        return isWhole
            ? new SqlCast(operand, cast.Type)
            : Unportable("A conversion of what may have a fraction to a whole number", "it drops the fraction, write CAST(ROUND(x, 0) AS INT) or CAST(FLOOR(x) AS INT).");
    }

    protected override SqlExpression Aggregate(SqlAggregate aggregate)
    {
        switch (aggregate)
        {
            case { Name: "COUNT_BIG" }:
                return base.Aggregate(aggregate with { Name = "COUNT" });
            case { Name: "STDEV" }:
                return base.Aggregate(aggregate with { Name = "STDDEV" });
            case { Name: "VAR" }:
                return base.Aggregate(aggregate with { Name = "VARIANCE" });
            case { Name: "SUM", Arguments: [SqlBinary { Operator: SqlBinaryOperator.Add, Right: var added } sum] } when sum.Left == TSqlLowering.BigZero && IsOfUnsureType(Raise(added)):
                return aggregate with { Arguments = [Raise(added)] };
            case { Name: "SUM", Arguments: [SqlCast { Type.Kind: SqlTypeKind.BigInteger, Operand: not SqlFunction { Name: "ROUND" } and var whole }] } when TSqlLowering.IsWhole(Raise(whole)):
                return aggregate with { Arguments = [Raise(whole)] };
            case { Name: "AVG", Arguments: [SqlCast { Type.Kind: SqlTypeKind.Double, Operand: var averaged }] }:
                return aggregate with { Arguments = [Raise(averaged)] };
            case { Name: "AVG", Arguments: [var averaged] } when !TSqlFractions.Has(averaged):
                return Unportable("An average of what may be whole numbers", "it drops the fraction, write AVG(CAST(x AS FLOAT)) or AVG(1.0 * x).");
            default:
                return base.Aggregate(aggregate);
        }
    }

    private static bool IsOfUnsureType(SqlExpression portable) => TSqlLowering.CertainType(portable).Kind is not (SqlTypeKind.Integer or SqlTypeKind.BigInteger or SqlTypeKind.Decimal or SqlTypeKind.Double);

    protected override SqlExpression Function(SqlFunction function)
    {
        switch (function)
        {
            case { Name: "DATEADD" or "DATEDIFF" or "DATEDIFF_BIG" or "DATEPART" or "DATEFROMPARTS" or "YEAR" or "MONTH" or "DAY" or "EOMONTH" }:
                return Dated(function);
            case { Name: "LEN", Arguments: [var text] }:
                return new SqlFunction("LENGTH", [new SqlFunction("RTRIM", [Raise(text)])]);
            case { Name: "SUBSTRING", Arguments: [var text, var start, SqlNumber { Value: int.MaxValue }] }:
                return new SqlFunction("SUBSTRING", [Raise(text), Raise(start)]);
            case { Name: "CHARINDEX", Arguments: [var sought, var text] }:
                return new SqlFunction("POSITION", [Raise(sought), Raise(text)]);
            case { Name: "CEILING" }:
                return base.Function(function with { Name = "CEIL" });
            case { Name: "LOG", Arguments: [var number] }:
                return new SqlFunction("LN", [Raise(number)]);
            case { Name: "POWER", Arguments: [var number, var exponent] } when !TSqlFractions.Has(number) && !(exponent is SqlNumber { Value: >= 0 and var times } && decimal.IsInteger(times)):
                return Unportable("A power of what may be a whole number", "it drops the fraction, write POWER(CAST(x AS FLOAT), y).");
            case { Name: "ISNULL", Arguments: [_, _] }:
                return base.Function(function with { Name = "COALESCE" });
            case { Name: "IIF", Arguments: [var condition, var then, var otherwise] }:
                return new SqlCase(null, [new SqlWhen(Raise(condition), Raise(then))], Raise(otherwise));
            case { Name: "CONCAT", Arguments.Count: > 1 }:
                return Raised(function.Arguments).Select(Filled).Aggregate((all, next) => new SqlBinary(SqlBinaryOperator.Concat, all, next));
            case { Name: "GETDATE" or "SYSDATETIME" or "GETUTCDATE" or "SYSUTCDATETIME" }:
                return Unportable($"The clock {function.Name}", "write CURRENT_DATE or CURRENT_TIMESTAMP.");
            default:
                return base.Function(function);
        }
    }

    /// <summary>CONCAT takes what is missing for an empty text.</summary>
    private static SqlExpression Filled(SqlExpression part) => part is SqlText ? part
        : new SqlFunction("COALESCE", [TypeOf(part).Kind == SqlTypeKind.Text ? part : new SqlCast(part, SqlType.Text), new SqlText("")]);

    private SqlExpression Dated(SqlFunction function)
    {
        switch (function)
        {
            case { Arguments: [SqlFunction { Name: "YEAR", Arguments: [var x] }, ..] } when TruncatedTo(function, x) is { } unit:
                return new SqlDateTrunc(unit, Raise(x));
            case { Name: "DATEFROMPARTS", Arguments: [SqlNumber year, SqlNumber month, SqlNumber day] }
                when DateOnly.TryParseExact($"{year.Value}-{month.Value}-{day.Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var constant):
                return new SqlDate(constant);
            case { Name: "DATEADD", Arguments: [SqlWord word, SqlFunction { Name: "DATEDIFF", Arguments: [SqlWord same, SqlNumber { Value: 0 }, var x] }, SqlNumber { Value: 0 }] }
                when word == same && TSqlDates.Unit(word) is { } unit and not SqlTimeUnit.Week:
                return new SqlDateTrunc(unit, Raise(x));
            case { Name: "DATEADD", Arguments: [SqlWord, SqlUnary { Operand: SqlBinary { Left: SqlFunction { Arguments: [_, _, var x] } } }, _] } when TruncatedTo(function, x) is { } unit:
                return new SqlDateTrunc(unit, Raise(x));
            case { Name: "DATEADD", Arguments: [SqlWord, SqlFunction { Name: "DATEDIFF", Arguments: [_, _, var x] }, _] } when TruncatedTo(function, x) is { } unit:
                return new SqlDateTrunc(unit, Raise(x));
            case { Name: "DATEADD", Arguments: [SqlWord word, var amount, not SqlNumber and var x] } when TSqlDates.Unit(word) is { } unit && Instant(x) is { } instant:
                return new SqlDateAdd(unit, Raise(amount), instant);
            case { Name: "DATEDIFF" or "DATEDIFF_BIG", Arguments: [SqlWord word, not SqlNumber and var from, not SqlNumber and var to] } when TSqlDates.Unit(word) is { } unit && Instant(from) is { } first && Instant(to) is { } last:
                // Weeks begin on Sunday here: a day later they begin on Monday.
                return unit == SqlTimeUnit.Week ? new SqlDateDiff(unit, NextDay(first), NextDay(last)) : new SqlDateDiff(unit, first, last);
            case { Name: "DATEPART", Arguments: [SqlWord word, var x] } when TSqlDates.FindPart(word) is { } part && Instant(x) is { } instant:
                return new SqlExtract(part, instant);
            case { Name: "DATEPART", Arguments: [SqlWord, _] }:
                return Unportable("The week of a year", "the session decides where it begins, write DATEPART(ISO_WEEK, x).");
            case { Name: "YEAR" or "MONTH" or "DAY", Arguments: [var x] } when Instant(x) is { } instant:
                return new SqlExtract(function.Name switch { "YEAR" => SqlDatePart.Year, "MONTH" => SqlDatePart.Month, _ => SqlDatePart.Day }, instant);
            case { Name: "EOMONTH", Arguments: [var x] } when Instant(x) is { } instant:
                return new SqlDateAdd(SqlTimeUnit.Day, new SqlNumber(-1), new SqlDateAdd(SqlTimeUnit.Month, new SqlNumber(1), new SqlDateTrunc(SqlTimeUnit.Month, instant)));
            default:
                return Unportable($"{function.Name} with these arguments");
        }
    }

    private static SqlDateAdd NextDay(SqlExpression x) => new SqlDateAdd(SqlTimeUnit.Day, new SqlNumber(1), x);

    private static SqlTimeUnit? TruncatedTo(SqlFunction native, SqlExpression x)
    {
        foreach (var unit in Enum.GetValues<SqlTimeUnit>())
        {
            if (TSqlDates.Truncate(unit, x) == native)
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>A date as the argument of a function; a text there must be an ISO day.</summary>
    private SqlExpression? Instant(SqlExpression native) => native is SqlText ? TSqlInstants.Read(native) : Raise(native);
}
