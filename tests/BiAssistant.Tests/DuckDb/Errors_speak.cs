using BiAssistant.DuckDb;

namespace BiAssistant.Tests.DuckDb;

public sealed class Errors_speak : IDisposable
{
    private readonly DuckDbConnection connection = Database.InMemory();

    [Theory]
    [InlineData("SELEKT 1", DuckDbErrorKind.Parser, "SELEKT")]
    [InlineData("SELECT nothing FROM range(1)", DuckDbErrorKind.Binder, "nothing")]
    [InlineData("SELECT * FROM nowhere", DuckDbErrorKind.Catalog, "nowhere")]
    [InlineData("SELECT 'abc'::INTEGER", DuckDbErrorKind.Conversion, "abc")]
    [InlineData("SELECT (range + 250)::UTINYINT FROM range(10)", DuckDbErrorKind.Conversion, "UINT8")]
    [InlineData("SELECT error('enough')", DuckDbErrorKind.InvalidInput, "enough")]
    [InlineData("", DuckDbErrorKind.Parser, "no statement")]
    [InlineData("-- only a comment", DuckDbErrorKind.Parser, "no statement")]
    [InlineData("SELECT 1\0; DROP TABLE t", DuckDbErrorKind.Parser, "U+0000")]
    public void The_engines_words_and_their_family_come_through(string sql, DuckDbErrorKind kind, string words)
    {
        var error = Should.Throw<DuckDbException>(() => connection.Run(sql));
        error.Kind.ShouldBe(kind);
        error.Message.ShouldContain(words);
        connection.Scalar("SELECT 1").ShouldBe(1);
    }

    [Fact]
    public void An_error_in_the_middle_of_a_stream_comes_when_its_row_is_due()
    {
        connection.Run("SET threads = 1");
        using (var reader = connection.CreateCommand("SELECT CASE WHEN range = 3_000_000 THEN error('row three million') ELSE range END FROM range(4_000_000)").ExecuteReader())
        {
            reader.Read().ShouldBeTrue();
            Should.Throw<DuckDbException>(() =>
            {
                while (reader.Read())
                {
                }
            }).Message.ShouldContain("row three million");
        }

        connection.Scalar("SELECT 1").ShouldBe(1);
    }

    /// <summary>The thread that fails stops the others, and the reader may see one of these first: then the words are lost, but nobody is said to have interrupted.</summary>
    [Fact]
    public void An_error_on_another_thread_is_not_taken_for_an_interruption()
    {
        using (var reader = connection.CreateCommand("SELECT CASE WHEN range = 3_000_000 THEN error('row three million') ELSE range END FROM range(4_000_000)").ExecuteReader())
        {
            Should.Throw<DuckDbException>(() =>
            {
                while (reader.Read())
                {
                }
            }).Message.ShouldMatch("row three million|a thread of the query failed");
        }

        connection.Scalar("SELECT 1").ShouldBe(1);
    }

    [Fact]
    public void A_constraint_says_so()
    {
        connection.Run("CREATE TABLE t (n INTEGER PRIMARY KEY); INSERT INTO t VALUES (1)");
        Should.Throw<DuckDbException>(() => connection.Run("INSERT INTO t VALUES (1)")).Kind.ShouldBe(DuckDbErrorKind.Constraint);
    }

    [Fact]
    public void An_unknown_column_of_a_result_is_named_with_those_that_are_there()
    {
        using var reader = connection.CreateCommand("SELECT 1 AS Revenue, 2 AS nights").ExecuteReader();
        reader.GetOrdinal("revenue").ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => reader.GetOrdinal("guests")).Message.ShouldContain("Revenue, nights");
    }

    [Theory]
    [InlineData("SELECT 1", 1, DuckDbStatementKind.Select, true)]
    [InlineData("SELECT 1;", 1, DuckDbStatementKind.Select, true)]
    [InlineData("WITH x AS (SELECT 1) SELECT * FROM x -- ; DELETE", 1, DuckDbStatementKind.Select, true)]
    [InlineData("SELECT 1; SELECT 2", 2, DuckDbStatementKind.Multi, false)]
    [InlineData("SELECT ';'", 1, DuckDbStatementKind.Select, true)]
    [InlineData("DELETE FROM t", 1, DuckDbStatementKind.Delete, false)]
    [InlineData("INSERT INTO t VALUES (1) RETURNING n", 1, DuckDbStatementKind.Insert, false)]
    [InlineData("COPY t TO '/nowhere/x.csv'", 1, DuckDbStatementKind.Copy, false)]
    [InlineData("SET threads = 1", 1, DuckDbStatementKind.Set, false)]
    [InlineData("ATTACH ':memory:' AS other", 1, DuckDbStatementKind.Attach, false)]
    [InlineData("CREATE TABLE u (n INTEGER)", 1, DuckDbStatementKind.Create, false)]
    [InlineData("BEGIN", 1, DuckDbStatementKind.Transaction, false)]
    public void A_text_is_inspected_without_running_it(string sql, int statements, DuckDbStatementKind kind, bool select)
    {
        connection.Run("CREATE TABLE t AS SELECT 1 AS n");
        var inspection = connection.Inspect(sql);
        inspection.Statements.ShouldBe(statements);
        inspection.Kind.ShouldBe(kind);
        inspection.IsSingleSelect.ShouldBe(select);
        connection.Scalar("SELECT count(*) FROM t").ShouldBe(1L);
    }

    [Fact]
    public void An_inspected_statement_tells_its_parameters_and_columns()
    {
        var inspection = connection.Inspect("SELECT $from::DATE AS day, sum(range * $factor::DECIMAL(9,2)) AS total FROM range(3)");
        inspection.Parameters.Order().ShouldBe(["factor", "from"]);
        inspection.Columns.Select(column => column.Name).ShouldBe(["day", "total"]);
        inspection.Columns[0].Type.ShouldBe(DuckDbType.Date);
        Should.Throw<DuckDbException>(() => connection.Inspect("SELECT nothing")).Kind.ShouldBe(DuckDbErrorKind.Binder);
    }

    public void Dispose() => connection.Dispose();
}
