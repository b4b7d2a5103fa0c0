using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>Calendar arithmetic with MySQL's functions. TIMESTAMPDIFF counts whole units that have passed; between two truncated instants that is the number of boundaries.</summary>
internal static class MySqlDates
{
    private static readonly SqlDate Epoch = new(new DateOnly(1970, 1, 1));

    public static SqlExpression Truncate(SqlTimeUnit unit, SqlExpression x) => unit switch
    {
        < SqlTimeUnit.Day => new SqlCast(Start(unit, x), SqlType.Timestamp),
        SqlTimeUnit.Day => Day(x),
        SqlTimeUnit.Week => Call("DATE_SUB", Day(x), new SqlIntervalOf(Call("WEEKDAY", x), SqlTimeUnit.Day)),
        SqlTimeUnit.Quarter => Call("DATE_ADD", Truncate(SqlTimeUnit.Year, x), new SqlIntervalOf(Minus(Call("QUARTER", x), Whole(1)), SqlTimeUnit.Quarter)),
        _ => new SqlCast(Start(unit, x), SqlType.Date),
    };

    public static SqlExpression Part(SqlDatePart part, SqlExpression x) => part switch
    {
        SqlDatePart.DayOfWeek => new SqlBinary(SqlBinaryOperator.Add, Call("WEEKDAY", x), Whole(1)),
        SqlDatePart.DayOfYear => Call("DAYOFYEAR", x),
        SqlDatePart.Week => Call("WEEK", x, Whole(3)),
        SqlDatePart.Epoch => Passed(SqlTimeUnit.Second, Epoch, Start(SqlTimeUnit.Second, x)),
        _ => Call(SqlUnits.Name(part), x),
    };

    /// <summary>Boundaries of the unit between two instants.</summary>
    public static SqlExpression Difference(SqlTimeUnit unit, SqlExpression from, SqlExpression to)
    {
        switch (unit)
        {
            case SqlTimeUnit.Year:
                return Minus(Call("YEAR", to), Call("YEAR", from));
            case SqlTimeUnit.Quarter or SqlTimeUnit.Month:
                var inYear = new SqlBinary(SqlBinaryOperator.Multiply, Minus(Call("YEAR", to), Call("YEAR", from)), Whole(unit == SqlTimeUnit.Month ? 12 : 4));
                return new SqlBinary(SqlBinaryOperator.Add, inYear, Minus(Call(SqlUnits.Name(unit), to), Call(SqlUnits.Name(unit), from)));
            case SqlTimeUnit.Week:
                var mondays = Minus(new SqlBinary(SqlBinaryOperator.Add, Call("DATEDIFF", to, from), Call("WEEKDAY", from)), Call("WEEKDAY", to));
                return new SqlCast(new SqlBinary(SqlBinaryOperator.Divide, mondays, Whole(7)), SqlType.BigInteger);
            case SqlTimeUnit.Day:
                return Call("DATEDIFF", to, from);
            default:
                return Passed(unit, Start(unit, from), Start(unit, to));
        }
    }

    /// <summary>Months end on their last day at the latest, and a day moved by days stays a day, both by themselves.</summary>
    public static SqlExpression Add(SqlTimeUnit unit, SqlExpression amount, SqlExpression x) => amount is SqlNumber { Value: < 0 } back
        ? Call("DATE_SUB", x, new SqlIntervalOf(new SqlNumber(-back.Value), unit))
        : Call("DATE_ADD", x, new SqlIntervalOf(amount, unit));

    /// <summary>The pattern of DATE_FORMAT that leaves of an instant what is its unit's first; null for units that have none.</summary>
    public static string? StartFormat(SqlTimeUnit unit) => unit switch
    {
        SqlTimeUnit.Second => "%Y-%m-%d %H:%i:%s",
        SqlTimeUnit.Minute => "%Y-%m-%d %H:%i:00",
        SqlTimeUnit.Hour => "%Y-%m-%d %H:00:00",
        SqlTimeUnit.Month => "%Y-%m-01",
        SqlTimeUnit.Year => "%Y-01-01",
        _ => null,
    };

    /// <summary>The first instant of the unit, as a text.</summary>
    private static SqlFunction Start(SqlTimeUnit unit, SqlExpression x) =>
        Call("DATE_FORMAT", x, new SqlText(StartFormat(unit) ?? throw new ArgumentOutOfRangeException(nameof(unit))));

    private static SqlExpression Day(SqlExpression x) => x is SqlCast { Type.Kind: SqlTypeKind.Date } or SqlDate ? x : new SqlCast(x, SqlType.Date);

    private static SqlFunction Passed(SqlTimeUnit unit, SqlExpression from, SqlExpression to) => Call("TIMESTAMPDIFF", new SqlWord(SqlUnits.Name(unit)), from, to);

    private static SqlFunction Call(string name, params Seq<SqlExpression> arguments) => new(name, arguments);

    private static SqlNumber Whole(int number) => new(number);

    private static SqlBinary Minus(SqlExpression left, SqlExpression right) => new(SqlBinaryOperator.Subtract, left, right);
}
