using BiAssistant.DuckDb;

namespace BiAssistant.Tests.DuckDb;

public sealed class Conditions_above_joins_find_their_columns : IDisposable
{
    private readonly DuckDbConnection connection = Database.InMemory();

    /// <summary>Two numbers of periods of their own, of the jobs at sites below another: rows that belong to neither are left out.</summary>
    [Fact]
    public void A_condition_on_two_tables_above_a_join_that_keeps_all_rows_is_computed()
    {
        connection.Run("CREATE TABLE sites (id INTEGER, above INTEGER, kind BOOLEAN, opened TIMESTAMP, name VARCHAR)");
        connection.Run("INSERT INTO sites VALUES (9, 1, TRUE, '2023-12-16', 'a'), (11, 9, TRUE, '2023-06-01', 'b'), (12, 9, FALSE, '2023-03-26', 'c')");
        connection.Run("CREATE TABLE jobs AS SELECT i AS id, 9 + (i % 2) * 2 AS site, TIMESTAMP '2023-01-01' + INTERVAL (i) DAY AS begun FROM range(1000) AS numbers(i)");

        connection.Scalar(
            """
            SELECT CAST(COUNT(*) FILTER (WHERE jobs.begun >= DATE '2023-09-01' AND sites.opened >= DATE '2023-05-01') AS INTEGER)
            FROM jobs
            JOIN sites ON jobs.site = sites.id
            LEFT JOIN (SELECT kind, MIN(id) AS least FROM sites GROUP BY kind) AS kinds ON sites.kind = kinds.kind
            LEFT JOIN sites AS upper ON sites.above = upper.id
            WHERE upper.name = 'a' AND (jobs.begun >= DATE '2023-09-01' AND sites.opened >= DATE '2023-05-01' OR jobs.begun >= DATE '2023-12-15')
            GROUP BY kinds.least
            """).ShouldBe(379);
    }

    public void Dispose() => connection.Dispose();
}
