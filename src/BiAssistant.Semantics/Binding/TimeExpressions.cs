using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>The start of the period that an instant lies in, as a tree, for every grain of the business's calendar. It says in SQL what <see cref="Periods.Start"/> computes.</summary>
internal static class TimeExpressions
{
    /// <summary>The last day that every month has.</summary>
    private const int LastCommonDay = 28;

    public static SqlExpression StartOf(TimeGrain grain, SqlExpression instant, SqlType type, BusinessCalendar calendar)
    {
        var start = grain switch
        {
            TimeGrain.Hour => new SqlDateTrunc(SqlTimeUnit.Hour, instant),
            TimeGrain.Day => type == SqlType.Date ? instant : new SqlDateTrunc(SqlTimeUnit.Day, instant),
            TimeGrain.Week => WeekOf(instant, calendar),
            TimeGrain.Month => new SqlDateTrunc(SqlTimeUnit.Month, instant),
            TimeGrain.Quarter => new SqlDateTrunc(SqlTimeUnit.Quarter, instant),
            TimeGrain.Year => new SqlDateTrunc(SqlTimeUnit.Year, instant),
            _ when calendar.Pattern != WeekPattern.None => WeekPatternExpressions.StartOf(grain, instant, calendar),
            TimeGrain.FiscalMonth => Fiscal(SqlTimeUnit.Month, instant, calendar),
            TimeGrain.FiscalQuarter => Fiscal(SqlTimeUnit.Quarter, instant, calendar),
            TimeGrain.FiscalYear => YearOf(instant, calendar),
            _ => throw new System.Diagnostics.UnreachableException(grain.ToString()),
        };

        // Truncation gives a date; a moved date is an instant in some engines until it is said to be a date.
        return start is SqlDateAdd || (grain == TimeGrain.Day && type != SqlType.Date) ? new SqlCast(start, SqlType.Date) : start;
    }

    /// <summary>The first day of a week that may begin on any day.</summary>
    internal static SqlExpression WeekOf(SqlExpression instant, BusinessCalendar calendar) =>
        Shifted(SqlTimeUnit.Week, instant, 0, ((int)calendar.WeekStart + 6) % 7);

    /// <summary>The declared first day of the fiscal year, whatever its weekday.</summary>
    internal static SqlExpression YearOf(SqlExpression instant, BusinessCalendar calendar) =>
        Shifted(SqlTimeUnit.Year, instant, calendar.FiscalYearStartMonth - 1, calendar.FiscalYearStartDay - 1);

    /// <summary>Some days later, or earlier; a day's move that is already there is lengthened.</summary>
    internal static SqlExpression Later(SqlExpression day, int days) => day switch
    {
        _ when days == 0 => day,
        SqlDateAdd { Unit: SqlTimeUnit.Day, Amount: SqlNumber { Value: var more }, Operand: var operand } => Later(operand, days + (int)more),
        _ => new SqlDateAdd(SqlTimeUnit.Day, new SqlNumber(days), day),
    };

    /// <summary>A year from April has the months and quarters of the calendar, so that only what is left over is shifted.</summary>
    private static SqlExpression Fiscal(SqlTimeUnit unit, SqlExpression instant, BusinessCalendar calendar)
    {
        var months = (calendar.FiscalYearStartMonth - 1) % (unit == SqlTimeUnit.Month ? 1 : 3);
        return calendar.FiscalYearStartDay > LastCommonDay ? AtMonthEnds(unit, instant, calendar) : Shifted(unit, instant, months, calendar.FiscalYearStartDay - 1);
    }

    /// <summary>A period that begins some months and days after the calendar's: shifted back, cut, shifted forth.</summary>
    private static SqlExpression Shifted(SqlTimeUnit unit, SqlExpression instant, int months, int days) =>
        Later(MonthsLater(new SqlDateTrunc(unit, MonthsLater(Later(instant, -days), -months)), months), days);

    private static SqlExpression MonthsLater(SqlExpression day, int months) =>
        months == 0 ? day : new SqlDateAdd(SqlTimeUnit.Month, new SqlNumber(months), day);

    /// <summary>
    /// Months from the 31st begin on the last day of a shorter one, so they are counted from a month that has the day: as many as lie between, and one
    /// less where the last has not begun yet.
    /// </summary>
    private static SqlDateAdd AtMonthEnds(SqlTimeUnit unit, SqlExpression instant, BusinessCalendar calendar)
    {
        var first = new SqlDate(new DateOnly(2000, calendar.FiscalYearStartMonth, calendar.FiscalYearStartDay));
        var day = new SqlDateTrunc(SqlTimeUnit.Day, instant);
        var crossed = new SqlDateDiff(SqlTimeUnit.Month, first, day);
        var ahead = new SqlBinary(SqlBinaryOperator.Greater, new SqlCast(new SqlDateAdd(SqlTimeUnit.Month, crossed, first), SqlType.Date), day);
        var months = new SqlBinary(SqlBinaryOperator.Subtract, crossed, new SqlCase(null, [new SqlWhen(ahead, new SqlNumber(1))], new SqlNumber(0)));
        return new SqlDateAdd(SqlTimeUnit.Month, unit == SqlTimeUnit.Month ? months : RoundedDown(months, 3), first);
    }

    private static SqlCast RoundedDown(SqlExpression number, int step) => new(
        new SqlBinary(SqlBinaryOperator.Multiply, new SqlFunction("FLOOR", [new SqlBinary(SqlBinaryOperator.Divide, number, new SqlNumber(step))]), new SqlNumber(step)),
        SqlType.Integer);
}
