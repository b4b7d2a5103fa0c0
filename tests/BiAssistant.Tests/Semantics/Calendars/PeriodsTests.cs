using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Tests.Semantics.Calendars;

public sealed class PeriodsTests
{
    private static readonly BusinessCalendar Ordinary = BusinessCalendar.Default;
    private static readonly BusinessCalendar FromApril = new() { FiscalYearStartMonth = 4 };
    private static readonly BusinessCalendar British = new() { FiscalYearStartMonth = 4, FiscalYearStartDay = 6 };
    private static readonly BusinessCalendar Retail = new() { FiscalYearStartMonth = 2, WeekStart = DayOfWeek.Sunday, Pattern = WeekPattern.FourFiveFour, FiscalYearNamedBy = FiscalYearName.Start };

    [Theory]
    [InlineData(TimeGrain.Hour, "2024-05-15T13:00", "2024-05-15T14:00")]
    [InlineData(TimeGrain.Day, "2024-05-15", "2024-05-16")]
    [InlineData(TimeGrain.Week, "2024-05-13", "2024-05-20")]
    [InlineData(TimeGrain.Month, "2024-05-01", "2024-06-01")]
    [InlineData(TimeGrain.Quarter, "2024-04-01", "2024-07-01")]
    [InlineData(TimeGrain.Year, "2024-01-01", "2025-01-01")]
    public void Each_grain_has_its_period_around_an_afternoon_in_May(TimeGrain grain, string start, string next) =>
        Periods.Of(At("2024-05-15T13:45"), grain, Ordinary).ShouldBe(new AbsolutePeriod(At(start), At(next)));

    [Theory]
    [InlineData("2024-12-31", "2024-12-30")]
    [InlineData("2025-01-05", "2024-12-30")]
    [InlineData("2025-01-06", "2025-01-06")]
    public void A_week_that_crosses_the_new_year_is_one_week(string day, string monday) =>
        Periods.Start(At(day), TimeGrain.Week, Ordinary).ShouldBe(At(monday));

    [Fact]
    public void A_week_begins_on_the_day_that_the_business_says() =>
        Periods.Start(At("2024-05-15"), TimeGrain.Week, Ordinary with { WeekStart = DayOfWeek.Sunday }).ShouldBe(At("2024-05-12"));

    [Theory]
    [InlineData("2024-03-31", "2023-04-01", "FY2024")]
    [InlineData("2024-04-01", "2024-04-01", "FY2025")]
    public void A_fiscal_year_from_April_bears_the_year_in_which_it_ends(string day, string start, string name)
    {
        Periods.Start(At(day), TimeGrain.FiscalYear, FromApril).ShouldBe(At(start));
        PeriodLabels.Of(At(day), TimeGrain.FiscalYear, FromApril, "en").ShouldBe(name);
    }

    [Fact]
    public void A_fiscal_year_may_bear_the_year_in_which_it_starts() =>
        PeriodLabels.Of(At("2024-04-01"), TimeGrain.FiscalYear, FromApril with { FiscalYearNamedBy = FiscalYearName.Start }, "en").ShouldBe("FY2024");

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(12)]
    public void A_fiscal_year_may_begin_with_any_month(int month)
    {
        var calendar = new BusinessCalendar { FiscalYearStartMonth = month };
        var first = new DateTime(2024, month, 1);
        Periods.Of(first, TimeGrain.FiscalYear, calendar).ShouldBe(new AbsolutePeriod(first, first.AddYears(1)));
        Periods.Of(first.AddDays(-1), TimeGrain.FiscalYear, calendar).ShouldBe(new AbsolutePeriod(first.AddYears(-1), first));
        PeriodLabels.Of(first, TimeGrain.FiscalYear, calendar, "en").ShouldBe("FY2025");
        PeriodLabels.Of(first.AddDays(-1), TimeGrain.FiscalYear, calendar with { FiscalYearNamedBy = FiscalYearName.Start }, "en").ShouldBe("FY2023");
    }

    [Fact]
    public void The_leap_day_closes_a_fiscal_year_from_March() =>
        Periods.Of(At("2024-02-29"), TimeGrain.FiscalMonth, new BusinessCalendar { FiscalYearStartMonth = 3 }).ShouldBe(new AbsolutePeriod(At("2024-02-01"), At("2024-03-01")));

    [Theory]
    [InlineData("2024-04-05", "2024-03-06", "2024-01-06", "2023-04-06")]
    [InlineData("2024-04-06", "2024-04-06", "2024-04-06", "2024-04-06")]
    [InlineData("2024-12-31", "2024-12-06", "2024-10-06", "2024-04-06")]
    public void Fiscal_months_and_quarters_begin_on_the_fiscal_day(string day, string month, string quarter, string year)
    {
        Periods.Start(At(day), TimeGrain.FiscalMonth, British).ShouldBe(At(month));
        Periods.Start(At(day), TimeGrain.FiscalQuarter, British).ShouldBe(At(quarter));
        Periods.Start(At(day), TimeGrain.FiscalYear, British).ShouldBe(At(year));
    }

    [Theory]
    [InlineData("2023-06-15", "2023-01-29", "2024-02-04")]
    [InlineData("2024-02-03", "2023-01-29", "2024-02-04")]
    [InlineData("2024-02-04", "2024-02-04", "2025-02-02")]
    public void A_retail_year_begins_on_the_Sunday_nearest_to_the_first_of_February_so_2023_has_53_weeks(string day, string start, string end) =>
        Periods.Of(At(day), TimeGrain.FiscalYear, Retail).ShouldBe(new AbsolutePeriod(At(start), At(end)));

    [Fact]
    public void The_53rd_week_belongs_to_the_last_month_and_quarter()
    {
        // 2023-01-29 plus 39 weeks is 2023-10-29; plus 4 and 5 more is 2023-12-31.
        Periods.Of(At("2024-02-03"), TimeGrain.FiscalQuarter, Retail).ShouldBe(new AbsolutePeriod(At("2023-10-29"), At("2024-02-04")));
        Periods.Of(At("2024-02-03"), TimeGrain.FiscalMonth, Retail).ShouldBe(new AbsolutePeriod(At("2023-12-31"), At("2024-02-04")));
        Periods.Of(At("2023-03-01"), TimeGrain.FiscalMonth, Retail).ShouldBe(new AbsolutePeriod(At("2023-02-26"), At("2023-04-02")));
    }

    [Theory]
    [InlineData(RelativePeriodKind.Last, 7, TimeGrain.Day, "2024-05-08", "2024-05-15")]
    [InlineData(RelativePeriodKind.Past, 7, TimeGrain.Day, "2024-05-09", "2024-05-16")]
    [InlineData(RelativePeriodKind.Since, 30, TimeGrain.Day, "2024-04-15", "2024-05-16")]
    [InlineData(RelativePeriodKind.Last, 3, TimeGrain.Month, "2024-02-01", "2024-05-01")]
    [InlineData(RelativePeriodKind.Past, 3, TimeGrain.Month, "2024-02-16", "2024-05-16")]
    [InlineData(RelativePeriodKind.Current, 1, TimeGrain.Month, "2024-05-01", "2024-05-16")]
    [InlineData(RelativePeriodKind.Current, 1, TimeGrain.Year, "2024-01-01", "2024-05-16")]
    [InlineData(RelativePeriodKind.Next, 2, TimeGrain.Week, "2024-05-20", "2024-06-03")]
    [InlineData(RelativePeriodKind.Ago, 2, TimeGrain.Month, "2024-03-01", "2024-04-01")]
    [InlineData(RelativePeriodKind.Last, 1, TimeGrain.Year, "2023-01-01", "2024-01-01")]
    [InlineData(RelativePeriodKind.Past, 2, TimeGrain.Hour, "2024-05-15T12:00", "2024-05-15T14:00")]
    public void Told_on_the_15th_of_May_at_a_quarter_to_two(RelativePeriodKind kind, int count, TimeGrain grain, string from, string to) =>
        Periods.Resolve(new RelativePeriod(kind, count, grain), At("2024-05-15T13:45"), Ordinary).ShouldBe(new AbsolutePeriod(At(from), At(to)));

    [Fact]
    public void Twelve_months_back_from_a_leap_day_begin_on_the_first_of_March() =>
        Periods.Resolve(new RelativePeriod(RelativePeriodKind.Past, 12, TimeGrain.Month), At("2024-02-29"), Ordinary)
            .ShouldBe(new AbsolutePeriod(At("2023-03-01"), At("2024-03-01")));

    [Fact]
    public void Last_month_on_new_years_day_is_December() =>
        Periods.Resolve(new RelativePeriod(RelativePeriodKind.Last, 1, TimeGrain.Month), At("2025-01-01"), Ordinary)
            .ShouldBe(new AbsolutePeriod(At("2024-12-01"), At("2025-01-01")));

    [Fact]
    public void A_period_that_would_begin_before_the_calendar_is_open() =>
        Periods.Resolve(new RelativePeriod(RelativePeriodKind.Last, 5000, TimeGrain.Year), At("2024-05-15"), Ordinary)
            .ShouldBe(new AbsolutePeriod(null, At("2024-01-01")));

    [Fact]
    public void A_date_that_stands_for_never_has_a_fiscal_year() =>
        Periods.Start(At("9999-12-31"), TimeGrain.FiscalYear, FromApril).ShouldBe(At("9999-04-01"));

    [Theory]
    [InlineData("2024-05-01", "2024-05-16", "2024-05-15T13:45", true)]
    [InlineData("2024-01-01", "2025-01-01", "2024-05-15", true)]
    [InlineData("2023-01-01", "2024-01-01", "2024-05-15", false)]
    [InlineData("2025-01-01", "2026-01-01", "2024-05-15", false)]
    public void A_period_runs_while_now_is_in_it(string from, string to, string now, bool running) =>
        Periods.IsRunning(new AbsolutePeriod(At(from), At(to)), At(now)).ShouldBe(running);

    [Fact]
    public void The_periods_of_a_grain_follow_each_other_without_gap_or_overlap()
    {
        foreach (var calendar in (BusinessCalendar[])[Ordinary, FromApril, British, Retail, Retail with { Pattern = WeekPattern.FourFourFive }, Ordinary with { FiscalYearStartDay = 31 }])
        {
            foreach (var grain in Enum.GetValues<TimeGrain>().Where(g => g > TimeGrain.Day))
            {
                for (var day = At("2019-12-20"); day < At("2025-03-01"); day = day.AddDays(1))
                {
                    var period = Periods.Of(day, grain, calendar);
                    (period.From <= day && day < period.To).ShouldBeTrue($"{grain} of {day:O}");
                    Periods.Previous(period.To ?? day, grain, calendar).ShouldBe(period.From ?? day);
                }
            }
        }
    }

    internal static DateTime At(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
