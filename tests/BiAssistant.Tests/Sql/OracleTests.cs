using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

public sealed class OracleTests
{
    private static readonly SqlDialect Oracle = SqlDialects.Oracle;

    private static string Expression(string portable)
    {
        var expression = SqlParser.ParseExpression(portable).Value.ShouldNotBeNull();
        var written = SqlWriter.Write(new SqlSelect([new SqlSelectItem(expression)], null), Oracle);
        return written.Value is { Text: var text } ? text.ReplaceLineEndings("\n")["SELECT ".Length..^"\nFROM DUAL".Length] : $"refused: {written.Issues[0].Message}";
    }

    private static Outcome<CompiledSql> Written(string portable) => SqlWriter.Write(SqlParser.ParseQuery(portable).Value.ShouldNotBeNull(), Oracle);

    private static string Query(string portable)
    {
        var written = Written(portable);
        written.Issues.ShouldBe([]);
        return written.Value.ShouldNotBeNull().Text.ReplaceLineEndings("\n");
    }

    [Theory]
    [InlineData("a / b", "A / NULLIF(B, 0)")]
    [InlineData("a / 100", "A / 100")]
    [InlineData("a % b", "MOD(A, NULLIF(B, 0))")]
    [InlineData("MOD(a, 3)", "MOD(A, 3)")]
    [InlineData("DATE_TRUNC('year', d)", "TRUNC(D, 'YYYY')")]
    [InlineData("DATE_TRUNC('quarter', d)", "TRUNC(D, 'Q')")]
    [InlineData("DATE_TRUNC('month', d)", "TRUNC(D, 'MM')")]
    [InlineData("DATE_TRUNC('week', d)", "TRUNC(D, 'IW')")]
    [InlineData("DATE_TRUNC('day', d)", "TRUNC(D, 'DD')")]
    [InlineData("DATE_TRUNC('hour', d)", "CAST(TRUNC(D, 'HH24') AS TIMESTAMP)")]
    [InlineData("DATE_TRUNC('minute', d)", "CAST(TRUNC(D, 'MI') AS TIMESTAMP)")]
    [InlineData("DATE_TRUNC('second', d)", "CAST(TO_DATE(TO_CHAR(D, 'YYYY-MM-DD HH24:MI:SS'), 'YYYY-MM-DD HH24:MI:SS') AS TIMESTAMP)")]
    [InlineData("d + INTERVAL '1 year'", "D + NUMTODSINTERVAL(LEAST(ADD_MONTHS(TRUNC(D, 'DD'), 12), ADD_MONTHS(TRUNC(D, 'MM'), 12) + (TRUNC(D, 'DD') - TRUNC(D, 'MM'))) - TRUNC(D, 'DD'), 'DAY')")]
    [InlineData("d + INTERVAL '1 month'", "D + NUMTODSINTERVAL(LEAST(ADD_MONTHS(TRUNC(D, 'DD'), 1), ADD_MONTHS(TRUNC(D, 'MM'), 1) + (TRUNC(D, 'DD') - TRUNC(D, 'MM'))) - TRUNC(D, 'DD'), 'DAY')")]
    [InlineData("CAST(d AS DATE) + INTERVAL '1 month'", "LEAST(ADD_MONTHS(TRUNC(D, 'DD'), 1), ADD_MONTHS(TRUNC(D, 'MM'), 1) + (TRUNC(D, 'DD') - TRUNC(D, 'MM')))")]
    [InlineData("CAST(d AS DATE) - INTERVAL '2 quarters'", "LEAST(ADD_MONTHS(TRUNC(D, 'DD'), -6), ADD_MONTHS(TRUNC(D, 'MM'), -6) + (TRUNC(D, 'DD') - TRUNC(D, 'MM')))")]
    [InlineData("DATE_TRUNC('month', d) + INTERVAL '1 month'", "ADD_MONTHS(TRUNC(D, 'MM'), 1)")]
    [InlineData("DATE_TRUNC('month', d - INTERVAL '1 quarter')", "TRUNC(ADD_MONTHS(D, -3), 'MM')")]
    [InlineData("DATE '2024-02-28' + INTERVAL '1 month'", "ADD_MONTHS(DATE '2024-02-28', 1)")]
    [InlineData("DATE '2024-02-29' + INTERVAL '1 month'", "LEAST(ADD_MONTHS(DATE '2024-02-29', 1), ADD_MONTHS(TRUNC(DATE '2024-02-29', 'MM'), 1) + (DATE '2024-02-29' - TRUNC(DATE '2024-02-29', 'MM')))")]
    [InlineData("d + INTERVAL '2 weeks'", "D + INTERVAL '14' DAY")]
    [InlineData("d - INTERVAL '400 days'", "D - NUMTODSINTERVAL(400, 'DAY')")]
    [InlineData("d + INTERVAL '36 hours'", "D + INTERVAL '36' HOUR")]
    [InlineData("d + INTERVAL '5 minutes'", "D + INTERVAL '5' MINUTE")]
    [InlineData("d - INTERVAL '90 seconds'", "D - INTERVAL '90' SECOND")]
    [InlineData("CAST(d AS DATE) + INTERVAL '14 days'", "TRUNC(D, 'DD') + 14")]
    [InlineData("CAST(d AS DATE) - INTERVAL '1 day'", "TRUNC(D, 'DD') - 1")]
    [InlineData("CAST(d AS DATE) + INTERVAL '1 hour'", "CAST(TRUNC(D, 'DD') AS TIMESTAMP) + INTERVAL '1' HOUR")]
    [InlineData("DATE_ADD('day', n, d)", "D + NUMTODSINTERVAL(N, 'DAY')")]
    [InlineData("DATE_ADD('week', n, CAST(d AS DATE))", "TRUNC(D, 'DD') + N * 7")]
    [InlineData("DATE_ADD('month', n, DATE_TRUNC('month', d))", "ADD_MONTHS(TRUNC(D, 'MM'), N)")]
    [InlineData("DATE_DIFF('year', a, b)", "EXTRACT(YEAR FROM B) - EXTRACT(YEAR FROM A)")]
    [InlineData("DATE_DIFF('quarter', a, b)", "MONTHS_BETWEEN(TRUNC(B, 'Q'), TRUNC(A, 'Q')) / 3")]
    [InlineData("DATE_DIFF('month', a, b)", "MONTHS_BETWEEN(TRUNC(B, 'MM'), TRUNC(A, 'MM'))")]
    [InlineData("DATE_DIFF('week', a, b)", "(TRUNC(B, 'IW') - TRUNC(A, 'IW')) / 7")]
    [InlineData("DATE_DIFF('day', a, b)", "TRUNC(B, 'DD') - TRUNC(A, 'DD')")]
    [InlineData("DATE_DIFF('hour', a, b)", "ROUND((TRUNC(B, 'HH24') - TRUNC(A, 'HH24')) * 24)")]
    [InlineData("DATE_DIFF('minute', a, b)", "ROUND((TRUNC(B, 'MI') - TRUNC(A, 'MI')) * 1440)")]
    [InlineData("DATE_DIFF('second', a, b)", "(TRUNC(B, 'DD') - TRUNC(A, 'DD')) * 86400 + TO_NUMBER(TO_CHAR(B, 'SSSSS')) - TO_NUMBER(TO_CHAR(A, 'SSSSS'))")]
    [InlineData("CAST(b AS DATE) - CAST(a AS DATE)", "TRUNC(B, 'DD') - TRUNC(A, 'DD')")]
    [InlineData("EXTRACT(YEAR FROM d)", "EXTRACT(YEAR FROM D)")]
    [InlineData("EXTRACT(QUARTER FROM d)", "TO_NUMBER(TO_CHAR(D, 'Q'))")]
    [InlineData("EXTRACT(MONTH FROM d)", "EXTRACT(MONTH FROM D)")]
    [InlineData("EXTRACT(WEEK FROM d)", "TO_NUMBER(TO_CHAR(D, 'IW'))")]
    [InlineData("EXTRACT(DAY FROM d)", "EXTRACT(DAY FROM D)")]
    [InlineData("EXTRACT(ISODOW FROM d)", "TRUNC(D, 'DD') - TRUNC(D, 'IW') + 1")]
    [InlineData("EXTRACT(DOY FROM d)", "TO_NUMBER(TO_CHAR(D, 'DDD'))")]
    [InlineData("EXTRACT(HOUR FROM d)", "EXTRACT(HOUR FROM CAST(D AS TIMESTAMP))")]
    [InlineData("EXTRACT(MINUTE FROM d)", "EXTRACT(MINUTE FROM CAST(D AS TIMESTAMP))")]
    [InlineData("EXTRACT(SECOND FROM d)", "FLOOR(EXTRACT(SECOND FROM CAST(D AS TIMESTAMP)))")]
    [InlineData("EXTRACT(EPOCH FROM d)", "(TRUNC(D, 'DD') - DATE '1970-01-01') * 86400 + TO_NUMBER(TO_CHAR(D, 'SSSSS'))")]
    [InlineData("a = DATE '2024-02-29'", "CASE WHEN A = DATE '2024-02-29' THEN 1 WHEN NOT A = DATE '2024-02-29' THEN 0 END")]
    [InlineData("CASE WHEN a < TIMESTAMP '2024-02-29 12:00:00' THEN 1 END", "CASE WHEN A < TIMESTAMP '2024-02-29 12:00:00' THEN 1 END")]
    [InlineData("a = TRUE", "CASE WHEN A = 1 THEN 1 WHEN NOT A = 1 THEN 0 END")]
    [InlineData("flag", "FLAG")]
    [InlineData("flag AND a > 1", "CASE WHEN FLAG = 1 AND A > 1 THEN 1 WHEN NOT (FLAG = 1 AND A > 1) THEN 0 END")]
    [InlineData("a > 1", "CASE WHEN A > 1 THEN 1 WHEN NOT A > 1 THEN 0 END")]
    [InlineData("NOT a > 1 OR flag", "CASE WHEN NOT A > 1 OR FLAG = 1 THEN 1 WHEN NOT (NOT A > 1 OR FLAG = 1) THEN 0 END")]
    [InlineData("a IS NULL", "CASE WHEN A IS NULL THEN 1 ELSE 0 END")]
    [InlineData("CASE WHEN flag THEN 1 END", "CASE WHEN FLAG = 1 THEN 1 END")]
    [InlineData("NULLIF(TRIM(a), '')", "TRIM(A)")]
    [InlineData("LENGTH(a)", "LENGTH(A)")]
    [InlineData("LENGTH(TRIM(a))", "CASE WHEN A IS NOT NULL THEN COALESCE(LENGTH(TRIM(A)), 0) END")]
    [InlineData("TRIM(a) IS NULL", "CASE WHEN A IS NULL THEN 1 ELSE 0 END")]
    [InlineData("COALESCE(TRIM(a), 'none')", "CASE WHEN A IS NOT NULL THEN TRIM(A) ELSE 'none' END")]
    [InlineData("CASE WHEN TRIM(a) = 'x' THEN 1 END", "CASE WHEN TRIM(A) = 'x' THEN 1 END")]
    [InlineData("a || b", "CASE WHEN A IS NOT NULL AND B IS NOT NULL THEN A || B END")]
    [InlineData("a || ' - ' || b", "CASE WHEN A IS NOT NULL AND B IS NOT NULL THEN A || ' - ' || B END")]
    [InlineData("COALESCE(a, '') || ' ' || b", "CASE WHEN B IS NOT NULL THEN A || ' ' || B END")]
    [InlineData("UPPER(a) || '!'", "CASE WHEN A IS NOT NULL THEN UPPER(A) || '!' END")]
    [InlineData("'x' || a", "CASE WHEN A IS NOT NULL THEN 'x' || A END")]
    [InlineData("a || CAST(d AS DATE)", "CASE WHEN A IS NOT NULL AND D IS NOT NULL THEN A || TO_CHAR(D, 'YYYY-MM-DD') END")]
    [InlineData("GREATEST(a, b)", "GREATEST(COALESCE(A, B), COALESCE(B, A))")]
    [InlineData("LEAST(a, 3)", "LEAST(COALESCE(A, 3), 3)")]
    [InlineData("COALESCE(a, b, 0)", "COALESCE(A, B, 0)")]
    [InlineData("LOWER(a)", "LOWER(A)")]
    [InlineData("TRIM(a)", "TRIM(A)")]
    [InlineData("TRIM(a, '.')", "LTRIM(RTRIM(A, '.'), '.')")]
    [InlineData("LTRIM(a, '0')", "LTRIM(A, '0')")]
    [InlineData("SUBSTRING(a, 2, 3)", "SUBSTR(A, 2, 3)")]
    [InlineData("POSITION('x' IN a)", "INSTR(A, 'x')")]
    [InlineData("LEFT(a, 3)", "SUBSTR(A, 1, 3)")]
    [InlineData("RIGHT(a, 3)", "SUBSTR(A, -LEAST(3, LENGTH(A)))")]
    [InlineData("REPLACE(a, '-', '')", "REPLACE(A, '-')")]
    [InlineData("REPLACE(a, '-', b)", "CASE WHEN B IS NOT NULL THEN REPLACE(A, '-', B) END")]
    [InlineData("ROUND(a)", "ROUND(A, 0)")]
    [InlineData("ROUND(a, 2)", "ROUND(A, 2)")]
    [InlineData("ROUND(a / b)", "ROUND(A / NULLIF(B, 0))")]
    [InlineData("CEIL(a)", "CEIL(A)")]
    [InlineData("POWER(a, 2)", "POWER(A, 2)")]
    [InlineData("LN(a)", "LN(A)")]
    [InlineData("CAST(a AS INTEGER)", "CAST(A AS INTEGER)")]
    [InlineData("CAST(a AS BIGINT)", "CAST(A AS INTEGER)")]
    [InlineData("CAST(a AS DECIMAL(12, 2))", "CAST(A AS NUMBER(12, 2))")]
    [InlineData("CAST(a AS DECIMAL)", "CAST(A AS NUMBER)")]
    [InlineData("CAST(a AS DOUBLE)", "CAST(A AS BINARY_DOUBLE)")]
    [InlineData("CAST(a AS VARCHAR)", "CAST(A AS VARCHAR2(4000))")]
    [InlineData("CAST(a AS VARCHAR(5))", "SUBSTR(CAST(A AS VARCHAR2(4000)), 1, 5)")]
    [InlineData("CAST(a AS DATE)", "TRUNC(A, 'DD')")]
    [InlineData("CAST('2024-02-29' AS DATE)", "DATE '2024-02-29'")]
    [InlineData("CAST(a AS TIMESTAMP)", "CAST(A AS TIMESTAMP)")]
    [InlineData("CAST(LOWER(a) AS DATE)", "TO_DATE(SUBSTR(LOWER(A), 1, 10), 'YYYY-MM-DD')")]
    [InlineData("CAST(a > 1 AS VARCHAR)", "CASE WHEN A > 1 THEN 'true' WHEN NOT A > 1 THEN 'false' END")]
    [InlineData("CAST(a > 1 AS INTEGER)", "CAST(CASE WHEN A > 1 THEN 1 WHEN NOT A > 1 THEN 0 END AS INTEGER)")]
    [InlineData("CAST(CAST(d AS DATE) AS VARCHAR)", "TO_CHAR(D, 'YYYY-MM-DD')")]
    [InlineData("CAST(CAST(d AS TIMESTAMP) AS VARCHAR)", "RTRIM(RTRIM(TO_CHAR(CAST(D AS TIMESTAMP), 'YYYY-MM-DD HH24:MI:SS.FF6'), '0'), '.')")]
    [InlineData("CAST(NULL AS DATE)", "CAST(NULL AS DATE)")]
    [InlineData("CAST(1 AS BOOLEAN)", "CASE WHEN 1 <> 0 THEN 1 WHEN NOT 1 <> 0 THEN 0 END")]
    [InlineData("a LIKE 'x!%%' ESCAPE '!'", "CASE WHEN A LIKE 'x!%%' ESCAPE '!' THEN 1 WHEN NOT A LIKE 'x!%%' ESCAPE '!' THEN 0 END")]
    [InlineData("a NOT LIKE 'x%'", "CASE WHEN A NOT LIKE 'x%' THEN 1 WHEN NOT A NOT LIKE 'x%' THEN 0 END")]
    [InlineData("a IS DISTINCT FROM b", "CASE WHEN CASE WHEN A = B OR A IS NULL AND B IS NULL THEN 0 ELSE 1 END = 1 THEN 1 ELSE 0 END")]
    [InlineData("a IS NOT DISTINCT FROM 'x'", "CASE WHEN CASE WHEN A = 'x' THEN 0 ELSE 1 END = 0 THEN 1 ELSE 0 END")]
    [InlineData("a IS DISTINCT FROM NULL", "CASE WHEN A IS NOT NULL THEN 1 ELSE 0 END")]
    [InlineData("a IN (1, 2)", "CASE WHEN A IN (1, 2) THEN 1 WHEN NOT A IN (1, 2) THEN 0 END")]
    [InlineData("a BETWEEN 1 AND 2", "CASE WHEN A BETWEEN 1 AND 2 THEN 1 WHEN NOT A BETWEEN 1 AND 2 THEN 0 END")]
    [InlineData("SUM(a)", "SUM(A)")]
    [InlineData("COUNT(*)", "COUNT(*)")]
    [InlineData("COUNT(DISTINCT a)", "COUNT(DISTINCT A)")]
    [InlineData("COUNT(*) FILTER (WHERE b > 1)", "COUNT(CASE WHEN B > 1 THEN 1 END)")]
    [InlineData("SUM(a) FILTER (WHERE flag)", "SUM(CASE WHEN FLAG = 1 THEN A END)")]
    [InlineData("AVG(a)", "AVG(A)")]
    [InlineData("MEDIAN(a)", "MEDIAN(A)")]
    [InlineData("PERCENTILE(a, 0.9)", "PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY A)")]
    [InlineData("PERCENTILE(a, 0.9) FILTER (WHERE b = 1)", "PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY CASE WHEN B = 1 THEN A END)")]
    [InlineData("STDDEV(a)", "STDDEV_SAMP(A)")]
    [InlineData("VARIANCE(a)", "VAR_SAMP(A)")]
    [InlineData("ROW_NUMBER() OVER (ORDER BY a DESC)", "ROW_NUMBER() OVER (ORDER BY A DESC NULLS LAST)")]
    [InlineData("ROW_NUMBER() OVER ()", "ROW_NUMBER() OVER (ORDER BY NULL)")]
    [InlineData("RANK() OVER (PARTITION BY b ORDER BY a NULLS FIRST)", "RANK() OVER (PARTITION BY B ORDER BY A NULLS FIRST)")]
    [InlineData("SUM(a) OVER (PARTITION BY b)", "SUM(A) OVER (PARTITION BY B)")]
    [InlineData("SUM(a) OVER (ORDER BY d ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)", "SUM(A) OVER (ORDER BY D ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)")]
    [InlineData("SUM(a) OVER (ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)", "SUM(A) OVER (ORDER BY NULL ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)")]
    [InlineData("COUNT(DISTINCT a) OVER (PARTITION BY b)", "COUNT(DISTINCT A) OVER (PARTITION BY B)")]
    [InlineData("MEDIAN(a) OVER (PARTITION BY b)", "MEDIAN(A) OVER (PARTITION BY B)")]
    [InlineData("LAG(a, 1, 0) OVER (ORDER BY d)", "LAG(A, 1, 0) OVER (ORDER BY D)")]
    [InlineData("FIRST_VALUE(a) OVER (ORDER BY d)", "FIRST_VALUE(A) OVER (ORDER BY D)")]
    [InlineData("\"date\" + \"Order\".size", "\"DATE\" + \"Order\".\"SIZE\"")]
    [InlineData("_x + level", "\"_X\" + \"LEVEL\"")]
    [InlineData("ORDERS.Amount + \"Net Total\"", "ORDERS.\"Amount\" + \"Net Total\"")]
    [InlineData("'it''s'", "'it''s'")]
    [InlineData("DATE_TRUNC('month', CAST(d AS DATE))", "TRUNC(D, 'MM')")]
    [InlineData("CAST(DATE_TRUNC('month', d) AS DATE)", "TRUNC(D, 'MM')")]
    [InlineData("(DATE_TRUNC('month', d) + INTERVAL '1 month') - INTERVAL '1 day'", "ADD_MONTHS(TRUNC(D, 'MM'), 1) - 1")]
    [InlineData("DATE_TRUNC('year', d - INTERVAL '3 months') + INTERVAL '3 months'", "ADD_MONTHS(TRUNC(ADD_MONTHS(D, -3), 'YYYY'), 3)")]
    [InlineData("CAST(a AS VARCHAR) || 'x'", "CASE WHEN A IS NOT NULL THEN CAST(A AS VARCHAR2(4000)) || 'x' END")]
    [InlineData("SUM(CASE WHEN a > 1 THEN 1 ELSE 0 END) / COUNT(*)", "SUM(CASE WHEN A > 1 THEN 1 ELSE 0 END) / NULLIF(COUNT(*), 0)")]
    [InlineData("CASE a WHEN 'x' THEN 1 ELSE 0 END", "CASE A WHEN 'x' THEN 1 ELSE 0 END")]
    public void A_portable_expression_is_spelled_in_Oracle(string portable, string oracle) => Expression(portable).ShouldBe(oracle);

    [Theory]
    [InlineData("a = ''", "x IS NULL")]
    [InlineData("a <> ''", "x IS NULL")]
    [InlineData("a IN ('', 'b')", "x IS NULL")]
    [InlineData("COALESCE(a, '')", "it is null there")]
    [InlineData("CASE WHEN TRIM(a) <> 'x' THEN 1 END", "NULLIF(x, '')")]
    [InlineData("TRIM(a) = 'x'", "NULLIF(x, '')")]
    [InlineData("CASE WHEN NOT TRIM(a) = 'x' THEN 1 END", "NULLIF(x, '')")]
    [InlineData("COUNT(TRIM(a))", "may be empty")]
    [InlineData("ROW_NUMBER() OVER (ORDER BY REPLACE(a, '-', ''))", "may be empty")]
    [InlineData("POSITION('' IN a)", "may be empty")]
    [InlineData("SUBSTRING(a, 1, 0)", "without characters")]
    [InlineData("SUBSTRING(a, 0)", "from 1")]
    [InlineData("COUNT(DISTINCT a) OVER (ORDER BY b)", "moving window")]
    [InlineData("MEDIAN(DISTINCT a)", "distinct values")]
    [InlineData("CAST(a AS BOOLEAN)", "BOOLEAN")]
    [InlineData("CAST(a AS TIME)", "TIME")]
    [InlineData("CAST(a AS DECIMAL(40, 2))", "38 digits")]
    [InlineData("CAST(a / b AS VARCHAR)", "whole number")]
    [InlineData("INTERVAL '1 day'", "add it to a date")]
    [InlineData("CURRENT_DATE", "clock")]
    [InlineData("\"double \"\" quote\"", "double quote")]
    [InlineData("FIRST(a ORDER BY b) OVER (PARTITION BY c)", "FIRST")]
    public void What_Oracle_would_say_otherwise_is_refused(string portable, string reason)
    {
        var refused = Expression(portable);
        refused.ShouldStartWith("refused: ");
        refused.ShouldContain(reason);
    }

    [Fact]
    public void A_text_of_more_bytes_than_a_text_of_Oracle_is_refused()
    {
        Expression($"'{new string('한', 1_333)}'").ShouldStartWith("'한");
        Expression($"'{new string('한', 1_334)}'").ShouldContain("4000 bytes");
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
    public void A_query_is_spelled_in_Oracle(string portable, string oracle)
    {
        var written = Written(portable);
        var text = written.Value?.Text ?? "refused: " + written.Issues[0].Message;
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldStartWith(oracle);
    }
}
