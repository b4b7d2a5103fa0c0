using System.Globalization;
using System.Numerics;
using BiAssistant.DuckDb;

namespace BiAssistant.Tests.DuckDb;

public sealed class Parameters_are_values : IDisposable
{
    private readonly DuckDbConnection connection = Database.InMemory();

    public static TheoryData<object, string> Values => new()
    {
        { true, "BOOLEAN" },
        { (sbyte)-1, "TINYINT" },
        { (byte)200, "UTINYINT" },
        { (short)-1, "SMALLINT" },
        { (ushort)60000, "USMALLINT" },
        { -1, "INTEGER" },
        { 4000000000u, "UINTEGER" },
        { long.MinValue, "BIGINT" },
        { ulong.MaxValue, "UBIGINT" },
        { BigInteger.Parse("-170141183460469231731687303715884105727", CultureInfo.InvariantCulture), "HUGEINT" },
        { 1.5f, "FLOAT" },
        { 0.1d, "DOUBLE" },
        { "O'Brien; DROP TABLE x -- 서울 🏨", "VARCHAR" },
        { new byte[] { 0, 1, 255 }, "BLOB" },
        { new DateOnly(2024, 2, 29), "DATE" },
        { new TimeOnly(1, 2, 3), "TIME" },
        { new DateTime(2024, 2, 29, 1, 2, 3), "TIMESTAMP" },
        { new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero), "TIMESTAMP WITH TIME ZONE" },
        { new DuckDbInterval(1, 2, 3), "INTERVAL" },
        { Guid.Parse("ffeeddcc-bbaa-9988-7766-554433221100"), "UUID" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_arrives_with_its_type_and_comes_back_the_same(object value, string type)
    {
        connection.Scalar("SELECT typeof(?)", value).ShouldBe(type);
        connection.Scalar("SELECT ?", value).ShouldBeEquivalentTo(value);
    }

    [Fact]
    public void Names_are_found_whatever_their_order_sign_and_case()
    {
        using var command = connection.CreateCommand("SELECT $b - $a");
        command.Parameters.Add("@A", 1);
        command.Parameters.Add("$b", 10);
        command.ExecuteScalar().ShouldBe(9);
    }

    [Fact]
    public void Question_marks_take_the_values_in_order() =>
        connection.Scalar("SELECT ? || ? || ?", "a", "b", "c").ShouldBe("abc");

    [Fact]
    public void A_name_may_stand_twice()
    {
        using var command = connection.CreateCommand("SELECT $x + $x");
        command.Parameters.Add("x", 21);
        command.ExecuteScalar().ShouldBe(42);
    }

    [Fact]
    public void A_missing_value_is_named()
    {
        using var command = connection.CreateCommand("SELECT $start, $stop");
        command.Parameters.Add("start", 1);
        Should.Throw<DuckDbException>(() => command.ExecuteScalar()).Message.ShouldContain("'stop'");
    }

    [Fact]
    public void Null_is_a_value() =>
        connection.Scalar("SELECT ? IS NULL AND ? IS NULL", null, DBNull.Value).ShouldBe(true);

    [Fact]
    public void An_array_is_a_list_of_its_elements_type()
    {
        connection.Scalar("SELECT count(*) FROM range(10) t(i) WHERE i = ANY(?)", new long[] { 2, 3, 99 }).ShouldBe(2L);
        connection.Scalar("SELECT list_contains(?, '서울')", (object)new[] { "부산", "서울" }).ShouldBe(true);
        connection.Scalar("SELECT len(?)", (object)Array.Empty<string>()).ShouldBe(0L);
    }

    [Fact]
    public void What_the_engine_has_no_value_for_is_refused() =>
        Should.Throw<NotSupportedException>(() => connection.Scalar("SELECT ?", new Version(1, 0))).Message.ShouldContain("Version");

    public void Dispose() => connection.Dispose();
}
