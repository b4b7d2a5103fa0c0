using System.Globalization;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>
/// What SQLite's calendar functions compute, read back. The longer forms are known by writing the form anew with <see cref="SqliteDates"/> and comparing, so
/// that nothing else is taken for them; null where an expression is no such form.
/// </summary>
internal sealed class SqliteRaisedDates(Func<SqlExpression, SqlExpression> raise)
{
    private static readonly SqlText StartOfMonth = new("start of month");

    public SqlExpression? Read(SqlExpression native) => native switch
    {
        SqlFunction { Name: "DATE", Arguments: [var x, ..] modifiers } => Moved(x, modifiers.Skip(1).ToSeq()),
        SqlFunction { Name: "DATETIME", Arguments: [var x, ..] modifiers } => Time(x, modifiers.Skip(1).ToSeq()),
        SqlFunction { Name: "TIME", Arguments: [var x] } => IsNow(x) ? null : new SqlCast(Value(x), new SqlType(SqlTypeKind.Time)),
        SqlFunction { Name: "STRFTIME", Arguments: [SqlText format, var x] } => IsNow(x) ? null : Format(format.Value, x),
        SqlFunction { Name: "SUBSTR" or "MIN" } => Added(native),
        SqlCast { Type.Kind: SqlTypeKind.Integer or SqlTypeKind.BigInteger, Operand: SqlFunction { Name: "STRFTIME", Arguments: [SqlText format, var x] } } => Number(format.Value, x),
        SqlCast { Type.Kind: SqlTypeKind.Integer or SqlTypeKind.BigInteger, Operand: SqlBinary days } => Days(days),
        SqlBinary { Operator: SqlBinaryOperator.Subtract } days => Days(days) ?? Seconds(days),
        SqlBinary { Operator: SqlBinaryOperator.Add, Right: SqlNumber { Value: 1 } } or SqlBinary { Operator: SqlBinaryOperator.Divide, Right: SqlNumber { Value: 3 } } => Part((SqlBinary)native),
        SqlBinary { Operator: SqlBinaryOperator.Divide, Left: SqlCast { Operand: SqlBinary days }, Right: SqlNumber { Value: 7 } } => Weeks(days),
        SqlBinary { Operator: SqlBinaryOperator.Divide, Left: SqlBinary { Operator: SqlBinaryOperator.Subtract } seconds, Right: SqlNumber { Value: 60 or 3600 } } => HoursOrMinutes((SqlBinary)native, seconds),
        _ => null,
    };

    private static bool IsNow(SqlExpression x) => x is SqlText { Value: var text } && text.Equals("now", StringComparison.OrdinalIgnoreCase);

    /// <summary>A text that is a day or a time, as an argument of a calendar function, is meant as one.</summary>
    private SqlExpression Value(SqlExpression native)
    {
        if (native is not SqlText { Value: var text })
        {
            return raise(native);
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new SqlDate(day)
            : DateTime.TryParseExact(text, ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.ffffff"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? new SqlTimestamp(time)
            : native;
    }

    private static SqlType TypeOf(SqlExpression portable) => Analysis.SqlTypes.Infer(portable, _ => SqlType.Unknown);

    private static SqlExpression AsDay(SqlExpression portable) => TypeOf(portable) == SqlType.Date ? portable : new SqlCast(portable, SqlType.Date);

    /// <summary>DATE(x, …): each modifier in its turn. Months may be added only to the first of a month; elsewhere SQLite runs over into the next one.</summary>
    private SqlExpression? Moved(SqlExpression x, Seq<SqlExpression> modifiers)
    {
        if (IsNow(x))
        {
            return null;
        }

        var moved = Value(x);
        for (var i = 0; i < modifiers.Count; i++)
        {
            var isFirstOfMonth = moved is SqlDateTrunc { Unit: >= SqlTimeUnit.Month } or SqlDateAdd { Unit: >= SqlTimeUnit.Month };
            if (modifiers[i] is SqlText { Value: "-6 days" } && i + 1 < modifiers.Count && modifiers[i + 1] is SqlText { Value: "weekday 1" })
            {
                moved = new SqlDateTrunc(SqlTimeUnit.Week, moved);
                i++;
            }
            else if (modifiers[i] == StartOfMonth)
            {
                var isQuarter = i + 1 < modifiers.Count && IsBackToQuarter(modifiers[i + 1], i == 0 ? [x, new SqlFunction("DATE", [x])] : [new SqlFunction("DATE", [x, .. modifiers.Take(i)])]);
                moved = new SqlDateTrunc(isQuarter ? SqlTimeUnit.Quarter : SqlTimeUnit.Month, moved);
                i += isQuarter ? 1 : 0;
            }
            else if (modifiers[i] is SqlText { Value: "start of year" })
            {
                moved = new SqlDateTrunc(SqlTimeUnit.Year, moved);
            }
            else if (Amount(modifiers[i]) is (var amount, >= SqlTimeUnit.Day and var unit) && (unit == SqlTimeUnit.Day || isFirstOfMonth))
            {
                moved = new SqlDateAdd(unit, amount, AsDay(moved));
            }
            else
            {
                return null;
            }
        }

        return modifiers.IsEmpty ? new SqlCast(moved, SqlType.Date) : moved;
    }

    private static bool IsBackToQuarter(SqlExpression modifier, Seq<SqlExpression> candidates) =>
        candidates.Any(x => SqliteDates.Truncate(SqlTimeUnit.Quarter, x) is SqlFunction { Arguments: [.., var back] } && back == modifier);

    /// <summary>'+14 days', or an amount joined with its unit: n || ' months'.</summary>
    private (SqlExpression Amount, SqlTimeUnit Unit)? Amount(SqlExpression modifier)
    {
        if (modifier is SqlText { Value: var text } && text.Split(' ') is [var number, var word] && Parsing.SqlUnits.Find(word) is { } unit and not (SqlTimeUnit.Week or SqlTimeUnit.Quarter)
            && decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var constant))
        {
            return (new SqlNumber(constant), unit);
        }

        return modifier is SqlBinary { Operator: SqlBinaryOperator.Concat, Left: var amount, Right: SqlText { Value: [' ', .. var name] } } && Parsing.SqlUnits.Find(name) is { } named and not (SqlTimeUnit.Week or SqlTimeUnit.Quarter)
            ? (raise(amount), named)
            : null;
    }

    private SqlExpression? Time(SqlExpression x, Seq<SqlExpression> modifiers)
    {
        if (IsNow(x))
        {
            return null;
        }

        var value = Value(x);
        if (modifiers.IsEmpty)
        {
            return new SqlCast(value, SqlType.Timestamp);
        }

        if (modifiers is not [var only] || Amount(only) is not (var amount, <= SqlTimeUnit.Day and var unit))
        {
            return null;
        }

        return new SqlDateAdd(unit, amount, unit == SqlTimeUnit.Day && TypeOf(value) != SqlType.Timestamp ? new SqlCast(value, SqlType.Timestamp) : value);
    }

    private SqlExpression? Format(string format, SqlExpression x)
    {
        SqlTimeUnit? unit = format switch
        {
            "%Y-%m-%d %H:%M:00" => SqlTimeUnit.Minute,
            "%Y-%m-%d %H:00:00" => SqlTimeUnit.Hour,
            _ => null,
        };
        if (unit is { } cut)
        {
            return new SqlDateTrunc(cut, Value(x));
        }

        var length = format switch { "%Y-%m-%d" => 10, "%Y-%m" => 7, "%Y" => 4, _ => 0 };
        if (length == 0)
        {
            return null;
        }

        var text = new SqlCast(AsDay(Value(x)), SqlType.Text);
        return length == 10 ? text : new SqlFunction("LEFT", [text, new SqlNumber(length)]);
    }

    private SqlExpression? Number(string format, SqlExpression x)
    {
        SqlDatePart? part = format switch
        {
            "%S" => SqlDatePart.Second,
            "%M" => SqlDatePart.Minute,
            "%H" => SqlDatePart.Hour,
            "%d" => SqlDatePart.Day,
            "%j" => SqlDatePart.DayOfYear,
            "%m" => SqlDatePart.Month,
            "%Y" => SqlDatePart.Year,
            "%s" => SqlDatePart.Epoch,
            _ => null,
        };
        return IsNow(x) ? null
            : part is { } found ? new SqlExtract(found, Value(x))
            : format == "%w" ? new SqlBinary(SqlBinaryOperator.Modulo, new SqlExtract(SqlDatePart.DayOfWeek, Value(x)), new SqlNumber(7))
            : null;
    }

    /// <summary>Weekdays, weeks and quarters are computed from the numbers of STRFTIME.</summary>
    private SqlExtract? Part(SqlBinary native)
    {
        SqlExpression inner = native;
        while (inner is SqlBinary binary)
        {
            inner = binary.Left;
        }

        if (inner is not SqlCast { Operand: SqlFunction { Name: "STRFTIME", Arguments: [_, var x] } })
        {
            return null;
        }

        var candidates = x is SqlFunction { Name: "DATE", Arguments: [var first, _, _] } ? Seq.Create([x, first]) : [x];
        foreach (var part in (SqlDatePart[])[SqlDatePart.DayOfWeek, SqlDatePart.Week, SqlDatePart.Quarter])
        {
            if (candidates.FirstOrDefault(candidate => SqliteDates.Part(part, candidate) == native) is { } of)
            {
                return new SqlExtract(part, Value(of));
            }
        }

        return null;
    }

    /// <summary>JULIANDAY(DATE(b)) - JULIANDAY(DATE(a)): whole days.</summary>
    private SqlDateDiff? Days(SqlBinary native) => native is
    {
        Operator: SqlBinaryOperator.Subtract,
        Left: SqlFunction { Name: "JULIANDAY", Arguments: [SqlFunction { Name: "DATE" } to] },
        Right: SqlFunction { Name: "JULIANDAY", Arguments: [SqlFunction { Name: "DATE" } from] },
    } && Read(to) is { } end && Read(from) is { } start
        ? new SqlDateDiff(SqlTimeUnit.Day, Uncut(start, SqlType.Date), Uncut(end, SqlType.Date))
        : null;

    private SqlDateDiff? Weeks(SqlBinary days) =>
        Days(days) is { From: SqlDateTrunc { Unit: SqlTimeUnit.Week } from, To: SqlDateTrunc { Unit: SqlTimeUnit.Week } to } ? new SqlDateDiff(SqlTimeUnit.Week, from.Operand, to.Operand) : null;

    private SqlDateDiff? Seconds(SqlBinary native) => (Epoch(native.Left), Epoch(native.Right)) is (SqlCast { Type.Kind: SqlTypeKind.Timestamp } to, SqlCast { Type.Kind: SqlTypeKind.Timestamp } from)
        ? new SqlDateDiff(SqlTimeUnit.Second, from.Operand, to.Operand)
        : null;

    private SqlDateDiff? HoursOrMinutes(SqlBinary native, SqlBinary seconds)
    {
        var unit = ((SqlNumber)native.Right).Value == 60 ? SqlTimeUnit.Minute : SqlTimeUnit.Hour;
        return (Epoch(seconds.Left), Epoch(seconds.Right)) is (SqlDateTrunc to, SqlDateTrunc from) && to.Unit == unit && from.Unit == unit
            ? new SqlDateDiff(unit, from.Operand, to.Operand)
            : null;
    }

    private SqlExpression? Epoch(SqlExpression native) =>
        native is SqlCast { Operand: SqlFunction { Name: "STRFTIME", Arguments: [SqlText { Value: "%s" }, SqlFunction cut] } } ? Read(cut) : null;

    private static SqlExpression Uncut(SqlExpression portable, SqlType type) => portable is SqlCast cast && cast.Type == type ? cast.Operand : portable;

    /// <summary>Months are added with a look at the month's end, and to a value of unknown kind in the form in which it came.</summary>
    private SqlExpression? Added(SqlExpression native)
    {
        if (native is SqlFunction { Name: "SUBSTR", Arguments: [var moved, _, SqlFunction { Name: "LENGTH", Arguments: [var x] }] })
        {
            return Added(native, moved, x, SqlType.Unknown);
        }

        if (native is not SqlFunction { Name: "MIN", Arguments: [SqlFunction { Name: var name }, var last] })
        {
            return null;
        }

        return name == "DATE" ? last is SqlFunction { Arguments: [var day, ..] } ? Added(native, native, day, SqlType.Date) : null
            : last is SqlBinary { Right: SqlFunction { Name: "TIME", Arguments: [var time] } } ? Added(native, native, time, SqlType.Timestamp)
            : null;
    }

    private SqlExpression? Added(SqlExpression native, SqlExpression moved, SqlExpression x, SqlType type)
    {
        var inner = moved is SqlFunction { Name: "MIN", Arguments: [SqlFunction first, _] } ? first : moved as SqlFunction;
        if (inner is not { Arguments: [.., var modifier] } || Amount(modifier) is not var (amount, unit) || Native(modifier) is not { } written || SqliteDates.Add(unit, written, x, type) != native)
        {
            return null;
        }

        var value = Value(x);
        var operand = type.Kind == SqlTypeKind.Unknown || TypeOf(value) == type ? value : new SqlCast(value, type);
        return amount is SqlNumber { Value: var constant } && decimal.IsInteger(constant)
            ? new SqlBinary(SqlBinaryOperator.Add, operand, new SqlInterval((long)constant, unit))
            : new SqlDateAdd(unit, amount, operand);
    }

    private SqlExpression? Native(SqlExpression modifier) => modifier switch
    {
        SqlText => Amount(modifier)?.Amount,
        SqlBinary { Left: var amount } => amount,
        _ => null,
    };
}
