using System.Globalization;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>Dates: the forms that <see cref="OracleDates"/> makes are known again, and others say what Oracle does or are refused.</summary>
internal sealed partial class OracleRaising
{
    private SqlExpression? Instant(SqlExpression native) => native switch
    {
        SqlFunction { Name: "TO_DATE", Arguments: [SqlFunction { Name: "TO_CHAR", Arguments: [var x, _] }, _] } when native == OracleDates.Truncate(SqlTimeUnit.Second, x) =>
            new SqlDateTrunc(SqlTimeUnit.Second, Raise(x)),
        SqlFunction { Name: "TO_DATE" or "TO_TIMESTAMP" } function => ReadText(function),
        SqlFunction { Name: "TRUNC" } function => Truncated(function),
        SqlFunction { Name: "ROUND", Arguments: [SqlBinary { Operator: SqlBinaryOperator.Multiply, Left: SqlBinary days }] } when Ends(days) is { } ends =>
            Difference(native, ends, SqlTimeUnit.Hour) ?? Difference(native, ends, SqlTimeUnit.Minute),
        SqlFunction { Name: "MONTHS_BETWEEN", Arguments: [SqlFunction { Name: "TRUNC", Arguments: [var to, _] }, SqlFunction { Name: "TRUNC", Arguments: [var from, _] }] }
            when Difference(native, (from, to), SqlTimeUnit.Month) is { } months => months,
        SqlFunction { Name: "MONTHS_BETWEEN" } => Unportable("MONTHS_BETWEEN with parts of months", "cut both to months: MONTHS_BETWEEN(TRUNC(a, 'MM'), TRUNC(b, 'MM'))."),
        SqlFunction { Name: "LEAST", Arguments: [SqlFunction { Name: "ADD_MONTHS", Arguments: [var day, var months] }, _] } when native == OracleDates.MovedDay(day, months) =>
            new SqlDateAdd(SqlTimeUnit.Month, Raise(months), Raise(day)),
        SqlFunction { Name: "ADD_MONTHS", Arguments: [var x, var months] } => AddedMonths(Raise(x), Raise(months)),
        SqlFunction { Name: "LAST_DAY", Arguments: [var x] } => LastDay(Raise(x)),
        SqlFunction { Name: "FLOOR", Arguments: [SqlExtract { Part: SqlDatePart.Second, Operand: var x }] } => new SqlExtract(SqlDatePart.Second, WithoutCast(x)),
        SqlFunction { Name: "TO_NUMBER", Arguments: [SqlFunction { Name: "TO_CHAR", Arguments: [var x, SqlText { Value: var format }] }] } => Part(format, Raise(x)),
        SqlFunction { Name: "TO_NUMBER", Arguments: [var text] } => new SqlCast(Raise(text), new SqlType(SqlTypeKind.Decimal)),
        SqlFunction { Name: "TO_CHAR", Arguments: [var x] } => Cast(new SqlCast(x, SqlType.Text)),
        SqlFunction { Name: "TO_CHAR", Arguments: [var x, SqlText { Value: var format }] } => Formatted(Raise(x), format),
        // Every DATE has a time here, that of the clock too.
        SqlNow { DayOnly: true } => new SqlDateTrunc(SqlTimeUnit.Second, new SqlNow(DayOnly: false)),
        SqlExtract { Part: SqlDatePart.Second } => Unportable("EXTRACT(SECOND …) with parts of seconds", "write FLOOR(EXTRACT(SECOND FROM x))."),
        SqlExtract { Part: SqlDatePart.Hour or SqlDatePart.Minute } extract => extract with { Operand = WithoutCast(extract.Operand) },
        SqlBinary binary => Arithmetic(binary),
        _ => null,
    };

    private static (SqlExpression From, SqlExpression To)? Ends(SqlBinary days) => days is
    {
        Operator: SqlBinaryOperator.Subtract,
        Left: SqlFunction { Name: "TRUNC", Arguments: [var to, _] },
        Right: SqlFunction { Name: "TRUNC", Arguments: [var from, _] },
    } ? (from, to) : null;

    private SqlDateDiff? Difference(SqlExpression native, (SqlExpression From, SqlExpression To) ends, SqlTimeUnit unit) =>
        native == OracleDates.Difference(unit, ends.From, ends.To) ? new SqlDateDiff(unit, Raise(ends.From), Raise(ends.To)) : null;

    private SqlExpression? Arithmetic(SqlBinary binary)
    {
        switch (binary)
        {
            case { Operator: SqlBinaryOperator.Divide, Left: SqlBinary days } when Ends(days) is { } weeks:
                return Difference(binary, weeks, SqlTimeUnit.Week);
            case { Operator: SqlBinaryOperator.Divide, Left: SqlFunction { Name: "MONTHS_BETWEEN", Arguments: [SqlFunction { Name: "TRUNC", Arguments: [var to, _] }, SqlFunction { Name: "TRUNC", Arguments: [var from, _] }] } }:
                return Difference(binary, (from, to), SqlTimeUnit.Quarter);
            case { Operator: SqlBinaryOperator.Subtract, Left: SqlExtract { Operand: var last }, Right: SqlExtract { Operand: var first } }:
                return Difference(binary, (first, last), SqlTimeUnit.Year);
            case { Operator: SqlBinaryOperator.Subtract, Left: SqlBinary { Right: var end }, Right: var begin } when SecondsOf(end) is { } later && SecondsOf(begin) is { } earlier:
                return Difference(binary, (earlier, later), SqlTimeUnit.Second);
            case { Operator: SqlBinaryOperator.Add, Right: var rest } when SecondsOf(rest) is { } x && binary == OracleDates.Part(SqlDatePart.Epoch, x):
                return new SqlExtract(SqlDatePart.Epoch, Raise(x));
            case { Operator: SqlBinaryOperator.Add, Left: SqlBinary { Right: SqlFunction { Name: "TRUNC", Arguments: [var x, _] } } } when binary == OracleDates.Part(SqlDatePart.DayOfWeek, x):
                return new SqlExtract(SqlDatePart.DayOfWeek, Raise(x));
            case { Operator: SqlBinaryOperator.Add, Right: SqlFunction { Name: "NUMTODSINTERVAL", Arguments: [SqlBinary { Left: SqlFunction { Name: "LEAST", Arguments: [SqlFunction { Name: "ADD_MONTHS", Arguments: [_, var months] }, _] } }, _] } }
                when binary == OracleDates.Moved(binary.Left, months):
                return new SqlDateAdd(SqlTimeUnit.Month, Raise(months), Raise(binary.Left));
            case { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract, Right: SqlFunction { Name: "NUMTODSINTERVAL" or "NUMTOYMINTERVAL", Arguments: [var amount, SqlText { Value: var word }] } }
                when Parsing.SqlUnits.Find(word) is { } unit:
                return Moved(unit, binary.Operator, Raise(amount), Raise(binary.Left));
            case { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract, Right: not SqlInterval }:
                return Days(binary.Operator, Raise(binary.Left), Raise(binary.Right));
            default:
                return null;
        }
    }

    private static SqlExpression? SecondsOf(SqlExpression native) =>
        native is SqlFunction { Name: "TO_NUMBER", Arguments: [SqlFunction { Name: "TO_CHAR", Arguments: [var x, SqlText { Value: "SSSSS" }] }] } ? x : null;

    private static SqlDateAdd Moved(SqlTimeUnit unit, SqlBinaryOperator direction, SqlExpression amount, SqlExpression x) =>
        new(unit, direction == SqlBinaryOperator.Add ? amount : Parsing.SqlCanonical.Negate(amount), x);

    /// <summary>A day and a number are a day, two days are a number of days; of times Oracle would count parts of days.</summary>
    private SqlExpression Days(SqlBinaryOperator direction, SqlExpression left, SqlExpression right)
    {
        var (from, by) = (TypeOf(left), TypeOf(right));
        if (from.IsTemporal && by.IsTemporal)
        {
            return from.Kind == SqlTypeKind.Date && by.Kind == SqlTypeKind.Date && direction == SqlBinaryOperator.Subtract
                ? new SqlDateDiff(SqlTimeUnit.Day, WithoutCut(right), WithoutCut(left))
                : Unportable("A difference of times", "cut both to days: TRUNC(a, 'DD') - TRUNC(b, 'DD').");
        }

        if (from.IsTemporal && by.Kind is SqlTypeKind.Decimal or SqlTypeKind.Double)
        {
            return Unportable("A part of a day that is added to a date", "write + INTERVAL '1' HOUR.");
        }

        var areDays = by.IsNumeric ? from.IsTemporal : from.Kind == SqlTypeKind.Date && by.Kind == SqlTypeKind.Unknown && direction == SqlBinaryOperator.Add;
        return areDays ? Moved(SqlTimeUnit.Day, direction, right, left) : new SqlBinary(direction, left, right);
    }

    private static SqlExpression WithoutCut(SqlExpression portable) => portable is SqlDateTrunc { Unit: SqlTimeUnit.Day } truncation ? truncation.Operand : portable;

    /// <summary>What TRUNC(x) is depends on x: the day of a date, the whole part of a number.</summary>
    private SqlExpression Truncated(SqlFunction function)
    {
        switch (function.Arguments)
        {
            case [SqlFunction { Name: "ADD_MONTHS", Arguments: [var x, var months] }, SqlText { Value: var format }] when Unit(format) is >= SqlTimeUnit.Month and var unit:
                return new SqlDateTrunc(unit, new SqlDateAdd(SqlTimeUnit.Month, Raise(months), Raise(x)));
            case [SqlFunction { Name: "LAST_DAY", Arguments: [var x] }, SqlText { Value: var format }] when Unit(format) == SqlTimeUnit.Day:
                return MonthsEnd(Raise(x));
            case [var x, SqlText { Value: var format }]:
                return Unit(format) is { } found
                    ? Cut(found, Raise(x))
                    : Unportable($"TRUNC(x, '{format}')", "'DD', 'IW', 'MM', 'Q', 'YYYY', 'HH24' and 'MI' have one.");
            case [var x] when TypeOf(Raise(x)).IsTemporal:
                return Cut(SqlTimeUnit.Day, Raise(x));
            case [var x, SqlNumber { Value: 0 }]:
                return WholePart(Raise(x));
            case [var x] when TypeOf(Raise(x)).IsNumeric:
                return WholePart(Raise(x));
            default:
                return Unportable("TRUNC of what may be a date or a number", "write TRUNC(x, 'DD') for the day, TRUNC(x, 0) for the whole part.");
        }
    }

    private static SqlExpression Cut(SqlTimeUnit unit, SqlExpression x) =>
        unit == SqlTimeUnit.Day && TypeOf(x).Kind == SqlTypeKind.Date ? x : new SqlDateTrunc(unit, x);

    private static SqlBinary WholePart(SqlExpression number) =>
        new(SqlBinaryOperator.Multiply, new SqlFunction("SIGN", [number]), new SqlFunction("FLOOR", [new SqlFunction("ABS", [number])]));

    private static SqlTimeUnit? Unit(string format) => format.ToUpperInvariant() switch
    {
        "MI" => SqlTimeUnit.Minute,
        "HH" or "HH12" or "HH24" => SqlTimeUnit.Hour,
        "DD" or "DDD" or "J" => SqlTimeUnit.Day,
        "IW" => SqlTimeUnit.Week,
        "MM" or "MON" or "MONTH" or "RM" => SqlTimeUnit.Month,
        "Q" => SqlTimeUnit.Quarter,
        "YYYY" or "YEAR" or "SYYYY" or "SYEAR" or "YYY" or "YY" or "Y" => SqlTimeUnit.Year,
        _ => null,
    };

    /// <summary>ADD_MONTHS leads from the last day of a month to the last day of another: a day on, the months, a day back.</summary>
    private static SqlExpression AddedMonths(SqlExpression x, SqlExpression months)
    {
        var moved = new SqlDateAdd(SqlTimeUnit.Month, months, x);
        if (OracleLowering.IsBeforeLastDay(x))
        {
            return moved;
        }

        var next = new SqlDateAdd(SqlTimeUnit.Day, new SqlNumber(1), x);
        var isLast = new SqlBinary(SqlBinaryOperator.Equal, new SqlExtract(SqlDatePart.Day, next), new SqlNumber(1));
        return new SqlCase(null, [new SqlWhen(isLast, new SqlDateAdd(SqlTimeUnit.Day, new SqlNumber(-1), moved with { Operand = next }))], moved);
    }

    /// <summary>The time of day stays.</summary>
    private static SqlExpression LastDay(SqlExpression x) => TypeOf(x).Kind == SqlTypeKind.Date
        ? MonthsEnd(x)
        : new SqlDateAdd(SqlTimeUnit.Day, new SqlDateDiff(SqlTimeUnit.Day, x, MonthsEnd(x)), x);

    private SqlExpression WithoutCast(SqlExpression native) => Raise(native is SqlCast { Type.Kind: SqlTypeKind.Timestamp } cast ? cast.Operand : native);

    private SqlExpression Part(string format, SqlExpression x) => format.ToUpperInvariant() switch
    {
        "YYYY" => new SqlExtract(SqlDatePart.Year, x),
        "Q" => new SqlExtract(SqlDatePart.Quarter, x),
        "MM" => new SqlExtract(SqlDatePart.Month, x),
        "IW" => new SqlExtract(SqlDatePart.Week, x),
        "DD" => new SqlExtract(SqlDatePart.Day, x),
        "DDD" => new SqlExtract(SqlDatePart.DayOfYear, x),
        "HH24" => new SqlExtract(SqlDatePart.Hour, x),
        "MI" => new SqlExtract(SqlDatePart.Minute, x),
        "SS" => new SqlExtract(SqlDatePart.Second, x),
        "D" => Unportable("TO_CHAR(x, 'D'), which counts as the session does,", "TRUNC(x, 'DD') - TRUNC(x, 'IW') + 1 is 1 on Mondays."),
        _ => Unportable($"TO_NUMBER(TO_CHAR(x, '{format}'))"),
    };

    /// <summary>A date as text in a format that is part of the ISO one.</summary>
    private SqlExpression Formatted(SqlExpression x, string format)
    {
        var day = DayText(x, 10);
        var second = new SqlCast(x is SqlDateTrunc { Unit: < SqlTimeUnit.Day } ? x : new SqlDateTrunc(SqlTimeUnit.Second, x), SqlType.Text);
        return format.ToUpperInvariant() switch
        {
            OracleDates.DayFormat => day,
            OracleDates.SecondFormat => second,
            "YYYY" => DayText(x, 4),
            "YYYY-MM" => DayText(x, 7),
            "MM" => Slice(day, 6, 2),
            "DD" => Slice(day, 9, 2),
            "HH24" => Slice(second, 12, 2),
            "HH24:MI" => Slice(second, 12, 5),
            _ => Unportable($"TO_CHAR(x, '{format}')", $"'{OracleDates.DayFormat}' and its parts have one."),
        };
    }

    private static SqlFunction Slice(SqlExpression text, int start, int length) => new("SUBSTRING", [text, new SqlNumber(start), new SqlNumber(length)]);

    /// <summary>A text that is written out is read now; others are read where they are ISO texts.</summary>
    private SqlExpression ReadText(SqlFunction function)
    {
        if (function.Arguments is not [var text, SqlText { Value: var format }])
        {
            return Unportable($"{function.Name} in the session's format", $"name the format: {function.Name}(x, '{OracleDates.DayFormat}').");
        }

        var hasTime = format.Contains("HH24", StringComparison.OrdinalIgnoreCase);
        if (text is SqlText { Value: var written })
        {
            return DateTime.TryParseExact(written, DotNet(format), CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
                ? hasTime || function.Name == "TO_TIMESTAMP" ? new SqlTimestamp(read) : new SqlDate(DateOnly.FromDateTime(read))
                : Unportable($"{function.Name}('{written}', '{format}')", "write DATE '2024-12-31'.");
        }

        var type = function.Name == "TO_TIMESTAMP" || hasTime ? SqlType.Timestamp : SqlType.Date;
        var iso = text is SqlFunction { Name: "SUBSTR", Arguments: [var whole, SqlNumber { Value: 1 }, SqlNumber { Value: 10 }] } && type == SqlType.Date ? Raise(whole) : Raise(text);
        return format.ToUpperInvariant() is OracleDates.DayFormat or OracleDates.SecondFormat or OracleDates.FractionFormat
            ? new SqlCast(TypeOf(iso).Kind == SqlTypeKind.Text ? iso : new SqlCast(iso, SqlType.Text), type)
            : Unportable($"{function.Name}(x, '{format}')", $"'{OracleDates.DayFormat}' has one.");
    }

    private static string DotNet(string format) => format.ToUpperInvariant()
        .Replace("HH24", "HH", StringComparison.Ordinal).Replace("MI", "mm", StringComparison.Ordinal).Replace("SS", "ss", StringComparison.Ordinal)
        .Replace("FF6", "FFFFFF", StringComparison.Ordinal).Replace("YYYY", "yyyy", StringComparison.Ordinal).Replace("DD", "dd", StringComparison.Ordinal);

    /// <summary>Oracle's DATE keeps the time, and texts are read and written in the session's format.</summary>
    protected override SqlExpression Cast(SqlCast cast)
    {
        var operand = Raise(cast.Operand);
        var from = TypeOf(operand);
        return cast.Type switch
        {
            _ when operand is SqlNull => cast with { Operand = operand },
            { Kind: SqlTypeKind.Date } => Unportable("CAST(x AS DATE), which keeps the time,", "write TRUNC(x, 'DD') for the day, CAST(x AS TIMESTAMP) for the time."),
            { Kind: SqlTypeKind.Timestamp } when operand is SqlDateTrunc { Unit: < SqlTimeUnit.Day } => operand,
            { Kind: SqlTypeKind.Timestamp } when from.Kind == SqlTypeKind.Text => Unportable("A text as a time in the session's format", $"write TO_TIMESTAMP(x, '{OracleDates.SecondFormat}')."),
            { Kind: SqlTypeKind.TimestampTz } => Unportable("A time with a zone"),
            { Kind: SqlTypeKind.Text } when from.IsTemporal => Unportable("A date as text in the session's format", $"write TO_CHAR(x, '{OracleDates.DayFormat}')."),
            { Kind: SqlTypeKind.Integer } => new SqlCast(operand, SqlType.BigInteger),
            _ => cast with { Operand = operand },
        };
    }
}
