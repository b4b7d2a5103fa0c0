using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using static BiAssistant.Tests.Semantics.Calendars.PeriodsTests;

namespace BiAssistant.Tests.Semantics.Calendars;

public sealed class PeriodLabelsTests
{
    [Theory]
    [InlineData("2024-01-01", "2025-01-01", "2024", "2024년")]
    [InlineData("2024-04-01", "2024-07-01", "Q2 2024", "2024년 2분기")]
    [InlineData("2024-05-01", "2024-06-01", "May 2024", "2024년 5월")]
    [InlineData("2024-05-06", "2024-05-13", "week of 2024-05-06", "2024년 5월 6일 주")]
    [InlineData("2024-02-29", "2024-03-01", "2024-02-29", "2024년 2월 29일")]
    [InlineData("2024-01-01", "2024-04-02", "2024-01-01 to 2024-04-01", "2024-01-01 ~ 2024-04-01")]
    [InlineData("2024-03-01", null, "since 2024-03-01", "2024-03-01부터")]
    [InlineData(null, "2024-03-01", "until 2024-02-29", "2024-02-29까지")]
    [InlineData(null, null, "all data", "전체 기간")]
    [InlineData("2024-05-06T14:00", "2024-05-06T15:00", "2024-05-06 14:00", "2024-05-06 14:00")]
    public void A_period_is_called_by_its_shortest_name(string? from, string? to, string english, string korean)
    {
        var period = new AbsolutePeriod(from is null ? null : At(from), to is null ? null : At(to));
        PeriodLabels.Of(period, BusinessCalendar.Default, "en").ShouldBe(english);
        PeriodLabels.Of(period, BusinessCalendar.Default, "ko").ShouldBe(korean);
    }

    [Theory]
    [InlineData("2024-04-01", "2025-04-01", "FY2025", "2025 회계연도")]
    [InlineData("2024-05-01", "2024-06-01", "May 2024", "2024년 5월")]
    [InlineData("2024-01-01", "2025-01-01", "2024", "2024년")]
    public void The_ordinary_calendars_name_is_taken_before_the_fiscal_one(string from, string to, string english, string korean)
    {
        var calendar = new BusinessCalendar { FiscalYearStartMonth = 4 };
        PeriodLabels.Of(new AbsolutePeriod(At(from), At(to)), calendar, "en").ShouldBe(english);
        PeriodLabels.Of(new AbsolutePeriod(At(from), At(to)), calendar, "ko").ShouldBe(korean);
    }

    [Theory]
    [InlineData("2023-01-29", "2024-02-04", "FY2023", "2023 회계연도")]
    [InlineData("2023-01-29", "2023-04-30", "Q1 FY2023", "2023 회계연도 1분기")]
    [InlineData("2023-04-02", "2023-04-30", "month 3 of FY2023", "2023 회계연도 3번째 달")]
    [InlineData("2023-12-31", "2024-02-04", "month 12 of FY2023", "2023 회계연도 12번째 달")]
    [InlineData("2024-01-28", "2024-02-04", "week of 2024-01-28", "2024년 1월 28일 주")]
    public void Years_of_weeks_count_their_months_and_quarters(string from, string to, string english, string korean)
    {
        var retail = new BusinessCalendar { FiscalYearStartMonth = 2, WeekStart = DayOfWeek.Sunday, Pattern = WeekPattern.FourFiveFour, FiscalYearNamedBy = FiscalYearName.Start };
        PeriodLabels.Of(new AbsolutePeriod(At(from), At(to)), retail, "en").ShouldBe(english);
        PeriodLabels.Of(new AbsolutePeriod(At(from), At(to)), retail, "ko").ShouldBe(korean);
    }

    [Theory]
    [InlineData("2024-02-29", "2024-03-31", "month 5 of FY2024", "2024 회계연도 5번째 달")]
    [InlineData("2023-02-28", "2023-03-31", "month 5 of FY2023", "2023 회계연도 5번째 달")]
    [InlineData("2023-10-31", "2024-01-31", "Q1 FY2024", "2024 회계연도 1분기")]
    public void A_fiscal_month_from_the_31st_begins_on_the_last_day_of_a_shorter_month(string from, string to, string english, string korean)
    {
        var calendar = new BusinessCalendar { FiscalYearStartMonth = 10, FiscalYearStartDay = 31 };
        PeriodLabels.Of(new AbsolutePeriod(At(from), At(to)), calendar, "en").ShouldBe(english);
        PeriodLabels.Of(new AbsolutePeriod(At(from), At(to)), calendar, "ko").ShouldBe(korean);
    }
}
