using System.Globalization;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Tests.MariaDb;
using BiAssistant.Tests.Postgres;
using BiAssistant.Tests.Sql;

namespace BiAssistant.Tests.Semantics.Calendars;

/// <summary>
/// What SQL makes of a day is what the calendar's arithmetic makes of it, for every day of thirty-one years: a period's days are counted, and lie between its first
/// and its last without a gap.
/// </summary>
public sealed class FiscalSqlTests(CalendarDays days) : IClassFixture<CalendarDays>
{
    private static readonly TimeGrain[] Grains = [TimeGrain.Week, TimeGrain.FiscalMonth, TimeGrain.FiscalQuarter, TimeGrain.FiscalYear];

    public static TheoryData<WeekPattern, int, int, DayOfWeek> Patterns
    {
        get
        {
            var data = new TheoryData<WeekPattern, int, int, DayOfWeek>();
            foreach (var pattern in (WeekPattern[])[WeekPattern.FourFourFive, WeekPattern.FourFiveFour, WeekPattern.FiveFourFour])
            {
                data.Add(pattern, 1, 1, DayOfWeek.Monday);
                data.Add(pattern, 2, 1, DayOfWeek.Sunday);
                data.Add(pattern, 9, 30, DayOfWeek.Saturday);
                data.Add(pattern, 4, 6, DayOfWeek.Thursday);
                data.Add(pattern, 12, 31, DayOfWeek.Tuesday);
            }

            return data;
        }
    }

    public static TheoryData<WeekPattern, int, int, DayOfWeek> Months => new()
    {
        { WeekPattern.None, 1, 1, DayOfWeek.Wednesday },
        { WeekPattern.None, 7, 1, DayOfWeek.Friday },
        { WeekPattern.None, 4, 6, DayOfWeek.Sunday },
        { WeekPattern.None, 2, 28, DayOfWeek.Monday },
        { WeekPattern.None, 3, 29, DayOfWeek.Monday },
        { WeekPattern.None, 11, 30, DayOfWeek.Monday },
        { WeekPattern.None, 8, 31, DayOfWeek.Monday },
    };

    [Theory]
    [MemberData(nameof(Patterns))]
    [MemberData(nameof(Months))]
    public Task DuckDB_starts_every_fiscal_period_where_the_calendar_does(WeekPattern pattern, int month, int day, DayOfWeek week) =>
        Agrees("duckdb", Calendar(pattern, month, day, week));

    [Theory]
    [MemberData(nameof(Patterns))]
    [MemberData(nameof(Months))]
    public Task SQLite_starts_every_fiscal_period_where_the_calendar_does(WeekPattern pattern, int month, int day, DayOfWeek week) =>
        Agrees("sqlite", Calendar(pattern, month, day, week));

    [PostgresTheory]
    [MemberData(nameof(Patterns))]
    [MemberData(nameof(Months))]
    public Task PostgreSQL_starts_every_fiscal_period_where_the_calendar_does(WeekPattern pattern, int month, int day, DayOfWeek week) =>
        Agrees("postgresql", Calendar(pattern, month, day, week));

    [MariaDbTheory]
    [MemberData(nameof(Patterns))]
    [MemberData(nameof(Months))]
    public Task MariaDB_starts_every_fiscal_period_where_the_calendar_does(WeekPattern pattern, int month, int day, DayOfWeek week) =>
        Agrees("mariadb", Calendar(pattern, month, day, week));

    private static BusinessCalendar Calendar(WeekPattern pattern, int month, int day, DayOfWeek week) =>
        new() { Pattern = pattern, FiscalYearStartMonth = month, FiscalYearStartDay = day, WeekStart = week };

    private async Task Agrees(string engine, BusinessCalendar calendar)
    {
        var expected = CalendarDays.Days
            .GroupBy(d => string.Join(RealEngines.Separator, Grains.Concat(Grains).Select(g => Text(Periods.Start(d, g, calendar)))))
            .Select(g => string.Join(RealEngines.Separator, g.Key, Text(g.Min()), Text(g.Max()), g.Count().ToString(CultureInfo.InvariantCulture)));

        (await days.RowsAsync(engine, Query(calendar))).ShouldBe(expected, ignoreOrder: true);
    }

    /// <summary>The starts of the periods of each day, and of each day's last second.</summary>
    private static SqlSelect Query(BusinessCalendar calendar)
    {
        var day = new SqlColumn(null, "day");
        var starts = Grains.Select(g => TimeExpressions.StartOf(g, day, SqlType.Date, calendar))
            .Concat(Grains.Select(g => TimeExpressions.StartOf(g, new SqlColumn(null, "instant"), SqlType.Timestamp, calendar)))
            .ToSeq();
        Seq<SqlSelectItem> columns =
        [
            .. starts.Select((s, i) => new SqlSelectItem(s, $"c{i}")),
            new SqlSelectItem(new SqlAggregate("MIN", [day]), "first_day"),
            new SqlSelectItem(new SqlAggregate("MAX", [day]), "last_day"),
            new SqlSelectItem(new SqlAggregate("COUNT", [new SqlStar()]), "days"),
        ];
        return new SqlSelect(columns, new SqlTable(["days"])) { GroupBy = starts };
    }

    private static string Text(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
