using System.Globalization;
using BiAssistant.Answers.Narratives;

namespace BiAssistant.Tests.Answers;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData("1234567.891", "USD", "$1.23 million")]
    [InlineData("15959051.09", "USD", "$15.96 million")]
    [InlineData("12345.67", "USD", "$12,346")]
    [InlineData("123.4", "USD", "$123.40")]
    [InlineData("-2500000000", "EUR", "-€2.5 billion")]
    [InlineData("999999999", "USD", "$1 billion")]
    [InlineData("5000", "KRW", "₩5,000")]
    [InlineData("1500", "SEK", "SEK 1,500")]
    [InlineData("12.5", "percent", "12.5%")]
    [InlineData("0.125", "percent", "0.13%")]
    [InlineData("-0.0001", "percent", "0%")]
    [InlineData("0.125", "ratio", "0.125")]
    [InlineData("1234", "guests", "1,234 guests")]
    [InlineData("1", "guests", "1 guest")]
    [InlineData("1", "companies", "1 company")]
    [InlineData("3.14159", "days", "3.14 days")]
    [InlineData("42", null, "42")]
    public void Numbers_read_in_English(string value, string? unit, string expected) =>
        NumberWords.Say(decimal.Parse(value, CultureInfo.InvariantCulture), unit, "en").ShouldBe(expected);

    [Fact]
    public void The_distance_of_two_percentages_is_in_points()
    {
        NumberWords.SayPoints(2.54m, "en").ShouldBe("2.5 percentage points");
        NumberWords.SayPoints(1m, "en").ShouldBe("1 percentage point");
        NumberWords.SayPoints(0.26m, "ko").ShouldBe("0.3%p");
    }

    [Theory]
    [InlineData("1234567.891", "USD", "123.5만 달러")]
    [InlineData("15959051.09", "USD", "1,596만 달러")]
    [InlineData("12345.67", "USD", "12,346달러")]
    [InlineData("350000000", "KRW", "3.5억 원")]
    [InlineData("1200000000000", "KRW", "1.2조 원")]
    [InlineData("1234", "명", "1,234명")]
    [InlineData("2345678", "명", "234.6만 명")]
    [InlineData("12.5", "percent", "12.5%")]
    [InlineData("3", "guests", "3 guests")]
    public void Numbers_read_in_Korean(string value, string? unit, string expected) =>
        NumberWords.Say(decimal.Parse(value, CultureInfo.InvariantCulture), unit, "ko").ShouldBe(expected);
}
