using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

public sealed class BigQueryTests
{
    private static Outcome<CompiledSql> Written(SqlQuery portable) => SqlWriter.Write(portable, SqlDialects.BigQuery);

    private static string OneLine(Outcome<CompiledSql> written) => written.Value is { Text: var text }
        ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        : $"refused: {written.Issues[0].Message}";

    private static string Expression(string portable)
    {
        var expression = SqlParser.ParseExpression(portable).Value.ShouldNotBeNull();
        var written = OneLine(Written(new SqlSelect([new SqlSelectItem(expression)], new SqlTable(["ledger"]))));
        return written.StartsWith("refused", StringComparison.Ordinal) ? written : written["SELECT ".Length..].Split([" FROM ledger", " FROM ( SELECT"], StringSplitOptions.None)[0];
    }

    [Theory]
    [InlineData("a / b", "CAST(a AS BIGNUMERIC) / NULLIF(b, 0)")]
    [InlineData("a / 100", "CAST(a AS BIGNUMERIC) / 100")]
    [InlineData("a / CAST(b AS DOUBLE)", "a / NULLIF(CAST(b AS FLOAT64), 0)")]
    [InlineData("COUNT(*) / COUNT(DISTINCT a)", "COUNT(*) / NULLIF(COUNT(DISTINCT a), 0)")]
    [InlineData("SUM(a) / SUM(b)", "CAST(SUM(a) AS BIGNUMERIC) / NULLIF(SUM(b), 0)")]
    [InlineData("1.5 * a", "NUMERIC '1.5' * a")]
    [InlineData("a % b", "MOD(a, NULLIF(b, 0))")]
    [InlineData("MOD(a, 3)", "MOD(a, 3)")]
    [InlineData("DATE_TRUNC('year', d)", "DATE_TRUNC(CAST(d AS DATE), YEAR)")]
    [InlineData("DATE_TRUNC('quarter', d)", "DATE_TRUNC(CAST(d AS DATE), QUARTER)")]
    [InlineData("DATE_TRUNC('month', d)", "DATE_TRUNC(CAST(d AS DATE), MONTH)")]
    [InlineData("DATE_TRUNC('week', d)", "DATE_TRUNC(CAST(d AS DATE), ISOWEEK)")]
    [InlineData("DATE_TRUNC('day', d)", "CAST(d AS DATE)")]
    [InlineData("DATE_TRUNC('hour', d)", "DATETIME_TRUNC(CAST(d AS DATETIME), HOUR)")]
    [InlineData("DATE_TRUNC('minute', d)", "DATETIME_TRUNC(CAST(d AS DATETIME), MINUTE)")]
    [InlineData("DATE_TRUNC('second', d)", "DATETIME_TRUNC(CAST(d AS DATETIME), SECOND)")]
    [InlineData("DATE_TRUNC('month', DATE '2024-02-29')", "DATE_TRUNC(DATE '2024-02-29', MONTH)")]
    [InlineData("DATE_ADD('year', 1, d)", "DATETIME_ADD(CAST(d AS DATETIME), INTERVAL 1 YEAR)")]
    [InlineData("DATE_ADD('quarter', n, d)", "DATETIME_ADD(CAST(d AS DATETIME), INTERVAL n QUARTER)")]
    [InlineData("d + INTERVAL '1 month'", "DATETIME_ADD(CAST(d AS DATETIME), INTERVAL 1 MONTH)")]
    [InlineData("d - INTERVAL '2 weeks'", "DATETIME_SUB(CAST(d AS DATETIME), INTERVAL 2 WEEK)")]
    [InlineData("DATE '2024-01-31' + INTERVAL '1 month'", "DATE_ADD(DATE '2024-01-31', INTERVAL 1 MONTH)")]
    [InlineData("DATE_TRUNC('month', d) - INTERVAL '3 months'", "DATE_SUB(DATE_TRUNC(CAST(d AS DATE), MONTH), INTERVAL 3 MONTH)")]
    [InlineData("DATE_ADD('day', n + 1, d)", "DATETIME_ADD(CAST(d AS DATETIME), INTERVAL (n + 1) DAY)")]
    [InlineData("DATE_ADD('hour', -2, d)", "DATETIME_SUB(CAST(d AS DATETIME), INTERVAL 2 HOUR)")]
    [InlineData("DATE_ADD('minute', 5, d)", "DATETIME_ADD(CAST(d AS DATETIME), INTERVAL 5 MINUTE)")]
    [InlineData("DATE_ADD('second', 5, d)", "DATETIME_ADD(CAST(d AS DATETIME), INTERVAL 5 SECOND)")]
    [InlineData("DATE_DIFF('year', a, b)", "DATE_DIFF(CAST(b AS DATE), CAST(a AS DATE), YEAR)")]
    [InlineData("DATE_DIFF('quarter', a, b)", "DATE_DIFF(CAST(b AS DATE), CAST(a AS DATE), QUARTER)")]
    [InlineData("DATE_DIFF('month', a, b)", "DATE_DIFF(CAST(b AS DATE), CAST(a AS DATE), MONTH)")]
    [InlineData("DATE_DIFF('week', a, b)", "DATE_DIFF(CAST(b AS DATE), CAST(a AS DATE), ISOWEEK)")]
    [InlineData("DATE_DIFF('day', a, b)", "DATE_DIFF(CAST(b AS DATE), CAST(a AS DATE), DAY)")]
    [InlineData("DATE_DIFF('hour', a, b)", "DATETIME_DIFF(CAST(b AS DATETIME), CAST(a AS DATETIME), HOUR)")]
    [InlineData("DATE_DIFF('minute', a, b)", "DATETIME_DIFF(CAST(b AS DATETIME), CAST(a AS DATETIME), MINUTE)")]
    [InlineData("DATE_DIFF('second', a, b)", "DATETIME_DIFF(CAST(b AS DATETIME), CAST(a AS DATETIME), SECOND)")]
    [InlineData("CAST(b AS DATE) - CAST(a AS DATE)", "DATE_DIFF(CAST(b AS DATE), CAST(a AS DATE), DAY)")]
    [InlineData("a - CAST(b AS DATE)", "DATE_DIFF(CAST(a AS DATE), CAST(b AS DATE), DAY)")]
    [InlineData("CAST(a AS DATE) - 7", "DATE_SUB(CAST(a AS DATE), INTERVAL 7 DAY)")]
    [InlineData("EXTRACT(YEAR FROM d)", "EXTRACT(YEAR FROM d)")]
    [InlineData("EXTRACT(QUARTER FROM d)", "EXTRACT(QUARTER FROM d)")]
    [InlineData("EXTRACT(MONTH FROM d)", "EXTRACT(MONTH FROM d)")]
    [InlineData("EXTRACT(WEEK FROM d)", "EXTRACT(ISOWEEK FROM d)")]
    [InlineData("EXTRACT(DAY FROM d)", "EXTRACT(DAY FROM d)")]
    [InlineData("EXTRACT(ISODOW FROM d)", "MOD(EXTRACT(DAYOFWEEK FROM d) + 5, 7) + 1")]
    [InlineData("EXTRACT(DOY FROM d)", "EXTRACT(DAYOFYEAR FROM d)")]
    [InlineData("EXTRACT(HOUR FROM d)", "EXTRACT(HOUR FROM CAST(d AS DATETIME))")]
    [InlineData("EXTRACT(MINUTE FROM d)", "EXTRACT(MINUTE FROM CAST(d AS DATETIME))")]
    [InlineData("EXTRACT(SECOND FROM d)", "EXTRACT(SECOND FROM CAST(d AS DATETIME))")]
    [InlineData("EXTRACT(EPOCH FROM d)", "UNIX_SECONDS(CAST(d AS TIMESTAMP))")]
    [InlineData("CAST(a AS INTEGER)", "CAST(a AS INT64)")]
    [InlineData("CAST(a AS BIGINT)", "CAST(a AS INT64)")]
    [InlineData("CAST(a AS DECIMAL(12, 2))", "CAST(a AS NUMERIC(12, 2))")]
    [InlineData("CAST(a AS DECIMAL(38, 20))", "CAST(a AS BIGNUMERIC(38, 20))")]
    [InlineData("CAST(a AS DECIMAL)", "CAST(a AS BIGNUMERIC)")]
    [InlineData("CAST(a AS DOUBLE)", "CAST(a AS FLOAT64)")]
    [InlineData("CAST(a AS VARCHAR)", "CAST(a AS STRING)")]
    [InlineData("CAST(a AS VARCHAR(5))", "SUBSTR(CAST(a AS STRING), 1, 5)")]
    [InlineData("CAST(DATE_TRUNC('month', d) AS VARCHAR(7))", "SUBSTR(CAST(DATE_TRUNC(CAST(d AS DATE), MONTH) AS STRING), 1, 7)")]
    [InlineData("CAST(DATE_TRUNC('hour', d) AS VARCHAR)", "CAST(DATETIME_TRUNC(CAST(d AS DATETIME), HOUR) AS STRING)")]
    [InlineData("CAST(a AS DATE)", "CAST(a AS DATE)")]
    [InlineData("CAST(a AS TIMESTAMP)", "CAST(a AS DATETIME)")]
    [InlineData("CAST(a AS TIMESTAMP WITH TIME ZONE)", "CAST(a AS TIMESTAMP)")]
    [InlineData("CAST(a AS BOOLEAN)", "CAST(a AS BOOL)")]
    [InlineData("CAST(a > 1 AS DECIMAL(3, 1))", "CAST(CAST(a > 1 AS INT64) AS NUMERIC(3, 1))")]
    [InlineData("CAST(NULL AS DECIMAL)", "CAST(NULL AS BIGNUMERIC)")]
    [InlineData("d = DATE '2024-02-29'", "d = DATE '2024-02-29'")]
    [InlineData("d >= DATE '2024-02-29'", "CAST(d AS DATE) >= DATE '2024-02-29'")]
    [InlineData("DATE '2024-02-29' > d", "DATE '2024-02-29' > CAST(d AS DATE)")]
    [InlineData("d >= TIMESTAMP '2024-02-29 12:00:00'", "CAST(d AS DATETIME) >= DATETIME '2024-02-29 12:00:00'")]
    [InlineData("d BETWEEN TIMESTAMP '2024-01-01 00:00:00' AND TIMESTAMP '2024-02-01 00:00:00'", "CAST(d AS DATETIME) BETWEEN DATETIME '2024-01-01 00:00:00' AND DATETIME '2024-02-01 00:00:00'")]
    [InlineData("COALESCE(a, b, 0)", "COALESCE(a, b, 0)")]
    [InlineData("COALESCE(a)", "a")]
    [InlineData("GREATEST(a, b)", "GREATEST(COALESCE(a, b), COALESCE(b, a))")]
    [InlineData("LEAST(a, 3)", "LEAST(COALESCE(a, 3), 3)")]
    [InlineData("LOWER(a) || '-' || UPPER(b)", "LOWER(a) || '-' || UPPER(b)")]
    [InlineData("CAST(d AS DATE) || 'x'", "CAST(CAST(d AS DATE) AS STRING) || 'x'")]
    [InlineData("TRIM(a)", "TRIM(a, ' ')")]
    [InlineData("LTRIM(a, '0')", "LTRIM(a, '0')")]
    [InlineData("POSITION('x' IN a)", "STRPOS(a, 'x')")]
    [InlineData("SUBSTRING(a, 2, 3)", "SUBSTR(a, 2, 3)")]
    [InlineData("LEFT(a, 2) || RIGHT(a, 2)", "LEFT(a, 2) || RIGHT(a, 2)")]
    [InlineData("REPLACE(a, 'x', 'y')", "REPLACE(a, 'x', 'y')")]
    [InlineData("LENGTH(a)", "LENGTH(a)")]
    [InlineData("ROUND(a, 1)", "ROUND(a, 1)")]
    [InlineData("FLOOR(a) + CEIL(a)", "FLOOR(a) + CEIL(a)")]
    [InlineData("ABS(a) * SIGN(a)", "ABS(a) * SIGN(a)")]
    [InlineData("POWER(a, 2)", "POWER(CAST(a AS FLOAT64), 2)")]
    [InlineData("SQRT(a) + LN(a) + EXP(a)", "SQRT(CAST(a AS FLOAT64)) + LN(CAST(a AS FLOAT64)) + EXP(CAST(a AS FLOAT64))")]
    [InlineData("a LIKE 'x%'", "a LIKE 'x%'")]
    [InlineData("a NOT LIKE '50!%%' ESCAPE '!'", """a NOT LIKE '50\\%%'""")]
    [InlineData("""a LIKE 'c:\%'""", """a LIKE 'c:\\\\%'""")]
    [InlineData("a LIKE b", """a LIKE REPLACE(b, '\\', '\\\\')""")]
    [InlineData("a IS DISTINCT FROM b", "a IS DISTINCT FROM b")]
    [InlineData("a IN (1, 2, NULL)", "a IN (1, 2, NULL)")]
    [InlineData("a > 1 AND (b OR NOT c)", "a > 1 AND (b OR NOT c)")]
    [InlineData("CASE WHEN a > 1 THEN TRUE ELSE b IS NULL END", "CASE WHEN a > 1 THEN TRUE ELSE b IS NULL END")]
    [InlineData("COUNT(*) FILTER (WHERE a > 1)", "COUNTIF(a > 1)")]
    [InlineData("SUM(a) FILTER (WHERE b)", "SUM(CASE WHEN b THEN a END)")]
    [InlineData("COUNT(DISTINCT a)", "COUNT(DISTINCT a)")]
    [InlineData("AVG(a)", "AVG(a)")]
    [InlineData("MEDIAN(a)", "AVG(CASE WHEN 2 * ranked.rank_1 BETWEEN ranked.count_1 AND ranked.count_1 + 2 THEN CAST(ranked.value_1 AS FLOAT64) END)")]
    [InlineData("PERCENTILE(a, 0.9)", "SUM(CASE WHEN ranked.rank_1 = FLOOR(NUMERIC '0.9' * (ranked.count_1 - 1)) + 1 THEN CAST(ranked.value_1 AS FLOAT64) * (1 - (NUMERIC '0.9' * (ranked.count_1 - 1) - FLOOR(NUMERIC '0.9' * (ranked.count_1 - 1)))) WHEN ranked.rank_1 = FLOOR(NUMERIC '0.9' * (ranked.count_1 - 1)) + 2 THEN CAST(ranked.value_1 AS FLOAT64) * (NUMERIC '0.9' * (ranked.count_1 - 1) - FLOOR(NUMERIC '0.9' * (ranked.count_1 - 1))) END)")]
    [InlineData("STDDEV(a)", "STDDEV_SAMP(a)")]
    [InlineData("VARIANCE(a)", "VAR_SAMP(a)")]
    [InlineData("FIRST(a ORDER BY d)", "MAX(CASE WHEN ranked.rank_1 = 1 THEN ranked.value_1 END)")]
    [InlineData("ROW_NUMBER() OVER (PARTITION BY a ORDER BY b DESC)", "ROW_NUMBER() OVER (PARTITION BY a ORDER BY b DESC)")]
    [InlineData("ROW_NUMBER() OVER ()", "ROW_NUMBER() OVER ()")]
    [InlineData("RANK() OVER (ORDER BY a NULLS FIRST)", "RANK() OVER (ORDER BY a)")]
    [InlineData("SUM(a) OVER (ORDER BY d)", "SUM(a) OVER (ORDER BY CASE WHEN d IS NULL THEN 1 ELSE 0 END, d)")]
    [InlineData("SUM(a) OVER (ORDER BY d ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)", "SUM(a) OVER (ORDER BY d NULLS LAST ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)")]
    [InlineData("SUM(a) OVER (PARTITION BY b)", "SUM(a) OVER (PARTITION BY b)")]
    [InlineData("LAG(a, 1) OVER (ORDER BY d)", "LAG(a, 1) OVER (ORDER BY d NULLS LAST)")]
    [InlineData("LAST_VALUE(a) OVER (ORDER BY d)", "LAST_VALUE(a) OVER (ORDER BY CASE WHEN d IS NULL THEN 1 ELSE 0 END, d)")]
    [InlineData("FIRST_VALUE(a) OVER (PARTITION BY b ORDER BY d DESC)", "FIRST_VALUE(a) OVER (PARTITION BY b ORDER BY d DESC)")]
    [InlineData("MEDIAN(a) OVER (PARTITION BY b)", "PERCENTILE_CONT(CAST(a AS FLOAT64), NUMERIC '0.5') OVER (PARTITION BY b)")]
    [InlineData("\"order\" + orders.\"Total\" + \"two words\" + \"rows\"", "`order` + orders.Total + `two words` + `rows`")]
    [InlineData("""AMOUNT + "Amount" + 매출""", "AMOUNT + Amount + `매출`")]
    [InlineData("""'it''s a \ "text"'""", """'it\'s a \\ "text"'""")]
    [InlineData("a = ANY (SELECT b FROM t)", "a IN ( SELECT b FROM t )")]
    [InlineData("a <> ALL (SELECT b FROM t)", "a NOT IN ( SELECT b FROM t )")]
    [InlineData("- -a", "-(-a)")]
    [InlineData("(a || b) + 1", "(a || b) + 1")]
    public void A_portable_expression_is_spelled_in_BigQuery(string portable, string native) => Expression(portable).ShouldBe(native);

    [Theory]
    [InlineData("CURRENT_DATE", "clock")]
    [InlineData("INTERVAL '1 day'", "add it to a date")]
    [InlineData("CAST(a AS DECIMAL(78, 2))", "so many digits")]
    [InlineData("CAST(a AS INTERVAL)", "INTERVAL")]
    [InlineData("a > ALL (SELECT b FROM t)", "MIN or MAX")]
    [InlineData("a = ALL (SELECT b FROM t)", "MIN or MAX")]
    [InlineData("RANK() OVER (PARTITION BY a)", "without an order")]
    [InlineData("COUNT(DISTINCT a) OVER (PARTITION BY b)", "DISTINCT over a window")]
    [InlineData("MEDIAN(a) OVER (ORDER BY b)", "ordered window")]
    [InlineData("SUM(a) OVER (ORDER BY b RANGE BETWEEN 3 PRECEDING AND CURRENT ROW)", "out of their place")]
    [InlineData("a LIKE b ESCAPE '!'", "out of the data")]
    [InlineData("a LIKE 'x!' ESCAPE '!'", "cannot end")]
    [InlineData("\"a.b\"", "dot")]
    [InlineData("CAST(a AS DATE) - b", "say which is meant")]
    public void What_BigQuery_cannot_say_is_refused(string portable, string reason)
    {
        var refused = Expression(portable);
        refused.ShouldStartWith("refused: ");
        refused.ShouldContain(reason);
    }

    [Theory]
    [InlineData("SELECT a FROM t ORDER BY a, b DESC, c NULLS FIRST, d DESC NULLS FIRST", "SELECT a FROM t ORDER BY a NULLS LAST, b DESC, c, d DESC NULLS FIRST")]
    [InlineData("SELECT a FROM t LIMIT 10 OFFSET 5", "SELECT a FROM t LIMIT 10 OFFSET 5")]
    [InlineData("SELECT a FROM t OFFSET 5", "SELECT a FROM t LIMIT 1000000000000000 OFFSET 5")]
    [InlineData("SELECT a FROM t UNION SELECT b FROM u", "SELECT a FROM t UNION DISTINCT SELECT b FROM u")]
    [InlineData("SELECT a FROM t UNION ALL SELECT b FROM u", "SELECT a FROM t UNION ALL SELECT b FROM u")]
    [InlineData("SELECT a FROM t UNION ALL (SELECT b FROM u UNION SELECT c FROM v)", "SELECT a FROM t UNION ALL ( SELECT b FROM u UNION DISTINCT SELECT c FROM v )")]
    [InlineData("SELECT a FROM t UNION SELECT b FROM u INTERSECT SELECT c FROM v", "SELECT a FROM t UNION DISTINCT ( SELECT b FROM u INTERSECT DISTINCT SELECT c FROM v )")]
    [InlineData("SELECT a FROM t EXCEPT SELECT b FROM u", "SELECT a FROM t EXCEPT DISTINCT SELECT b FROM u")]
    [InlineData("SELECT a FROM t INTERSECT ALL SELECT b FROM u", "refused: INTERSECT ALL")]
    [InlineData("SELECT 1 WHERE FALSE", "SELECT 1 FROM ( SELECT 1 AS one ) AS one_row WHERE FALSE")]
    [InlineData("SELECT a FROM t x JOIN u USING (k) LEFT JOIN v y ON y.k = x.k", "SELECT a FROM t AS x JOIN u USING (k) LEFT JOIN v AS y ON y.k = x.k")]
    [InlineData("SELECT a FROM t x FULL JOIN u y ON x.k = y.k", "SELECT a FROM t AS x FULL JOIN u AS y ON x.k = y.k")]
    [InlineData("SELECT a, b FROM shop.orders WHERE flag AND a IN (SELECT b FROM u) GROUP BY 1, b HAVING COUNT(*) > 1", "SELECT a, b FROM shop.orders WHERE flag AND a IN ( SELECT b FROM u ) GROUP BY 1, b HAVING COUNT(*) > 1")]
    [InlineData("SELECT FIRST(a ORDER BY d) AS first_a FROM t", "SELECT MAX(CASE WHEN ranked.rank_1 = 1 THEN ranked.value_1 END) AS first_a FROM ( SELECT a AS value_1, ROW_NUMBER() OVER (ORDER BY d NULLS LAST) AS rank_1 FROM t ) AS ranked")]
    [InlineData("SELECT b, MEDIAN(a) AS typical, COUNT(*) AS n FROM t GROUP BY b", "SELECT ranked.key_1 AS b, AVG(CASE WHEN 2 * ranked.rank_1 BETWEEN ranked.count_1 AND ranked.count_1 + 2 THEN CAST(ranked.value_1 AS FLOAT64) END) AS typical, COUNT(*) AS n FROM ( SELECT b AS key_1, a AS value_1, ROW_NUMBER() OVER (PARTITION BY b ORDER BY a NULLS LAST) AS rank_1, COUNT(a) OVER (PARTITION BY b) AS count_1 FROM t ) AS ranked GROUP BY ranked.key_1")]
    public void A_query_is_spelled_in_BigQuery(string portable, string native) => OneLine(Written(SqlParser.ParseQuery(portable).Value.ShouldNotBeNull())).ShouldStartWith(native);

    [Fact]
    public void A_query_reads_as_an_analyst_would_write_it()
    {
        var portable = SqlParser.ParseQuery(
            """
            WITH revenue AS (SELECT DATE_TRUNC('month', o.day) AS month, c.region, SUM(o.amount) AS revenue FROM shop.orders o LEFT JOIN customers c ON c.id = o.customer_id
            WHERE o.status <> 'cancelled' AND (c.region = 'Europe' OR c.region IS NULL) GROUP BY DATE_TRUNC('month', o.day), c.region)
            SELECT r.month, r.revenue / 12 AS "Monthly Revenue" FROM revenue r ORDER BY r.revenue DESC, r.month LIMIT 5
            """).Value.ShouldNotBeNull();
        Written(portable).Value.ShouldNotBeNull().Text.ReplaceLineEndings("\n").ShouldBe(
            """
            WITH
              revenue AS (
                SELECT
                  DATE_TRUNC(CAST(o.day AS DATE), MONTH) AS month,
                  c.region,
                  SUM(o.amount) AS revenue
                FROM shop.orders AS o
                LEFT JOIN customers AS c ON c.id = o.customer_id
                WHERE o.status <> 'cancelled'
                  AND (c.region = 'Europe' OR c.region IS NULL)
                GROUP BY DATE_TRUNC(CAST(o.day AS DATE), MONTH), c.region
              )
            SELECT
              r.month,
              CAST(r.revenue AS BIGNUMERIC) / 12 AS `Monthly Revenue`
            FROM revenue AS r
            ORDER BY r.revenue DESC, r.month NULLS LAST
            LIMIT 5
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Filters_and_spans_of_days_are_written_out()
    {
        var portable = SqlParser.ParseQuery(
            """
            SELECT c.region, COUNT(*) FILTER (WHERE o.is_paid) AS paid, SUM(o.amount) / COUNT(DISTINCT o.customer_id) AS each
            FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.day >= DATE '2024-01-01' AND o.day < DATE '2024-01-01' + INTERVAL '1 year'
            GROUP BY c.region HAVING COUNT(*) > 10 ORDER BY paid DESC LIMIT 10 OFFSET 20
            """).Value.ShouldNotBeNull();
        Written(portable).Value.ShouldNotBeNull().Text.ReplaceLineEndings("\n").ShouldBe(
            """
            SELECT
              c.region,
              COUNTIF(o.is_paid) AS paid,
              CAST(SUM(o.amount) AS BIGNUMERIC) / NULLIF(COUNT(DISTINCT o.customer_id), 0) AS each
            FROM orders AS o
            JOIN customers AS c ON c.id = o.customer_id
            WHERE CAST(o.day AS DATE) >= DATE '2024-01-01'
              AND CAST(o.day AS DATE) < DATE_ADD(DATE '2024-01-01', INTERVAL 1 YEAR)
            GROUP BY c.region
            HAVING COUNT(*) > 10
            ORDER BY paid DESC
            LIMIT 10
            OFFSET 20
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Weeks_and_windows_are_those_of_every_engine()
    {
        var portable = SqlParser.ParseQuery(
            """
            SELECT s.week, SUM(s.visits) OVER (ORDER BY s.week ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS rolling, s.visits - LAG(s.visits) OVER (ORDER BY s.week) AS change
            FROM (SELECT DATE_TRUNC('week', v.at) AS week, COUNT(*) AS visits FROM visits v GROUP BY DATE_TRUNC('week', v.at)) s ORDER BY s.week
            """).Value.ShouldNotBeNull();
        Written(portable).Value.ShouldNotBeNull().Text.ReplaceLineEndings("\n").ShouldBe(
            """
            SELECT
              s.week,
              SUM(s.visits) OVER (ORDER BY s.week NULLS LAST ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS rolling,
              s.visits - LAG(s.visits) OVER (ORDER BY s.week NULLS LAST) AS change
            FROM (
              SELECT
                DATE_TRUNC(CAST(v.`at` AS DATE), ISOWEEK) AS week,
                COUNT(*) AS visits
              FROM visits AS v
              GROUP BY DATE_TRUNC(CAST(v.`at` AS DATE), ISOWEEK)
            ) AS s
            ORDER BY s.week NULLS LAST
            """.ReplaceLineEndings("\n"));
    }


    [Fact]
    public void A_pattern_that_is_a_parameter_has_its_backslashes_doubled()
    {
        var like = new SqlLike(new SqlColumn(null, "path"), new SqlParameter("p1", new SqlText("""c:\%""")));
        var written = Written(new SqlSelect([new SqlSelectItem(like)], new SqlTable(["files"]))).Value.ShouldNotBeNull();
        written.Arguments.ShouldBe([new SqlArgument("p1", new SqlText("""c:\\%"""))]);
        written.Text.ShouldContain("path LIKE @p1");
    }

    [Fact]
    public void One_quoted_name_may_hold_the_path_of_a_table()
    {
        var whole = SqlParser.ParseQuery("SELECT a FROM `my-project.shop.orders`", SqlDialects.BigQuery).Value.ShouldNotBeNull();
        whole.ShouldBe(SqlParser.ParseQuery("SELECT a FROM `my-project`.shop.orders", SqlDialects.BigQuery).Value);
        SqlParser.ParseQuery("SELECT a FROM `a.b`.`c.d.e`", SqlDialects.BigQuery).Issues.ShouldHaveSingleItem();
    }
}
