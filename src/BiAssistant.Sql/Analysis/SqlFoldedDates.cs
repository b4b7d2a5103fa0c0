using System.Globalization;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Analysis;

/// <summary>The portable meaning of dates, computed: weeks begin on Monday, the end of a month stays inside it, a difference counts the boundaries crossed.</summary>
internal static class SqlFoldedDates
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string InstantFormat = "yyyy-MM-dd HH:mm:ss";

    /// <summary>The instant of a date (its midnight) or timestamp; null for other values.</summary>
    public static DateTime? Instant(SqlLiteral literal) => literal switch
    {
        SqlDate date => date.Value.ToDateTime(TimeOnly.MinValue),
        SqlTimestamp timestamp => timestamp.Value,
        _ => null,
    };

    public static SqlLiteral? Truncated(SqlTimeUnit unit, SqlLiteral literal)
    {
        if (Instant(literal) is not { } instant)
        {
            return null;
        }

        var start = StartOf(unit, instant);
        return unit >= SqlTimeUnit.Day ? new SqlDate(DateOnly.FromDateTime(start)) : new SqlTimestamp(start);
    }

    public static SqlLiteral? Moved(SqlTimeUnit unit, SqlLiteral amount, SqlLiteral literal)
    {
        if (amount is not SqlNumber { Value: >= int.MinValue and <= int.MaxValue } number || !decimal.IsInteger(number.Value) || Instant(literal) is not { } instant)
        {
            return null;
        }

        var count = (int)number.Value;
        try
        {
            var moved = unit switch
            {
                SqlTimeUnit.Second => instant.AddSeconds(count),
                SqlTimeUnit.Minute => instant.AddMinutes(count),
                SqlTimeUnit.Hour => instant.AddHours(count),
                SqlTimeUnit.Day => instant.AddDays(count),
                SqlTimeUnit.Week => instant.AddDays(7L * count),
                SqlTimeUnit.Month => instant.AddMonths(count),
                SqlTimeUnit.Quarter => instant.AddMonths(checked(3 * count)),
                _ => instant.AddYears(count),
            };
            return literal is SqlDate && unit >= SqlTimeUnit.Day ? new SqlDate(DateOnly.FromDateTime(moved)) : new SqlTimestamp(moved);
        }
        catch (Exception outside) when (outside is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    public static SqlNumber? Crossed(SqlTimeUnit unit, SqlLiteral from, SqlLiteral to)
    {
        if (Instant(from) is not { } first || Instant(to) is not { } last)
        {
            return null;
        }

        return unit switch
        {
            SqlTimeUnit.Year => new SqlNumber(last.Year - first.Year),
            SqlTimeUnit.Quarter => new SqlNumber((last.Year * 4) + ((last.Month - 1) / 3) - (first.Year * 4) - ((first.Month - 1) / 3)),
            SqlTimeUnit.Month => new SqlNumber((last.Year * 12) + last.Month - (first.Year * 12) - first.Month),
            _ => new SqlNumber((StartOf(unit, last) - StartOf(unit, first)).Ticks / Length(unit)),
        };
    }

    /// <summary>Fractions of a second stay as they are: engines give them with and without.</summary>
    public static SqlNumber? Part(SqlDatePart part, SqlLiteral literal) => Instant(literal) is not { } instant || instant.Ticks % TimeSpan.TicksPerSecond != 0 ? null : new SqlNumber(part switch
    {
        SqlDatePart.Second => instant.Second,
        SqlDatePart.Minute => instant.Minute,
        SqlDatePart.Hour => instant.Hour,
        SqlDatePart.Day => instant.Day,
        SqlDatePart.DayOfWeek => DaysAfterMonday(instant) + 1,
        SqlDatePart.DayOfYear => instant.DayOfYear,
        SqlDatePart.Week => ISOWeek.GetWeekOfYear(instant),
        SqlDatePart.Month => instant.Month,
        SqlDatePart.Quarter => ((instant.Month - 1) / 3) + 1,
        SqlDatePart.Year => instant.Year,
        _ => (instant - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond,
    });

    /// <summary>Days to and from a date, an interval to and from an instant, the days between two dates.</summary>
    public static SqlLiteral? Calculated(SqlBinaryOperator calculation, SqlLiteral left, SqlLiteral right) => (calculation, left, right) switch
    {
        (SqlBinaryOperator.Add, _, SqlInterval interval) => Moved(interval.Unit, new SqlNumber(interval.Amount), left),
        (SqlBinaryOperator.Add, SqlInterval interval, _) => Moved(interval.Unit, new SqlNumber(interval.Amount), right),
        (SqlBinaryOperator.Subtract, _, SqlInterval interval) => Moved(interval.Unit, new SqlNumber(-(decimal)interval.Amount), left),
        (SqlBinaryOperator.Add, SqlDate or SqlTimestamp, SqlNumber days) => Moved(SqlTimeUnit.Day, days, left),
        (SqlBinaryOperator.Subtract, SqlDate or SqlTimestamp, SqlNumber days) => Moved(SqlTimeUnit.Day, new SqlNumber(-days.Value), left),
        (SqlBinaryOperator.Subtract, _, _) => Crossed(SqlTimeUnit.Day, right, left),
        _ => null,
    };

    public static SqlLiteral? Converted(SqlLiteral value, SqlType type) => (value, type.Kind) switch
    {
        (SqlDate date, SqlTypeKind.Timestamp) => new SqlTimestamp(date.Value.ToDateTime(TimeOnly.MinValue)),
        (SqlTimestamp timestamp, SqlTypeKind.Date) => new SqlDate(DateOnly.FromDateTime(timestamp.Value)),
        (SqlText text, SqlTypeKind.Date) => DateOnly.TryParseExact(text.Value, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new SqlDate(day) : null,
        (SqlText text, SqlTypeKind.Timestamp) => DateTime.TryParseExact(text.Value, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? new SqlTimestamp(instant) : null,
        _ => null,
    };

    /// <summary>The first instant of the unit; the first day that there is is a Monday.</summary>
    private static DateTime StartOf(SqlTimeUnit unit, DateTime instant) => unit switch
    {
        SqlTimeUnit.Year => new DateTime(instant.Year, 1, 1),
        SqlTimeUnit.Quarter => new DateTime(instant.Year, instant.Month - ((instant.Month - 1) % 3), 1),
        SqlTimeUnit.Month => new DateTime(instant.Year, instant.Month, 1),
        SqlTimeUnit.Week => instant.Date.AddDays(-DaysAfterMonday(instant)),
        _ => new DateTime(instant.Ticks - (instant.Ticks % Length(unit))),
    };

    private static long Length(SqlTimeUnit unit) => unit switch
    {
        SqlTimeUnit.Second => TimeSpan.TicksPerSecond,
        SqlTimeUnit.Minute => TimeSpan.TicksPerMinute,
        SqlTimeUnit.Hour => TimeSpan.TicksPerHour,
        SqlTimeUnit.Day => TimeSpan.TicksPerDay,
        _ => 7 * TimeSpan.TicksPerDay,
    };

    private static int DaysAfterMonday(DateTime instant) => ((int)instant.DayOfWeek + 6) % 7;
}
