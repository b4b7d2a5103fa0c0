using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>Calendar arithmetic over Oracle's own dates and timestamps with Oracle's functions; writing makes these forms, reading knows them again.</summary>
internal static class OracleDates
{
    public const string DayFormat = "YYYY-MM-DD";
    public const string SecondFormat = "YYYY-MM-DD HH24:MI:SS";
    public const string FractionFormat = "YYYY-MM-DD HH24:MI:SS.FF6";

    private static readonly SqlDate Epoch = new(new DateOnly(1970, 1, 1));

    /// <summary>The first instant of the unit, as a DATE; the week is that of ISO and begins on Monday in every session. What is cut already is not cut again.</summary>
    public static SqlExpression Truncate(SqlTimeUnit unit, SqlExpression x) => x switch
    {
        _ when unit == SqlTimeUnit.Second => Call("TO_DATE", Call("TO_CHAR", x, new SqlText(SecondFormat)), new SqlText(SecondFormat)),
        SqlDate when unit == SqlTimeUnit.Day => x,
        SqlFunction { Name: "TRUNC", Arguments: [_, SqlText { Value: var format }] } when format == Format(unit) || (unit == SqlTimeUnit.Day && format is not ("HH24" or "MI")) => x,
        SqlFunction { Name: "TRUNC", Arguments: [var whole, SqlText { Value: "DD" }] } when unit > SqlTimeUnit.Day => Truncate(unit, whole),
        _ => Call("TRUNC", x, new SqlText(Format(unit))),
    };

    public static string Format(SqlTimeUnit unit) => unit switch
    {
        SqlTimeUnit.Minute => "MI",
        SqlTimeUnit.Hour => "HH24",
        SqlTimeUnit.Day => "DD",
        SqlTimeUnit.Week => "IW",
        SqlTimeUnit.Month => "MM",
        SqlTimeUnit.Quarter => "Q",
        _ => "YYYY",
    };

    public static SqlExpression Part(SqlDatePart part, SqlExpression x) => part switch
    {
        SqlDatePart.Year or SqlDatePart.Month or SqlDatePart.Day => new SqlExtract(part, x),
        SqlDatePart.Hour or SqlDatePart.Minute => new SqlExtract(part, AsTimestamp(x)),
        SqlDatePart.Second => Call("FLOOR", new SqlExtract(part, AsTimestamp(x))),
        SqlDatePart.Quarter => Number("Q", x),
        SqlDatePart.Week => Number("IW", x),
        SqlDatePart.DayOfYear => Number("DDD", x),
        SqlDatePart.DayOfWeek => Plus(Minus(Truncate(SqlTimeUnit.Day, x), Truncate(SqlTimeUnit.Week, x)), new SqlNumber(1)),
        _ => Plus(Times(Minus(Truncate(SqlTimeUnit.Day, x), Epoch), 86_400), Number("SSSSS", x)),
    };

    /// <summary>Boundaries of the unit between two instants; days are counted in fractions, so that hours and minutes are rounded back to whole ones.</summary>
    public static SqlExpression Difference(SqlTimeUnit unit, SqlExpression from, SqlExpression to) => unit switch
    {
        SqlTimeUnit.Year => Minus(Part(SqlDatePart.Year, to), Part(SqlDatePart.Year, from)),
        SqlTimeUnit.Quarter => new SqlBinary(SqlBinaryOperator.Divide, MonthsBetween(unit, from, to), new SqlNumber(3)),
        SqlTimeUnit.Month => MonthsBetween(unit, from, to),
        SqlTimeUnit.Week => new SqlBinary(SqlBinaryOperator.Divide, Between(unit, from, to), new SqlNumber(7)),
        SqlTimeUnit.Day => Between(unit, from, to),
        SqlTimeUnit.Hour => Call("ROUND", Times(Between(unit, from, to), 24)),
        SqlTimeUnit.Minute => Call("ROUND", Times(Between(unit, from, to), 1_440)),
        _ => Minus(Plus(Times(Between(SqlTimeUnit.Day, from, to), 86_400), Number("SSSSS", to)), Number("SSSSS", from)),
    };

    /// <summary>ADD_MONTHS takes the last day of a month to the last day of another (28 February and a month is 31 March); counted from the first of the month it is not later than the day that was meant.</summary>
    public static SqlExpression MovedDay(SqlExpression day, SqlExpression months)
    {
        var first = Truncate(SqlTimeUnit.Month, day);
        return Call("LEAST", AddMonths(day, months), Plus(AddMonths(first, months), Minus(day, first)));
    }

    /// <summary>As <see cref="MovedDay"/>, in days that are added to the instant: it keeps its type and its time, to the fraction of a second.</summary>
    public static SqlExpression Moved(SqlExpression instant, SqlExpression months)
    {
        var day = Truncate(SqlTimeUnit.Day, instant);
        var first = Truncate(SqlTimeUnit.Month, instant);
        var moved = Call("LEAST", AddMonths(day, months), Plus(AddMonths(first, months), Minus(day, first)));
        return Plus(instant, Call("NUMTODSINTERVAL", Minus(moved, day), new SqlText("DAY")));
    }

    public static SqlFunction AddMonths(SqlExpression x, SqlExpression months) => Call("ADD_MONTHS", x, months);

    public static SqlExpression AsTimestamp(SqlExpression x) => x is SqlTimestamp or SqlCast { Type.Kind: SqlTypeKind.Timestamp } ? x : new SqlCast(x, SqlType.Timestamp);

    private static SqlFunction MonthsBetween(SqlTimeUnit unit, SqlExpression from, SqlExpression to) => Call("MONTHS_BETWEEN", Truncate(unit, to), Truncate(unit, from));

    private static SqlBinary Between(SqlTimeUnit unit, SqlExpression from, SqlExpression to) => Minus(Truncate(unit, to), Truncate(unit, from));

    private static SqlFunction Number(string format, SqlExpression x) => Call("TO_NUMBER", Call("TO_CHAR", x, new SqlText(format)));

    private static SqlFunction Call(string name, params Seq<SqlExpression> arguments) => new(name, arguments);

    private static SqlBinary Plus(SqlExpression left, SqlExpression right) => new(SqlBinaryOperator.Add, left, right);

    private static SqlBinary Minus(SqlExpression left, SqlExpression right) => new(SqlBinaryOperator.Subtract, left, right);

    private static SqlBinary Times(SqlExpression left, int right) => new(SqlBinaryOperator.Multiply, left, new SqlNumber(right));
}
