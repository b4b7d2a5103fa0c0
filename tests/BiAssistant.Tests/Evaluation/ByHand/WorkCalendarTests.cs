using BiAssistant.Tests.Evaluation.RowByRow;

namespace BiAssistant.Tests.Evaluation.ByHand;

public sealed class WorkCalendarTests
{
    /// <summary>Years from the Sunday nearest to 1 February: 29 January 2023 (three days before) to 4 February 2024 (three days after) is 371 days, 53 weeks.</summary>
    private static readonly WorkCalendar Retail = new(StartMonth: 2, WeekStart: DayOfWeek.Sunday) { Weeks = (4, 5, 4) };

    [Theory]
    [InlineData("Hour", "2024-02-29T23:00", "2024-03-01")]
    [InlineData("Day", "2024-02-29", "2024-03-01")]
    [InlineData("Week", "2024-02-26", "2024-03-04")]
    [InlineData("Month", "2024-02-01", "2024-03-01")]
    [InlineData("Quarter", "2024-01-01", "2024-04-01")]
    [InlineData("Year", "2024-01-01", "2025-01-01")]
    public void The_last_hour_of_a_leap_day_lies_in_these_periods(string grain, string from, string to) =>
        WorkCalendar.Ordinary.PeriodOf(Enum.Parse<Grain>(grain), Day.Of("2024-02-29T23:30")).ShouldBe(Span.Between(from, to));

    [Fact]
    public void New_Years_Eve_of_2024_was_a_Tuesday_so_its_week_ends_in_January() =>
        WorkCalendar.Ordinary.PeriodOf(Grain.Week, Day.Of("2024-12-31")).ShouldBe(Span.Between("2024-12-30", "2025-01-06"));

    [Theory]
    [InlineData("FiscalMonth", "2024-03-06", "2024-04-06")]
    [InlineData("FiscalQuarter", "2024-01-06", "2024-04-06")]
    [InlineData("FiscalYear", "2023-04-06", "2024-04-06")]
    public void The_fifth_of_April_is_the_last_day_of_a_year_from_the_sixth(string grain, string from, string to) =>
        new WorkCalendar(4, 6).PeriodOf(Enum.Parse<Grain>(grain), Day.Of("2024-04-05")).ShouldBe(Span.Between(from, to));

    [Fact]
    public void A_month_from_the_thirtieth_begins_on_the_last_day_of_February() =>
        new WorkCalendar(1, 30).PeriodOf(Grain.FiscalMonth, Day.Of("2024-03-01")).ShouldBe(Span.Between("2024-02-29", "2024-03-30"));

    [Theory]
    [InlineData("FiscalYear", "2023-01-29", "2024-02-04")]
    [InlineData("FiscalQuarter", "2023-10-29", "2024-02-04")]
    [InlineData("FiscalMonth", "2023-12-31", "2024-02-04")]
    public void The_53rd_week_belongs_to_the_last_month_quarter_and_year(string grain, string from, string to) =>
        Retail.PeriodOf(Enum.Parse<Grain>(grain), Day.Of("2024-01-28")).ShouldBe(Span.Between(from, to));

    [Theory]
    [InlineData("2023-02-25", "2023-01-29", "2023-02-26")]
    [InlineData("2023-02-26", "2023-02-26", "2023-04-02")]
    [InlineData("2023-04-02", "2023-04-02", "2023-04-30")]
    public void The_first_three_months_of_a_4_5_4_year_have_four_five_and_four_weeks(string day, string from, string to) =>
        Retail.PeriodOf(Grain.FiscalMonth, Day.Of(day)).ShouldBe(Span.Between(from, to));

    [Fact]
    public void The_period_before_the_first_quarter_of_a_year_is_the_last_of_the_year_before() =>
        WorkCalendar.Ordinary.Earlier(Grain.Quarter, Day.Of("2024-02-29"), 1).ShouldBe(Span.Between("2023-10-01", "2024-01-01"));
}
