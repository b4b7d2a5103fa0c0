using BiAssistant.Answers.Composition;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Answers;

public sealed class EdgeCellsTests
{
    [Fact]
    public void Days_are_dates_whatever_the_engine_made_of_them()
    {
        Convert(new DateTime(2024, 2, 1), SqlType.Timestamp, TimeGrain.Month).ShouldBe(new DateOnly(2024, 2, 1));
        Convert("2024-02-01", SqlType.Text, TimeGrain.Month).ShouldBe(new DateOnly(2024, 2, 1));
        Convert(new DateOnly(2024, 2, 1), SqlType.Date, null).ShouldBe(new DateOnly(2024, 2, 1));
        Convert(new DateOnly(2024, 2, 1), SqlType.Timestamp, TimeGrain.Hour).ShouldBe(new DateTime(2024, 2, 1));
    }

    [Theory]
    [InlineData("2024-05")]
    [InlineData("2024-Q2")]
    [InlineData("September 2024")]
    public void Texts_of_longer_periods_stay_what_they_are(string text) => Convert(text, SqlType.Text, TimeGrain.Month).ShouldBe(text);

    [Fact]
    public void Flags_that_came_as_numbers_are_booleans() => Convert(1L, SqlType.Boolean, null).ShouldBe(true);

    [Fact]
    public void Inexact_numbers_are_rounded_to_the_digits_they_hold()
    {
        Convert(0.1 + 0.2, SqlType.Double, null).ShouldBe(0.3m);
        Convert(double.NaN, SqlType.Double, null).ShouldBeNull();
        Convert(1e300, SqlType.Double, null).ShouldBe(1e300);
        Convert(-1e-300, SqlType.Double, null).ShouldBe(-1e-300);
    }

    [Fact]
    public void Exact_numbers_lose_nothing_but_trailing_zeros()
    {
        EdgeCells.Convert(123456789012345678901234567.8900m, SqlType.Decimal(38, 4), null, percent: false).ShouldNotBeNull().ToString().ShouldBe("123456789012345678901234567.89");
        Convert(5.00m, SqlType.Decimal(10, 2), null).ShouldBe(5m);
    }

    [Fact]
    public void Fractions_become_percentages_once()
    {
        EdgeCells.Convert(0.125m, SqlType.Double, null, percent: true).ShouldBe(12.5m);
        EdgeCells.Convert(1L, SqlType.Integer, null, percent: true).ShouldBe(100m);
        EdgeCells.Convert(0.07, SqlType.Double, null, percent: true).ShouldBe(7m);
    }

    private static object? Convert(object? cell, SqlType type, TimeGrain? grain) => EdgeCells.Convert(cell, type, grain, percent: false);
}
