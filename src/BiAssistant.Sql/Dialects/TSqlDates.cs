using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>
/// Calendar arithmetic with SQL Server's own functions. Days are counted from 1 January of the year 1, a Monday and the first day there is, so that nothing
/// depends on a session's first day of the week and no count is negative.
/// </summary>
internal static class TSqlDates
{
    private static readonly SqlText FirstMonday = new("0001-01-01");

    public static SqlExpression Truncate(SqlTimeUnit unit, SqlExpression x) => unit switch
    {
        SqlTimeUnit.Day => Day(x),
        SqlTimeUnit.Week => Add(SqlTimeUnit.Day, SqlCanonical.Negate(Binary(SqlBinaryOperator.Modulo, DaysOf(x), Whole(7))), Day(x)),
        SqlTimeUnit.Month => Call("DATEFROMPARTS", Call("YEAR", x), Call("MONTH", x), Whole(1)),
        SqlTimeUnit.Quarter => Call("DATEFROMPARTS", Call("YEAR", x), Binary(SqlBinaryOperator.Subtract, Binary(SqlBinaryOperator.Multiply, Part("QUARTER", x), Whole(3)), Whole(2)), Whole(1)),
        SqlTimeUnit.Year => Call("DATEFROMPARTS", Call("YEAR", x), Whole(1), Whole(1)),
        _ => Add(unit, Call("DATEDIFF", Word(unit), Day(x), x), new SqlCast(Day(x), SqlType.Timestamp)),
    };

    public static SqlExpression Part(SqlDatePart part, SqlExpression x) => part switch
    {
        SqlDatePart.Year or SqlDatePart.Month or SqlDatePart.Day => Call(SqlUnits.Name(part), x),
        SqlDatePart.DayOfWeek => Binary(SqlBinaryOperator.Add, Binary(SqlBinaryOperator.Modulo, DaysOf(x), Whole(7)), Whole(1)),
        SqlDatePart.DayOfYear => Part("DAYOFYEAR", x),
        SqlDatePart.Week => Part("ISO_WEEK", x),
        SqlDatePart.Epoch => Difference(SqlTimeUnit.Second, new SqlText("1970-01-01"), x),
        _ => Part(SqlUnits.Name(part), x),
    };

    /// <summary>Boundaries of the unit between two instants; weeks of the engine's own would begin on Sunday, and seconds outgrow an INT in 68 years.</summary>
    public static SqlExpression Difference(SqlTimeUnit unit, SqlExpression from, SqlExpression to) => unit switch
    {
        SqlTimeUnit.Week => Binary(SqlBinaryOperator.Subtract, Binary(SqlBinaryOperator.Divide, DaysOf(to), Whole(7)), Binary(SqlBinaryOperator.Divide, DaysOf(from), Whole(7))),
        SqlTimeUnit.Second => Call("DATEDIFF_BIG", Word(unit), from, to),
        _ => Call("DATEDIFF", Word(unit), from, to),
    };

    public static SqlExpression Add(SqlTimeUnit unit, SqlExpression amount, SqlExpression x) => Call("DATEADD", Word(unit), amount, x);

    /// <summary>The days since the first Monday.</summary>
    public static SqlExpression DaysOf(SqlExpression x) => Call("DATEDIFF", Word(SqlTimeUnit.Day), FirstMonday, x);

    /// <summary>The unit that a word of DATEADD or DATEDIFF means.</summary>
    public static SqlTimeUnit? Unit(SqlWord word) => word.Word switch
    {
        "SECOND" or "SS" or "S" => SqlTimeUnit.Second,
        "MINUTE" or "MI" or "N" => SqlTimeUnit.Minute,
        "HOUR" or "HH" => SqlTimeUnit.Hour,
        "DAY" or "DD" or "D" or "DAYOFYEAR" or "DY" or "Y" => SqlTimeUnit.Day,
        "WEEK" or "WK" or "WW" => SqlTimeUnit.Week,
        "MONTH" or "MM" or "M" => SqlTimeUnit.Month,
        "QUARTER" or "QQ" or "Q" => SqlTimeUnit.Quarter,
        "YEAR" or "YY" or "YYYY" => SqlTimeUnit.Year,
        _ => null,
    };

    /// <summary>The part that a word of DATEPART means; the week of the year depends on the session, the ISO week does not.</summary>
    public static SqlDatePart? FindPart(SqlWord word) => word.Word switch
    {
        "ISO_WEEK" or "ISOWK" or "ISOWW" => SqlDatePart.Week,
        "DAYOFYEAR" or "DY" or "Y" => SqlDatePart.DayOfYear,
        _ => Unit(word) switch
        {
            null or SqlTimeUnit.Week => null,
            { } unit => SqlUnits.FindPart(SqlUnits.Name(unit)),
        },
    };

    private static SqlCast Day(SqlExpression x) => x is SqlCast { Type.Kind: SqlTypeKind.Date } day ? day : new SqlCast(x, SqlType.Date);

    private static SqlFunction Part(string word, SqlExpression x) => Call("DATEPART", new SqlWord(word), x);

    private static SqlFunction Call(string name, params Seq<SqlExpression> arguments) => new(name, arguments);

    private static SqlWord Word(SqlTimeUnit unit) => new(SqlUnits.Name(unit));

    private static SqlNumber Whole(int number) => new(number);

    private static SqlBinary Binary(SqlBinaryOperator symbol, SqlExpression left, SqlExpression right) => new(symbol, left, right);
}
