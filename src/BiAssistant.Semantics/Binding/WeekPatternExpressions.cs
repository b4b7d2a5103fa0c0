using System.Diagnostics;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// Fiscal periods of a year that is cut into weeks (4-4-5 and its kin), as a tree. A year begins on the week start nearest to the declared day, which is the
/// start of the week that holds the third day after it; so the year of a week is the declared year that its fourth day lies in. A 53rd week stays in
/// the last month and quarter.
/// </summary>
internal static class WeekPatternExpressions
{
    private const int DaysToMiddle = 3;
    private const int DaysPerQuarter = 91;
    private const int MonthsPerQuarter = 3;

    public static SqlExpression StartOf(TimeGrain grain, SqlExpression instant, BusinessCalendar calendar)
    {
        var week = TimeExpressions.WeekOf(instant, calendar);
        var declared = TimeExpressions.YearOf(TimeExpressions.Later(week, DaysToMiddle), calendar);
        var year = TimeExpressions.WeekOf(TimeExpressions.Later(declared, DaysToMiddle), calendar);
        var days = new SqlDateDiff(SqlTimeUnit.Day, year, week);
        return grain switch
        {
            TimeGrain.FiscalYear => year,
            TimeGrain.FiscalQuarter => new SqlDateAdd(SqlTimeUnit.Day, Starts(Whole(days), [0, 91, 182, 273]), year),
            TimeGrain.FiscalMonth => new SqlDateAdd(SqlTimeUnit.Day, Starts(Month(days, calendar.Pattern), MonthStarts(calendar.Pattern)), year),
            _ => throw new UnreachableException(grain.ToString()),
        };
    }

    /// <summary>Days before each month of the year.</summary>
    private static Seq<int> MonthStarts(WeekPattern pattern) =>
        Enumerable.Range(0, 4 * MonthsPerQuarter).Select(month => 7 * FiscalYears.WeeksBefore(month, pattern)).ToSeq();

    /// <summary>
    /// Thirteen weeks are three months, so month m begins with week (13 m + s) / 3, rounded down, where s is 0, 1 and 2 for the three patterns: 0, 4, 8,
    /// 13 for the first. Turned round, and in days, a week lies in month (3 days + 7 (2 - s)) / 91, rounded down.
    /// </summary>
    private static SqlFunction Month(SqlExpression days, WeekPattern pattern)
    {
        var weeks = pattern switch { WeekPattern.FourFourFive => 2, WeekPattern.FourFiveFour => 1, _ => 0 };
        var tripled = new SqlBinary(SqlBinaryOperator.Multiply, new SqlNumber(MonthsPerQuarter), days);
        return Whole(weeks == 0 ? tripled : new SqlBinary(SqlBinaryOperator.Add, tripled, new SqlNumber(7 * weeks)));
    }

    private static SqlFunction Whole(SqlExpression days) =>
        new("FLOOR", [new SqlBinary(SqlBinaryOperator.Divide, days, new SqlNumber(DaysPerQuarter))]);

    /// <summary>The days before a period by its position; the last takes all that are left.</summary>
    private static SqlCase Starts(SqlExpression position, Seq<int> days) => new(
        position,
        days.Take(days.Count - 1).Select((d, i) => new SqlWhen(new SqlNumber(i), new SqlNumber(d))).ToSeq(),
        new SqlNumber(days[^1]));
}
