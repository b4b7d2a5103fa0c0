using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>Calendar arithmetic over ISO texts with SQLite's own functions; days come out as 'YYYY-MM-DD', times as 'YYYY-MM-DD HH:MM:SS'.</summary>
internal static class SqliteDates
{
    public static SqlExpression Truncate(SqlTimeUnit unit, SqlExpression x) => unit switch
    {
        SqlTimeUnit.Second => Call("DATETIME", x),
        SqlTimeUnit.Minute => Format("%Y-%m-%d %H:%M:00", x),
        SqlTimeUnit.Hour => Format("%Y-%m-%d %H:00:00", x),
        SqlTimeUnit.Day => Day(x),
        SqlTimeUnit.Week => Day(x, Text("-6 days"), Text("weekday 1")),
        SqlTimeUnit.Month => Day(x, Text("start of month")),
        SqlTimeUnit.Quarter => Day(x, Text("start of month"), Concat(Text("-"), Modulo(Minus(Number("%m", x), 1), 3), Text(" months"))),
        _ => Day(x, Text("start of year")),
    };

    public static SqlExpression Part(SqlDatePart part, SqlExpression x) => part switch
    {
        SqlDatePart.Second => Number("%S", x),
        SqlDatePart.Minute => Number("%M", x),
        SqlDatePart.Hour => Number("%H", x),
        SqlDatePart.Day => Number("%d", x),
        SqlDatePart.DayOfWeek => Plus(Modulo(Plus(Number("%w", x), 6), 7), 1),
        SqlDatePart.DayOfYear => Number("%j", x),
        // The week of a day is the number of Thursdays in its year up to that week's own Thursday (ISO 8601).
        SqlDatePart.Week => Plus(Over(Minus(Number("%j", Call("DATE", x, Text("-3 days"), Text("weekday 4"))), 1), 7), 1),
        SqlDatePart.Month => Number("%m", x),
        SqlDatePart.Quarter => Over(Plus(Number("%m", x), 2), 3),
        SqlDatePart.Year => Number("%Y", x),
        _ => Number("%s", x),
    };

    /// <summary>Boundaries of the unit between two instants.</summary>
    public static SqlExpression Difference(SqlTimeUnit unit, SqlExpression from, SqlExpression to)
    {
        switch (unit)
        {
            case SqlTimeUnit.Year:
                return Subtract(Number("%Y", to), Number("%Y", from));
            case SqlTimeUnit.Quarter or SqlTimeUnit.Month:
                var (inYear, part) = unit == SqlTimeUnit.Month ? (12, SqlDatePart.Month) : (4, SqlDatePart.Quarter);
                var years = new SqlBinary(SqlBinaryOperator.Multiply, Subtract(Number("%Y", to), Number("%Y", from)), Whole(inYear));
                return new SqlBinary(SqlBinaryOperator.Add, years, Subtract(Part(part, to), Part(part, from)));
            case SqlTimeUnit.Week:
                return Over(Days(Truncate(unit, from), Truncate(unit, to)), 7);
            case SqlTimeUnit.Day:
                return Days(Truncate(unit, from), Truncate(unit, to));
            default:
                var seconds = Subtract(Number("%s", Truncate(unit, to)), Number("%s", Truncate(unit, from)));
                return unit == SqlTimeUnit.Second ? seconds : Over(seconds, unit == SqlTimeUnit.Minute ? 60 : 3600);
        }
    }

    /// <summary>A day of unknown type keeps the form in which it came; months end on their last day at the latest (31 January and a month is 29 February).</summary>
    public static SqlExpression Add(SqlTimeUnit unit, SqlExpression amount, SqlExpression x, SqlType type)
    {
        var (name, size) = Named(unit);
        var isDay = unit >= SqlTimeUnit.Day && type.Kind == SqlTypeKind.Date;
        SqlExpression moved = isDay ? Day(x, Modifier(amount, size, name)) : Call("DATETIME", x, Modifier(amount, size, name));
        if (unit >= SqlTimeUnit.Month)
        {
            var lastDay = Call("DATE", x, Text("start of month"), Modifier(amount, size, name), Text("+1 month"), Text("-1 day"));
            moved = Call("MIN", moved, isDay ? lastDay : Concat(lastDay, Text(" "), Call("TIME", x)));
        }

        return isDay || unit < SqlTimeUnit.Day || type.IsTemporal ? moved : Call("SUBSTR", moved, Whole(1), Call("LENGTH", x));
    }

    /// <summary>The day that is so many days or more away. Months are counted without regard to their length: right for the first of a month alone.</summary>
    public static SqlExpression Moved(SqlTimeUnit unit, SqlExpression amount, SqlExpression x)
    {
        var (name, size) = Named(unit);
        return Day(x, Modifier(amount, size, name));
    }

    /// <summary>The day of an instant, then moved in order; what is a day already is moved on in the same call.</summary>
    public static SqlExpression Day(SqlExpression x, params Seq<SqlExpression> modifiers) =>
        x is SqlFunction { Name: "DATE" } day ? day with { Arguments = day.Arguments.AddRange(modifiers) } : new SqlFunction("DATE", [x, .. modifiers]);

    private static (string Name, int Size) Named(SqlTimeUnit unit) => unit switch
    {
        SqlTimeUnit.Week => ("days", 7),
        SqlTimeUnit.Quarter => ("months", 3),
        SqlTimeUnit.Second => ("seconds", 1),
        SqlTimeUnit.Minute => ("minutes", 1),
        SqlTimeUnit.Hour => ("hours", 1),
        SqlTimeUnit.Day => ("days", 1),
        SqlTimeUnit.Month => ("months", 1),
        _ => ("years", 1),
    };

    private static SqlExpression Modifier(SqlExpression amount, int size, string unit)
    {
        if (amount is SqlNumber { Value: var constant })
        {
            return Text((constant >= 0 ? "+" : "") + (constant * size).ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + unit);
        }

        return Concat(size == 1 ? amount : new SqlBinary(SqlBinaryOperator.Multiply, amount, Whole(size)), Text(" " + unit));
    }

    private static SqlCast Days(SqlExpression from, SqlExpression to) =>
        new(Subtract(Call("JULIANDAY", to), Call("JULIANDAY", from)), SqlType.Integer);

    private static SqlFunction Call(string name, params Seq<SqlExpression> arguments) => new(name, arguments);

    private static SqlText Text(string text) => new(text);

    private static SqlNumber Whole(int number) => new(number);

    private static SqlFunction Format(string format, SqlExpression x) => Call("STRFTIME", Text(format), x);

    private static SqlCast Number(string format, SqlExpression x) => new(Format(format, x), SqlType.Integer);

    private static SqlBinary Concat(SqlExpression first, params ReadOnlySpan<SqlExpression> rest)
    {
        var joined = first;
        foreach (var next in rest)
        {
            joined = new SqlBinary(SqlBinaryOperator.Concat, joined, next);
        }

        return (SqlBinary)joined;
    }

    private static SqlBinary Subtract(SqlExpression left, SqlExpression right) => new(SqlBinaryOperator.Subtract, left, right);

    private static SqlBinary Plus(SqlExpression left, int right) => new(SqlBinaryOperator.Add, left, Whole(right));

    private static SqlBinary Minus(SqlExpression left, int right) => new(SqlBinaryOperator.Subtract, left, Whole(right));

    private static SqlBinary Modulo(SqlExpression left, int right) => new(SqlBinaryOperator.Modulo, left, Whole(right));

    private static SqlBinary Over(SqlExpression left, int right) => new(SqlBinaryOperator.Divide, left, Whole(right));
}
