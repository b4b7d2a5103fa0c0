using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

public sealed class SnowflakeTests
{
    private static Outcome<CompiledSql> Written(SqlQuery portable) => SqlWriter.Write(portable, SqlDialects.Snowflake);

    private static string OneLine(Outcome<CompiledSql> written) => written.Value is { Text: var text }
        ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        : $"refused: {written.Issues[0].Message}";

    private static string Expression(string portable)
    {
        var expression = SqlParser.ParseExpression(portable).Value.ShouldNotBeNull();
        var written = OneLine(Written(new SqlSelect([new SqlSelectItem(expression)], new SqlTable(["ledger"]))));
        return written.StartsWith("refused", StringComparison.Ordinal) ? written : written["SELECT ".Length..].Split([" FROM LEDGER", " FROM ( SELECT"], StringSplitOptions.None)[0];
    }

    [Theory]
    [InlineData("a / b", "CAST(A AS NUMBER(38, 12)) / NULLIF(B, 0)")]
    [InlineData("a / 100", "CAST(A AS NUMBER(38, 12)) / 100")]
    [InlineData("a / CAST(b AS DOUBLE)", "A / NULLIF(CAST(B AS FLOAT), 0)")]
    [InlineData("COUNT(*) / COUNT(DISTINCT a)", "CAST(COUNT(*) AS NUMBER(38, 12)) / NULLIF(COUNT(DISTINCT A), 0)")]
    [InlineData("SUM(a) / SUM(b)", "CAST(SUM(A) AS NUMBER(38, 12)) / NULLIF(SUM(B), 0)")]
    [InlineData("1.5 * a", "1.5 * A")]
    [InlineData("a % b", "A % NULLIF(B, 0)")]
    [InlineData("MOD(a, 3)", "A % 3")]
    [InlineData("DATE_TRUNC('year', d)", "CAST(DATE_TRUNC('YEAR', D) AS DATE)")]
    [InlineData("DATE_TRUNC('quarter', d)", "CAST(DATE_TRUNC('QUARTER', D) AS DATE)")]
    [InlineData("DATE_TRUNC('month', d)", "CAST(DATE_TRUNC('MONTH', D) AS DATE)")]
    [InlineData("DATE_TRUNC('week', d)", "DATEADD(DAY, 1 - DAYOFWEEKISO(D), CAST(D AS DATE))")]
    [InlineData("DATE_TRUNC('day', d)", "CAST(D AS DATE)")]
    [InlineData("DATE_TRUNC('hour', d)", "DATE_TRUNC('HOUR', CAST(D AS TIMESTAMP_NTZ))")]
    [InlineData("DATE_TRUNC('minute', d)", "DATE_TRUNC('MINUTE', CAST(D AS TIMESTAMP_NTZ))")]
    [InlineData("DATE_TRUNC('second', d)", "DATE_TRUNC('SECOND', CAST(D AS TIMESTAMP_NTZ))")]
    [InlineData("DATE_TRUNC('month', DATE '2024-02-29')", "DATE_TRUNC('MONTH', DATE '2024-02-29')")]
    [InlineData("DATE_ADD('year', 1, d)", "DATEADD(YEAR, 1, D)")]
    [InlineData("DATE_ADD('quarter', n, d)", "DATEADD(QUARTER, N, D)")]
    [InlineData("d + INTERVAL '1 month'", "DATEADD(MONTH, 1, D)")]
    [InlineData("d - INTERVAL '2 weeks'", "DATEADD(WEEK, -2, D)")]
    [InlineData("DATE '2024-01-31' + INTERVAL '1 month'", "DATEADD(MONTH, 1, DATE '2024-01-31')")]
    [InlineData("DATE_TRUNC('month', d) - INTERVAL '3 months'", "DATEADD(MONTH, -3, CAST(DATE_TRUNC('MONTH', D) AS DATE))")]
    [InlineData("DATE_ADD('day', n + 1, d)", "DATEADD(DAY, N + 1, D)")]
    [InlineData("DATE_ADD('hour', -2, d)", "DATEADD(HOUR, -2, D)")]
    [InlineData("DATE_ADD('minute', 5, d)", "DATEADD(MINUTE, 5, D)")]
    [InlineData("DATE_ADD('second', 5, d)", "DATEADD(SECOND, 5, D)")]
    [InlineData("DATE_DIFF('year', a, b)", "DATEDIFF(YEAR, A, B)")]
    [InlineData("DATE_DIFF('quarter', a, b)", "DATEDIFF(QUARTER, A, B)")]
    [InlineData("DATE_DIFF('month', a, b)", "DATEDIFF(MONTH, A, B)")]
    [InlineData("DATE_DIFF('week', a, b)", "FLOOR(DATEDIFF(DAY, DATE '1900-01-01', B) / 7) - FLOOR(DATEDIFF(DAY, DATE '1900-01-01', A) / 7)")]
    [InlineData("DATE_DIFF('day', a, b)", "DATEDIFF(DAY, A, B)")]
    [InlineData("DATE_DIFF('hour', a, b)", "DATEDIFF(HOUR, A, B)")]
    [InlineData("DATE_DIFF('minute', a, b)", "DATEDIFF(MINUTE, A, B)")]
    [InlineData("DATE_DIFF('second', a, b)", "DATEDIFF(SECOND, A, B)")]
    [InlineData("CAST(b AS DATE) - CAST(a AS DATE)", "DATEDIFF(DAY, CAST(A AS DATE), CAST(B AS DATE))")]
    [InlineData("EXTRACT(YEAR FROM d)", "EXTRACT(YEAR FROM D)")]
    [InlineData("EXTRACT(QUARTER FROM d)", "EXTRACT(QUARTER FROM D)")]
    [InlineData("EXTRACT(MONTH FROM d)", "EXTRACT(MONTH FROM D)")]
    [InlineData("EXTRACT(WEEK FROM d)", "EXTRACT(WEEKISO FROM D)")]
    [InlineData("EXTRACT(DAY FROM d)", "EXTRACT(DAY FROM D)")]
    [InlineData("EXTRACT(ISODOW FROM d)", "EXTRACT(DAYOFWEEKISO FROM D)")]
    [InlineData("EXTRACT(DOY FROM d)", "EXTRACT(DAYOFYEAR FROM D)")]
    [InlineData("EXTRACT(HOUR FROM d)", "EXTRACT(HOUR FROM CAST(D AS TIMESTAMP_NTZ))")]
    [InlineData("EXTRACT(MINUTE FROM d)", "EXTRACT(MINUTE FROM CAST(D AS TIMESTAMP_NTZ))")]
    [InlineData("EXTRACT(SECOND FROM d)", "EXTRACT(SECOND FROM CAST(D AS TIMESTAMP_NTZ))")]
    [InlineData("EXTRACT(EPOCH FROM d)", "EXTRACT(EPOCH_SECOND FROM CAST(D AS TIMESTAMP_NTZ))")]
    [InlineData("CAST(a AS INTEGER)", "CAST(A AS INTEGER)")]
    [InlineData("CAST(a AS BIGINT)", "CAST(A AS BIGINT)")]
    [InlineData("CAST(a AS DECIMAL(12, 2))", "CAST(A AS NUMBER(12, 2))")]
    [InlineData("CAST(a AS DECIMAL(38, 20))", "CAST(A AS NUMBER(38, 20))")]
    [InlineData("CAST(a AS DECIMAL)", "CAST(A AS NUMBER(38, 12))")]
    [InlineData("CAST(a AS DOUBLE)", "CAST(A AS FLOAT)")]
    [InlineData("CAST(a AS VARCHAR)", "CAST(A AS VARCHAR)")]
    [InlineData("CAST(a AS VARCHAR(5))", "SUBSTRING(CAST(A AS VARCHAR), 1, 5)")]
    [InlineData("CAST(DATE_TRUNC('month', d) AS VARCHAR(7))", "SUBSTRING(TO_CHAR(CAST(DATE_TRUNC('MONTH', D) AS DATE), 'YYYY-MM-DD'), 1, 7)")]
    [InlineData("CAST(DATE_TRUNC('hour', d) AS VARCHAR)", "TO_CHAR(DATE_TRUNC('HOUR', CAST(D AS TIMESTAMP_NTZ)), 'YYYY-MM-DD HH24:MI:SS')")]
    [InlineData("CAST(a AS DATE)", "CAST(A AS DATE)")]
    [InlineData("CAST(a AS TIMESTAMP)", "CAST(A AS TIMESTAMP_NTZ)")]
    [InlineData("CAST(a AS TIMESTAMP WITH TIME ZONE)", "CAST(A AS TIMESTAMP_TZ)")]
    [InlineData("CAST(a AS BOOLEAN)", "CAST(A AS BOOLEAN)")]
    [InlineData("CAST(a > 1 AS DECIMAL(3, 1))", "CAST(A > 1 AS NUMBER(3, 1))")]
    [InlineData("CAST(NULL AS DECIMAL)", "CAST(NULL AS NUMBER(38, 12))")]
    [InlineData("d = DATE '2024-02-29'", "D = DATE '2024-02-29'")]
    [InlineData("d >= DATE '2024-02-29'", "D >= DATE '2024-02-29'")]
    [InlineData("DATE '2024-02-29' > d", "DATE '2024-02-29' > D")]
    [InlineData("d >= TIMESTAMP '2024-02-29 12:00:00'", "D >= CAST('2024-02-29 12:00:00' AS TIMESTAMP_NTZ)")]
    [InlineData("d BETWEEN TIMESTAMP '2024-01-01 00:00:00' AND TIMESTAMP '2024-02-01 00:00:00'", "D BETWEEN CAST('2024-01-01 00:00:00' AS TIMESTAMP_NTZ) AND CAST('2024-02-01 00:00:00' AS TIMESTAMP_NTZ)")]
    [InlineData("COALESCE(a, b, 0)", "COALESCE(A, B, 0)")]
    [InlineData("COALESCE(a)", "A")]
    [InlineData("GREATEST(a, b)", "GREATEST_IGNORE_NULLS(A, B)")]
    [InlineData("LEAST(a, 3)", "LEAST_IGNORE_NULLS(A, 3)")]
    [InlineData("LOWER(a) || '-' || UPPER(b)", "LOWER(A) || '-' || UPPER(B)")]
    [InlineData("CAST(d AS DATE) || 'x'", "TO_CHAR(CAST(D AS DATE), 'YYYY-MM-DD') || 'x'")]
    [InlineData("TRIM(a)", "TRIM(A)")]
    [InlineData("LTRIM(a, '0')", "LTRIM(A, '0')")]
    [InlineData("POSITION('x' IN a)", "POSITION('x' IN A)")]
    [InlineData("SUBSTRING(a, 2, 3)", "SUBSTRING(A, 2, 3)")]
    [InlineData("LEFT(a, 2) || RIGHT(a, 2)", "LEFT(A, 2) || RIGHT(A, 2)")]
    [InlineData("REPLACE(a, 'x', 'y')", "REPLACE(A, 'x', 'y')")]
    [InlineData("LENGTH(a)", "LENGTH(A)")]
    [InlineData("ROUND(a, 1)", "ROUND(A, 1)")]
    [InlineData("FLOOR(a) + CEIL(a)", "FLOOR(A) + CEIL(A)")]
    [InlineData("ABS(a) * SIGN(a)", "ABS(A) * SIGN(A)")]
    [InlineData("POWER(a, 2)", "POWER(A, 2)")]
    [InlineData("SQRT(a) + LN(a) + EXP(a)", "SQRT(A) + LN(A) + EXP(A)")]
    [InlineData("a LIKE 'x%'", "A LIKE 'x%'")]
    [InlineData("a NOT LIKE '50!%%' ESCAPE '!'", "A NOT LIKE '50!%%' ESCAPE '!'")]
    [InlineData("""a LIKE 'c:\%'""", """A LIKE 'c:\\%'""")]
    [InlineData("a LIKE b", "A LIKE B")]
    [InlineData("a IS DISTINCT FROM b", "A IS DISTINCT FROM B")]
    [InlineData("a IN (1, 2, NULL)", "A IN (1, 2, NULL)")]
    [InlineData("a > 1 AND (b OR NOT c)", "A > 1 AND (B OR NOT C)")]
    [InlineData("CASE WHEN a > 1 THEN TRUE ELSE b IS NULL END", "CASE WHEN A > 1 THEN TRUE ELSE B IS NULL END")]
    [InlineData("COUNT(*) FILTER (WHERE a > 1)", "COUNT(CASE WHEN A > 1 THEN 1 END)")]
    [InlineData("SUM(a) FILTER (WHERE b)", "SUM(CASE WHEN B THEN A END)")]
    [InlineData("COUNT(DISTINCT a)", "COUNT(DISTINCT A)")]
    [InlineData("AVG(a)", "AVG(CAST(A AS NUMBER(38, 12)))")]
    [InlineData("MEDIAN(a)", "MEDIAN(A)")]
    [InlineData("PERCENTILE(a, 0.9)", "PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY CAST(A AS FLOAT))")]
    [InlineData("STDDEV(a)", "STDDEV_SAMP(CAST(A AS FLOAT))")]
    [InlineData("VARIANCE(a)", "VAR_SAMP(CAST(A AS FLOAT))")]
    [InlineData("FIRST(a ORDER BY d)", "MAX(CASE WHEN RANKED.RANK_1 = 1 THEN RANKED.VALUE_1 END)")]
    [InlineData("ROW_NUMBER() OVER (PARTITION BY a ORDER BY b DESC)", "ROW_NUMBER() OVER (PARTITION BY A ORDER BY B DESC NULLS LAST)")]
    [InlineData("ROW_NUMBER() OVER ()", "ROW_NUMBER() OVER (ORDER BY NULL)")]
    [InlineData("RANK() OVER (ORDER BY a NULLS FIRST)", "RANK() OVER (ORDER BY A NULLS FIRST)")]
    [InlineData("SUM(a) OVER (ORDER BY d)", "SUM(A) OVER (ORDER BY D)")]
    [InlineData("SUM(a) OVER (ORDER BY d ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)", "SUM(A) OVER (ORDER BY D ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)")]
    [InlineData("SUM(a) OVER (PARTITION BY b)", "SUM(A) OVER (PARTITION BY B)")]
    [InlineData("LAG(a, 1) OVER (ORDER BY d)", "LAG(A, 1) OVER (ORDER BY D)")]
    [InlineData("LAST_VALUE(a) OVER (ORDER BY d)", "LAST_VALUE(A) OVER (ORDER BY D RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)")]
    [InlineData("FIRST_VALUE(a) OVER (PARTITION BY b ORDER BY d DESC)", "FIRST_VALUE(A) OVER (PARTITION BY B ORDER BY D DESC NULLS LAST)")]
    [InlineData("MEDIAN(a) OVER (PARTITION BY b)", "MEDIAN(A) OVER (PARTITION BY B)")]
    [InlineData("\"order\" + orders.\"Total\" + \"two words\" + \"rows\"", "\"ORDER\" + ORDERS.\"Total\" + \"TWO WORDS\" + \"ROWS\"")]
    [InlineData("""AMOUNT + "Amount" + 매출""", "AMOUNT + \"Amount\" + \"매출\"")]
    [InlineData("""'it''s a \ "text"'""", """'it''s a \\ "text"'""")]
    [InlineData("a = ANY (SELECT b FROM t)", "A = ANY ( SELECT B FROM T )")]
    [InlineData("a <> ALL (SELECT b FROM t)", "A <> ALL ( SELECT B FROM T )")]
    [InlineData("- -a", "-(-A)")]
    [InlineData("(a || b) + 1", "(A || B) + 1")]
    public void A_portable_expression_is_spelled_in_Snowflake(string portable, string native) => Expression(portable).ShouldBe(native);

    [Theory]
    [InlineData("CURRENT_DATE", "clock")]
    [InlineData("INTERVAL '1 day'", "add it to a date")]
    [InlineData("CAST(a AS DECIMAL(40, 2))", "38 digits")]
    [InlineData("CAST(a AS INTERVAL)", "INTERVAL")]
    [InlineData("CAST(CAST(a AS TIMESTAMP) AS VARCHAR)", "truncate it first")]
    [InlineData("MEDIAN(DISTINCT a)", "distinct values")]
    [InlineData("COUNT(DISTINCT a) OVER (PARTITION BY b)", "DISTINCT over a window")]
    [InlineData("MEDIAN(a) OVER (ORDER BY b)", "ordered window")]
    [InlineData("PERCENTILE(a, 2)", "between 0 and 1")]
    [InlineData("FIRST(a ORDER BY b) OVER (PARTITION BY c)", "FIRST")]
    [InlineData("SUBSTRING(a, 0)", "from 1")]
    [InlineData("a LIKE b ESCAPE c", "not one character")]
    public void What_Snowflake_cannot_say_is_refused(string portable, string reason)
    {
        var refused = Expression(portable);
        refused.ShouldStartWith("refused: ");
        refused.ShouldContain(reason);
    }

    [Theory]
    [InlineData("SELECT a FROM t ORDER BY a, b DESC, c NULLS FIRST, d DESC NULLS FIRST", "SELECT A FROM T ORDER BY A, B DESC NULLS LAST, C NULLS FIRST, D DESC")]
    [InlineData("SELECT a FROM t LIMIT 10 OFFSET 5", "SELECT A FROM T LIMIT 10 OFFSET 5")]
    [InlineData("SELECT a FROM t OFFSET 5", "SELECT A FROM T LIMIT 1000000000000000 OFFSET 5")]
    [InlineData("SELECT a FROM t UNION SELECT b FROM u", "SELECT A FROM T UNION SELECT B FROM U")]
    [InlineData("SELECT a FROM t UNION ALL SELECT b FROM u", "SELECT A FROM T UNION ALL SELECT B FROM U")]
    [InlineData("SELECT a FROM t UNION ALL (SELECT b FROM u UNION SELECT c FROM v)", "SELECT A FROM T UNION ALL ( SELECT B FROM U UNION SELECT C FROM V )")]
    [InlineData("SELECT a FROM t UNION SELECT b FROM u INTERSECT SELECT c FROM v", "SELECT A FROM T UNION ( SELECT B FROM U INTERSECT SELECT C FROM V )")]
    [InlineData("SELECT a FROM t EXCEPT SELECT b FROM u", "SELECT A FROM T EXCEPT SELECT B FROM U")]
    [InlineData("SELECT a FROM t INTERSECT ALL SELECT b FROM u", "refused: INTERSECT ALL")]
    [InlineData("SELECT 1 WHERE FALSE", "SELECT 1 WHERE FALSE")]
    [InlineData("SELECT a FROM t x JOIN u USING (k) LEFT JOIN v y ON y.k = x.k", "SELECT A FROM T AS X JOIN U ON X.K = U.K LEFT JOIN V AS Y ON Y.K = X.K")]
    [InlineData("SELECT a FROM t x FULL JOIN u y ON x.k = y.k", "SELECT A FROM T AS X FULL JOIN U AS Y ON X.K = Y.K")]
    [InlineData("SELECT a, b FROM shop.orders WHERE flag AND a IN (SELECT b FROM u) GROUP BY 1, b HAVING COUNT(*) > 1", "SELECT A, B FROM SHOP.ORDERS WHERE FLAG AND A IN ( SELECT B FROM U ) GROUP BY 1, B HAVING COUNT(*) > 1")]
    [InlineData("SELECT FIRST(a ORDER BY d) AS first_a FROM t", "SELECT MAX(CASE WHEN RANKED.RANK_1 = 1 THEN RANKED.VALUE_1 END) AS FIRST_A FROM ( SELECT A AS VALUE_1, ROW_NUMBER() OVER (ORDER BY D) AS RANK_1 FROM T ) AS RANKED")]
    [InlineData("SELECT b, MEDIAN(a) AS typical, COUNT(*) AS n FROM t GROUP BY b", "SELECT B, MEDIAN(A) AS TYPICAL, COUNT(*) AS N FROM T GROUP BY B")]
    public void A_query_is_spelled_in_Snowflake(string portable, string native) => OneLine(Written(SqlParser.ParseQuery(portable).Value.ShouldNotBeNull())).ShouldStartWith(native);

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
              REVENUE AS (
                SELECT
                  CAST(DATE_TRUNC('MONTH', O.DAY) AS DATE) AS MONTH,
                  C.REGION,
                  SUM(O.AMOUNT) AS REVENUE
                FROM SHOP.ORDERS AS O
                LEFT JOIN CUSTOMERS AS C ON C.ID = O.CUSTOMER_ID
                WHERE O.STATUS <> 'cancelled'
                  AND (C.REGION = 'Europe' OR C.REGION IS NULL)
                GROUP BY CAST(DATE_TRUNC('MONTH', O.DAY) AS DATE), C.REGION
              )
            SELECT
              R.MONTH,
              CAST(R.REVENUE AS NUMBER(38, 12)) / 12 AS "Monthly Revenue"
            FROM REVENUE AS R
            ORDER BY R.REVENUE DESC NULLS LAST, R.MONTH
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
              C.REGION,
              COUNT(CASE WHEN O.IS_PAID THEN 1 END) AS PAID,
              CAST(SUM(O.AMOUNT) AS NUMBER(38, 12)) / NULLIF(COUNT(DISTINCT O.CUSTOMER_ID), 0) AS EACH
            FROM ORDERS AS O
            JOIN CUSTOMERS AS C ON C.ID = O.CUSTOMER_ID
            WHERE O.DAY >= DATE '2024-01-01'
              AND O.DAY < DATEADD(YEAR, 1, DATE '2024-01-01')
            GROUP BY C.REGION
            HAVING COUNT(*) > 10
            ORDER BY PAID DESC NULLS LAST
            LIMIT 10
            OFFSET 20
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Weeks_and_windows_do_not_depend_on_the_session()
    {
        var portable = SqlParser.ParseQuery(
            """
            SELECT s.week, SUM(s.visits) OVER (ORDER BY s.week ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS rolling, s.visits - LAG(s.visits) OVER (ORDER BY s.week) AS change
            FROM (SELECT DATE_TRUNC('week', v.at) AS week, COUNT(*) AS visits FROM visits v GROUP BY DATE_TRUNC('week', v.at)) s ORDER BY s.week
            """).Value.ShouldNotBeNull();
        Written(portable).Value.ShouldNotBeNull().Text.ReplaceLineEndings("\n").ShouldBe(
            """
            SELECT
              S.WEEK,
              SUM(S.VISITS) OVER (ORDER BY S.WEEK ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS ROLLING,
              S.VISITS - LAG(S.VISITS) OVER (ORDER BY S.WEEK) AS CHANGE
            FROM (
              SELECT
                DATEADD(DAY, 1 - DAYOFWEEKISO(V.AT), CAST(V.AT AS DATE)) AS WEEK,
                COUNT(*) AS VISITS
              FROM VISITS AS V
              GROUP BY DATEADD(DAY, 1 - DAYOFWEEKISO(V.AT), CAST(V.AT AS DATE))
            ) AS S
            ORDER BY S.WEEK
            """.ReplaceLineEndings("\n"));
    }

}
