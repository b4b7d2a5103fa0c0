using BiAssistant.DuckDb;

namespace BiAssistant.Tests.DuckDb;

public sealed class Connections_share_an_open_file : IDisposable
{
    private readonly Folder folder = new();

    private string Source => $"Data Source={folder.File("shared.duckdb")}";

    [Fact]
    public void Two_connections_see_the_same_rows_and_the_last_one_closes_the_file()
    {
        using (var one = Database.Open(Source))
        {
            using var two = Database.Open($"Data Source={folder.File("./shared.duckdb")}");
            one.Run("CREATE TABLE t AS SELECT 1 AS n");
            two.Scalar("SELECT n FROM t").ShouldBe(1);
        }

        using var reopened = Database.Open(Source + ";access_mode=READ_ONLY");
        reopened.Scalar("SELECT n FROM t").ShouldBe(1);
    }

    [Fact]
    public void Other_settings_for_an_open_file_are_refused_by_name()
    {
        using var one = Database.Open(Source + ";threads=2");
        Should.Throw<DuckDbException>(() => Database.Open(Source + ";access_mode=READ_ONLY;threads=2")).Message.ShouldContain("access_mode = READ_ONLY");
        Should.Throw<DuckDbException>(() => Database.Open(Source + ";threads=1")).Message.ShouldContain("threads = 2");
        using var same = Database.Open(Source + ";Threads=2");
        same.Scalar("SELECT current_setting('threads')").ShouldBe(2L);
    }

    [Fact]
    public void An_unknown_setting_or_value_is_refused_by_name()
    {
        Should.Throw<DuckDbException>(() => Database.Open(Source + ";no_such_setting=1")).Message.ShouldContain("no_such_setting");
        Should.Throw<DuckDbException>(() => Database.Open(Source + ";access_mode=SOMETIMES")).Message.ShouldContain("access_mode", Case.Insensitive);
    }

    [Fact]
    public void Memory_is_private_unless_it_has_a_name()
    {
        using var lone = Database.InMemory();
        lone.Run("CREATE TABLE t (n INTEGER)");
        using var other = Database.InMemory();
        Should.Throw<DuckDbException>(() => other.Scalar("SELECT * FROM t")).Kind.ShouldBe(DuckDbErrorKind.Catalog);

        using var named = Database.Open("Data Source=:memory:merge");
        named.Run("CREATE TABLE t AS SELECT 5 AS n");
        using var again = Database.Open("Data Source=:memory:merge");
        again.Scalar("SELECT n FROM t").ShouldBe(5);
    }

    [Fact]
    public async Task Many_threads_each_with_its_connection_read_and_write_at_once()
    {
        using var first = Database.Open(Source);
        first.Run("CREATE TABLE t (worker INTEGER, n BIGINT)");
        await Parallel.ForEachAsync(Enumerable.Range(0, 8), async (worker, token) =>
        {
            await using var connection = new DuckDbConnection(Source);
            await connection.OpenAsync(token);
            for (var n = 0; n < 20; n++)
            {
                await using var command = connection.CreateCommand("INSERT INTO t VALUES ($worker, $n)");
                command.Parameters.Add("worker", worker);
                command.Parameters.Add("n", n);
                (await command.ExecuteNonQueryAsync(token)).ShouldBe(1);
                await using var count = connection.CreateCommand("SELECT count(*) FROM t WHERE worker = $worker");
                count.Parameters.Add("worker", worker);
                (await count.ExecuteScalarAsync(token)).ShouldBe(n + 1L);
            }
        });
        first.Scalar("SELECT count(*) FROM t").ShouldBe(160L);
    }

    [Fact]
    public void Opening_and_closing_at_once_never_loses_the_database() =>
        Parallel.For(0, 40, i =>
        {
            using var connection = Database.Open(Source);
            connection.Scalar("SELECT ?", i).ShouldBe(i);
        });

    [Fact]
    public void What_is_open_can_be_closed_in_any_order()
    {
        var connection = Database.Open(Source);
        connection.Run("CREATE TABLE t AS SELECT range AS n FROM range(10000)");
        var transaction = connection.BeginTransaction();
        connection.Run("DELETE FROM t");
        var command = connection.CreateCommand("SELECT * FROM range(100000)");
        var reader = command.ExecuteReader();
        reader.Read().ShouldBeTrue();

        command.Dispose();
        connection.Dispose();
        Should.Throw<InvalidOperationException>(() => reader.Read()).Message.ShouldContain("closed");
        Should.Throw<InvalidOperationException>(() => reader.GetInt64(0)).Message.ShouldContain("closed");
        reader.Dispose();
        transaction.Dispose();
        connection.Dispose();
        Should.Throw<InvalidOperationException>(() => connection.Scalar("SELECT 1")).Message.ShouldContain("not open");

        using var after = Database.Open(Source);
        after.Scalar("SELECT count(*) FROM t").ShouldBe(10_000L);
    }

    [Fact]
    public void An_appender_outlives_its_connection_without_harm()
    {
        var connection = Database.Open(Source);
        connection.Run("CREATE TABLE t (n BIGINT)");
        var appender = connection.CreateAppender("t");
        appender.Append(1).EndRow();
        connection.Dispose();
        appender.Dispose();
        using var after = Database.Open(Source);
        after.Scalar("SELECT count(*) FROM t").ShouldBe(0L);
    }

    public void Dispose() => folder.Dispose();
}
