using System.Globalization;
using BiAssistant.Answers.Narratives;
using BiAssistant.Semantics.Catalogs;

namespace BiAssistant.Tests.Answers;

/// <summary>Numbers in the formats that a catalog declares, as English and Korean readers see them.</summary>
public sealed class NumberFormatsTests
{
    [Theory]
    [InlineData("1.51", "hours", "1 h 31 min", "1시간 31분")]
    [InlineData("90", "seconds", "1 min 30 sec", "1분 30초")]
    [InlineData("2", "days", "2 d", "2일")]
    [InlineData("3.14", "days", "3 d 3 h", "3일 3시간")]
    [InlineData("1.5", "weeks", "10 d 12 h", "10일 12시간")]
    [InlineData("59.996", "minutes", "1 h", "1시간")]
    [InlineData("-0.25", "hours", "-15 min", "-15분")]
    [InlineData("0.4", "second", "0.4 sec", "0.4초")]
    [InlineData("0", "hours", "0 sec", "0초")]
    [InlineData("5", "months", "5 months", "5개월")]
    public void Durations_read_in_their_two_largest_parts(string value, string unit, string english, string korean) =>
        Says(value, unit, new NumberFormat(ValueFormat.Duration, null), english, korean);

    [Theory]
    [InlineData("1234.5", "guests", "1,235 guests", "1,235 guests", ValueFormat.Integer, null)]
    [InlineData("1234.5", "USD", "$1,235", "1,235 달러", ValueFormat.Integer, null)]
    [InlineData("1234.5", null, "1,234.50", "1,234.50", ValueFormat.Money, null)]
    [InlineData("1234.5", "KRW", "₩1,235", "1,235원", ValueFormat.Money, null)]
    [InlineData("3.14159", "points", "3.1 points", "3.1 points", ValueFormat.None, "0.0")]
    [InlineData("0.5", "ratio", "50 %", "50 %", ValueFormat.None, "0 %")]
    public void Numbers_read_as_the_catalog_says(string value, string? unit, string english, string korean, ValueFormat kind, string? pattern) =>
        Says(value, unit, new NumberFormat(kind, pattern), english, korean);

    [Fact]
    public void Units_of_time_are_translated_where_nothing_else_is_said() =>
        NumberWords.Say(3.5m, "days", "ko").ShouldBe("3.5일");

    private static void Says(string value, string? unit, NumberFormat format, string english, string korean)
    {
        var number = decimal.Parse(value, CultureInfo.InvariantCulture);
        NumberWords.Say(number, unit, "en", format).ShouldBe(english);
        NumberWords.Say(number, unit, "ko", format).ShouldBe(korean);
    }
}
