using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing;

/// <summary>Ways back that more than one dialect uses.</summary>
internal partial class SqlRaising
{
    /// <summary>A divisor that is zero gives null in portable division anyway.</summary>
    protected static SqlExpression Divisor(SqlExpression raised) =>
        raised is SqlFunction { Name: "NULLIF", Arguments: [var divisor, SqlNumber { Value: 0 }] } ? divisor : raised;

    /// <summary>Whether a native number surely keeps its fraction, so that division by it or of it is exact.</summary>
    protected virtual bool HasFraction(SqlExpression native) => native switch
    {
        SqlNumber number => number.Value.Scale > 0,
        SqlCast cast => cast.Type.Kind is SqlTypeKind.Decimal or SqlTypeKind.Double,
        SqlUnary { Operator: SqlUnaryOperator.Negate } minus => HasFraction(minus.Operand),
        SqlBinary { Operator: > SqlBinaryOperator.GreaterOrEqual and not SqlBinaryOperator.Concat } binary => HasFraction(binary.Left) || HasFraction(binary.Right),
        SqlAggregate { Name: "AVG" or "PERCENTILE_CONT" or "STDDEV" or "STDDEV_SAMP" or "VARIANCE" or "VAR_SAMP" } => true,
        SqlAggregate { Name: "SUM" or "MIN" or "MAX", Arguments: [var summed] } => HasFraction(summed),
        SqlWindow window => HasFraction(window.Function),
        SqlFunction { Name: "SQRT" or "POWER" or "LN" or "EXP" } => true,
        SqlFunction { Name: "NULLIF" or "ABS", Arguments: [var first, ..] } => HasFraction(first),
        SqlScalarQuery { Query: SqlSelect { Items: [var only] } } => HasFraction(only.Expression),
        _ => false,
    };

    protected SqlExpression IntegerDivision(string cast) =>
        Unportable("Division that may drop the fraction of whole numbers", $"say which is meant: CAST(a AS {cast}) / b is exact.");

    /// <summary>
    /// Differences that are built from parts as the count of boundaries that they are: the years of two days apart, twelve times those and their months apart.
    /// </summary>
    protected static SqlExpression Counted(SqlBinary raised) => raised switch
    {
        { Operator: SqlBinaryOperator.Subtract, Left: SqlExtract { Part: SqlDatePart.Year } to, Right: SqlExtract { Part: SqlDatePart.Year } from } =>
            new SqlDateDiff(SqlTimeUnit.Year, from.Operand, to.Operand),
        {
            Operator: SqlBinaryOperator.Add,
            Left: SqlBinary { Operator: SqlBinaryOperator.Multiply, Left: SqlDateDiff { Unit: SqlTimeUnit.Year } years, Right: SqlNumber { Value: 12 or 4 } inYear },
            Right: SqlBinary { Operator: SqlBinaryOperator.Subtract, Left: SqlExtract to, Right: SqlExtract from },
        } when from.Part == to.Part && to.Part == (inYear.Value == 12 ? SqlDatePart.Month : SqlDatePart.Quarter) && from.Operand == years.From && to.Operand == years.To =>
            new SqlDateDiff(inYear.Value == 12 ? SqlTimeUnit.Month : SqlTimeUnit.Quarter, years.From, years.To),
        _ => raised,
    };

    /// <summary>A day of the week that counts from Sunday as 0.</summary>
    protected static SqlExpression SundayIsZero(SqlExpression day) =>
        new SqlBinary(SqlBinaryOperator.Modulo, new SqlExtract(SqlDatePart.DayOfWeek, day), new SqlNumber(7));

    /// <summary>The first so many characters of a day as YYYY-MM-DD.</summary>
    protected static SqlExpression DayText(SqlExpression day, int length)
    {
        var text = new SqlCast(TypeOf(day) == SqlType.Date ? day : new SqlCast(day, SqlType.Date), SqlType.Text);
        return length == 10 ? text : new SqlFunction("LEFT", [text, new SqlNumber(length)]);
    }

    /// <summary>The last day of a day's month.</summary>
    protected static SqlExpression MonthsEnd(SqlExpression day) =>
        new SqlDateAdd(SqlTimeUnit.Day, new SqlNumber(-1), new SqlDateAdd(SqlTimeUnit.Month, new SqlNumber(1), new SqlDateTrunc(SqlTimeUnit.Month, day)));

    /// <summary>GREATEST and LEAST that are null when one of their values is: elsewhere that is asked for, unless each value stands in for the others.</summary>
    protected static SqlExpression WhereAllAreThere(string name, Seq<SqlExpression> raised)
    {
        var values = raised.Select(value => value is SqlFunction { Name: "COALESCE", Arguments: [var first, ..] } ? first : value).ToSeq();
        if (SqlLowering.Filled(values) == raised)
        {
            return new SqlFunction(name, values);
        }

        var missing = raised.Where(value => SqlNullability.Of(value, _ => null) != false).Distinct().Select(value => (SqlExpression)new SqlIsNull(value, Negated: true)).ToList();
        var call = new SqlFunction(name, raised);
        return missing.Count == 0 ? call : new SqlCase(null, [new SqlWhen(missing.Aggregate((left, right) => new SqlBinary(SqlBinaryOperator.And, left, right)), call)], null);
    }

    /// <summary>Whether a text begins (LEFT) or ends (RIGHT) with another.</summary>
    protected static SqlExpression Ends(string side, SqlExpression text, SqlExpression end) =>
        new SqlBinary(SqlBinaryOperator.Equal, new SqlFunction(side, [text, new SqlFunction("LENGTH", [end])]), end);

    protected static SqlExpression Choice(SqlExpression condition, SqlExpression then, SqlExpression otherwise) => new SqlCase(null, [new SqlWhen(condition, then)], otherwise);

    /// <summary>A date moved by a number of intervals: x + n * INTERVAL '7' DAY is so many weeks.</summary>
    protected SqlExpression? Moved(SqlBinary native)
    {
        var (amount, interval) = native.Right is SqlBinary { Operator: SqlBinaryOperator.Multiply } times
            ? times.Right is SqlInterval right ? (times.Left, right) : (times.Right, times.Left as SqlInterval)
            : (null, null);
        if (amount is null || interval is null)
        {
            return null;
        }

        var (unit, size) = (interval.Unit, interval.Amount) switch
        {
            (SqlTimeUnit.Day, 7) => (SqlTimeUnit.Week, 1),
            (SqlTimeUnit.Month, 3) => (SqlTimeUnit.Quarter, 1),
            var (same, times1) => (same, times1),
        };
        var raised = Raise(amount);
        var counted = size == 1 ? raised : new SqlBinary(SqlBinaryOperator.Multiply, raised, new SqlNumber(size));
        return new SqlDateAdd(unit, native.Operator == SqlBinaryOperator.Subtract ? new SqlUnary(SqlUnaryOperator.Negate, counted) : counted, Raise(native.Left));
    }

    /// <summary>
    /// x + INTERVAL and x - y. A difference that is a span of time in the engine and a number of days elsewhere is refused.
    /// </summary>
    protected SqlExpression Sum(SqlBinary native)
    {
        if (Moved(native) is { } moved)
        {
            return moved;
        }

        if (native.Operator == SqlBinaryOperator.Subtract && native.Right is not SqlInterval && (IsInstant(native.Left) || IsInstant(native.Right)))
        {
            return Unportable("A span between two times", "count units: DATE_DIFF('hour', a, b), or the days between dates: CAST(b AS DATE) - CAST(a AS DATE).");
        }

        return Counted((SqlBinary)Children(native));
    }

    /// <summary>Whether the native value is surely a time of a day, whose difference from another is a span.</summary>
    protected virtual bool IsInstant(SqlExpression native) => native switch
    {
        SqlTimestamp or SqlNow { DayOnly: false } => true,
        SqlCast cast => cast.Type.Kind is SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz,
        SqlBinary { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract } sum => IsSpan(sum.Right) || IsSpan(sum.Left),
        SqlDateTrunc truncation => truncation.Unit < SqlTimeUnit.Day || IsInstant(truncation.Operand),
        _ => false,
    };

    private static bool IsSpan(SqlExpression native) => native is SqlInterval or SqlBinary { Operator: SqlBinaryOperator.Multiply, Left: SqlInterval } or SqlBinary { Operator: SqlBinaryOperator.Multiply, Right: SqlInterval };

    /// <summary>A day stays a day when days or more are added: the CAST that the engine needs for it goes.</summary>
    protected static SqlExpression Day(SqlExpression raised) => raised switch
    {
        SqlDateTrunc { Unit: >= SqlTimeUnit.Day } => raised,
        SqlDateAdd { Unit: >= SqlTimeUnit.Day } add when TypeOf(add) == SqlType.Date => raised,
        SqlBinary { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract, Right: SqlInterval { Unit: >= SqlTimeUnit.Day } } sum when TypeOf(sum.Left) == SqlType.Date => raised,
        _ => new SqlCast(raised, SqlType.Date),
    };

    /// <summary>DATE_PART('year', d).</summary>
    protected SqlExpression? DatePart(SqlFunction native)
    {
        if (native.Arguments is not [SqlText word, var day])
        {
            return null;
        }

        return Dialect.FindPart(word.Value) is { } part ? (SqlExpression)Node(new SqlExtract(part, day))
            : word.Value.ToUpperInvariant() is "DOW" or "DAYOFWEEK" or "WEEKDAY" ? SundayIsZero(Raise(day))
            : null;
    }

    /// <summary>Functions of the engine that do what a portable one does, by its name: the same arguments in the same order.</summary>
    protected SqlExpression? Renamed(SqlFunction native, System.Collections.Frozen.FrozenDictionary<string, string> names) =>
        names.TryGetValue(native.Name, out var name) ? Function(native with { Name = name }) : null;
}
