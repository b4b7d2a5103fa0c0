using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using static BiAssistant.Tests.Semantics.Calendars.PeriodsTests;

namespace BiAssistant.Tests.Semantics.Queries;

public sealed class PeriodTextTests
{
    [Theory]
    [InlineData("last 12 months", "2023-05-01", "2024-05-01")]
    [InlineData("Last  month", "2024-04-01", "2024-05-01")]
    [InlineData("past 7 days", "2024-05-09", "2024-05-16")]
    [InlineData("this year", "2024-01-01", "2024-05-16")]
    [InlineData("year to date", "2024-01-01", "2024-05-16")]
    [InlineData("next quarter", "2024-07-01", "2024-10-01")]
    [InlineData("yesterday", "2024-05-14", "2024-05-15")]
    [InlineData("now - 30 days", "2024-04-15", "2024-05-16")]
    [InlineData("now - 3 months", "2024-02-15", "2024-05-16")]
    [InlineData("2024", "2024-01-01", "2025-01-01")]
    [InlineData("2024-02", "2024-02-01", "2024-03-01")]
    [InlineData("May 2023", "2023-05-01", "2023-06-01")]
    [InlineData("2024-Q2", "2024-04-01", "2024-07-01")]
    [InlineData("Q4 2023", "2023-10-01", "2024-01-01")]
    [InlineData("2024-02-29", "2024-02-29", "2024-03-01")]
    [InlineData("since 2024-03-01", "2024-03-01", null)]
    [InlineData("until 2024-02-29", null, "2024-03-01")]
    [InlineData("before 2024", null, "2024-01-01")]
    [InlineData("2024-01-01 to 2024-03-31", "2024-01-01", "2024-04-01")]
    [InlineData("from 2022 to 2023", "2022-01-01", "2024-01-01")]
    [InlineData("2024-01-01 to now", "2024-01-01", "2024-05-16")]
    [InlineData("now - 10 days to yesterday", "2024-05-05", "2024-05-15")]
    [InlineData("2024-01-01T08:30 to 2024-01-01T17:15:30", "2024-01-01T08:30", "2024-01-01T17:15:30")]
    [InlineData("all time", null, null)]
    public void A_text_is_a_period_on_the_15th_of_May(string text, string? from, string? to) =>
        PeriodText.Resolve(text, At("2024-05-15"), BusinessCalendar.Default).Value
            .ShouldBe(new AbsolutePeriod(from is null ? null : At(from), to is null ? null : At(to)));

    [Fact]
    public void A_fiscal_year_by_name_follows_the_calendar()
    {
        var fromApril = new BusinessCalendar { FiscalYearStartMonth = 4 };
        PeriodText.Parse("FY2025", fromApril).Value.ShouldBe(new AbsolutePeriod(At("2024-04-01"), At("2025-04-01")));
        PeriodText.Parse("FY2025").Value.ShouldBe(new AbsolutePeriod(At("2025-01-01"), At("2026-01-01")));
    }

    [Fact]
    public void A_relative_text_stays_relative_until_a_clock_is_known() =>
        PeriodText.Parse("last 3 fiscal quarters").Value.ShouldBe(new RelativePeriod(RelativePeriodKind.Last, 3, TimeGrain.FiscalQuarter));

    [Fact]
    public void Two_ends_of_a_glossary_period_are_both_included() =>
        PeriodText.Resolve("now - 30 days", "now - 1 day", At("2024-05-15"), BusinessCalendar.Default).Value
            .ShouldBe(new AbsolutePeriod(At("2024-04-15"), At("2024-05-15")));

    [Theory]
    [InlineData("fortnight", "unknown_period")]
    [InlineData("2024-02-30", "unknown_period")]
    [InlineData("last 0 days", "unknown_period")]
    [InlineData("", "unknown_period")]
    [InlineData("2024-03-31 to 2024-01-01", "empty_period")]
    public void What_is_no_period_is_an_issue_with_examples(string text, string code)
    {
        PeriodText.Parse(text).Issues.ShouldHaveSingleItem().Code.ShouldBe(code);
        PeriodText.Resolve(text, At("2024-05-15"), BusinessCalendar.Default).Issues.ShouldHaveSingleItem().Code.ShouldBe(code);
    }
}
