using System.Data.SqlTypes;
using System.Globalization;
using BiAssistant.DuckDb;

namespace BiAssistant.Tests.DuckDb;

public sealed class Rows_are_loaded_in_bulk : IDisposable
{
    private readonly DuckDbConnection connection = Database.InMemory();

    [Fact]
    public void Each_type_goes_in_and_comes_back()
    {
        connection.Run("""
            CREATE TABLE everything (flag BOOLEAN, tiny TINYINT, whole INTEGER, big BIGINT, huge HUGEINT, ratio DOUBLE, narrow DECIMAL(4,1), amount DECIMAL(18,4),
                wide DECIMAL(38,10), name VARCHAR, size ENUM('S', '큰'), raw BLOB, day DATE, clock TIME, moment TIMESTAMP, seen TIMESTAMPTZ, span INTERVAL, id UUID)
            """);
        var id = Guid.Parse("ffeeddcc-bbaa-9988-7766-554433221100");
        using (var appender = connection.CreateAppender("everything"))
        {
            appender.Append(true).Append(-1).Append(2).Append(long.MinValue).Append(Int128.MinValue + 1).Append(0.1).Append(-999.9m).Append(1.5m)
                .Append(SqlDecimal.Parse("-1234567890123456789012345678.0123456789")).Append("a much longer text 서울 😀").Append("큰").Append([1, 0, 2]).Append(new DateOnly(2024, 2, 29))
                .Append(new TimeOnly(1, 2, 3)).Append(new DateTime(2024, 1, 2, 3, 4, 5)).Append(new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(9)))
                .Append(new DuckDbInterval(1, 2, 3)).Append(id).EndRow();
            for (var i = 0; i < 18; i++)
            {
                appender.AppendNull();
            }

            appender.EndRow();
            appender.Complete();
        }

        connection.Scalar("SELECT count(*) FROM everything WHERE id = ? AND span = ?", id, new DuckDbInterval(1, 2, 3)).ShouldBe(1L);
        using var reader = connection.CreateCommand("SELECT * FROM everything ORDER BY flag NULLS LAST").ExecuteReader();
        reader.Read().ShouldBeTrue();
        reader.GetBoolean(0).ShouldBeTrue();
        reader.GetFieldValue<sbyte>(1).ShouldBe((sbyte)-1);
        reader.GetInt32(2).ShouldBe(2);
        reader.GetInt64(3).ShouldBe(long.MinValue);
        reader.GetFieldValue<Int128>(4).ShouldBe(Int128.MinValue + 1);
        reader.GetDouble(5).ShouldBe(0.1);
        reader.GetDecimal(6).ShouldBe(-999.9m);
        reader.GetDecimal(7).ShouldBe(1.5m);
        reader.GetString(8).ShouldBe("-1234567890123456789012345678.0123456789");
        reader.GetString(9).ShouldBe("a much longer text 서울 😀");
        reader.GetString(10).ShouldBe("큰");
        reader.GetFieldValue<byte[]>(11).ShouldBe([1, 0, 2]);
        reader.GetFieldValue<DateOnly>(12).ShouldBe(new DateOnly(2024, 2, 29));
        reader.GetFieldValue<TimeOnly>(13).ShouldBe(new TimeOnly(1, 2, 3));
        reader.GetDateTime(14).ShouldBe(new DateTime(2024, 1, 2, 3, 4, 5));
        reader.GetFieldValue<DateTimeOffset>(15).ShouldBe(new DateTimeOffset(2024, 1, 1, 18, 4, 5, TimeSpan.Zero));
        reader.GetFieldValue<DuckDbInterval>(16).ShouldBe(new DuckDbInterval(1, 2, 3));
        reader.GetGuid(17).ShouldBe(id);
        reader.Read().ShouldBeTrue();
        Enumerable.Range(0, 18).ShouldAllBe(i => reader.IsDBNull(i));
    }

    [Fact]
    public void More_rows_than_a_chunk_keep_their_values_and_nulls()
    {
        connection.Run("CREATE TABLE numbers (n BIGINT, word VARCHAR)");
        using (var appender = connection.CreateAppender("numbers", "main"))
        {
            for (var i = 0; i < 10_000; i++)
            {
                appender.Append(i).Append(i % 3 == 0 ? null : i.ToString(CultureInfo.InvariantCulture)).EndRow();
            }

            appender.Rows.ShouldBe(10_000);
            appender.Complete();
        }

        connection.Scalar("SELECT count(*) FROM numbers WHERE word = n::VARCHAR").ShouldBe(6_666L);
        connection.Scalar("SELECT count(*) FROM numbers WHERE word IS NULL AND n % 3 = 0").ShouldBe(3_334L);
    }

    [Fact]
    public void What_is_not_completed_is_thrown_away()
    {
        connection.Run("CREATE TABLE numbers (n BIGINT)");
        using (var appender = connection.CreateAppender("numbers"))
        {
            appender.Append(1).EndRow();
        }

        connection.Scalar("SELECT count(*) FROM numbers").ShouldBe(0L);
    }

    [Fact]
    public void A_value_that_does_not_fit_is_refused_before_it_is_stored()
    {
        connection.Run("CREATE TABLE narrow (n TINYINT, d DECIMAL(4,2), e ENUM('a'), t VARCHAR)");
        using var appender = connection.CreateAppender("narrow");
        Should.Throw<InvalidCastException>(() => appender.Append("text")).Message.ShouldContain("type TINYINT");
        Should.Throw<OverflowException>(() => appender.Append(128));
        appender.Append(127);
        Should.Throw<OverflowException>(() => appender.Append(0.001m)).Message.ShouldContain("more than 2 digits");
        Should.Throw<OverflowException>(() => appender.Append(100m)).Message.ShouldContain("DECIMAL(4,2)");
        appender.Append(-99.99m);
        Should.Throw<InvalidCastException>(() => appender.Append("b")).Message.ShouldContain("'b'");
        appender.Append("a");
        Should.Throw<InvalidOperationException>(appender.EndRow).Message.ShouldContain("4 columns and got 3");
        appender.AppendValue("last").EndRow();
        appender.Complete();
        connection.Scalar("SELECT d FROM narrow WHERE n = 127 AND e = 'a' AND t = 'last'").ShouldBe(-99.99m);
    }

    [Fact]
    public void A_broken_key_is_the_engines_error_and_the_connection_goes_on()
    {
        connection.Run("CREATE TABLE keyed (k BIGINT PRIMARY KEY)");
        using (var appender = connection.CreateAppender("keyed"))
        {
            appender.Append(1).EndRow();
            appender.Append(1).EndRow();
            Should.Throw<DuckDbException>(appender.Complete).Message.ShouldContain("constraint", Case.Insensitive);
        }

        connection.Scalar("SELECT count(*) FROM keyed").ShouldBe(0L);
    }

    [Fact]
    public void A_table_that_is_not_there_is_named() =>
        Should.Throw<DuckDbException>(() => connection.CreateAppender("nowhere")).Message.ShouldContain("nowhere");

    [Fact]
    public void Loading_boxes_nothing()
    {
        connection.Run("CREATE TABLE facts (n BIGINT, amount DECIMAL(18,2), day DATE, word VARCHAR)");
        using var appender = connection.CreateAppender("facts");
        Load(appender, 5_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Load(appender, 100_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000);
        appender.Complete();
        connection.Scalar("SELECT sum(amount) FROM facts").ShouldBe(131_250m);
    }

    public void Dispose() => connection.Dispose();

    private static void Load(DuckDbAppender appender, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            appender.Append((long)i).Append(1.25m).Append(new DateOnly(2024, 1, 1)).Append("a word longer than twelve").EndRow();
        }
    }
}
