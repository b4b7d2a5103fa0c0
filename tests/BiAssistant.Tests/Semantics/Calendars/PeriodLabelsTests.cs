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
}
