using System.Data;
using BiAssistant.DuckDb;

namespace BiAssistant.Tests.DuckDb;

public sealed class Results_stream : IDisposable
{
    private readonly DuckDbConnection connection = Database.InMemory();

    [Fact]
    public void An_endless_result_gives_its_first_rows_and_is_let_go()
    {
        using (var reader = connection.CreateCommand("SELECT i FROM range(1_000_000_000_000) t(i)").ExecuteReader())
        {
            for (var i = 0; i < 5_000; i++)
            {
                reader.Read().ShouldBeTrue();
                reader.GetInt64(0).ShouldBe(i);
            }
        }

        connection.Scalar("SELECT 1").ShouldBe(1);
    }

    [Fact]
    public void Asking_whether_there_are_rows_loses_none()
    {
        using var reader = connection.CreateCommand("SELECT i FROM range(3) t(i)").ExecuteReader();
        reader.HasRows.ShouldBeTrue();
        reader.HasRows.ShouldBeTrue();
        var rows = new List<long>();
        while (reader.Read())
        {
            rows.Add(reader.GetInt64(0));
        }

        rows.ShouldBe([0, 1, 2]);
        reader.Read().ShouldBeFalse();
    }

    [Fact]
    public void No_rows_is_an_answer_with_columns()
    {
        using var reader = connection.CreateCommand("SELECT 1 AS a WHERE false").ExecuteReader();
        reader.HasRows.ShouldBeFalse();
        reader.FieldCount.ShouldBe(1);
        reader.Read().ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => reader.GetInt32(0)).Message.ShouldContain("no row");
    }

    [Fact]
    public void Several_statements_run_in_turn_and_each_result_is_reached()
    {
        using var command = connection.CreateCommand("CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (1), (2); SELECT count(*) FROM t; UPDATE t SET n = $add + n; SELECT max(n) FROM t");
        command.Parameters.Add("add", 40);
        using var reader = command.ExecuteReader();
        reader.Read().ShouldBeTrue();
        reader.GetInt64(0).ShouldBe(2);
        reader.RecordsAffected.ShouldBe(2);
        reader.NextResult().ShouldBeTrue();
        reader.Read().ShouldBeTrue();
        reader.GetInt32(0).ShouldBe(42);
        reader.RecordsAffected.ShouldBe(4);
        reader.NextResult().ShouldBeFalse();
    }

    [Fact]
    public void Changed_rows_are_counted_and_a_select_changes_none()
    {
        connection.Run("CREATE TABLE t (n INTEGER)");
        connection.CreateCommand("INSERT INTO t SELECT * FROM range(5000)").ExecuteNonQuery().ShouldBe(5000);
        connection.CreateCommand("DELETE FROM t WHERE n < 10").ExecuteNonQuery().ShouldBe(10);
        connection.CreateCommand("SELECT * FROM t").ExecuteNonQuery().ShouldBe(-1);
        connection.Scalar("INSERT INTO t VALUES (7) RETURNING n").ShouldBe(7);
    }

    [Fact]
    public void Columns_are_described_without_running()
    {
        connection.Run("CREATE TABLE t (n INTEGER)");
        using (var described = connection.CreateCommand("INSERT INTO t VALUES (1) RETURNING n AS made, 1.5::DECIMAL(9,2) AS price").ExecuteReader(CommandBehavior.SchemaOnly))
        {
            described.Columns.Select(column => column.ToString()).ShouldBe(["made INTEGER", "price DECIMAL(9,2)"]);
            described.Read().ShouldBeFalse();
            var schema = described.GetSchemaTable().ShouldNotBeNull();
            schema.Rows[1]["ColumnName"].ShouldBe("price");
            schema.Rows[1]["NumericScale"].ShouldBe((short)2);
        }

        connection.Scalar("SELECT count(*) FROM t").ShouldBe(0L);
    }

    [Fact]
    public void A_second_command_waits_for_the_first_reader_to_be_closed()
    {
        using var reader = connection.CreateCommand("SELECT i FROM range(10000) t(i)").ExecuteReader();
        Should.Throw<InvalidOperationException>(() => connection.Scalar("SELECT 1")).Message.ShouldContain("still open");
        reader.Close();
        connection.Scalar("SELECT 1").ShouldBe(1);
    }

    [Fact]
    public async Task Asynchronous_reading_gives_the_same_rows()
    {
        await using var reader = await connection.CreateCommand("SELECT i FROM range(10000) t(i)").ExecuteReaderAsync();
        long sum = 0;
        while (await reader.ReadAsync())
        {
            sum += reader.GetInt64(0);
        }

        sum.ShouldBe(10_000L * 9_999 / 2);
    }

    public void Dispose() => connection.Dispose();
}
