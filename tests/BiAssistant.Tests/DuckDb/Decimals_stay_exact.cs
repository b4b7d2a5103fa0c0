using System.Data.SqlTypes;
using BiAssistant.DuckDb;

namespace BiAssistant.Tests.DuckDb;

public sealed class Decimals_stay_exact : IDisposable
{
    private readonly DuckDbConnection connection = Database.InMemory();

    [Theory]
    [InlineData("12.34", 4, 2)]
    [InlineData("-0.5", 9, 1)]
    [InlineData("-0.05", 18, 2)]
    [InlineData("99999999999999.9999", 18, 4)]
    [InlineData("-79228162514264337593543950335", 38, 0)]
    [InlineData("0.1234567890123456789012345678", 38, 28)]
    [InlineData("0.00", 3, 2)]
    public void Every_width_is_read_to_the_last_digit(string digits, int width, int scale)
    {
        using var reader = connection.CreateCommand($"SELECT '{digits}'::DECIMAL({width},{scale})").ExecuteReader();
        reader.Read();
        reader.GetDecimal(0).ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(digits);
        reader.GetValue(0).ShouldBe(reader.GetDecimal(0));
        reader.GetString(0).ShouldBe(digits);
        reader.GetFieldValue<SqlDecimal>(0).ToString().ShouldBe(digits);
        reader.GetDataTypeName(0).ShouldBe($"DECIMAL({width},{scale})");
    }

    [Fact]
    public void Wider_than_the_framework_it_is_refused_as_decimal_and_exact_as_text()
    {
        const string digits = "-12345678901234567890123456789012345.678";
        using var reader = connection.CreateCommand($"SELECT '{digits}'::DECIMAL(38,3) AS amount").ExecuteReader();
        reader.Read();
        Should.Throw<InvalidCastException>(() => reader.GetDecimal(0)).Message.ShouldContain(digits);
        Should.Throw<InvalidCastException>(() => reader.GetValue(0)).Message.ShouldContain("'amount'");
        reader.GetString(0).ShouldBe(digits);
        reader.GetFieldValue<SqlDecimal>(0).ToString().ShouldBe(digits);
        reader.GetDouble(0).ShouldBe(-1.2345678901234568E+34);
    }

    [Fact]
    public void Trailing_zeros_never_stand_in_the_way()
    {
        connection.Scalar("SELECT 1::DECIMAL(38,37)").ShouldBe(1m);
        connection.Scalar("SELECT 12345678901234567890123456789::DECIMAL(38,8)").ShouldBe(12345678901234567890123456789m);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.10")]
    [InlineData("-1.50")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-7.9228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    public void A_parameter_is_a_decimal_and_comes_back_the_same(string digits)
    {
        var value = decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        connection.Scalar("SELECT ?", value).ShouldBe(value);
        connection.Scalar("SELECT typeof(?)", value).ShouldBeOfType<string>().ShouldStartWith("DECIMAL(");
    }

    [Fact]
    public void Comparing_with_a_parameter_is_exact()
    {
        connection.Run("CREATE TABLE prices AS SELECT 0.1::DECIMAL(18,4) AS price UNION ALL SELECT 0.3::DECIMAL(18,4) UNION ALL SELECT 90071992547409.9301::DECIMAL(18,4)");
        connection.Scalar("SELECT count(*) FROM prices WHERE price = ?", 0.3m).ShouldBe(1L);
        connection.Scalar("SELECT count(*) FROM prices WHERE price > ?", 90071992547409.9300m).ShouldBe(1L);
        connection.Scalar("SELECT count(*) FROM prices WHERE price > ?", 90071992547409.9301m).ShouldBe(0L);
    }

    public void Dispose() => connection.Dispose();
}
