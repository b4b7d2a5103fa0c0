using System.Globalization;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>Conversions and dates: a DATE of Oracle has a time of day, a portable one is its midnight.</summary>
internal sealed partial class OracleLowering
{
    private static readonly string[] Instants = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFF"];

    protected override SqlExpression Cast(SqlCast cast)
    {
        var from = TypeOf(cast.Operand);
        switch (cast.Type)
        {
            case { Kind: SqlTypeKind.Boolean or SqlTypeKind.Time or SqlTypeKind.TimestampTz or SqlTypeKind.Interval or SqlTypeKind.Binary } when cast.Operand is SqlNull:
                return SqlNull.Instance;
            case { Kind: SqlTypeKind.Boolean } when from.Kind == SqlTypeKind.Boolean:
                return Lower(cast.Operand);
            case { Kind: SqlTypeKind.Boolean } when from.IsNumeric:
                return Lower(new SqlBinary(SqlBinaryOperator.NotEqual, cast.Operand, Whole(0)));
            case { Kind: SqlTypeKind.Boolean or SqlTypeKind.Time or SqlTypeKind.TimestampTz or SqlTypeKind.Interval or SqlTypeKind.Binary }:
                return Unsayable($"A conversion to {cast.Type.Kind.ToString().ToUpperInvariant()}");
            case { Kind: SqlTypeKind.Integer or SqlTypeKind.BigInteger or SqlTypeKind.Decimal or SqlTypeKind.Double } when from.IsTemporal:
                return Unsayable("A conversion of a date to a number");
            case { Kind: SqlTypeKind.BigInteger }:
                return CastTo(Lower(cast.Operand), SqlType.Integer);
            case { Kind: SqlTypeKind.Decimal, Precision: > 38 }:
                return Unsayable("A decimal of more than 38 digits");
            case { Kind: SqlTypeKind.Decimal, Precision: { } precision, Scale: null }:
                return base.Cast(cast with { Type = SqlType.Decimal(precision, 0) });
            case { Kind: SqlTypeKind.Text, Precision: null }:
                return Text(cast.Operand);
            case { Kind: SqlTypeKind.Date }:
                return Day(cast.Operand);
            case { Kind: SqlTypeKind.Timestamp }:
                return Timestamp(cast.Operand);
            default:
                return base.Cast(cast);
        }
    }

    /// <summary>Days and times are written as ISO texts, whatever the session's format; a number loses its zero before the point, so that only whole ones are sure.</summary>
    private SqlExpression Text(SqlExpression operand)
    {
        var isNumber = operand is SqlNumber;
        switch (TypeOf(operand).Kind)
        {
            case SqlTypeKind.Boolean:
                return Lower(new SqlCase(
                    null,
                    [new SqlWhen(operand, new SqlText("true")), new SqlWhen(new SqlUnary(SqlUnaryOperator.Not, operand), new SqlText("false"))],
                    null));
            case SqlTypeKind.Date:
                var day = operand is SqlCast { Operand: var from } && TypeOf(from).Kind is SqlTypeKind.Unknown or SqlTypeKind.Timestamp ? Lower(from) : Lower(operand);
                return Call("TO_CHAR", day, new SqlText(OracleDates.DayFormat));
            case SqlTypeKind.Timestamp when operand is SqlDateTrunc { Unit: > SqlTimeUnit.Second } truncation:
                return Call("TO_CHAR", OracleDates.Truncate(truncation.Unit, Instant(truncation.Operand)), new SqlText(OracleDates.SecondFormat));
            case SqlTypeKind.Timestamp when operand is SqlDateTrunc truncation:
                return Call("TO_CHAR", Instant(truncation.Operand), new SqlText(OracleDates.SecondFormat));
            case SqlTypeKind.Timestamp:
                var exact = Call("TO_CHAR", OracleDates.AsTimestamp(Lower(operand)), new SqlText(OracleDates.FractionFormat));
                return Call("RTRIM", Call("RTRIM", exact, new SqlText("0")), new SqlText("."));
            case SqlTypeKind.Decimal when isNumber:
                return new SqlText(((SqlNumber)operand).Value.ToString(CultureInfo.InvariantCulture));
            case SqlTypeKind.Decimal or SqlTypeKind.Double:
                return Unsayable("The text of a number with decimals", "round it to a whole number.");
            default:
                return CastTo(Lower(operand), SqlType.Text);
        }
    }

    /// <summary>The midnight of a day.</summary>
    private SqlExpression Day(SqlExpression operand)
    {
        var type = TypeOf(operand);
        if (operand is SqlText text)
        {
            return Read(text) is { } read ? new SqlDate(DateOnly.FromDateTime(read)) : Undated(text);
        }

        return type.Kind switch
        {
            SqlTypeKind.Date => Lower(operand),
            SqlTypeKind.Text => Call("TO_DATE", Call("SUBSTR", Lower(operand), Whole(1), Whole(10)), new SqlText(OracleDates.DayFormat)),
            SqlTypeKind.Unknown when operand is SqlNull => CastTo(SqlNull.Instance, SqlType.Date),
            SqlTypeKind.Unknown or SqlTypeKind.Timestamp => OracleDates.Truncate(SqlTimeUnit.Day, Instant(operand)),
            _ => Unsayable("A conversion of a number to a date"),
        };
    }

    private SqlExpression Timestamp(SqlExpression operand)
    {
        var type = TypeOf(operand);
        if (operand is SqlText text)
        {
            return Read(text) is { } read ? Literal(new SqlTimestamp(read)) : Undated(text);
        }

        return type.Kind switch
        {
            SqlTypeKind.Text => Call("TO_TIMESTAMP", Lower(operand), new SqlText(OracleDates.FractionFormat)),
            SqlTypeKind.Unknown or SqlTypeKind.Date or SqlTypeKind.Timestamp => OracleDates.AsTimestamp(Lower(operand)),
            _ => Unsayable("A conversion of a number to a time"),
        };
    }

    private SqlExpression Undated(SqlText text) => Unsayable($"'{text.Value}' as a date", "write DATE '2024-12-31'.");

    private static DateTime? Read(SqlText text) =>
        DateTime.TryParseExact(text.Value, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : null;

    /// <summary>What date functions take: texts are read by their own format, never by the session's.</summary>
    private SqlExpression Instant(SqlExpression operand) => operand switch
    {
        SqlNull => CastTo(SqlNull.Instance, SqlType.Timestamp),
        _ when TypeOf(operand).Kind == SqlTypeKind.Text => Timestamp(operand),
        _ => Lower(operand),
    };

    /// <summary>Of what is cut to a month or more the day does not matter: it may be moved as ADD_MONTHS moves it.</summary>
    protected override SqlExpression DateTrunc(SqlDateTrunc truncation) => truncation switch
    {
        { Unit: >= SqlTimeUnit.Month } when Move(truncation.Operand) is { Unit: >= SqlTimeUnit.Month } moved =>
            OracleDates.Truncate(truncation.Unit, OracleDates.AddMonths(Instant(moved.Operand), Months(moved))),
        { Unit: SqlTimeUnit.Day } => Day(truncation.Operand),
        { Unit: > SqlTimeUnit.Day } => OracleDates.Truncate(truncation.Unit, Instant(truncation.Operand)),
        _ => CastTo(OracleDates.Truncate(truncation.Unit, Instant(truncation.Operand)), SqlType.Timestamp),
    };

    /// <summary>A move, in either of its two spellings.</summary>
    private static SqlDateAdd? Move(SqlExpression portable) => portable switch
    {
        SqlDateAdd add => add,
        SqlBinary { Operator: SqlBinaryOperator.Add, Left: var start, Right: SqlInterval span } => new SqlDateAdd(span.Unit, Whole(span.Amount), start),
        SqlBinary { Operator: SqlBinaryOperator.Subtract, Left: var start, Right: SqlInterval span } => new SqlDateAdd(span.Unit, Whole(-span.Amount), start),
        _ => null,
    };

    protected override SqlExpression DateAdd(SqlDateAdd add)
    {
        var type = TypeOf(add.Operand).Kind;
        var operand = Instant(add.Operand);
        if (add.Unit >= SqlTimeUnit.Month)
        {
            return IsBeforeLastDay(add.Operand) ? OracleDates.AddMonths(operand, Months(add))
                : type == SqlTypeKind.Date ? OracleDates.MovedDay(operand, Months(add))
                : OracleDates.Moved(operand, Months(add));
        }

        var amount = Scaled(Lower(add.Amount), add.Unit == SqlTimeUnit.Week ? 7 : 1);
        var isBack = amount is SqlNumber { Value: < 0 };
        var size = isBack ? new SqlNumber(-((SqlNumber)amount).Value) : amount;
        var start = type == SqlTypeKind.Date && add.Unit < SqlTimeUnit.Day ? OracleDates.AsTimestamp(operand) : operand;
        var span = type == SqlTypeKind.Date && add.Unit >= SqlTimeUnit.Day ? size : Span(size, add.Unit == SqlTimeUnit.Week ? SqlTimeUnit.Day : add.Unit);
        return new SqlBinary(isBack ? SqlBinaryOperator.Subtract : SqlBinaryOperator.Add, start, span);
    }

    /// <summary>An interval of more than two digits would need to say so.</summary>
    private SqlExpression Span(SqlExpression amount, SqlTimeUnit unit) => amount is SqlNumber { Value: < 100 } number && decimal.IsInteger(number.Value)
        ? new SqlInterval((long)number.Value, unit)
        : Call("NUMTODSINTERVAL", amount, new SqlText(unit.ToString().ToUpperInvariant()));

    private SqlExpression Months(SqlDateAdd add) => Scaled(Lower(add.Amount), add.Unit switch { SqlTimeUnit.Year => 12, SqlTimeUnit.Quarter => 3, _ => 1 });

    private static SqlExpression Scaled(SqlExpression amount, int by) => (amount, by) switch
    {
        (_, 1) => amount,
        (SqlNumber number, _) => new SqlNumber(number.Value * by),
        _ => new SqlBinary(SqlBinaryOperator.Multiply, amount, Whole(by)),
    };

    /// <summary>Whether it is seen to be a day that is not the last of its month; months added to a first of the month lead to another.</summary>
    internal static bool IsBeforeLastDay(SqlExpression portable) => portable switch
    {
        SqlDate { Value: var day } => day.Day < DateTime.DaysInMonth(day.Year, day.Month),
        SqlDateTrunc truncation => truncation.Unit >= SqlTimeUnit.Month,
        _ => Move(portable) is { Unit: >= SqlTimeUnit.Month, Operand: SqlDateTrunc { Unit: >= SqlTimeUnit.Month } },
    };

    protected override SqlExpression DateDiff(SqlDateDiff difference) => difference.Unit == SqlTimeUnit.Day
        ? new SqlBinary(SqlBinaryOperator.Subtract, Day(difference.To), Day(difference.From))
        : OracleDates.Difference(difference.Unit, Instant(difference.From), Instant(difference.To));

    protected override SqlExpression Extract(SqlExtract extract) => OracleDates.Part(extract.Part, Instant(extract.Operand));
}
