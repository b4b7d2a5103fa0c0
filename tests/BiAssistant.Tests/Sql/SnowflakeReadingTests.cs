using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

/// <summary>What analysts write in Snowflake, as portable SQL.</summary>
public sealed class SnowflakeReadingTests
{
    private static SqlExpression Read(string native)
    {
        var read = SqlTranslator.ReadExpression(native, SqlDialects.Snowflake);
        read.Issues.ShouldBeEmpty(native);
        return read.Value.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("IFF(a > 1, 'x', 'y')", "CASE WHEN a > 1 THEN 'x' ELSE 'y' END")]
    [InlineData("NVL(a, 0)", "COALESCE(a, 0)")]
    [InlineData("NVL2(a, 1, 2)", "CASE WHEN a IS NOT NULL THEN 1 ELSE 2 END")]
    [InlineData("IFNULL(a, b)", "COALESCE(a, b)")]
    [InlineData("ZEROIFNULL(a)", "COALESCE(a, 0)")]
    [InlineData("NULLIFZERO(a)", "NULLIF(a, 0)")]
    [InlineData("a::DATE", "CAST(a AS DATE)")]
    [InlineData("a::NUMBER(12, 2)", "CAST(a AS NUMERIC(12, 2))")]
    [InlineData("a::VARCHAR", "CAST(a AS VARCHAR)")]
    [InlineData("a::FLOAT", "CAST(a AS DOUBLE)")]
    [InlineData("a::TIMESTAMP_NTZ", "CAST(a AS TIMESTAMP)")]
    [InlineData("DATE_TRUNC('MONTH', d)", "DATE_TRUNC('month', d)")]
    [InlineData("DATE_TRUNC(month, d)", "DATE_TRUNC('month', d)")]
    [InlineData("DATE_TRUNC('month', d)::DATE", "DATE_TRUNC('month', d)")]
    [InlineData("DATEADD(MONTH, -1, d)", "DATE_ADD('month', -1, d)")]
    [InlineData("DATEADD('day', 7, d)", "DATE_ADD('day', 7, d)")]
    [InlineData("TIMESTAMPADD(HOUR, 1, d)", "DATE_ADD('hour', 1, d)")]
    [InlineData("DATEDIFF(DAY, a, b)", "DATE_DIFF('day', a, b)")]
    [InlineData("DATEDIFF('month', a, b)", "DATE_DIFF('month', a, b)")]
    [InlineData("DATEADD(DAY, 1 - DAYOFWEEKISO(d), d::DATE)", "DATE_TRUNC('week', d)")]
    [InlineData("d + INTERVAL '1 month'", "d + INTERVAL '1' MONTH")]
    [InlineData("YEAR(d)", "EXTRACT(YEAR FROM d)")]
    [InlineData("MONTH(d)", "EXTRACT(MONTH FROM d)")]
    [InlineData("DAYOFWEEKISO(d)", "EXTRACT(ISODOW FROM d)")]
    [InlineData("WEEKISO(d)", "EXTRACT(WEEK FROM d)")]
    [InlineData("DATE_PART('quarter', d)", "EXTRACT(QUARTER FROM d)")]
    [InlineData("DATE_PART(EPOCH_SECOND, d)", "EXTRACT(EPOCH FROM d)")]
    [InlineData("EXTRACT(WEEKISO FROM d)", "EXTRACT(WEEK FROM d)")]
    [InlineData("LAST_DAY(d)", "DATE_ADD('day', -1, DATE_ADD('month', 1, DATE_TRUNC('month', d)))")]
    [InlineData("TO_DATE(a)", "CAST(a AS DATE)")]
    [InlineData("TO_DATE(a, 'YYYY-MM-DD')", "CAST(a AS DATE)")]
    [InlineData("TO_DATE('2024-02-29')", "CAST('2024-02-29' AS DATE)")]
    [InlineData("TO_CHAR(d, 'YYYY-MM')", "LEFT(CAST(CAST(d AS DATE) AS VARCHAR), 7)")]
    [InlineData("TO_VARCHAR(a)", "CAST(a AS VARCHAR)")]
    [InlineData("TO_TIMESTAMP_NTZ('2024-01-01 10:00:00')", "TIMESTAMP '2024-01-01 10:00:00'")]
    [InlineData("DATE_FROM_PARTS(2024, 2, 29)", "DATE '2024-02-29'")]
    [InlineData("SUBSTR(a, 2, 3)", "SUBSTRING(a, 2, 3)")]
    [InlineData("CHARINDEX('x', a)", "POSITION('x' IN a)")]
    [InlineData("LEN(a)", "LENGTH(a)")]
    [InlineData("CONCAT(a, ' ', b)", "a || ' ' || b")]
    [InlineData("CONTAINS(a, 'x')", "POSITION('x' IN a) > 0")]
    [InlineData("STARTSWITH(a, 'x')", "LEFT(a, LENGTH('x')) = 'x'")]
    [InlineData("ENDSWITH(a, b)", "RIGHT(a, LENGTH(b)) = b")]
    [InlineData("COUNT_IF(a > 1)", "COUNT(*) FILTER (WHERE a > 1)")]
    [InlineData("MAX_BY(a, d)", "FIRST(a ORDER BY d DESC) FILTER (WHERE d IS NOT NULL)")]
    [InlineData("MEDIAN(a)", "MEDIAN(a)")]
    [InlineData("PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY a)", "PERCENTILE(a, 0.9)")]
    [InlineData("STDDEV(a)", "STDDEV(a)")]
    [InlineData("GREATEST(a, b)", "CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN GREATEST(a, b) END")]
    [InlineData("GREATEST_IGNORE_NULLS(a, b)", "GREATEST(a, b)")]
    [InlineData("LAST_VALUE(a) OVER (PARTITION BY b ORDER BY d)", "LAST_VALUE(a) OVER (PARTITION BY b ORDER BY d ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)")]
    [InlineData("a / NULLIF(b, 0)", "a / b")]
    [InlineData("a / b", "a / b")]
    [InlineData("SUM(a) / COUNT(DISTINCT b)", "SUM(a) / COUNT(DISTINCT b)")]
    [InlineData("ROUND(a, 2)", "ROUND(a, 2)")]
    [InlineData("a LIKE '50!%' ESCAPE '!'", "a LIKE '50!%' ESCAPE '!'")]
    [InlineData("a IS NOT DISTINCT FROM b", "a IS NOT DISTINCT FROM b")]
    [InlineData("CURRENT_DATE()", "CURRENT_DATE")]
    public void An_expression_reads_as_portable_SQL(string native, string portable) => Read(native).ShouldBe(SqlParser.ParseExpression(portable).Value.ShouldNotBeNull());

    [Theory]
    [InlineData("DATE_TRUNC('WEEK', d)", "DAYOFWEEKISO")]
    [InlineData("DATEDIFF(WEEK, a, b)", "DAYOFWEEKISO")]
    [InlineData("WEEK(d)", "WEEKISO(d)")]
    [InlineData("DAYOFWEEK(d)", "DAYOFWEEKISO(d)")]
    [InlineData("DIV0(a, b)", "COALESCE(a / NULLIF(b, 0), 0)")]
    [InlineData("ADD_MONTHS(d, 1)", "DATEADD(MONTH, n, d)")]
    [InlineData("MONTHS_BETWEEN(a, b)", "DATEDIFF(MONTH, a, b)")]
    [InlineData("TO_CHAR(d, 'Mon YY')", "patterns of ISO dates")]
    [InlineData("TO_DATE(a, 'DD/MM/YYYY')", "patterns of ISO dates")]
    [InlineData("SUBSTR(a, -3)", "RIGHT(x, n)")]
    [InlineData("GETDATE()", "the product's clock")]
    [InlineData("SYSDATE()", "the product's clock")]
    [InlineData("RANDOM()", "The function RANDOM")]
    [InlineData("CURRENT_ROLE()", "found 'CURRENT_ROLE'")]
    [InlineData("SYSTEM$WAIT(1)", "The character '$'")]
    [InlineData("UUID_STRING()", "The function UUID_STRING")]
    [InlineData("SEQ4()", "The function SEQ4")]
    [InlineData("APPROX_COUNT_DISTINCT(a)", "APPROX_COUNT_DISTINCT")]
    [InlineData("a:b", "expression")]
    [InlineData("$1", "The character '$'")]
    [InlineData("$$x$$", "The character '$'")]
    [InlineData("EXTRACT(WEEK FROM d)", "a part of a date")]
    [InlineData("a ILIKE 'x'", "expression")]
    [InlineData("TRY_CAST(a AS DATE)", "found 'TRY_CAST'")]
    [InlineData("""'\x41'""", "escape")]
    [InlineData("INTERVAL '1 month, 2 days'", "interval")]
    [InlineData("DATE_TRUNC(decade, d)", "a word such as")]
    public void What_has_no_portable_meaning_is_refused_and_says_what_instead(string native, string message)
    {
        var issue = SqlTranslator.ReadExpression(native, SqlDialects.Snowflake).Issues.ShouldHaveSingleItem(native);
        issue.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("SELECT region, COUNT(*) FROM sales WHERE paid GROUP BY region QUALIFY ROW_NUMBER() OVER (ORDER BY COUNT(*) DESC) <= 3")]
    [InlineData("SELECT a FROM t MINUS SELECT a FROM u")]
    [InlineData("SELECT o.\"Total\" FROM shop.public.orders o LIMIT 5 // the first")]
    public void A_query_of_an_analyst_is_read(string native) => SqlTranslator.ReadQuery(native, SqlDialects.Snowflake).Issues.ShouldBeEmpty();

    [Fact]
    public void Names_come_back_in_lower_case() => SqlTranslator.ReadQuery("SELECT o.Amount AS Total FROM Shop.ORDERS AS o", SqlDialects.Snowflake).Value
        .ShouldBe(SqlParser.ParseQuery("SELECT o.amount AS total FROM shop.orders AS o").Value);

    [Theory]
    [InlineData("SELECT a FROM @stage")]
    [InlineData("SELECT a FROM TABLE(FLATTEN(b))")]
    [InlineData("SELECT a FROM IDENTIFIER('t')")]
    [InlineData("SELECT a FROM t; DROP TABLE t")]
    [InlineData("SELECT a FROM t AT(OFFSET => -60)")]
    [InlineData("SELECT a FROM (VALUES (1)) v")]
    [InlineData("SHOW TABLES")]
    public void Stages_tables_of_functions_and_commands_are_refused(string native) => SqlParser.ParseQuery(native, SqlDialects.Snowflake).Issues.ShouldHaveSingleItem();
}
