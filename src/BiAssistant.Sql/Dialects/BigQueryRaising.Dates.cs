using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>Functions of dates.</summary>
internal sealed partial class BigQueryRaising
{
    private SqlExpression? Calendar(SqlFunction function)
    {
        var arguments = function.Arguments;
        switch (function.Name)
        {
            case "DATE_TRUNC" or "DATETIME_TRUNC" or "TIMESTAMP_TRUNC" when arguments is [var day, SqlWord unit]:
                return Truncated(day, unit.Word);
            case "DATE_ADD" or "DATETIME_ADD" when arguments is [var moved, SqlIntervalOf interval]:
                return Moved(moved, interval, back: false);
            case "DATE_SUB" or "DATETIME_SUB" when arguments is [var moved, SqlIntervalOf interval]:
                return Moved(moved, interval, back: true);
            case "DATE_DIFF" or "DATETIME_DIFF" when arguments is [var to, var from, SqlWord unit]:
                return Difference(from, to, unit.Word);
            case "LAST_DAY" when arguments is [_] or [_, SqlWord { Word: "MONTH" }]:
                return MonthsEnd(Raise(arguments[0]));
            case "DATE" when arguments is [SqlNumber year, SqlNumber month, SqlNumber day] && Constant(year, month, day) is { } date:
                return new SqlDate(date);
            case "DATE" when arguments is [var day]:
                return Raise(new SqlCast(day, SqlType.Date));
            case "DATETIME" when arguments is [var instant] && instant is not SqlText:
                return Raise(new SqlCast(instant, SqlType.Timestamp));
            case "PARSE_DATE" when arguments is [SqlText { Value: "%Y-%m-%d" or "%F" }, var text]:
                return new SqlCast(Raise(text), SqlType.Date);
            case "FORMAT_DATE" when arguments is [SqlText { Value: "%Y-%m-%d" or "%F" or "%Y-%m" or "%Y" } format, var day]:
                return DayText(Raise(day), format.Value switch { "%Y" => 4, "%Y-%m" => 7, _ => 10 });
            default:
                return null;
        }
    }

    private static DateOnly? Constant(SqlNumber year, SqlNumber month, SqlNumber day) =>
        year.Value is >= 1 and <= 9999 && month.Value is >= 1 and <= 12 && day.Value >= 1 && day.Value <= DateTime.DaysInMonth((int)year.Value, (int)month.Value)
            ? new DateOnly((int)year.Value, (int)month.Value, (int)day.Value)
            : null;

    /// <summary>Weeks begin on Sunday where nothing is said.</summary>
    private SqlExpression? Truncated(SqlExpression native, string word)
    {
        if (Unit(word) is not { } unit)
        {
            return null;
        }

        var day = Raise(Without(unit >= SqlTimeUnit.Day ? SqlTypeKind.Date : SqlTypeKind.Timestamp, native));
        return unit == SqlTimeUnit.Week && BeginsOnSunday(word)
            ? new SqlDateAdd(SqlTimeUnit.Day, new SqlNumber(-1), new SqlDateTrunc(SqlTimeUnit.Week, Next(day)))
            : new SqlDateTrunc(unit, day);
    }

    private SqlDateDiff? Difference(SqlExpression from, SqlExpression to, string word)
    {
        if (Unit(word) is not { } unit)
        {
            return null;
        }

        var kind = unit >= SqlTimeUnit.Day ? SqlTypeKind.Date : SqlTypeKind.Timestamp;
        var (first, last) = (Raise(Without(kind, from)), Raise(Without(kind, to)));
        return unit == SqlTimeUnit.Week && BeginsOnSunday(word) ? new SqlDateDiff(unit, Next(first), Next(last)) : new SqlDateDiff(unit, first, last);
    }

    private static SqlTimeUnit? Unit(string word) => word.StartsWith("WEEK", StringComparison.Ordinal) || word == "ISOWEEK" ? SqlTimeUnit.Week : SqlUnits.Find(word);

    private static bool BeginsOnSunday(string word) => word is "WEEK" or "WEEK(SUNDAY)";

    private static SqlDateAdd Next(SqlExpression day) => new(SqlTimeUnit.Day, new SqlNumber(1), day);

    private SqlDateAdd Moved(SqlExpression native, SqlIntervalOf interval, bool back)
    {
        var bare = Raise(Without(SqlTypeKind.Timestamp, native));
        var operand = TypeOf(bare).Kind == SqlTypeKind.Date && interval.Unit >= SqlTimeUnit.Day ? Raise(native) : bare;
        var amount = Raise(interval.Amount);
        return new SqlDateAdd(interval.Unit, back ? SqlCanonical.Negate(amount) : amount, operand);
    }
}
