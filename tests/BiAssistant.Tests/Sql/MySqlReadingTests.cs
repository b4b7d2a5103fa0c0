using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

/// <summary>What analysts write in MySQL and MariaDB, as portable SQL.</summary>
public sealed class MySqlReadingTests
{
    [Theory]
    [InlineData("IF(a > 1, 'x', 'y')", "CASE WHEN a > 1 THEN 'x' ELSE 'y' END")]
    [InlineData("IFNULL(a, 0)", "COALESCE(a, 0)")]
    [InlineData("ISNULL(a)", "a IS NULL")]
    [InlineData("CONCAT(a, ' ', b)", "a || ' ' || b")]
    [InlineData("CONCAT(a)", "CAST(a AS VARCHAR)")]
    [InlineData("CHAR_LENGTH(a)", "LENGTH(a)")]
    [InlineData("LOCATE('x', a)", "POSITION('x' IN a)")]
    [InlineData("INSTR(a, 'x')", "POSITION('x' IN a)")]
    [InlineData("LEFT(a, LOCATE('-', a) - 1)", "LEFT(a, CASE WHEN POSITION('-' IN a) - 1 < 0 THEN 0 ELSE POSITION('-' IN a) - 1 END)")]
    [InlineData("RIGHT(a, 4)", "RIGHT(a, 4)")]
    [InlineData("SUBSTR(a, 2, 3)", "SUBSTRING(a, 2, 3)")]
    [InlineData("MID(a, 1, 2)", "SUBSTRING(a, 1, 2)")]
    [InlineData("TRIM(LEADING '0' FROM a)", "LTRIM(a, '0')")]
    [InlineData("TRIM(BOTH FROM a)", "TRIM(a)")]
    [InlineData("UCASE(a)", "UPPER(a)")]
    [InlineData("YEAR(d)", "EXTRACT(YEAR FROM d)")]
    [InlineData("MONTH(d)", "EXTRACT(MONTH FROM d)")]
    [InlineData("DAYOFMONTH(d)", "EXTRACT(DAY FROM d)")]
    [InlineData("QUARTER(d)", "EXTRACT(QUARTER FROM d)")]
    [InlineData("WEEK(d, 3)", "EXTRACT(WEEK FROM d)")]
    [InlineData("WEEKOFYEAR(d)", "EXTRACT(WEEK FROM d)")]
    [InlineData("DAYOFWEEK(d)", "EXTRACT(ISODOW FROM d) % 7 + 1")]
    [InlineData("WEEKDAY(d)", "EXTRACT(ISODOW FROM d) - 1")]
    [InlineData("DATE(d)", "DATE_TRUNC('day', d)")]
    [InlineData("LAST_DAY(d)", "DATE_ADD('day', -1, DATE_ADD('month', 1, DATE_TRUNC('month', d)))")]
    [InlineData("DATE_FORMAT(d, '%Y-%m')", "LEFT(CAST(DATE_TRUNC('month', d) AS VARCHAR), 7)")]
    [InlineData("DATE_FORMAT(d, '%Y-%m-01')", "CAST(DATE_TRUNC('month', d) AS VARCHAR)")]
    [InlineData("DATE_FORMAT(d, '%Y')", "CAST(EXTRACT(YEAR FROM d) AS VARCHAR)")]
    [InlineData("CAST(DATE_FORMAT(d, '%Y-%m-01') AS DATE)", "DATE_TRUNC('month', d)")]
    [InlineData("MAKEDATE(YEAR(d), 1)", "DATE_TRUNC('year', d)")]
    [InlineData("STR_TO_DATE(a, '%Y-%m-%d')", "CAST(a AS DATE)")]
    [InlineData("DATE_ADD(d, INTERVAL 1 MONTH)", "DATE_ADD('month', 1, d)")]
    [InlineData("DATE_SUB(d, INTERVAL n DAY)", "DATE_ADD('day', -n, d)")]
    [InlineData("d + INTERVAL 7 DAY", "DATE_ADD('day', 7, d)")]
    [InlineData("d - INTERVAL '1' YEAR", "DATE_ADD('year', -1, d)")]
    [InlineData("ADDDATE(d, INTERVAL 1 WEEK)", "DATE_ADD('week', 1, d)")]
    [InlineData("TIMESTAMPADD(HOUR, 2, d)", "DATE_ADD('hour', 2, d)")]
    [InlineData("DATEDIFF(b, a)", "DATE_DIFF('day', a, b)")]
    [InlineData("EXTRACT(YEAR FROM d)", "EXTRACT(YEAR FROM d)")]
    [InlineData("EXTRACT(YEAR_MONTH FROM d)", "EXTRACT(YEAR FROM d) * 100 + EXTRACT(MONTH FROM d)")]
    [InlineData("YEAR(b) - YEAR(a)", "DATE_DIFF('year', a, b)")]
    [InlineData("a / NULLIF(b, 0)", "a / b")]
    [InlineData("a * 100.0 / b", "a * 100.0 / b")]
    [InlineData("CAST(a AS SIGNED)", "CAST(a AS BIGINT)")]
    [InlineData("CAST(a AS CHAR(3))", "CAST(a AS VARCHAR(3))")]
    [InlineData("CAST(a AS DECIMAL)", "CAST(a AS DECIMAL(10, 0))")]
    [InlineData("CAST('2024-01-01' AS DATETIME)", "CAST('2024-01-01' AS TIMESTAMP)")]
    [InlineData("SUM(status = 'paid')", "SUM(CASE WHEN status = 'paid' THEN 1 WHEN NOT status = 'paid' THEN 0 END)")]
    [InlineData("SUM(IF(a > 1, b, 0))", "SUM(CASE WHEN a > 1 THEN b ELSE 0 END)")]
    [InlineData("STDDEV_SAMP(a)", "STDDEV(a)")]
    [InlineData("AVG(a)", "AVG(a)")]
    [InlineData("COUNT(DISTINCT a)", "COUNT(DISTINCT a)")]
    [InlineData("GREATEST(a, 0)", "CASE WHEN a IS NOT NULL THEN GREATEST(a, 0) END")]
    [InlineData("GREATEST(1, 2)", "GREATEST(1, 2)")]
    [InlineData("LEAST(a, b)", "CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN LEAST(a, b) END")]
    [InlineData("""a LIKE '50\\%'""", """a LIKE '50\%' ESCAPE '\'""")]
    [InlineData("a LIKE '50%'", "a LIKE '50%'")]
    [InlineData("a LIKE b", """a LIKE b ESCAPE '\'""")]
    [InlineData("a LIKE 'x|%' ESCAPE '|'", "a LIKE 'x|%' ESCAPE '|'")]
    [InlineData("a LIKE 'x%' ESCAPE '|'", "a LIKE 'x%'")]
    [InlineData("a <=> b", "a IS NOT DISTINCT FROM b")]
    [InlineData("NOT a <=> b", "a IS DISTINCT FROM b")]
    [InlineData("a / b", "a / b")]
    [InlineData("a % b", "a % b")]
    [InlineData("ROUND(a, 2)", "ROUND(a, 2)")]
    public void An_expression_reads_as_portable_SQL(string native, string portable)
    {
        Read(native, SqlDialects.MySql).ShouldBe(SqlParser.ParseExpression(portable).Value.ShouldNotBeNull());
        Read(native, SqlDialects.MariaDb).ShouldBe(Read(native, SqlDialects.MySql));
    }

    [Theory]
    [InlineData("NVL(a, 0)", "COALESCE(a, 0)")]
    [InlineData("NVL2(a, 1, 2)", "CASE WHEN a IS NOT NULL THEN 1 ELSE 2 END")]
    [InlineData("ADD_MONTHS(d, 3)", "DATE_ADD('month', 3, d)")]
    public void MariaDB_has_functions_of_its_own(string native, string portable)
    {
        Read(native, SqlDialects.MariaDb).ShouldBe(SqlParser.ParseExpression(portable).Value.ShouldNotBeNull());
        SqlTranslator.ReadExpression(native, SqlDialects.MySql).Issues.ShouldHaveSingleItem().Code.ShouldBe("sql_unportable");
    }

    [Theory]
    [InlineData("CONCAT_WS(',', a, b)", "sql_unportable", "it leaves nulls out; CONCAT joins texts.")]
    [InlineData("LENGTH(a)", "sql_unportable", "it counts bytes; CHAR_LENGTH counts characters.")]
    [InlineData("SUBSTRING(a, -3)", "sql_unportable", "RIGHT(x, n) gives its last characters.")]
    [InlineData("WEEK(d)", "sql_unportable", "it numbers weeks as the session's settings say; WEEK(d, 3) gives the week of ISO 8601.")]
    [InlineData("YEARWEEK(d)", "sql_unportable", "group by the Monday of the week.")]
    [InlineData("DATE_FORMAT(d, '%b %y')", "sql_unportable", "patterns that give a day, a month or a year are known, such as DATE_FORMAT(d, '%Y-%m-01').")]
    [InlineData("STR_TO_DATE(a, '%d/%m/%Y')", "sql_unportable", "patterns of ISO dates are known, such as STR_TO_DATE(x, '%Y-%m-%d').")]
    [InlineData("TIMESTAMPDIFF(YEAR, a, b)", "sql_unportable", "it counts whole units that have passed, not boundaries; DATEDIFF counts days.")]
    [InlineData("EXTRACT(WEEK FROM d)", "sql_unportable", "it numbers weeks as the session's settings say; WEEK(d, 3) gives the week of ISO 8601.")]
    [InlineData("CAST(a AS UNSIGNED)", "sql_syntax")]
    [InlineData("CAST(a AS DATETIME)", "sql_unportable", "DATETIME(6) keeps parts of a second.")]
    [InlineData("STDDEV(a)", "sql_unportable", "it is the deviation of a population; STDDEV_SAMP is that of a sample.")]
    [InlineData("COUNT(DISTINCT a, b)", "sql_unportable")]
    [InlineData("GROUP_CONCAT(a)", "sql_unportable")]
    [InlineData("a DIV b", "sql_syntax")]
    [InlineData("a || b", "sql_syntax")]
    [InlineData("\"a\"", "sql_syntax")]
    [InlineData("NOW()", "sql_unportable", "write CURRENT_TIMESTAMP, the product's clock.")]
    [InlineData("CURDATE()", "sql_unportable", "write CURRENT_DATE, the product's clock.")]
    [InlineData("SYSDATE()", "sql_unportable", "write CURRENT_TIMESTAMP, the product's clock.")]
    [InlineData("UNIX_TIMESTAMP(d)", "sql_unportable", "it depends on the session's zone; EXTRACT(EPOCH FROM t) does not.")]
    [InlineData("FROM_UNIXTIME(a)", "sql_unportable", "it depends on the session's zone; add seconds to TIMESTAMP '1970-01-01 00:00:00'.")]
    [InlineData("RAND()", "sql_unportable")]
    [InlineData("SLEEP(1)", "sql_unportable")]
    [InlineData("LOAD_FILE('x')", "sql_unportable")]
    [InlineData("@x := 1", "sql_syntax")]
    [InlineData("VERSION()", "sql_unportable")]
    [InlineData("LOG(a)", "sql_unportable", "LN is the natural logarithm.")]
    [InlineData("TRUNCATE(a, 2)", "sql_syntax")]
    [InlineData("a REGEXP 'x'", "sql_syntax")]
    [InlineData("a IS TRUE", "sql_syntax")]
    [InlineData("a XOR b", "sql_syntax")]
    public void What_means_something_else_elsewhere_is_refused(string native, string code, string hint = "")
    {
        var issue = SqlTranslator.ReadExpression(native, SqlDialects.MySql).Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(code);
        issue.Message.ShouldEndWith(hint);
    }

    [Fact]
    public void A_query_of_one_is_translated_to_another() =>
        SqlTranslator.Translate(
            "SELECT DATE_FORMAT(`day`, '%Y-%m') AS m, SUM(IF(status = 'paid', amount, 0)) / COUNT(*) FROM `orders` GROUP BY m ORDER BY m DESC LIMIT 5, 10",
            SqlDialects.MySql,
            SqlDialects.DuckDb).Value.ShouldNotBeNull().Text.ReplaceLineEndings("\n").ShouldBe(
            """
            SELECT
              LEFT(CAST(CAST(DATE_TRUNC('month', day) AS DATE) AS VARCHAR), 7) AS m,
              SUM(CASE WHEN status = 'paid' THEN amount ELSE 0 END) / NULLIF(COUNT(*), 0)
            FROM orders
            GROUP BY m
            ORDER BY m DESC
            LIMIT 10
            OFFSET 5
            """.ReplaceLineEndings("\n"));

    private static SqlExpression Read(string native, SqlDialect dialect)
    {
        var read = SqlTranslator.ReadExpression(native, dialect);
        read.Issues.ShouldBe([], native);
        return read.Value.ShouldNotBeNull();
    }
}
