using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

/// <summary>What analysts write in BigQuery, as portable SQL.</summary>
public sealed class BigQueryReadingTests
{
    private static SqlExpression Read(string native)
    {
        var read = SqlTranslator.ReadExpression(native, SqlDialects.BigQuery);
        read.Issues.ShouldBeEmpty(native);
        return read.Value.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("""IF(a > 1, 'x', "y")""", "CASE WHEN a > 1 THEN 'x' ELSE 'y' END")]
    [InlineData("IFNULL(a, 0)", "COALESCE(a, 0)")]
    [InlineData("SAFE_DIVIDE(a, b)", "a / b")]
    [InlineData("SAFE_DIVIDE(SUM(a), COUNT(*))", "SUM(a) / COUNT(*)")]
    [InlineData("COUNTIF(a > 1)", "COUNT(*) FILTER (WHERE a > 1)")]
    [InlineData("DATE(t)", "CAST(t AS DATE)")]
    [InlineData("DATE(2024, 2, 29)", "DATE '2024-02-29'")]
    [InlineData("DATE '2024-02-29'", "DATE '2024-02-29'")]
    [InlineData("DATETIME(t)", "CAST(t AS TIMESTAMP)")]
    [InlineData("DATE_TRUNC(d, MONTH)", "DATE_TRUNC('month', d)")]
    [InlineData("DATE_TRUNC(d, WEEK(MONDAY))", "DATE_TRUNC('week', d)")]
    [InlineData("DATE_TRUNC(d, ISOWEEK)", "DATE_TRUNC('week', d)")]
    [InlineData("DATE_TRUNC(d, WEEK)", "DATE_ADD('day', -1, DATE_TRUNC('week', DATE_ADD('day', 1, d)))")]
    [InlineData("DATETIME_TRUNC(t, HOUR)", "DATE_TRUNC('hour', t)")]
    [InlineData("TIMESTAMP_TRUNC(t, DAY)", "DATE_TRUNC('day', t)")]
    [InlineData("DATE_TRUNC(DATE(t), QUARTER)", "DATE_TRUNC('quarter', CAST(t AS DATE))")]
    [InlineData("DATE_ADD(d, INTERVAL 1 MONTH)", "DATE_ADD('month', 1, d)")]
    [InlineData("DATE_SUB(d, INTERVAL n DAY)", "DATE_ADD('day', -n, d)")]
    [InlineData("DATETIME_ADD(t, INTERVAL 2 HOUR)", "DATE_ADD('hour', 2, t)")]
    [InlineData("DATE_DIFF(b, a, DAY)", "DATE_DIFF('day', a, b)")]
    [InlineData("DATE_DIFF(b, a, MONTH)", "DATE_DIFF('month', a, b)")]
    [InlineData("DATE_DIFF(b, a, ISOWEEK)", "DATE_DIFF('week', a, b)")]
    [InlineData("DATE_DIFF(b, a, WEEK)", "DATE_DIFF('week', DATE_ADD('day', 1, a), DATE_ADD('day', 1, b))")]
    [InlineData("DATETIME_DIFF(b, a, HOUR)", "DATE_DIFF('hour', a, b)")]
    [InlineData("EXTRACT(YEAR FROM d)", "EXTRACT(YEAR FROM d)")]
    [InlineData("EXTRACT(DAYOFWEEK FROM d)", "EXTRACT(ISODOW FROM d) % 7 + 1")]
    [InlineData("EXTRACT(ISOWEEK FROM d)", "EXTRACT(WEEK FROM d)")]
    [InlineData("EXTRACT(HOUR FROM t)", "EXTRACT(HOUR FROM t)")]
    [InlineData("UNIX_SECONDS(t)", "EXTRACT(EPOCH FROM t)")]
    [InlineData("LAST_DAY(d)", "DATE_ADD('day', -1, DATE_ADD('month', 1, DATE_TRUNC('month', d)))")]
    [InlineData("PARSE_DATE('%Y-%m-%d', a)", "CAST(a AS DATE)")]
    [InlineData("FORMAT_DATE('%Y-%m', d)", "LEFT(CAST(CAST(d AS DATE) AS VARCHAR), 7)")]
    [InlineData("CAST(a AS INT64)", "CAST(a AS BIGINT)")]
    [InlineData("CAST(a AS NUMERIC)", "CAST(a AS NUMERIC(38, 9))")]
    [InlineData("CAST(a AS STRING)", "CAST(a AS VARCHAR)")]
    [InlineData("CAST(a AS FLOAT64)", "CAST(a AS DOUBLE)")]
    [InlineData("CAST(a AS BOOL)", "CAST(a AS BOOLEAN)")]
    [InlineData("NUMERIC '0.1' * a", "0.1 * a")]
    [InlineData("SUBSTR(a, 2, 3)", "SUBSTRING(a, 2, 3)")]
    [InlineData("STRPOS(a, 'x')", "POSITION('x' IN a)")]
    [InlineData("STARTS_WITH(a, 'x')", "LEFT(a, LENGTH('x')) = 'x'")]
    [InlineData("ENDS_WITH(a, b)", "RIGHT(a, LENGTH(b)) = b")]
    [InlineData("CONCAT(a, ' ', b)", "a || ' ' || b")]
    [InlineData("a || \"it's\"", "a || 'it''s'")]
    [InlineData("CHAR_LENGTH(a)", "LENGTH(a)")]
    [InlineData("TRIM(a, ' ')", "TRIM(a)")]
    [InlineData("POW(a, 2)", "POWER(a, 2)")]
    [InlineData("MOD(a, 2)", "MOD(a, 2)")]
    [InlineData("GREATEST(a, b)", "CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN GREATEST(a, b) END")]
    [InlineData("MIN_BY(a, d)", "FIRST(a ORDER BY d) FILTER (WHERE d IS NOT NULL)")]
    [InlineData("STDDEV(a)", "STDDEV(a)")]
    [InlineData("PERCENTILE_CONT(a, 0.5) OVER (PARTITION BY b)", "PERCENTILE(a, 0.5) OVER (PARTITION BY b)")]
    [InlineData("ROW_NUMBER() OVER (PARTITION BY a ORDER BY d DESC)", "ROW_NUMBER() OVER (PARTITION BY a ORDER BY d DESC)")]
    [InlineData("a LIKE 'x%'", "a LIKE 'x%'")]
    [InlineData("""a LIKE '50\\%'""", """a LIKE '50\%' ESCAPE '\'""")]
    [InlineData("a LIKE b", """a LIKE b ESCAPE '\'""")]
    [InlineData("a IS NOT DISTINCT FROM b", "a IS NOT DISTINCT FROM b")]
    [InlineData("`order`.`two words`", "\"order\".\"two words\"")]
    [InlineData("CURRENT_DATE()", "CURRENT_DATE")]
    [InlineData("d + INTERVAL 1 MONTH", "DATE_ADD('month', 1, d)")]
    [InlineData("t - INTERVAL 3 HOUR", "DATE_ADD('hour', -3, t)")]
    public void An_expression_reads_as_portable_SQL(string native, string portable) => Read(native).ShouldBe(SqlParser.ParseExpression(portable).Value.ShouldNotBeNull());

    [Theory]
    [InlineData("TIMESTAMP_DIFF(a, b, HOUR)", "DATETIME_DIFF counts boundaries")]
    [InlineData("TIMESTAMP('2024-01-01')", "a local time is a DATETIME")]
    [InlineData("FORMAT_DATE('%b %y', d)", "patterns of ISO dates")]
    [InlineData("PARSE_DATE('%d/%m/%Y', a)", "patterns of ISO dates")]
    [InlineData("APPROX_COUNT_DISTINCT(a)", "COUNT(DISTINCT x) counts")]
    [InlineData("ANY_VALUE(a)", "MIN or MAX")]
    [InlineData("DIV(a, b)", "a / b keeps it")]
    [InlineData("CURRENT_DATETIME()", "the product's clock")]
    [InlineData("DATE(t, 'Asia/Seoul')", "The function DATE")]
    [InlineData("SUBSTR(a, -3)", "The function SUBSTRING")]
    [InlineData("RAND()", "The function RAND")]
    [InlineData("GENERATE_UUID()", "The function GENERATE_UUID")]
    [InlineData("SESSION_USER()", "found 'SESSION_USER'")]
    [InlineData("@@error.message", "The character '@'")]
    [InlineData("CAST(a AS DATE) - b", "count units")]
    [InlineData("r'x'", "prefix")]
    [InlineData("b'x'", "prefix")]
    [InlineData("'''x'''", "A quote inside")]
    [InlineData("EXTRACT(WEEK FROM d)", "a part of a date")]
    [InlineData("DATE_TRUNC(d, WEEK(FRIDAY))", "first day of the week")]
    [InlineData("SAFE_CAST(a AS INT64)", "found 'AS'")]
    [InlineData("a[OFFSET(0)]", "expression")]
    [InlineData("[1, 2]", "a value")]
    [InlineData("STRUCT(1)", "found 'STRUCT'")]
    [InlineData("TIMESTAMP '2024-01-01'", "expression")]
    [InlineData("EXTERNAL_QUERY('x', 'y')", "EXTERNAL_QUERY")]
    [InlineData("ML.PREDICT(a)", "plain name")]
    [InlineData("\"it''s\" || 'it''s'", "A quote inside")]
    public void What_has_no_portable_meaning_is_refused_and_says_what_instead(string native, string message)
    {
        var issue = SqlTranslator.ReadExpression(native, SqlDialects.BigQuery).Issues.ShouldHaveSingleItem(native);
        issue.Message.ShouldContain(message);
    }

    [Fact]
    public void Where_nothing_is_said_all_white_space_is_taken_off()
    {
        var trim = Read("TRIM(a)").ShouldBeOfType<SqlFunction>();
        trim.Arguments[1].ShouldBeOfType<SqlText>().Value.ShouldContain("\t");
        Read("TRIM(a, ' ')").ShouldBe(SqlParser.ParseExpression("TRIM(a)").Value);
    }

    [Theory]
    [InlineData("SELECT region, COUNT(*) FROM `my-project.shop.sales` WHERE paid GROUP BY region QUALIFY ROW_NUMBER() OVER (ORDER BY COUNT(*) DESC) <= 3")]
    [InlineData("SELECT a FROM t EXCEPT DISTINCT SELECT a FROM u # the others")]
    [InlineData("SELECT o.`Total` FROM shop.orders o LIMIT 5")]
    public void A_query_of_an_analyst_is_read(string native) => SqlTranslator.ReadQuery(native, SqlDialects.BigQuery).Issues.ShouldBeEmpty();

    [Theory]
    [InlineData("SELECT a FROM UNNEST([1, 2])")]
    [InlineData("SELECT a FROM t; DROP TABLE t")]
    [InlineData("SELECT a FROM t UNION ALL SELECT a FROM u UNION DISTINCT SELECT a FROM v")]
    [InlineData("SELECT * EXCEPT (a) FROM t")]
    [InlineData("SELECT a FROM t FOR SYSTEM_TIME AS OF d")]
    [InlineData("SELECT AS STRUCT a FROM t")]
    [InlineData("FROM t |> WHERE a")]
    public void Arrays_pipes_and_scripts_are_refused(string native) => SqlParser.ParseQuery(native, SqlDialects.BigQuery).Issues.ShouldHaveSingleItem();
}
