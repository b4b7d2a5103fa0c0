using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

public sealed class MySqlTests
{
    [Theory]
    [InlineData("a / b", "a * 1.000000000 / b")]
    [InlineData("a / 100", "a * 1.000000000 / 100")]
    [InlineData("7 / 2", "7.000000000 / 2")]
    [InlineData("1.5 / b", "1.5000000000 / b")]
    [InlineData("a / b / c", "a * 1.000000000 / b / c")]
    [InlineData("SUM(a) / COUNT(*)", "SUM(a) * 1.000000000 / COUNT(*)")]
    [InlineData("CAST(a AS DOUBLE) / b", "CAST(a AS DOUBLE) / b")]
    [InlineData("a % b", "a % b")]
    [InlineData("MOD(a, 3)", "a % 3")]
    [InlineData("-a * (b - 2)", "-a * (b - 2)")]
    [InlineData("a || '-' || b", "CONCAT(a, '-', b)")]
    [InlineData("a || (b || c)", "CONCAT(a, b, c)")]
    [InlineData("'id ' || (a > 1)", "CONCAT('id ', CASE WHEN a > 1 THEN 'true' WHEN NOT a > 1 THEN 'false' END)")]
    [InlineData("a = TRUE", "a = TRUE")]
    [InlineData("NOT a", "NOT a")]
    [InlineData("a <> b", "a <> b")]
    [InlineData("a IS DISTINCT FROM b", "NOT a <=> b")]
    [InlineData("a IS NOT DISTINCT FROM NULL", "a <=> NULL")]
    [InlineData("a > 1", "a > 1")]
    [InlineData("a BETWEEN 1 AND 2", "a BETWEEN 1 AND 2")]
    [InlineData("a IN (1, 2)", "a IN (1, 2)")]
    [InlineData("a LIKE 'X%'", "a LIKE 'X%'")]
    [InlineData("a LIKE '50!%' ESCAPE '!'", "a LIKE '50!%' ESCAPE '!'")]
    [InlineData("""a LIKE 'c:\%'""", """a LIKE 'c:\\%' ESCAPE '!'""")]
    [InlineData("a LIKE b", """a LIKE REPLACE(b, '\\', '\\\\')""")]
    [InlineData("""a NOT LIKE '\!%'""", """a NOT LIKE '\\!%' ESCAPE '|'""")]
    [InlineData("""a LIKE '50\%' ESCAPE '\'""", """a LIKE '50\\%' ESCAPE '\\'""")]
    [InlineData("CASE WHEN a THEN 1 ELSE 2 END", "CASE WHEN a THEN 1 ELSE 2 END")]
    [InlineData("CASE a WHEN 1 THEN 'x' END", "CASE a WHEN 1 THEN 'x' END")]
    [InlineData("CAST(a AS INTEGER)", "CAST(CAST(a AS DECIMAL(20, 0)) AS SIGNED)")]
    [InlineData("CAST(2.5 AS BIGINT)", "CAST(2.5 AS SIGNED)")]
    [InlineData("CAST(COUNT(*) AS INTEGER)", "CAST(COUNT(*) AS SIGNED)")]
    [InlineData("CAST(a AS DECIMAL(12, 2))", "CAST(a AS DECIMAL(65, 2))")]
    [InlineData("CAST(a AS DECIMAL)", "CAST(a AS DECIMAL(65, 30))")]
    [InlineData("CAST(a AS DECIMAL(9))", "CAST(a AS DECIMAL(65, 0))")]
    [InlineData("CAST(a AS DOUBLE)", "CAST(a AS DOUBLE)")]
    [InlineData("CAST(a AS VARCHAR)", "CAST(a AS CHAR)")]
    [InlineData("CAST(a AS VARCHAR(5))", "SUBSTRING(CAST(a AS CHAR), 1, 5)")]
    [InlineData("CAST(a = b AS VARCHAR)", "CASE WHEN a = b THEN 'true' WHEN NOT a = b THEN 'false' END")]
    [InlineData("CAST(a AS DATE)", "CAST(a AS DATE)")]
    [InlineData("CAST(a AS TIMESTAMP)", "CAST(a AS DATETIME(6))")]
    [InlineData("CAST(a AS TIME)", "CAST(a AS TIME(6))")]
    [InlineData("CAST(1 AS BOOLEAN)", "1 <> 0")]
    [InlineData("CAST(a AS BOOLEAN)", "refused: sql_unsayable")]
    [InlineData("CAST(a AS TIMESTAMP WITH TIME ZONE)", "refused: sql_unsayable")]
    [InlineData("CAST(NULL AS DATE)", "CAST(NULL AS DATE)")]
    [InlineData("DATE '2024-02-29'", "DATE '2024-02-29'")]
    [InlineData("TIMESTAMP '2024-02-29 12:30:00'", "TIMESTAMP '2024-02-29 12:30:00'")]
    [InlineData("INTERVAL '3' MONTH", "refused: sql_unsayable")]
    [InlineData("DATE_TRUNC('second', d)", "CAST(DATE_FORMAT(d, '%Y-%m-%d %H:%i:%s') AS DATETIME(6))")]
    [InlineData("DATE_TRUNC('minute', d)", "CAST(DATE_FORMAT(d, '%Y-%m-%d %H:%i:00') AS DATETIME(6))")]
    [InlineData("DATE_TRUNC('hour', d)", "CAST(DATE_FORMAT(d, '%Y-%m-%d %H:00:00') AS DATETIME(6))")]
    [InlineData("DATE_TRUNC('day', d)", "CAST(d AS DATE)")]
    [InlineData("DATE_TRUNC('week', d)", "DATE_SUB(CAST(d AS DATE), INTERVAL WEEKDAY(d) DAY)")]
    [InlineData("DATE_TRUNC('month', d)", "CAST(DATE_FORMAT(d, '%Y-%m-01') AS DATE)")]
    [InlineData("DATE_TRUNC('quarter', d)", "DATE_ADD(CAST(DATE_FORMAT(d, '%Y-01-01') AS DATE), INTERVAL (QUARTER(d) - 1) QUARTER)")]
    [InlineData("DATE_TRUNC('year', d)", "CAST(DATE_FORMAT(d, '%Y-01-01') AS DATE)")]
    [InlineData("DATE_TRUNC('week', CAST(d AS DATE))", "DATE_SUB(CAST(d AS DATE), INTERVAL WEEKDAY(CAST(d AS DATE)) DAY)")]
    [InlineData("d + INTERVAL '30' SECOND", "DATE_ADD(d, INTERVAL 30 SECOND)")]
    [InlineData("d + INTERVAL '5' MINUTE", "DATE_ADD(d, INTERVAL 5 MINUTE)")]
    [InlineData("d - INTERVAL '5' HOUR", "DATE_SUB(d, INTERVAL 5 HOUR)")]
    [InlineData("d - INTERVAL '10 days'", "DATE_SUB(d, INTERVAL 10 DAY)")]
    [InlineData("d + INTERVAL '2 weeks'", "DATE_ADD(d, INTERVAL 2 WEEK)")]
    [InlineData("d + INTERVAL '1' MONTH", "DATE_ADD(d, INTERVAL 1 MONTH)")]
    [InlineData("d + INTERVAL '1' QUARTER", "DATE_ADD(d, INTERVAL 1 QUARTER)")]
    [InlineData("d - INTERVAL '1 year'", "DATE_SUB(d, INTERVAL 1 YEAR)")]
    [InlineData("DATE_ADD('month', n * 3, d)", "DATE_ADD(d, INTERVAL (n * 3) MONTH)")]
    [InlineData("DATE '2024-02-29' + 7", "DATE_ADD(DATE '2024-02-29', INTERVAL 7 DAY)")]
    [InlineData("CAST(a AS DATE) - CAST(b AS DATE)", "DATEDIFF(CAST(a AS DATE), CAST(b AS DATE))")]
    [InlineData("DATE_DIFF('second', a, b)", "TIMESTAMPDIFF(SECOND, DATE_FORMAT(a, '%Y-%m-%d %H:%i:%s'), DATE_FORMAT(b, '%Y-%m-%d %H:%i:%s'))")]
    [InlineData("DATE_DIFF('minute', a, b)", "TIMESTAMPDIFF(MINUTE, DATE_FORMAT(a, '%Y-%m-%d %H:%i:00'), DATE_FORMAT(b, '%Y-%m-%d %H:%i:00'))")]
    [InlineData("DATE_DIFF('hour', a, b)", "TIMESTAMPDIFF(HOUR, DATE_FORMAT(a, '%Y-%m-%d %H:00:00'), DATE_FORMAT(b, '%Y-%m-%d %H:00:00'))")]
    [InlineData("DATE_DIFF('day', a, b)", "DATEDIFF(b, a)")]
    [InlineData("DATE_DIFF('week', a, b)", "CAST((DATEDIFF(b, a) + WEEKDAY(a) - WEEKDAY(b)) / 7 AS SIGNED)")]
    [InlineData("DATE_DIFF('month', a, b)", "(YEAR(b) - YEAR(a)) * 12 + (MONTH(b) - MONTH(a))")]
    [InlineData("DATE_DIFF('quarter', a, b)", "(YEAR(b) - YEAR(a)) * 4 + (QUARTER(b) - QUARTER(a))")]
    [InlineData("DATE_DIFF('year', a, b)", "YEAR(b) - YEAR(a)")]
    [InlineData("EXTRACT(SECOND FROM d)", "SECOND(d)")]
    [InlineData("EXTRACT(MINUTE FROM d)", "MINUTE(d)")]
    [InlineData("EXTRACT(HOUR FROM d)", "HOUR(d)")]
    [InlineData("EXTRACT(DAY FROM d)", "DAY(d)")]
    [InlineData("EXTRACT(ISODOW FROM d)", "WEEKDAY(d) + 1")]
    [InlineData("EXTRACT(DOY FROM d)", "DAYOFYEAR(d)")]
    [InlineData("EXTRACT(WEEK FROM d)", "WEEK(d, 3)")]
    [InlineData("EXTRACT(MONTH FROM d)", "MONTH(d)")]
    [InlineData("EXTRACT(QUARTER FROM d)", "QUARTER(d)")]
    [InlineData("EXTRACT(YEAR FROM d)", "YEAR(d)")]
    [InlineData("EXTRACT(EPOCH FROM d)", "TIMESTAMPDIFF(SECOND, DATE '1970-01-01', DATE_FORMAT(d, '%Y-%m-%d %H:%i:%s'))")]
    [InlineData("CURRENT_DATE", "refused: sql_clock")]
    [InlineData("COALESCE(a, b, 0)", "COALESCE(a, b, 0)")]
    [InlineData("NULLIF(a, 0)", "NULLIF(a, 0)")]
    [InlineData("GREATEST(a, b)", "GREATEST(COALESCE(a, b), COALESCE(b, a))")]
    [InlineData("LEAST(a, 3)", "LEAST(COALESCE(a, 3), 3)")]
    [InlineData("GREATEST(a)", "a")]
    [InlineData("LOWER(a)", "LOWER(a)")]
    [InlineData("LENGTH(a)", "CHAR_LENGTH(a)")]
    [InlineData("SUBSTRING(a, 2, 3)", "SUBSTRING(a, 2, 3)")]
    [InlineData("SUBSTRING(a FROM 2)", "SUBSTRING(a, 2)")]
    [InlineData("SUBSTRING(a, 0, 2)", "refused: sql_substring_start")]
    [InlineData("POSITION('x' IN a)", "POSITION('x' IN a)")]
    [InlineData("REPLACE(a, 'x', 'y')", "REPLACE(a, 'x', 'y')")]
    [InlineData("LEFT(a, 2)", "LEFT(a, 2)")]
    [InlineData("LEFT(a, -2)", "LEFT(a, CHAR_LENGTH(a) - 2)")]
    [InlineData("RIGHT(a, n)", "RIGHT(a, CASE WHEN n < 0 THEN CHAR_LENGTH(a) + n ELSE n END)")]
    [InlineData("TRIM(a)", "TRIM(a)")]
    [InlineData("TRIM(a, 'x')", "TRIM(BOTH 'x' FROM a)")]
    [InlineData("LTRIM(a, '0')", "TRIM(LEADING '0' FROM a)")]
    [InlineData("RTRIM(a, 'ab')", """REGEXP_REPLACE(a, '(?-i)[ab]+\\z', '')""")]
    [InlineData("""TRIM(a, '-]\')""", """REGEXP_REPLACE(a, '(?-i)\\A[\\-\\]\\\\]+|[\\-\\]\\\\]+\\z', '')""")]
    [InlineData("TRIM(a, b)", "refused: sql_unsayable")]
    [InlineData("ABS(a)", "ABS(a)")]
    [InlineData("ROUND(a, 1)", "ROUND(CAST(a AS DECIMAL(65, 30)), 1)")]
    [InlineData("ROUND(1.25, 1)", "ROUND(1.25, 1)")]
    [InlineData("ROUND(CAST(a AS DECIMAL(9, 3)), 2)", "ROUND(CAST(a AS DECIMAL(65, 3)), 2)")]
    [InlineData("FLOOR(a)", "FLOOR(a)")]
    [InlineData("FLOOR(SQRT(a))", "FLOOR(SQRT(a))", "CAST(FLOOR(SQRT(a)) AS DOUBLE)")]
    [InlineData("CEIL(a)", "CEIL(a)")]
    [InlineData("SIGN(a)", "SIGN(a)")]
    [InlineData("POWER(a, 2)", "POWER(a, 2)")]
    [InlineData("SQRT(a)", "SQRT(a)")]
    [InlineData("LN(a)", "LN(a)")]
    [InlineData("EXP(a)", "EXP(a)")]
    [InlineData("COUNT(*)", "COUNT(*)")]
    [InlineData("COUNT(DISTINCT a)", "COUNT(DISTINCT a)")]
    [InlineData("COUNT(*) FILTER (WHERE a > 1)", "COUNT(CASE WHEN a > 1 THEN 1 END)")]
    [InlineData("SUM(a) FILTER (WHERE b = 1)", "SUM(CASE WHEN b = 1 THEN a END)")]
    [InlineData("AVG(a)", "AVG(a * 1.000000000)")]
    [InlineData("AVG(DISTINCT a)", "AVG(DISTINCT a * 1.000000000)")]
    [InlineData("AVG(a) FILTER (WHERE b)", "AVG(CASE WHEN b THEN a END * 1.000000000)")]
    [InlineData("AVG(CAST(a AS DOUBLE))", "AVG(CAST(a AS DOUBLE))")]
    [InlineData("MIN(a)", "MIN(a)")]
    [InlineData("STDDEV(a)", "STDDEV_SAMP(a)", "STDDEV_SAMP(CAST(a AS DOUBLE))")]
    [InlineData("VARIANCE(a)", "VAR_SAMP(a)", "VAR_SAMP(CAST(a AS DOUBLE))")]
    [InlineData("STDDEV(DISTINCT a)", "refused: sql_unsayable")]
    [InlineData("ROW_NUMBER() OVER (PARTITION BY a ORDER BY b)", "ROW_NUMBER() OVER (PARTITION BY a ORDER BY CASE WHEN b IS NULL THEN 1 ELSE 0 END, b)")]
    [InlineData("ROW_NUMBER() OVER (ORDER BY b DESC NULLS FIRST ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)", "ROW_NUMBER() OVER (ORDER BY CASE WHEN b IS NULL THEN 0 ELSE 1 END, b DESC)")]
    [InlineData("RANK() OVER (ORDER BY b NULLS FIRST)", "RANK() OVER (ORDER BY b)")]
    [InlineData("SUM(a) OVER (ORDER BY b DESC ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)", "SUM(a) OVER (ORDER BY b DESC ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)")]
    [InlineData("SUM(a) OVER (PARTITION BY c)", "SUM(a) OVER (PARTITION BY c)")]
    [InlineData("AVG(a) OVER (ORDER BY b NULLS FIRST ROWS BETWEEN 6 PRECEDING AND CURRENT ROW)", "AVG(a * 1.000000000) OVER (ORDER BY b ROWS BETWEEN 6 PRECEDING AND CURRENT ROW)")]
    [InlineData("LAG(a, 1, 0) OVER (ORDER BY b NULLS FIRST)", "LAG(a, 1, 0) OVER (ORDER BY b)", "CASE WHEN LAG(1, 1) OVER (ORDER BY b) IS NULL THEN 0 ELSE LAG(a, 1) OVER (ORDER BY b) END")]
    [InlineData("LAG(a) OVER (ORDER BY b NULLS FIRST)", "LAG(a) OVER (ORDER BY b)")]
    [InlineData("FIRST_VALUE(a) OVER (ORDER BY b)", "FIRST_VALUE(a) OVER (ORDER BY CASE WHEN b IS NULL THEN 1 ELSE 0 END, b)")]
    [InlineData("COUNT(DISTINCT a) OVER (PARTITION BY b)", "refused: sql_unsayable")]
    [InlineData("MEDIAN(a) OVER (PARTITION BY b)", "refused: sql_unsayable")]
    [InlineData("\"order\".\"rank\"", "`order`.`rank`")]
    [InlineData("\"two words\" + \"quo`te\"", "`two words` + `quo``te`")]
    [InlineData("""groups + "interval" + Ünï""", "`groups` + `interval` + `Ünï`")]
    [InlineData("""'it''s \ a "text"'""", """'it''s \\ a "text"'""")]
    [InlineData("1.50", "1.50")]
    [InlineData("-3", "-3")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    public void A_portable_expression_is_spelled_and_read_back(string portable, string mySql, string? mariaDb = null)
    {
        Expression(portable, SqlDialects.MySql).ShouldBe(mySql);
        Expression(portable, SqlDialects.MariaDb).ShouldBe(mariaDb ?? mySql);
        foreach (var (dialect, written) in ((SqlDialect, string)[])[(SqlDialects.MySql, mySql), (SqlDialects.MariaDb, mariaDb ?? mySql)])
        {
            if (!written.StartsWith("refused", StringComparison.Ordinal))
            {
                Again("SELECT " + written, dialect).ShouldBe("SELECT " + written);
            }
        }
    }

    [Fact]
    public void Revenue_by_month_reads_as_an_analyst_would_write_it() => Written(
        """
        WITH revenue AS (SELECT DATE_TRUNC('month', o.day) AS month, c.region, SUM(o.amount) AS revenue FROM shop.orders o LEFT JOIN customers c ON c.id = o.customer_id
        WHERE o.status <> 'cancelled' AND (c.region = 'Europe' OR c.region IS NULL) GROUP BY DATE_TRUNC('month', o.day), c.region)
        SELECT r.month, r.revenue / 12 AS "Monthly Revenue" FROM revenue r ORDER BY r.revenue DESC, r.month LIMIT 5
        """).ShouldBe(
        """
        WITH
          revenue AS (
            SELECT
              CAST(DATE_FORMAT(o.day, '%Y-%m-01') AS DATE) AS month,
              c.region,
              SUM(o.amount) AS revenue
            FROM shop.orders AS o
            LEFT JOIN customers AS c ON c.id = o.customer_id
            WHERE o.status <> 'cancelled'
              AND (c.region = 'Europe' OR c.region IS NULL)
            GROUP BY CAST(DATE_FORMAT(o.day, '%Y-%m-01') AS DATE), c.region
          )
        SELECT
          r.month,
          r.revenue * 1.000000000 / 12 AS `Monthly Revenue`
        FROM revenue AS r
        ORDER BY r.revenue DESC, CASE WHEN r.month IS NULL THEN 1 ELSE 0 END, r.month
        LIMIT 5
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_condition_on_groups_needs_groups()
    {
        var query = SqlParser.ParseQuery("SELECT 1 AS one FROM orders HAVING 1 = 1").Value.ShouldNotBeNull();
        SqlWriter.Write(query, SqlDialects.MySql).Issues.ShouldHaveSingleItem().Message.ShouldBe("HAVING where nothing is grouped or aggregated cannot be computed in mysql.");
    }

    [Fact]
    public void A_limit_among_compared_rows_stands_in_a_table() => Written("SELECT id FROM orders WHERE customer_id IN (SELECT id FROM customers LIMIT 3) OFFSET 2").ShouldBe(
        """
        SELECT id
        FROM orders
        WHERE customer_id IN (
            SELECT *
            FROM (
              SELECT id
              FROM customers
              LIMIT 3
            ) AS part
          )
        LIMIT 9223372036854775807
        OFFSET 2
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Ranks_and_set_operations_read_as_they_are_meant() => Written(
        "SELECT region, RANK() OVER (PARTITION BY region ORDER BY amount DESC) AS place FROM orders INTERSECT ALL SELECT region, 1 FROM customers").ShouldBe(
        """
        SELECT
          region,
          RANK() OVER (PARTITION BY region ORDER BY amount DESC) AS place
        FROM orders
        INTERSECT ALL
        SELECT
          region,
          1
        FROM customers
        """.ReplaceLineEndings("\n"));

    private static string Written(string portable) =>
        SqlWriter.Write(SqlParser.ParseQuery(portable).Value.ShouldNotBeNull(), SqlDialects.MySql).Value.ShouldNotBeNull().Text.ReplaceLineEndings("\n");

    private static string Expression(string portable, SqlDialect dialect)
    {
        var expression = SqlParser.ParseExpression(portable).Value.ShouldNotBeNull();
        var written = SqlWriter.Write(new SqlSelect([new SqlSelectItem(expression)], null), dialect);
        return written.Value?.Text["SELECT ".Length..] ?? "refused: " + written.Issues[0].Code;
    }

    private static string? Again(string text, SqlDialect dialect) => SqlTranslator.Translate(text, dialect, dialect).Value?.Text;
}
