using System.Globalization;
using System.Numerics;
using BiAssistant.DuckDb;

namespace BiAssistant.Tests.DuckDb;

public sealed class Types_come_back_as_they_are : IDisposable
{
    private readonly DuckDbConnection connection = Database.InMemory();

    public static TheoryData<string, object> Literals => new()
    {
        { "true", true },
        { "(-5)::TINYINT", (sbyte)-5 },
        { "(-300)::SMALLINT", (short)-300 },
        { "7::INTEGER", 7 },
        { "9007199254740993::BIGINT", 9007199254740993L },
        { "255::UTINYINT", (byte)255 },
        { "65535::USMALLINT", (ushort)65535 },
        { "4294967295::UINTEGER", 4294967295u },
        { "18446744073709551615::UBIGINT", 18446744073709551615ul },
        { "(-170141183460469231731687303715884105727)::HUGEINT", BigInteger.Parse("-170141183460469231731687303715884105727", CultureInfo.InvariantCulture) },
        { "340282366920938463463374607431768211455::UHUGEINT", BigInteger.Parse("340282366920938463463374607431768211455", CultureInfo.InvariantCulture) },
        { "1.5::FLOAT", 1.5f },
        { "0.1::DOUBLE", 0.1d },
        { "'infinity'::DOUBLE", double.PositiveInfinity },
        { "'abc'", "abc" },
        { "''", "" },
        { "'일이삼 😀 – twelve bytes and more'", "일이삼 😀 – twelve bytes and more" },
        { "'\\xAA\\x00\\x01'::BLOB", new byte[] { 0xAA, 0, 1 } },
        { "DATE '0001-01-01'", new DateOnly(1, 1, 1) },
        { "DATE '9999-12-31'", new DateOnly(9999, 12, 31) },
        { "TIME '23:59:59.123456'", new TimeOnly(23, 59, 59, 123, 456) },
        { "TIMESTAMP '1969-12-31 23:59:59.999999'", new DateTime(1969, 12, 31, 23, 59, 59, 999, 999) },
        { "'2024-02-29 01:02:03'::TIMESTAMP_S", new DateTime(2024, 2, 29, 1, 2, 3) },
        { "'2024-02-29 01:02:03.004'::TIMESTAMP_MS", new DateTime(2024, 2, 29, 1, 2, 3, 4) },
        { "'2024-02-29 01:02:03.000000700'::TIMESTAMP_NS", new DateTime(2024, 2, 29, 1, 2, 3).AddTicks(7) },
        { "'1969-12-31 23:59:59.999999900'::TIMESTAMP_NS", new DateTime(1970, 1, 1).AddTicks(-1) },
        { "'2024-02-29 01:02:03+02'::TIMESTAMPTZ", new DateTimeOffset(2024, 2, 28, 23, 2, 3, TimeSpan.Zero) },
        { "INTERVAL '1 month 2 days 3 seconds'", new DuckDbInterval(1, 2, 3_000_000) },
        { "'00112233-4455-6677-8899-aabbccddeeff'::UUID", Guid.Parse("00112233-4455-6677-8899-aabbccddeeff") },
        { "'ffeeddcc-bbaa-9988-7766-554433221100'::UUID", Guid.Parse("ffeeddcc-bbaa-9988-7766-554433221100") },
        { "'mid'::ENUM('low', 'mid', 'high')", "mid" },
        { "'0101100110'::BIT", "0101100110" },
        { "[1, NULL, 3]", new List<object?> { 1, null, 3 } },
        { "[]::VARCHAR[]", new List<object?>() },
        { "[[1], [2, 3]]", new List<object?> { new List<object?> { 1 }, new List<object?> { 2, 3 } } },
        { "array_value(1, 2)", new List<object?> { 1, 2 } },
        { "{'a': 1, 'b': 'x', 'c': NULL::INTEGER}", new Dictionary<string, object?> { ["a"] = 1, ["b"] = "x", ["c"] = null } },
        { "MAP {'k': 1, 'l': 2}", new Dictionary<object, object?> { ["k"] = 1, ["l"] = 2 } },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void A_literal_of_each_type_is_read_as_its_value(string literal, object expected)
    {
        using var reader = connection.CreateCommand($"SELECT {literal}").ExecuteReader();
        reader.Read().ShouldBeTrue();
        reader.GetValue(0).ShouldBeEquivalentTo(expected);
        reader.GetFieldType(0).ShouldBe(expected.GetType());
        reader.Read().ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Literals))]
    public void Below_a_null_the_value_of_each_type_still_stands_in_its_own_row(string literal, object expected)
    {
        using var reader = connection.CreateCommand($"SELECT v FROM range(4) t(i) LEFT JOIN (SELECT {literal} AS v) ON i % 2 = 1 ORDER BY i").ExecuteReader();
        for (var i = 0; i < 4; i++)
        {
            reader.Read().ShouldBeTrue();
            reader.IsDBNull(0).ShouldBe(i % 2 == 0);
            reader.GetValue(0).ShouldBeEquivalentTo(i % 2 == 1 ? expected : DBNull.Value);
        }
    }

    [Fact]
    public void A_typed_getter_on_a_null_names_the_column()
    {
        using var reader = connection.CreateCommand("SELECT NULL::INTEGER AS guests").ExecuteReader();
        reader.Read();
        Should.Throw<InvalidCastException>(() => reader.GetInt32(0)).Message.ShouldContain("'guests' is null");
        Should.Throw<InvalidCastException>(() => reader.GetFieldValue<string>(0)).Message.ShouldContain("'guests' is null");
    }

    [Fact]
    public void Whole_numbers_widen_and_narrow_only_where_nothing_is_lost()
    {
        using var reader = connection.CreateCommand("SELECT 7::TINYINT, sum(i)::HUGEINT, 300, 2.00::DECIMAL(9,2), 2.5::DECIMAL(9,2), 'x' FROM range(4) t(i)").ExecuteReader();
        reader.Read();
        reader.GetInt64(0).ShouldBe(7L);
        reader.GetInt64(1).ShouldBe(6L);
        reader.GetDecimal(1).ShouldBe(6m);
        reader.GetFieldValue<Int128>(1).ShouldBe((Int128)6);
        Should.Throw<InvalidCastException>(() => reader.GetByte(2)).Message.ShouldContain("300 does not fit a Byte");
        reader.GetInt32(3).ShouldBe(2);
        Should.Throw<InvalidCastException>(() => reader.GetInt32(4)).Message.ShouldContain("2.50 is not a whole number");
        reader.GetDouble(4).ShouldBe(2.5);
        Should.Throw<InvalidCastException>(() => reader.GetInt32(5)).Message.ShouldContain("VARCHAR");
    }

    [Fact]
    public void A_text_keeps_an_embedded_nul_and_its_length()
    {
        connection.Scalar("SELECT 'a' || chr(0) || 'b'").ShouldBe("a\0b");
        connection.Scalar("SELECT length(?)", "a\0b").ShouldBe(3L);
    }

    [Theory]
    [InlineData("'infinity'::DATE", "infinity")]
    [InlineData("'-infinity'::DATE", "-infinity")]
    [InlineData("'infinity'::TIMESTAMP", "infinity")]
    [InlineData("'-infinity'::TIMESTAMPTZ", "-infinity")]
    [InlineData("DATE '0044-03-15 (BC)'", "years 1 to 9999")]
    [InlineData("TIMESTAMP '12000-01-01 00:00:00'", "years 1 to 9999")]
    public void A_date_that_the_framework_cannot_hold_is_refused_in_words(string literal, string words)
    {
        using var reader = connection.CreateCommand($"SELECT {literal} AS at").ExecuteReader();
        reader.Read();
        Should.Throw<InvalidCastException>(() => reader.GetValue(0)).Message.ShouldContain(words);
        Should.Throw<InvalidCastException>(() => reader.GetDateTime(0)).Message.ShouldContain("'at'");
    }

    [Fact]
    public void A_type_without_a_reader_says_what_to_do()
    {
        using var reader = connection.CreateCommand("SELECT TIMETZ '10:00:00+01' AS t").ExecuteReader();
        reader.Read();
        Should.Throw<InvalidCastException>(() => reader.GetValue(0)).Message.ShouldContain("cast the column to VARCHAR");
    }

    [Fact]
    public void An_interval_with_months_is_no_fixed_span()
    {
        using var reader = connection.CreateCommand("SELECT INTERVAL '36 hours', INTERVAL '1 month'").ExecuteReader();
        reader.Read();
        reader.GetFieldValue<TimeSpan>(0).ShouldBe(TimeSpan.FromHours(36));
        Should.Throw<InvalidCastException>(() => reader.GetFieldValue<TimeSpan>(1)).Message.ShouldContain("no fixed length");
    }

    public void Dispose() => connection.Dispose();
}
