using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

public sealed class OracleQueryTests
{
    private static readonly SqlDialect Oracle = SqlDialects.Oracle;

    private static Outcome<CompiledSql> Written(string portable) => SqlWriter.Write(SqlParser.ParseQuery(portable).Value.ShouldNotBeNull(), Oracle);

    private static string Query(string portable)
    {
        var written = Written(portable);
        written.Issues.ShouldBe([]);
        return written.Value.ShouldNotBeNull().Text.ReplaceLineEndings("\n");
    }

    [Fact]
    public void A_list_of_more_than_a_thousand_is_several()
    {
        var items = string.Join(", ", Enumerable.Range(1, 2_001));
        Query($"SELECT a FROM t WHERE a IN ({items}) AND b = 1").ShouldBe(
            $"SELECT A\nFROM T\nWHERE (A IN ({string.Join(", ", Enumerable.Range(1, 1_000))})\n  OR A IN ({string.Join(", ", Enumerable.Range(1_001, 1_000))})\n  OR A IN (2001))\n  AND B = 1".Replace("\n  OR", " OR"));
        Query($"SELECT a FROM t WHERE a NOT IN ({items})").ShouldContain("\n  AND A NOT IN (2001)");
    }

    [Fact]
    public void A_query_reads_as_an_analyst_would_write_it()
    {
        Query(
            """
            WITH revenue AS (SELECT DATE_TRUNC('month', o.day) AS month, c.region, SUM(o.amount) AS revenue FROM shop.orders o LEFT JOIN customers c ON c.id = o.customer_id
            WHERE o.status <> 'cancelled' AND (c.region = 'Europe' OR c.region IS NULL) GROUP BY DATE_TRUNC('month', o.day), c.region)
            SELECT r.month, r.revenue / 12 AS "Monthly Revenue" FROM revenue r ORDER BY r.revenue DESC, r.month LIMIT 5
            """).ShouldBe(
            """
            WITH
              REVENUE AS (
                SELECT
                  TRUNC(O.DAY, 'MM') AS MONTH,
                  C.REGION,
                  SUM(O.AMOUNT) AS REVENUE
                FROM SHOP.ORDERS O
                LEFT JOIN CUSTOMERS C ON C.ID = O.CUSTOMER_ID
                WHERE O.STATUS <> 'cancelled'
                  AND (C.REGION = 'Europe' OR C.REGION IS NULL)
                GROUP BY TRUNC(O.DAY, 'MM'), C.REGION
              )
            SELECT
              R.MONTH,
              R.REVENUE / 12 AS "Monthly Revenue"
            FROM REVENUE R
            ORDER BY R.REVENUE DESC NULLS LAST, R.MONTH
            FETCH FIRST 5 ROWS ONLY
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Filters_positions_and_shared_columns_are_written_out()
    {
        Query(
            """
            SELECT c.region, COUNT(*) FILTER (WHERE o.is_paid) AS paid, MEDIAN(o.amount) AS typical, SUM(o.amount) / COUNT(DISTINCT o.customer_id) AS each
            FROM orders o JOIN customers c USING (customer_id) WHERE o.day >= DATE '2024-01-01' AND o.day < DATE '2024-01-01' + INTERVAL '1 year'
            GROUP BY 1 HAVING COUNT(*) > 10 ORDER BY 2 DESC NULLS FIRST LIMIT 10 OFFSET 20
            """).ShouldBe(
            """
            SELECT
              C.REGION,
              COUNT(CASE WHEN O.IS_PAID = 1 THEN 1 END) AS PAID,
              MEDIAN(O.AMOUNT) AS TYPICAL,
              SUM(O.AMOUNT) / NULLIF(COUNT(DISTINCT O.CUSTOMER_ID), 0) AS EACH
            FROM ORDERS O
            JOIN CUSTOMERS C ON O.CUSTOMER_ID = C.CUSTOMER_ID
            WHERE O.DAY >= DATE '2024-01-01'
              AND O.DAY < ADD_MONTHS(DATE '2024-01-01', 12)
            GROUP BY C.REGION
            HAVING COUNT(*) > 10
            ORDER BY 2 DESC
            OFFSET 20 ROWS
            FETCH NEXT 10 ROWS ONLY
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_part_of_a_set_operation_with_a_limit_is_a_table()
    {
        Query("SELECT id FROM a EXCEPT SELECT id FROM b UNION ALL (SELECT id FROM c ORDER BY id LIMIT 3) ORDER BY id").ShouldBe(
            """
            SELECT ID
            FROM A
            MINUS
            SELECT ID
            FROM B
            UNION ALL
            SELECT *
            FROM (
              SELECT ID
              FROM C
              ORDER BY ID
              FETCH FIRST 3 ROWS ONLY
            ) PART
            ORDER BY ID
            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("SELECT *, a + 1 AS b FROM t x JOIN s.u ON x.k = u.k", "SELECT X.*, U.*, A + 1 AS B FROM T X JOIN S.U ON X.K = U.K")]
    [InlineData("SELECT a FROM t WHERE a IN (SELECT b FROM u ORDER BY b)", "SELECT A FROM T WHERE A IN ( SELECT B FROM U )")]
    [InlineData("SELECT a FROM t WHERE flag AND NOT done", "SELECT A FROM T WHERE FLAG = 1 AND NOT DONE = 1")]
    [InlineData("SELECT a FROM t WHERE TRIM(a) = 'x'", "SELECT A FROM T WHERE TRIM(A) = 'x'")]
    [InlineData("SELECT a FROM t x FULL JOIN u y ON x.a = y.a", "SELECT A FROM T X FULL JOIN U Y ON X.A = Y.A")]
    [InlineData("SELECT a FROM t OFFSET 3", "SELECT A FROM T OFFSET 3 ROWS")]
    [InlineData("SELECT a FROM t UNION (SELECT b FROM u INTERSECT SELECT c FROM v)", "SELECT A FROM T UNION ( SELECT B FROM U INTERSECT SELECT C FROM V )")]
    [InlineData("SELECT a, b AS a FROM t LIMIT 3", "refused: A limited query")]
    [InlineData("SELECT DATE_TRUNC('month', d) AS m FROM t GROUP BY m", "refused: GROUP BY m")]
    [InlineData("SELECT a FROM t INTERSECT ALL SELECT a FROM u", "refused: INTERSECT ALL")]
    [InlineData("SELECT DISTINCT TRIM(a) FROM t", "refused: Rows told apart")]
    [InlineData("SELECT TRIM(a) FROM t GROUP BY TRIM(a)", "refused: Rows told apart")]
    [InlineData("SELECT TRIM(a) FROM t GROUP BY 1", "refused: Rows told apart")]
    [InlineData("SELECT TRIM(a) AS b FROM t ORDER BY b", "refused: An order")]
    [InlineData("SELECT TRIM(a) FROM t UNION SELECT b FROM u", "refused: Rows told apart")]
    [InlineData("SELECT TRIM(a) FROM t UNION ALL SELECT b FROM u", "SELECT TRIM(A) FROM T UNION ALL SELECT B FROM U")]
    [InlineData("SELECT b FROM (SELECT TRIM(a) AS b FROM t) s WHERE b <> 'x'", "refused: A step")]
    [InlineData("SELECT b FROM (SELECT NULLIF(TRIM(a), '') AS b FROM t) s WHERE b <> 'x'", "SELECT B FROM ( SELECT TRIM(A) AS B FROM T ) S WHERE B <> 'x'")]
    public void A_query_is_spelled_in_Oracle(string portable, string oracle)
    {
        var written = Written(portable);
        var text = written.Value?.Text ?? "refused: " + written.Issues[0].Message;
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldStartWith(oracle);
    }

    [Theory]
    [InlineData("TO_DATE(note, 'YYYY-MM-DD')", true)]
    [InlineData("TO_DATE(note, 'HH24:MI')", false)]
    [InlineData("TO_DATE(note)", false)]
    [InlineData("TRUNC(SYSDATE)", false)]
    [InlineData("NEXT_DAY(note, 'MONDAY')", false)]
    [InlineData("TRUNC(note, 'MM')", true)]
    public void What_takes_its_value_from_the_clock_or_the_session_does_not_pass_the_gate(string expression, bool passes) =>
        SqlValidator.Check($"SELECT {expression} FROM orders", Oracle, new SqlAllowList([new AllowedTable(["orders"], ["note"])])).Succeeded.ShouldBe(passes);
}
