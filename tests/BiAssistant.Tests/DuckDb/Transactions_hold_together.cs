using System.Data;
using BiAssistant.DuckDb;

namespace BiAssistant.Tests.DuckDb;

public sealed class Transactions_hold_together : IDisposable
{
    private readonly string source = $"Data Source=:memory:{Guid.NewGuid():N}";
    private readonly DuckDbConnection connection;

    public Transactions_hold_together()
    {
        connection = Database.Open(source);
        connection.Run("CREATE TABLE t AS SELECT 1 AS n");
    }

    [Fact]
    public void Committed_rows_stay_and_the_others_go()
    {
        using (var transaction = connection.BeginTransaction())
        {
            connection.Run("INSERT INTO t VALUES (2)");
            transaction.Commit();
            Should.Throw<InvalidOperationException>(transaction.Rollback).Message.ShouldContain("already finished");
        }

        using (connection.BeginTransaction())
        {
            connection.Run("INSERT INTO t VALUES (3)");
        }

        connection.Scalar("SELECT list(n ORDER BY n) FROM t").ShouldBeEquivalentTo(new List<object?> { 1, 2 });
    }

    [Fact]
    public void After_an_error_the_transaction_can_only_be_taken_back()
    {
        using (var transaction = connection.BeginTransaction())
        {
            connection.Run("CREATE TABLE u (n INTEGER PRIMARY KEY); INSERT INTO u VALUES (1)");
            Should.Throw<DuckDbException>(() => connection.Run("INSERT INTO u VALUES (1)"));
            Should.Throw<DuckDbException>(transaction.Commit).Message.ShouldContain("aborted");
        }

        Should.Throw<DuckDbException>(() => connection.Run("SELECT * FROM u")).Kind.ShouldBe(DuckDbErrorKind.Catalog);
        connection.BeginTransaction().Commit();
    }

    [Fact]
    public void Two_that_change_the_same_row_conflict_and_the_second_one_is_told()
    {
        using var other = Database.Open(source);
        using var one = connection.BeginTransaction();
        using var two = other.BeginTransaction();
        connection.Run("UPDATE t SET n = 10");
        Should.Throw<DuckDbException>(() => other.Run("UPDATE t SET n = 20")).Kind.ShouldBe(DuckDbErrorKind.Transaction);
        one.Commit();
        two.Rollback();
        other.Scalar("SELECT n FROM t").ShouldBe(10);
    }

    [Fact]
    public void Taking_back_closes_a_reader_that_is_still_open()
    {
        using var transaction = connection.BeginTransaction();
        using var reader = connection.CreateCommand("SELECT * FROM range(100000)").ExecuteReader();
        Should.Throw<InvalidOperationException>(transaction.Commit).Message.ShouldContain("still open");
        transaction.Rollback();
        reader.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void There_is_one_at_a_time_and_none_stronger_than_a_snapshot()
    {
        Should.Throw<NotSupportedException>(() => connection.BeginTransaction(IsolationLevel.Serializable)).Message.ShouldContain("snapshot");
        using var transaction = connection.BeginTransaction();
        transaction.IsolationLevel.ShouldBe(IsolationLevel.Snapshot);
        Should.Throw<InvalidOperationException>(() => connection.BeginTransaction());
    }

    public void Dispose() => connection.Dispose();
}
