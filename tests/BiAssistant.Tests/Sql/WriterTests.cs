using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

public sealed class WriterTests
{
    private static string Expression(string portable, SqlDialect dialect)
    {
        var expression = SqlParser.ParseExpression(portable).Value.ShouldNotBeNull();
        var written = SqlWriter.Write(new SqlSelect([new SqlSelectItem(expression)], null), dialect);
        return written.Value is { } sql ? string.Join(' ', sql.Text["SELECT ".Length..].Split("\nFROM")[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : "refused: " + written.Issues[0].Code;
    }

    [Theory]
    [InlineData("a / b", "a / NULLIF(b, 0)", "CAST(a AS REAL) / NULLIF(b, 0)", "CAST(a AS NUMERIC) / NULLIF(b, 0)")]
    [InlineData("a / 100", "a / 100", "CAST(a AS REAL) / 100", "CAST(a AS NUMERIC) / 100")]
    [InlineData("a % b", "a % b", "MOD(a, b)", "a % NULLIF(b, 0)")]
    [InlineData("DATE_TRUNC('month', d)", "CAST(DATE_TRUNC('month', d) AS DATE)", "DATE(d, 'start of month')", "CAST(DATE_TRUNC('month', d) AS DATE)")]
    [InlineData("DATE_TRUNC('day', d)", "CAST(d AS DATE)", "DATE(d)", "CAST(d AS DATE)")]
    [InlineData("DATE_DIFF('day', a, b)", "DATE_DIFF('day', a, b)", "CAST(JULIANDAY(DATE(b)) - JULIANDAY(DATE(a)) AS INTEGER)", "CAST(b AS DATE) - CAST(a AS DATE)")]
    [InlineData("d + INTERVAL '2 weeks'", "d + INTERVAL '14' DAY", "SUBSTR(DATETIME(d, '+14 days'), 1, LENGTH(d))", "d + INTERVAL '14' DAY")]
    [InlineData("EXTRACT(YEAR FROM d)", "EXTRACT(YEAR FROM d)", "CAST(STRFTIME('%Y', d) AS INTEGER)", "CAST(EXTRACT(YEAR FROM d) AS INTEGER)")]
    [InlineData("a = DATE '2024-02-29'", "a = DATE '2024-02-29'", "a = '2024-02-29'", "a = DATE '2024-02-29'")]
    [InlineData("a = TRUE", "a = TRUE", "a = 1", "a = TRUE")]
    [InlineData("MEDIAN(a)", "MEDIAN(CAST(a AS DOUBLE))", "AVG(CASE WHEN 2 * ranked.rank_1 BETWEEN ranked.count_1 AND ranked.count_1 + 2 THEN CAST(ranked.value_1 AS REAL) END)", "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY a)")]
    [InlineData("LAST(a ORDER BY d)", "FIRST(a ORDER BY d DESC)", "MAX(CASE WHEN ranked.rank_1 = 1 THEN ranked.value_1 END)", "(ARRAY_AGG(a ORDER BY d DESC NULLS LAST))[1]")]
    [InlineData("STDDEV(a)", "STDDEV_SAMP(a)", "SQRT(CAST(SUM((CAST(ranked.value_1 AS REAL) - ranked.mean_1) * (CAST(ranked.value_1 AS REAL) - ranked.mean_1)) AS REAL) / NULLIF(COUNT(ranked.value_1) - 1, 0))", "STDDEV_SAMP(a)")]
    [InlineData("ROUND(a, 1)", "ROUND(a, 1)", "ROUND(a, 1)", "ROUND(CAST(a AS NUMERIC), 1)")]
    [InlineData("GREATEST(a, b)", "GREATEST(a, b)", "MAX(COALESCE(a, b), COALESCE(b, a))", "GREATEST(a, b)")]
    [InlineData("a LIKE 'X%'", "a LIKE 'X%'", "GLOB('X*', a)", "a LIKE 'X%'")]
    [InlineData("LOWER(a) LIKE 'x%'", "LOWER(a) LIKE 'x%'", "LOWER(a) LIKE 'x%'", "LOWER(a) LIKE 'x%'")]
    [InlineData("CURRENT_DATE", "refused: sql_clock", "refused: sql_clock", "refused: sql_clock")]
    [InlineData("(a || b) + 1", "(a || b) + 1", "(a || b) + 1", "(a || b) + 1")]
    [InlineData("- -a", "-(-a)", "-(-a)", "-(-a)")]
    [InlineData("ORDERS.AMOUNT + \"Total\"", "ORDERS.AMOUNT + Total", "ORDERS.AMOUNT + Total", "orders.amount + \"Total\"")]
    public void A_portable_expression_is_spelled_in_each_dialect(string portable, string duckDb, string sqlite, string postgreSql)
    {
        Expression(portable, SqlDialects.DuckDb).ShouldBe(duckDb);
        Expression(portable, SqlDialects.Sqlite).ShouldBe(sqlite);
        Expression(portable, SqlDialects.PostgreSql).ShouldBe(postgreSql);
    }

    [Fact]
    public void A_query_reads_as_an_analyst_would_write_it()
    {
        var query = (SqlSelect)SqlParser.ParseQuery(
            """
            WITH revenue AS (SELECT DATE_TRUNC('month', o.day) AS month, c.region, SUM(o.amount) AS revenue FROM shop.orders o LEFT JOIN customers c ON c.id = o.customer_id
            WHERE o.status <> 'cancelled' AND (c.region = 'Europe' OR c.region IS NULL) GROUP BY DATE_TRUNC('month', o.day), c.region)
            SELECT r.month, r.revenue / 12 AS "Monthly Revenue" FROM revenue r ORDER BY r.revenue DESC, r.month LIMIT 5
            """).Value.ShouldNotBeNull();
        var commented = query with { With = [query.With[0] with { Comment = "Revenue by month and region" }] };
        SqlWriter.Write(commented, SqlDialects.PostgreSql).Value.ShouldNotBeNull().Text.ReplaceLineEndings("\n").ShouldBe(
            """
            WITH
              -- Revenue by month and region
              revenue AS (
                SELECT
                  CAST(DATE_TRUNC('month', o.day) AS DATE) AS month,
                  c.region,
                  SUM(o.amount) AS revenue
                FROM shop.orders AS o
                LEFT JOIN customers AS c ON c.id = o.customer_id
                WHERE o.status <> 'cancelled'
                  AND (c.region = 'Europe' OR c.region IS NULL)
                GROUP BY CAST(DATE_TRUNC('month', o.day) AS DATE), c.region
              )
            SELECT
              r.month,
              CAST(r.revenue AS NUMERIC) / 12 AS "Monthly Revenue"
            FROM revenue AS r
            ORDER BY r.revenue DESC NULLS LAST, r.month
            LIMIT 5
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_parameter_travels_beside_the_text_in_the_form_that_the_engine_stores()
    {
        var midnight = new SqlParameter("p1", new SqlTimestamp(new DateTime(2024, 1, 1)));
        var day = new SqlColumn(null, "day");
        var query = new SqlSelect([new SqlSelectItem(day)], new SqlTable(["orders"]))
        {
            Where = new SqlBinary(SqlBinaryOperator.And, new SqlBinary(SqlBinaryOperator.GreaterOrEqual, day, midnight), new SqlBinary(SqlBinaryOperator.NotEqual, day, midnight)),
        };
        var sqlite = SqlWriter.Write(query, SqlDialects.Sqlite).Value.ShouldNotBeNull();
        sqlite.Text.ShouldEndWith("WHERE day >= $p1\n  AND day <> $p1_2");
        sqlite.Arguments.ShouldBe([new SqlArgument("p1", new SqlText("2024-01-01")), new SqlArgument("p1_2", new SqlText("2024-01-01 00:00:00"))]);
        var postgres = SqlWriter.Write(query, SqlDialects.PostgreSql).Value.ShouldNotBeNull();
        postgres.Text.ShouldEndWith("WHERE day >= @p1\n  AND day <> @p1");
        postgres.Arguments.ShouldBe([new SqlArgument("p1", new SqlTimestamp(new DateTime(2024, 1, 1)))]);
    }
}
