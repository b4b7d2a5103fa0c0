using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>MySQL's expressions of dates that are a portable truncation, part or difference: the way back of <see cref="MySqlDates"/>, and what analysts write beside it.</summary>
internal static class MySqlRaisedDates
{
    /// <summary>The portable node over native operands; null for everything else.</summary>
    public static SqlExpression? Known(SqlExpression native) => native switch
    {
        SqlBinary { Operator: SqlBinaryOperator.Add, Left: SqlFunction { Name: "WEEKDAY", Arguments: [var x] }, Right: SqlNumber { Value: 1 } } => new SqlExtract(SqlDatePart.DayOfWeek, x),
        SqlCast { Type.Kind: SqlTypeKind.Date, Operand: SqlFunction { Name: "DATE_FORMAT", Arguments: [var x, SqlText format] } } when Started(format.Value) is { } unit and >= SqlTimeUnit.Month =>
            new SqlDateTrunc(unit, x),
        SqlCast { Type: { Kind: SqlTypeKind.Timestamp, Precision: null }, Operand: SqlFunction { Name: "DATE_FORMAT", Arguments: [var x, SqlText format] } } when Started(format.Value) is { } unit and < SqlTimeUnit.Day =>
            new SqlDateTrunc(unit, x),
        SqlCast { Operand: SqlBinary { Left: SqlBinary { Left: SqlBinary { Left: SqlFunction { Name: "DATEDIFF", Arguments: [var to, var from] } } } } } when native == MySqlDates.Difference(SqlTimeUnit.Week, from, to) =>
            new SqlDateDiff(SqlTimeUnit.Week, from, to),
        SqlFunction function => Call(function),
        _ => null,
    };

    private static SqlExpression? Call(SqlFunction function)
    {
        switch (function)
        {
            case { Name: "DATE_SUB", Arguments: [_, SqlIntervalOf { Amount: SqlFunction { Name: "WEEKDAY", Arguments: [var x] } }] } when function == MySqlDates.Truncate(SqlTimeUnit.Week, x):
                return new SqlDateTrunc(SqlTimeUnit.Week, x);
            case { Name: "DATE_ADD", Arguments: [_, SqlIntervalOf { Amount: SqlBinary { Left: SqlFunction { Name: "QUARTER", Arguments: [var x] } } }] } when function == MySqlDates.Truncate(SqlTimeUnit.Quarter, x):
                return new SqlDateTrunc(SqlTimeUnit.Quarter, x);
            case { Name: "TIMESTAMPDIFF", Arguments: [SqlWord unit, SqlFunction { Arguments: [var from, _] }, SqlFunction { Arguments: [var to, _] }] }
                when Unit(unit) is { } counted and < SqlTimeUnit.Day && function == MySqlDates.Difference(counted, from, to):
                return new SqlDateDiff(counted, from, to);
            case { Name: "TIMESTAMPDIFF", Arguments: [SqlWord, SqlDate, SqlFunction { Arguments: [var x, _] }] } when function == MySqlDates.Part(SqlDatePart.Epoch, x):
                return new SqlExtract(SqlDatePart.Epoch, x);
            case { Name: "DATEDIFF", Arguments: [var to, var from] }:
                return new SqlDateDiff(SqlTimeUnit.Day, from, to);
            case { Name: "DATE", Arguments: [var x] }:
                return new SqlDateTrunc(SqlTimeUnit.Day, x);
            case { Name: "WEEK", Arguments: [var x, SqlNumber { Value: 3 }] }:
                return new SqlExtract(SqlDatePart.Week, x);
            case { Name: "WEEKOFYEAR", Arguments: [var x] }:
                return new SqlExtract(SqlDatePart.Week, x);
            case { Name: "DAYOFYEAR", Arguments: [var x] }:
                return new SqlExtract(SqlDatePart.DayOfYear, x);
            case { Name: "YEAR" or "QUARTER" or "MONTH" or "DAY" or "HOUR" or "MINUTE" or "SECOND", Arguments: [var x] }:
                return new SqlExtract(SqlUnits.FindPart(function.Name) ?? default, x);
            case { Name: "WEEKDAY", Arguments: [var x] }:
                return new SqlBinary(SqlBinaryOperator.Subtract, new SqlExtract(SqlDatePart.DayOfWeek, x), new SqlNumber(1));
            case { Name: "DAYOFWEEK", Arguments: [var x] }:
                return new SqlBinary(SqlBinaryOperator.Add, new SqlBinary(SqlBinaryOperator.Modulo, new SqlExtract(SqlDatePart.DayOfWeek, x), new SqlNumber(7)), new SqlNumber(1));
            case { Name: "MAKEDATE", Arguments: [SqlFunction { Name: "YEAR", Arguments: [var x] }, SqlNumber { Value: 1 }] }:
                return new SqlDateTrunc(SqlTimeUnit.Year, x);
            default:
                return null;
        }
    }

    /// <summary>The unit that the word names.</summary>
    public static SqlTimeUnit? Unit(SqlWord word) => SqlUnits.Find(word.Word);

    /// <summary>A day, month or year as the text that DATE_FORMAT makes of it; null for other patterns.</summary>
    public static SqlExpression? Formatted(SqlExpression x, string format) => format switch
    {
        "%Y" => new SqlCast(new SqlExtract(SqlDatePart.Year, x), SqlType.Text),
        "%Y-%m" => new SqlFunction("LEFT", [new SqlCast(new SqlDateTrunc(SqlTimeUnit.Month, x), SqlType.Text), new SqlNumber(7)]),
        "%Y-%m-%d" or "%F" => new SqlCast(new SqlDateTrunc(SqlTimeUnit.Day, x), SqlType.Text),
        _ => Started(format) is { } unit ? new SqlCast(new SqlDateTrunc(unit, x), SqlType.Text) : null,
    };

    private static SqlTimeUnit? Started(string format)
    {
        foreach (var unit in Enum.GetValues<SqlTimeUnit>())
        {
            if (MySqlDates.StartFormat(unit) == format)
            {
                return unit;
            }
        }

        return null;
    }
}
