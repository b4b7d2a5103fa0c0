using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>The start of the period that an instant lies in, as a tree, for every grain of the business's calendar.</summary>
internal static class TimeExpressions
{
    /// <summary>Null when the calendar is cut into weeks (4-4-5 and its kin), which no truncation gives.</summary>
    public static SqlExpression? StartOf(TimeGrain grain, SqlExpression instant, SqlType type, BusinessCalendar calendar)
    {
        var start = grain switch
        {
            TimeGrain.Hour => new SqlDateTrunc(SqlTimeUnit.Hour, instant),
            TimeGrain.Day => type == SqlType.Date ? instant : new SqlDateTrunc(SqlTimeUnit.Day, instant),
            TimeGrain.Week => Shifted(SqlTimeUnit.Week, instant, 0, DaysAfterMonday(calendar.WeekStart)),
            TimeGrain.Month => new SqlDateTrunc(SqlTimeUnit.Month, instant),
            TimeGrain.Quarter => new SqlDateTrunc(SqlTimeUnit.Quarter, instant),
            TimeGrain.Year => new SqlDateTrunc(SqlTimeUnit.Year, instant),
            _ when calendar.Pattern != WeekPattern.None => null,
            TimeGrain.FiscalMonth => Fiscal(SqlTimeUnit.Month, instant, calendar),
            TimeGrain.FiscalQuarter => Fiscal(SqlTimeUnit.Quarter, instant, calendar),
            TimeGrain.FiscalYear => Fiscal(SqlTimeUnit.Year, instant, calendar),
            _ => throw new System.Diagnostics.UnreachableException(grain.ToString()),
        };
        if (start is null || grain == TimeGrain.Hour)
        {
            return start;
        }

        // Truncation gives a date; a moved date is an instant in some engines until it is said to be a date.
        return start is SqlDateAdd || (grain == TimeGrain.Day && type != SqlType.Date) ? new SqlCast(start, SqlType.Date) : start;
    }

    private static int DaysAfterMonday(DayOfWeek day) => ((int)day + 6) % 7;

    /// <summary>A year from April has the months and quarters of the calendar, so that only what is left over is shifted.</summary>
    private static SqlExpression Fiscal(SqlTimeUnit unit, SqlExpression instant, BusinessCalendar calendar)
    {
        var months = (calendar.FiscalYearStartMonth - 1) % (unit switch { SqlTimeUnit.Month => 1, SqlTimeUnit.Quarter => 3, _ => 12 });
        return Shifted(unit, instant, months, calendar.FiscalYearStartDay - 1);
    }

    /// <summary>A period that begins some months and days after the calendar's: shifted back, cut, shifted forth.</summary>
    private static SqlExpression Shifted(SqlTimeUnit unit, SqlExpression instant, int months, int days) =>
        Moved(new SqlDateTrunc(unit, Moved(instant, -months, -days, daysFirst: true)), months, days, daysFirst: false);

    private static SqlExpression Moved(SqlExpression instant, int months, int days, bool daysFirst) => daysFirst
        ? Moved(SqlTimeUnit.Month, Moved(SqlTimeUnit.Day, instant, days), months)
        : Moved(SqlTimeUnit.Day, Moved(SqlTimeUnit.Month, instant, months), days);

    private static SqlExpression Moved(SqlTimeUnit unit, SqlExpression instant, int amount) =>
        amount == 0 ? instant : new SqlDateAdd(unit, new SqlNumber(amount), instant);
}
