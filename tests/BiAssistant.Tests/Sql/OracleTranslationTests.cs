using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

/// <summary>What an analyst writes for Oracle, as DuckDB says it: with Oracle's nulls, its days with times and its ends of months.</summary>
public sealed class OracleTranslationTests
{
    [Theory]
    [InlineData("NVL(a, 0)", "COALESCE(a, 0)")]
    [InlineData("NVL2(a, 1, 0)", "CASE WHEN a IS NOT NULL THEN 1 ELSE 0 END")]
    [InlineData("NVL(a, '')", "a")]
    [InlineData("DECODE(a, 'N', 'North', 'S', 'South', 'other')", "CASE a WHEN 'N' THEN 'North' WHEN 'S' THEN 'South' ELSE 'other' END")]
    [InlineData("DECODE(a, NULL, 'none', 'x', 'ex')", "CASE WHEN a IS NULL THEN 'none' WHEN a = 'x' THEN 'ex' END")]
    [InlineData("DECODE(a, b, 0, 1)", "CASE WHEN a IS NOT DISTINCT FROM b THEN 0 ELSE 1 END")]
    [InlineData("TRUNC(d, 'MM')", "CAST(DATE_TRUNC('month', d) AS DATE)")]
    [InlineData("TRUNC(d, 'month')", "CAST(DATE_TRUNC('month', d) AS DATE)")]
    [InlineData("TRUNC(d, 'IW')", "CAST(DATE_TRUNC('week', d) AS DATE)")]
    [InlineData("TRUNC(d, 'DD')", "CAST(d AS DATE)")]
    [InlineData("TRUNC(a, 0)", "SIGN(a) * FLOOR(ABS(a))")]
    [InlineData("TRUNC(SUM(a) / COUNT(*))", "SIGN(SUM(a) / NULLIF(COUNT(*), 0)) * FLOOR(ABS(SUM(a) / NULLIF(COUNT(*), 0)))")]
    [InlineData("ADD_MONTHS(TRUNC(d, 'YYYY'), 12)", "CAST(CAST(DATE_TRUNC('year', d) AS DATE) + INTERVAL '12' MONTH AS DATE)")]
    [InlineData("ADD_MONTHS(d, 1)", "CASE WHEN EXTRACT(DAY FROM d + INTERVAL '1' DAY) = 1 THEN d + INTERVAL '1' DAY + INTERVAL '1' MONTH - INTERVAL '1' DAY ELSE d + INTERVAL '1' MONTH END")]
    [InlineData("LAST_DAY(TRUNC(d, 'DD'))", "CAST(CAST(CAST(DATE_TRUNC('month', CAST(d AS DATE)) AS DATE) + INTERVAL '1' MONTH AS DATE) - INTERVAL '1' DAY AS DATE)")]
    [InlineData("LAST_DAY(d)", "d + DATE_DIFF('day', d, CAST(CAST(CAST(DATE_TRUNC('month', d) AS DATE) + INTERVAL '1' MONTH AS DATE) - INTERVAL '1' DAY AS DATE)) * INTERVAL '1' DAY")]
    [InlineData("TRUNC(LAST_DAY(d), 'DD')", "CAST(CAST(CAST(DATE_TRUNC('month', d) AS DATE) + INTERVAL '1' MONTH AS DATE) - INTERVAL '1' DAY AS DATE)")]
    [InlineData("TRUNC(d, 'DD') - 7", "CAST(CAST(d AS DATE) - INTERVAL '7' DAY AS DATE)")]
    [InlineData("d + INTERVAL '1' HOUR", "d + INTERVAL '1' HOUR")]
    [InlineData("d - NUMTODSINTERVAL(3, 'HOUR')", "d - INTERVAL '3' HOUR")]
    [InlineData("d + NUMTOYMINTERVAL(1, 'YEAR')", "d + INTERVAL '1' YEAR")]
    [InlineData("MONTHS_BETWEEN(TRUNC(b, 'MM'), TRUNC(a, 'MM'))", "DATE_DIFF('month', a, b)")]
    [InlineData("TRUNC(b, 'DD') - TRUNC(a, 'DD')", "DATE_DIFF('day', a, b)")]
    [InlineData("EXTRACT(YEAR FROM d) * 100 + EXTRACT(MONTH FROM d)", "EXTRACT(YEAR FROM d) * 100 + EXTRACT(MONTH FROM d)")]
    [InlineData("TO_CHAR(d, 'YYYY-MM')", "LEFT(CAST(CAST(d AS DATE) AS VARCHAR), 7)")]
    [InlineData("TO_NUMBER(TO_CHAR(d, 'Q'))", "EXTRACT(QUARTER FROM d)")]
    [InlineData("TO_DATE('31.12.2024', 'DD.MM.YYYY')", "DATE '2024-12-31'")]
    [InlineData("TO_DATE('2024-12-31 23:59', 'YYYY-MM-DD HH24:MI')", "TIMESTAMP '2024-12-31 23:59:00'")]
    [InlineData("TO_DATE(a, 'YYYY-MM-DD')", "CAST(CAST(a AS VARCHAR) AS DATE)")]
    [InlineData("TO_TIMESTAMP('2024-12-31 12:00:00', 'YYYY-MM-DD HH24:MI:SS')", "TIMESTAMP '2024-12-31 12:00:00'")]
    [InlineData("a || ', ' || b", "COALESCE(a, '') || ', ' || COALESCE(b, '')")]
    [InlineData("a || b", "NULLIF(COALESCE(a, '') || COALESCE(b, ''), '')")]
    [InlineData("TRIM(a)", "NULLIF(TRIM(a), '')")]
    [InlineData("TRIM(LEADING '0' FROM a)", "NULLIF(LTRIM(a, '0'), '')")]
    [InlineData("SUBSTR(a, 1, 3)", "SUBSTRING(a, 1, 3)")]
    [InlineData("SUBSTR(a, -3)", "CASE WHEN LENGTH(a) >= 3 THEN RIGHT(a, 3) END")]
    [InlineData("SUBSTR(a, INSTR(a, '-') + 1)", "NULLIF(SUBSTRING(a, POSITION('-' IN a) + 1), '')")]
    [InlineData("SUBSTR(a, 1, INSTR(a, '-') - 1)", "CASE WHEN POSITION('-' IN a) - 1 >= 1 THEN NULLIF(SUBSTRING(a, 1, POSITION('-' IN a) - 1), '') END")]
    [InlineData("INSTR(a, 'x')", "POSITION('x' IN a)")]
    [InlineData("REPLACE(a, '-')", "NULLIF(REPLACE(a, '-', ''), '')")]
    [InlineData("LENGTH(a)", "LENGTH(a)")]
    [InlineData("MOD(a, 2)", "a % 2")]
    [InlineData("MOD(a, b)", "CASE WHEN b = 0 THEN a ELSE a % b END")]
    [InlineData("a / NULLIF(b, 0)", "a / NULLIF(b, 0)")]
    [InlineData("GREATEST(a, b)", "CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN GREATEST(a, b) END")]
    [InlineData("GREATEST(a, 0)", "CASE WHEN a IS NOT NULL THEN GREATEST(a, 0) END")]
    [InlineData("ROUND(a, 2)", "ROUND(a, 2)")]
    [InlineData("LOG(10, a)", "LN(a) / NULLIF(LN(10), 0)")]
    [InlineData("MEDIAN(a)", "MEDIAN(CAST(a AS DOUBLE))")]
    [InlineData("PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY a)", "QUANTILE_CONT(CAST(a AS DOUBLE), 0.9)")]
    [InlineData("STDDEV(a)", "CASE WHEN COUNT(a) = 1 THEN 0 ELSE STDDEV_SAMP(a) END")]
    [InlineData("STDDEV_SAMP(a)", "STDDEV_SAMP(a)")]
    [InlineData("COUNT(CASE WHEN a > 1 THEN 1 END)", "COUNT(CASE WHEN a > 1 THEN 1 END)")]
    [InlineData("SUM(DECODE(a, 'x', 1, 0))", "SUM(CASE a WHEN 'x' THEN 1 ELSE 0 END)")]
    [InlineData("ROW_NUMBER() OVER (PARTITION BY a ORDER BY d DESC)", "ROW_NUMBER() OVER (PARTITION BY a ORDER BY d DESC NULLS FIRST)")]
    [InlineData("CASE WHEN d >= DATE '2024-01-01' THEN 1 END", "CASE WHEN d >= DATE '2024-01-01' THEN 1 END")]
    [InlineData("EXTRACT(HOUR FROM CAST(d AS TIMESTAMP))", "EXTRACT(HOUR FROM d)")]
    [InlineData("CONCAT(a, b)", "NULLIF(COALESCE(a, '') || COALESCE(b, ''), '')")]
    public void What_analysts_write_for_Oracle_is_said_in_DuckDB(string oracle, string duckDb)
    {
        var written = SqlTranslator.Translate($"SELECT {oracle} AS x FROM t", SqlDialects.Oracle, SqlDialects.DuckDb);
        written.Issues.ShouldBe([]);
        string.Join(' ', written.Value.ShouldNotBeNull().Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldBe($"SELECT {duckDb} AS x FROM t");
    }

    [Theory]
    [InlineData("TRUNC(d)", "write TRUNC(x, 'DD') for the day, TRUNC(x, 0) for the whole part")]
    [InlineData("TRUNC(d, 'DAY')", "'DD', 'IW', 'MM', 'Q', 'YYYY', 'HH24' and 'MI' have one")]
    [InlineData("TRUNC(d, 'DD') + 1/24", "write + INTERVAL '1' HOUR")]
    [InlineData("MONTHS_BETWEEN(b, a)", "cut both to months: MONTHS_BETWEEN(TRUNC(a, 'MM'), TRUNC(b, 'MM'))")]
    [InlineData("TO_CHAR(d, 'Day')", "'YYYY-MM-DD' and its parts have one")]
    [InlineData("TO_NUMBER(TO_CHAR(d, 'D'))", "TRUNC(x, 'DD') - TRUNC(x, 'IW') + 1 is 1 on Mondays")]
    [InlineData("TO_DATE(a)", "name the format: TO_DATE(x, 'YYYY-MM-DD')")]
    [InlineData("CAST(d AS DATE)", "write TRUNC(x, 'DD') for the day, CAST(x AS TIMESTAMP) for the time")]
    [InlineData("SUBSTR(a, b)", "say it as INSTR(…) + 1, which cannot be negative")]
    [InlineData("INSTR(a, 'x', 1, 2)", "INSTR from another place than the first")]
    [InlineData("INITCAP(a)", "The function INITCAP")]
    [InlineData("ROUND(d, 'MM')", "ROUND of a date")]
    [InlineData("STDDEV_POP(a)", "The aggregate STDDEV_POP")]
    [InlineData("STDDEV(a) OVER (PARTITION BY b)", "STDDEV_SAMP and VAR_SAMP have one")]
    [InlineData("CASE WHEN a = '' THEN 1 END", "write IS NULL")]
    [InlineData("EXTRACT(SECOND FROM d)", "write FLOOR(EXTRACT(SECOND FROM x))")]
    [InlineData("REGEXP_REPLACE(a, '[0-9]', '')", "The function REGEXP_REPLACE")]
    [InlineData("TO_CHAR(a, '999.99')", "'YYYY-MM-DD' and its parts have one")]
    [InlineData("TRUNC(d, 'CC')", "'DD', 'IW', 'MM', 'Q', 'YYYY', 'HH24' and 'MI' have one")]
    [InlineData("LPAD(a, 5, '0')", "The function LPAD")]
    public void What_has_no_portable_meaning_is_refused_with_a_way_out(string oracle, string way)
    {
        var issue = SqlTranslator.ReadExpression(oracle, SqlDialects.Oracle).Issues[0];
        issue.Code.ShouldBe("sql_unportable");
        issue.Message.ShouldContain(way);
    }

    [Theory]
    [InlineData("SYSDATE")]
    [InlineData("SYSTIMESTAMP")]
    [InlineData("LOCALTIMESTAMP")]
    [InlineData("CURRENT_TIMESTAMP")]
    public void The_clock_is_the_portable_one(string clock) =>
        SqlTranslator.ReadExpression(clock, SqlDialects.Oracle).Value.ShouldBe(new SqlNow(DayOnly: false));

    [Fact]
    public void The_day_of_the_clock_moves_by_days() => SqlTranslator.ReadExpression("TRUNC(SYSDATE) - 7", SqlDialects.Oracle).Value.ShouldBe(
        new SqlDateAdd(SqlTimeUnit.Day, new SqlNumber(-7), new SqlDateTrunc(SqlTimeUnit.Day, new SqlNow(DayOnly: false))));

    [Fact]
    public void The_current_date_has_a_time() =>
        SqlTranslator.ReadExpression("CURRENT_DATE", SqlDialects.Oracle).Value.ShouldBe(new SqlDateTrunc(SqlTimeUnit.Second, new SqlNow(DayOnly: false)));

    [Theory]
    [InlineData("ROWNUM")]
    [InlineData("LEVEL")]
    [InlineData("ROWID")]
    [InlineData("USER")]
    [InlineData("CONNECT_BY_ROOT a")]
    [InlineData("q'[it''s]'")]
    [InlineData("nq'[text]'")]
    [InlineData("N'text'")]
    [InlineData("/*+ FULL(t) */ a")]
    [InlineData("a --+ hint")]
    [InlineData("a(+)")]
    [InlineData("DBMS_RANDOM.VALUE()")]
    [InlineData("PRIOR a")]
    public void What_is_no_plain_expression_is_not_read(string text) =>
        SqlParser.ParseQuery($"SELECT {text} FROM t", SqlDialects.Oracle).Issues.ShouldNotBeEmpty();
}
