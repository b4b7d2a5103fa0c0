using BiAssistant.DuckDb;

namespace BiAssistant.Tests.DuckDb;

public sealed class Parts_in_common_lose_nothing : IDisposable
{
    private readonly DuckDbConnection connection = Database.InMemory();

    /// <summary>Of two parts that join the same rows, the second alone reads the number of each.</summary>
    [Fact]
    public void A_column_that_one_of_two_like_parts_reads_has_its_values()
    {
        connection.Run("CREATE TABLE jobs (id INTEGER, before INTEGER, kind INTEGER, urgent BOOLEAN)");
        connection.Run("INSERT INTO jobs VALUES (10, 2, 0, FALSE)");

        connection.Scalar(
            """
            WITH
              kinds AS (SELECT kind, MIN(kind) AS least FROM jobs GROUP BY kind),
              none AS (SELECT COUNT(*) AS n FROM jobs WHERE id < 0),
              counts AS (
                SELECT earlier.urgent, COUNT(*) AS n
                FROM jobs LEFT JOIN jobs AS earlier ON jobs.before = earlier.id LEFT JOIN kinds ON jobs.kind = kinds.kind LEFT JOIN none ON 1 = 1
                WHERE jobs.kind > none.n GROUP BY earlier.urgent),
              sums AS (
                SELECT earlier.urgent, SUM(jobs.id) AS total
                FROM jobs LEFT JOIN jobs AS earlier ON jobs.before = earlier.id LEFT JOIN kinds ON jobs.kind = kinds.kind
                GROUP BY earlier.urgent)
            SELECT CAST(SUM(total) AS INTEGER) FROM (SELECT urgent, n, NULL AS total FROM counts UNION ALL SELECT urgent, NULL, total FROM sums)
            """).ShouldBe(10);
    }

    public void Dispose() => connection.Dispose();
}
