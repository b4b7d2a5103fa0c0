using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Tests.MariaDb;
using BiAssistant.Tests.Sql.Generated;

namespace BiAssistant.Tests.Sql;

/// <summary>What MySQL and MariaDB say in a way of their own has the same rows on a real MariaDB as in DuckDB.</summary>
public sealed class MariaDbTests(Ledger ledger) : IClassFixture<Ledger>
{
    private static readonly int Trees = GeneratedCases.Scale(4_000);

    [MariaDbTheory]
    [InlineData("SELECT 1 WHERE 1 = 1")]
    [InlineData("SELECT region FROM sales INTERSECT ALL SELECT region FROM sales WHERE units > 2 ORDER BY region")]
    [InlineData("SELECT region FROM sales EXCEPT ALL SELECT region FROM sales WHERE id = 1 ORDER BY region")]
    [InlineData("(SELECT region FROM sales ORDER BY id LIMIT 2) UNION ALL (SELECT region FROM sales ORDER BY id DESC LIMIT 1) ORDER BY region")]
    [InlineData("(WITH x AS (SELECT 1 AS n) SELECT n FROM x) UNION ALL SELECT 2 ORDER BY n")]
    [InlineData("SELECT region FROM sales UNION SELECT 'x' INTERSECT SELECT 'x' EXCEPT SELECT 'y' ORDER BY region")]
    [InlineData("(SELECT 1 AS n UNION SELECT 2) INTERSECT SELECT 2 ORDER BY n")]
    [InlineData("SELECT id FROM sales ORDER BY id OFFSET 4")]
    [InlineData("SELECT id FROM sales WHERE id IN (SELECT id FROM sales ORDER BY id DESC LIMIT 2) ORDER BY id")]
    [InlineData("SELECT id FROM sales WHERE units >= ALL (SELECT units FROM sales WHERE units IS NOT NULL) ORDER BY id")]
    [InlineData("SELECT id FROM sales WHERE units > ANY (SELECT 3) ORDER BY id")]
    [InlineData("SELECT region, SUM(amount) AS amount FROM sales GROUP BY region ORDER BY amount")]
    [InlineData("SELECT region AS r, SUM(amount) AS amount FROM sales GROUP BY region ORDER BY amount DESC NULLS FIRST, r")]
    [InlineData("SELECT DATE_TRUNC('month', d) AS d, COUNT(*) AS n FROM days GROUP BY DATE_TRUNC('month', d) ORDER BY d")]
    [InlineData("SELECT DATE_TRUNC('quarter', d), COUNT(*) AS n FROM days GROUP BY DATE_TRUNC('quarter', d) ORDER BY DATE_TRUNC('quarter', d)")]
    [InlineData("SELECT CASE WHEN units > 3 THEN 'many' ELSE 'few' END AS size, AVG(amount) FROM sales GROUP BY CASE WHEN units > 3 THEN 'many' ELSE 'few' END ORDER BY size")]
    [InlineData("SELECT region, MEDIAN(amount), PERCENTILE(amount, 0.9), FIRST(word ORDER BY id), LAST(word ORDER BY id) FROM sales GROUP BY region ORDER BY region")]
    [InlineData("SELECT STDDEV(amount), VARIANCE(units), STDDEV(units) FROM sales")]
    [InlineData("SELECT region, COUNT(*) AS n, SUM(COUNT(*)) OVER () AS whole, RANK() OVER (ORDER BY SUM(units) DESC) FROM sales GROUP BY region HAVING COUNT(*) > COUNT(DISTINCT units) - 1 ORDER BY n, region")]
    [InlineData("SELECT region, RANK() OVER (ORDER BY COALESCE(MAX(units), 0) + CASE WHEN region IN ('north', 'south') THEN NULL ELSE 0 END DESC) AS place FROM (SELECT region, units FROM sales UNION ALL SELECT region, NULL FROM sales) all_sales GROUP BY region ORDER BY place, region")]
    [InlineData("SELECT DISTINCT AVG(amount) AS mean, MAX(units) + 1 AS most FROM sales GROUP BY region ORDER BY most, mean")]
    [InlineData("SELECT DISTINCT MEDIAN(amount) AS middle, DATE_ADD('day', MAX(units), DATE '2024-02-28') AS day FROM sales GROUP BY region ORDER BY day, middle")]
    [InlineData("SELECT id, MAX(units) OVER (PARTITION BY units), MAX(CASE WHEN units > 3 THEN 'many' ELSE 'few' END) OVER (PARTITION BY region) || '!' || FIRST_VALUE(word) OVER (ORDER BY id) FROM sales ORDER BY id")]
    [InlineData("WITH t AS (SELECT id, region, word, COUNT(*) AS n FROM sales GROUP BY id, region, word) SELECT id, COUNT(CASE WHEN word = 'Seoul' THEN 1 END) OVER (PARTITION BY region), MAX(word) OVER (PARTITION BY region), SUM(n) OVER () FROM t ORDER BY id")]
    [InlineData("SELECT id, MAX(units) OVER (PARTITION BY region), SUM(units) OVER (), RANK() OVER (ORDER BY word) FROM sales ORDER BY id")]
    [InlineData("SELECT id, MAX(units) OVER (PARTITION BY region), SUM(units) OVER (PARTITION BY 1) FROM sales ORDER BY id")]
    [InlineData("SELECT id, COUNT(*) OVER (PARTITION BY region, amount), MAX(word) OVER (PARTITION BY region), RANK() OVER (PARTITION BY region ORDER BY word) FROM sales ORDER BY id")]
    [InlineData("SELECT region AS place, SUM(units) AS n, SUM(units) * 100 / SUM(SUM(units)) OVER () AS share, RANK() OVER (ORDER BY MAX(amount) DESC, region) AS best, (SELECT COUNT(*) FROM days) AS days FROM sales WHERE id > 1 GROUP BY region HAVING COUNT(*) > 0 ORDER BY COUNT(*) OVER (PARTITION BY COUNT(*)), best LIMIT 3")]
    [InlineData("SELECT DISTINCT MAX(s.units) OVER (PARTITION BY s.region) AS most, COUNT(*) OVER () AS n, s.region IN (SELECT region FROM sales WHERE units > 5) AS has FROM sales s LEFT JOIN days d ON d.id = s.id ORDER BY most, n")]
    [InlineData("SELECT region AS id, SUM(units) OVER (PARTITION BY region ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS region, LAG(word, 1, '-') OVER (ORDER BY id) AS word FROM sales ORDER BY sales.id")]
    [InlineData("SELECT d.d, MAX(s.units) AS most, COUNT(DISTINCT s.word) AS words, RANK() OVER (ORDER BY MAX(s.units) DESC) AS place FROM sales s JOIN days d ON d.id = s.id WHERE s.id = 1 GROUP BY d.d HAVING MAX(s.units) < 10")]
    [InlineData("SELECT COUNT(*) OVER () AS n FROM sales GROUP BY region HAVING MAX(units) > 3")]
    [InlineData("SELECT SUM(units) AS units, SUM(SUM(units)) OVER () AS whole FROM sales")]
    [InlineData("SELECT region, STDDEV(amount) FROM sales GROUP BY region ORDER BY region")]
    [InlineData("SELECT a.id, b.id FROM sales a FULL JOIN days b ON a.id = b.id + 3 ORDER BY a.id, b.id")]
    [InlineData("SELECT id, LAG(units, 1, 0) OVER (ORDER BY id), LEAD(units, 2, -1) OVER (PARTITION BY region ORDER BY id), LAG(units, 2) OVER (ORDER BY id) FROM sales ORDER BY id")]
    [InlineData("SELECT id, SUM(units) OVER (ORDER BY id RANGE BETWEEN 2 PRECEDING AND CURRENT ROW) FROM sales ORDER BY id")]
    [InlineData("SELECT id, SUM(units) OVER (ORDER BY units), MIN(amount) OVER (PARTITION BY region), MAX(amount) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING), AVG(units) OVER (ORDER BY id) FROM sales ORDER BY id")]
    [InlineData("SELECT id, NTILE(3) OVER (ORDER BY id), DENSE_RANK() OVER (ORDER BY amount), PERCENT_RANK() OVER (ORDER BY id), CUME_DIST() OVER (ORDER BY id), FIRST_VALUE(word) OVER (ORDER BY id), LAST_VALUE(word) OVER (ORDER BY id), NTH_VALUE(word, 2) OVER (ORDER BY id) FROM sales ORDER BY id")]
    [InlineData("SELECT id, STDDEV(units) OVER (ORDER BY id) FROM sales ORDER BY id")]
    [InlineData("""SELECT TRIM('xxaxx', 'x'), LTRIM('0012', '0'), RTRIM('abcba', 'ab'), TRIM('-]\a\]-', '-]\'), TRIM('  a  '), RTRIM('Xx', 'xy'), TRIM('😀a😀', '😀')""")]
    [InlineData("SELECT LEFT('abc', 2), LEFT('abc', -1), RIGHT('abc', -1), LEFT('abc', units - 5), RIGHT('abc', units - 5), LEFT('abc', 0) FROM sales ORDER BY id")]
    [InlineData("SELECT ROUND(2.5), ROUND(-2.5), ROUND(CAST(2.5 AS DOUBLE)), ROUND(CAST(-0.125 AS DOUBLE), 2), ROUND(1250, -2), ROUND(amount, 1) FROM sales ORDER BY id")]
    [InlineData("SELECT CAST(amount AS DECIMAL(4, 1)), CAST(12345.678 AS DECIMAL(8, 2)), CAST('1.25' AS DECIMAL(5, 1)), CAST(units AS DECIMAL), CAST(amount AS DOUBLE) FROM sales ORDER BY id")]
    [InlineData("SELECT CAST(amount AS VARCHAR), CAST(units AS VARCHAR), CAST(amount > 5 AS VARCHAR), 'a' || (units > 3) || 'b', CAST(amount AS VARCHAR(3)) FROM sales ORDER BY id")]
    [InlineData("SELECT CAST(d AS VARCHAR), CAST(t AS DATE), CAST(d AS TIMESTAMP), CAST('2024-02-03' AS DATE), CAST('2024-02-03 04:05:06' AS TIMESTAMP) FROM days ORDER BY id")]
    [InlineData("""SELECT word LIKE '50\% off', word LIKE '%\_%', word LIKE '%\%%' ESCAPE '\', word LIKE '50!% off' ESCAPE '!', word LIKE word, word LIKE '50%' FROM sales ORDER BY id""")]
    [InlineData("""SELECT 'a\b' LIKE 'a\b', 'a\b' LIKE 'a\\b', 'a%' LIKE 'a\%', 'a\b' LIKE 'a_b', '!|~^#$&\' LIKE '!|~^#$&\'""")]
    [InlineData("SELECT GREATEST(1, NULL, units), LEAST(amount, units), GREATEST(amount, 3.5), LEAST('a', word) FROM sales ORDER BY id")]
    [InlineData("SELECT EXTRACT(EPOCH FROM TIMESTAMP '1969-12-31 23:59:59.5'), EXTRACT(EPOCH FROM TIMESTAMP '2024-01-01 00:00:00.75'), DATE_TRUNC('second', TIMESTAMP '2024-01-01 00:00:00.75')")]
    [InlineData("SELECT DATE_DIFF('second', TIMESTAMP '2024-01-01 00:00:00.9', TIMESTAMP '2024-01-01 00:00:01.1'), DATE_DIFF('hour', TIMESTAMP '2024-01-01 00:59:59', TIMESTAMP '2024-01-01 01:00:00'), DATE_DIFF('week', DATE '2024-01-07', DATE '2024-01-01'), DATE_DIFF('month', DATE '2024-12-31', DATE '2023-01-01')")]
    [InlineData("SELECT DATE_ADD('month', units, CAST(TIMESTAMP '2024-01-31 00:00:00' AS DATE)), DATE_ADD('day', -units, DATE '2024-03-01'), DATE '2024-02-28' + INTERVAL '36' HOUR, DATE_ADD('quarter', 1, DATE '2024-11-30') FROM sales ORDER BY id")]
    [InlineData("SELECT -units, - -units, units % 3, MOD(amount, 3), -7 % 3, units % 0, 7.5 / 2.5, amount / 0, 1 / 3, 2 / 3 * 3, amount / 7 FROM sales ORDER BY id")]
    [InlineData("SELECT ABS(amount), FLOOR(amount), CEIL(amount), SIGN(amount), POWER(units, 2), SQRT(units), EXP(1), LN(2), FLOOR(-2.5), CEIL(-2.5) FROM sales ORDER BY id")]
    [InlineData("SELECT COUNT(*) FILTER (WHERE units > 3), AVG(amount) FILTER (WHERE region = 'North'), SUM(units) FILTER (WHERE region IS NULL), COUNT(DISTINCT region), AVG(DISTINCT units), SUM(DISTINCT units) FROM sales")]
    [InlineData("SELECT region IS DISTINCT FROM word, region = NULL, NOT (units > 3), units > 3 AND amount > 3, units > 3 OR amount IS NULL FROM sales ORDER BY id")]
    [InlineData("SELECT POSITION('O' IN word), REPLACE(word, 'O', 'x'), LENGTH('서울 '), SUBSTRING('서울시', 2), SUBSTRING(word, 3, 100) FROM sales ORDER BY id")]
    [InlineData("""SELECT 'it''s', 'back\slash', 'tab', '\n', '"', '한국' FROM sales WHERE id = 1""")]
    [InlineData("WITH a AS (SELECT region, SUM(amount) AS total FROM sales GROUP BY region), b AS (SELECT MAX(total) AS top FROM a) SELECT a.region, a.total / b.top FROM a CROSS JOIN b ORDER BY a.total DESC NULLS LAST")]
    [InlineData("SELECT s.id, (SELECT MAX(t.units) FROM sales t WHERE t.region = s.region) FROM sales s ORDER BY s.id")]
    [InlineData("SELECT DISTINCT region FROM sales ORDER BY region NULLS FIRST")]
    [InlineData("SELECT region, units FROM sales JOIN days USING (id) ORDER BY id")]
    [InlineData("SELECT id FROM sales WHERE word = 'Seoul' OR region IN ('north') ORDER BY id")]
    [InlineData("SELECT SUM(units) - 100, COUNT(*) - 100, LENGTH(word) - 100, POSITION('x' IN word) - 1, EXTRACT(YEAR FROM DATE '2024-01-01') - 3000 FROM sales GROUP BY word ORDER BY word")]
    [InlineData("SELECT id, SUM(id) OVER (ORDER BY units RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING), SUM(id) OVER (ORDER BY units DESC RANGE BETWEEN 1 PRECEDING AND CURRENT ROW), SUM(id) OVER (ORDER BY units RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM sales ORDER BY id")]
    [InlineData("SELECT 1 AS n UNION ALL (WITH x AS (SELECT 1 AS n UNION SELECT 3) SELECT n FROM x) ORDER BY n DESC")]
    [InlineData("WITH t AS (SELECT region, SUM(units) * 1000000000000000000 + STDDEV(units) AS spread, FLOOR(CAST(SUM(units) AS DOUBLE) * 1000000000000000000) AS down, CEIL(CAST(SUM(units) AS DOUBLE) * 1000000000000000000) AS up FROM sales GROUP BY region) SELECT MAX(spread), MAX(down), MAX(up) FROM t")]
    [InlineData("WITH t AS (SELECT id, VARIANCE(units) OVER (ORDER BY id) + units * 1000000000000000000 AS spread FROM sales) SELECT MAX(spread) FROM t")]
    [InlineData("SELECT STDDEV(units) IS NULL, VARIANCE(amount) IS NOT NULL, CASE WHEN STDDEV(units) IS NULL THEN 0 ELSE 1 END FROM sales")]
    [InlineData("SELECT region, COUNT(DISTINCT word) AS words, STDDEV(units) AS spread FROM sales GROUP BY region HAVING STDDEV(units) IS NOT NULL ORDER BY STDDEV(units) NULLS FIRST, region")]
    [InlineData("WITH t AS (SELECT PERCENT_RANK() OVER (ORDER BY id) * 10000000000000000000000 AS place, CUME_DIST() OVER (ORDER BY id) * 10000000000000000000000 AS part FROM sales) SELECT MAX(place), MAX(part) FROM t")]
    [InlineData("SELECT DISTINCT 1 AS n, (SELECT MAX(id) FROM days) AS latest FROM sales ORDER BY n OFFSET 1")]
    [InlineData("SELECT DISTINCT region, units > 3 AS many FROM sales ORDER BY region NULLS FIRST, many DESC LIMIT 2 OFFSET 1")]
    [InlineData("SELECT id, (-2 >= ALL (SELECT s.units FROM sales s WHERE s.id = d.id)) IS NULL, NOT -2 >= ALL (SELECT s.amount FROM sales s WHERE s.id = d.id), RANK() OVER (ORDER BY id), COUNT(*) OVER (PARTITION BY d.d) FROM days d ORDER BY id")]
    [InlineData("SELECT id, fewer IS NULL FROM (SELECT id, 3 < ANY (SELECT s.units FROM sales s WHERE s.id = d.id) AS fewer FROM days d ORDER BY id LIMIT 100) t WHERE NOT 100 < ANY (SELECT units FROM sales WHERE units IS NOT NULL) ORDER BY id")]
    [InlineData("SELECT MIN(a.word) AS word FROM sales a JOIN sales b ON a.id = b.id GROUP BY a.region, b.region HAVING a.region IS NOT NULL OR COUNT(*) > 5 ORDER BY word")]
    [InlineData("SELECT a.region, COUNT(*) AS n FROM sales a JOIN sales b ON a.id = b.id GROUP BY a.region, b.region HAVING a.region = MAX(b.region) AND EXISTS (SELECT 1 FROM sales c WHERE c.region = a.region) ORDER BY a.region")]
    [InlineData("WITH t AS (SELECT id, units FROM sales) SELECT id, MAX(units) OVER (ORDER BY id) AS most FROM t WHERE NOT EXISTS (SELECT 1 FROM days d WHERE d.id = t.units) ORDER BY id")]
    [InlineData("SELECT id, LAG(units) OVER (ORDER BY id) AS last FROM (SELECT id, units FROM sales) t WHERE units IN (SELECT id FROM days) ORDER BY SUM(units) OVER (ORDER BY id)")]
    [InlineData("SELECT units, SUM(t.units) OVER () AS whole FROM (SELECT id, units FROM sales) t WHERE t.units NOT IN (SELECT id + 3 FROM days) OR t.units IS NULL ORDER BY units")]
    [InlineData("SELECT id, MAX(units) OVER (ORDER BY id) <= ALL (SELECT units FROM sales WHERE units > 3) AS least, RANK() OVER (ORDER BY id) NOT IN (SELECT d.id FROM days d) AS other FROM sales ORDER BY id")]
    [InlineData("SELECT id, ranked.place > ANY (SELECT d.id FROM days d WHERE d.id <= ranked.id) AS many FROM (SELECT id, RANK() OVER (ORDER BY units DESC) AS place FROM sales) ranked WHERE ranked.place IN (SELECT s.units FROM sales s WHERE s.id <> ranked.id) ORDER BY id")]
    [InlineData("SELECT id, units <= ALL (SELECT RANK() OVER (ORDER BY d.id) FROM days d) AS low, units <> ANY (SELECT MAX(s.units) OVER (PARTITION BY s.region) FROM sales s UNION SELECT 3) AS other FROM sales WHERE id <> ANY (SELECT COUNT(*) OVER () FROM days WHERE id < 3) ORDER BY id")]
    public async Task A_rewritten_construct_has_the_same_rows(string query) => (await ledger.RowsAsync("mariadb", query)).ShouldBe(await ledger.RowsAsync("duckdb", query), query);

    /// <summary>The engine computes windows of other partitions and orders in one sort where their keys begin alike, and gives a row the value of another then.</summary>
    [Fact]
    public void Windows_of_one_select_have_one_partition_and_orders_of_one_length()
    {
        var several = 0;
        for (var tree = 1; tree <= Trees; tree++)
        {
            foreach (var select in SqlWriter.Write(new QueryGenerator(GeneratedCases.SeedFor(tree)).Query().Query, SqlDialects.MariaDb).Value?.Tree.DescendantsAndSelf().OfType<SqlSelect>() ?? [])
            {
                var windows = select.Items.SelectMany(item => Windows(item)).Concat(select.OrderBy.SelectMany(Windows)).ToList();
                several += windows.Count > 1 ? 1 : 0;
                windows.Select(window => window.PartitionBy).Distinct().Count().ShouldBeLessThanOrEqualTo(1, select.ToString());
                windows.Where(window => !window.OrderBy.IsEmpty).Select(window => window.OrderBy.Count).Distinct().Count().ShouldBeLessThanOrEqualTo(1, select.ToString());
            }
        }

        several.ShouldBeGreaterThan(Trees / 100);
    }

    [Theory]
    [InlineData("SELECT *, SUM(units) OVER (), SUM(units) OVER (PARTITION BY region) FROM sales", "beside every column cannot be computed in mariadb; name the columns.")]
    [InlineData("SELECT SUM(units) OVER (), RANK() OVER (PARTITION BY region ORDER BY id) IN (SELECT id FROM days) FROM sales", "of which one is compared with the rows of a query cannot be computed in mariadb; name it in a step first.")]
    [InlineData("SELECT d.id, (SELECT MAX(t.n) FROM (SELECT SUM(s.units) OVER () + SUM(s.units) OVER (PARTITION BY s.region) AS n FROM sales s WHERE s.id = d.id) t) FROM days d", "in a query that reads columns of the one around it cannot be computed in mariadb.")]
    [InlineData("SELECT id, -units AS units, SUM(units) OVER () AS a, SUM(units) OVER (PARTITION BY region) AS b FROM sales ORDER BY units + 1", "beside a name that is a column's and another's alias cannot be computed in mariadb; give that another alias.")]
    public void Windows_that_can_be_neither_together_nor_apart_are_refused(string query, string where)
    {
        var issue = SqlWriter.Write(SqlParser.ParseQuery(query).Value.ShouldNotBeNull(), SqlDialects.MariaDb).Issues.ShouldHaveSingleItem();

        issue.Code.ShouldBe("sql_unsayable");
        issue.Message.ShouldBe($"Windows over groups, or of different partitions or orders, {where}");
    }

    [Theory]
    [InlineData("SELECT s.id, LAST_VALUE(s.units) OVER (ORDER BY s.id) <= ALL (SELECT d.id FROM days d WHERE d.id = s.id) AS least FROM sales s", "A window's value compared with the rows of a query that reads columns of the one around it cannot be computed in mariadb; name the value in a step first.")]
    [InlineData("SELECT s.id FROM sales s ORDER BY RANK() OVER (ORDER BY s.id) + 1 NOT IN (SELECT d.id + s.units FROM days d)", "A window's value compared with the rows of a query that reads columns of the one around it cannot be computed in mariadb; name the value in a step first.")]
    [InlineData("SELECT s.id FROM sales s WHERE s.units > ANY (SELECT 3 UNION SELECT RANK() OVER (ORDER BY d.id) FROM days d WHERE d.id <= s.id)", "A comparison with windows of a query that reads columns of the one around it cannot be computed in mariadb.")]
    public void Windows_are_not_compared_across_a_query_that_depends_on_the_row(string query, string message) =>
        SqlWriter.Write(SqlParser.ParseQuery(query).Value.ShouldNotBeNull(), SqlDialects.MariaDb).Issues.ShouldHaveSingleItem().Message.ShouldBe(message);

    [Theory]
    [InlineData("SELECT s.id FROM sales s LEFT JOIN (SELECT id, 'North' AS region FROM days) d ON d.id = s.id + 5 WHERE EXISTS (SELECT 1 FROM sales b WHERE b.region = d.region)")]
    [InlineData("WITH d AS (SELECT 7 AS n FROM days) SELECT COUNT(*) FROM d RIGHT JOIN sales s ON s.id = d.n GROUP BY d.n HAVING (SELECT MAX(units) FROM sales WHERE units = d.n) > 0")]
    public void A_constant_of_rows_that_may_be_missing_is_not_read_in_a_query_within_a_condition(string query) =>
        SqlWriter.Write(SqlParser.ParseQuery(query).Value.ShouldNotBeNull(), SqlDialects.MariaDb).Issues.ShouldHaveSingleItem().Message
            .ShouldBe("A constant of rows that may be missing, read in a query within a condition, cannot be computed in mariadb; compare it outside of that query.");

    [Fact]
    public void A_constant_of_rows_that_are_there_is() =>
        SqlWriter.Write(SqlParser.ParseQuery("SELECT s.id FROM sales s CROSS JOIN (SELECT 4 AS n) d WHERE EXISTS (SELECT 1 FROM sales b WHERE b.units = d.n)").Value.ShouldNotBeNull(), SqlDialects.MariaDb).Issues.ShouldBeEmpty();

    /// <summary>DuckDB rounds what lies in the middle to the even neighbour where a number is approximate, and its quotients are.</summary>
    [MariaDbFact]
    public async Task A_number_becomes_whole_by_rounding_half_away_from_zero() => (await ledger.RowsAsync(
        "mariadb",
        "SELECT CAST(2.5 AS INTEGER), CAST(-2.5 AS INTEGER), CAST(CAST(2.5 AS DOUBLE) AS INTEGER), CAST(10 / 4 AS INTEGER), CAST('12' AS INTEGER), CAST(1 = 1 AS INTEGER)")).ShouldBe(["3 | -3 | 3 | 3 | 12 | 1"]);

    [MariaDbTheory]
    [InlineData(0)]
    [InlineData(4)]
    public async Task A_quotient_has_nine_digits_whatever_the_session_adds(int digits)
    {
        var one = new SqlNumber(1);
        var third = new SqlBinary(SqlBinaryOperator.Divide, one, new SqlNumber(3));
        var average = new SqlAggregate("AVG", [new SqlColumn("t", "n")]);
        var rows = new SqlDerivedTable(new SqlSetOperation(SqlSetOperator.Union, All: true, Row(1), new SqlSetOperation(SqlSetOperator.Union, All: true, Row(0), Row(0))), "t");
        var query = new SqlSelect([new SqlSelectItem(third), new SqlSelectItem(average)], rows);
        var written = SqlWriter.Write(query, SqlDialects.MariaDb).Value.ShouldNotBeNull();

        var text = written with { Text = $"SET STATEMENT div_precision_increment = {digits} FOR {written.Text}" };

        (await ledger.RowsAsync("mariadb", new ValidatedSql(text))).ShouldBe(["0.333333333 | 0.333333333"]);
    }

    [MariaDbFact]
    public async Task As_many_steps_as_the_engine_reads_are_written() => (await ledger.RowsAsync("mariadb", Stepwise(64))).ShouldBe(["1"]);

    [Fact]
    public void More_steps_than_the_engine_reads_are_refused()
    {
        var issue = SqlWriter.Write(SqlParser.ParseQuery(Stepwise(65)).Value.ShouldNotBeNull(), SqlDialects.MariaDb).Issues.ShouldHaveSingleItem();

        issue.Code.ShouldBe("sql_too_many_steps");
        issue.Message.ShouldBe("This query has 65 steps; mariadb reads at most 64. Ask for fewer numbers or periods at once.");
    }

    private static string Stepwise(int steps) =>
        $"WITH {string.Join(", ", Enumerable.Range(1, steps).Select(step => $"step_{step} AS (SELECT {(step == 1 ? "1 AS n" : $"n FROM step_{step - 1}")})"))} SELECT n FROM step_{steps}";

    private static IEnumerable<SqlWindow> Windows(SqlNode node) => node switch
    {
        SqlWindow window => [window],
        SqlQuery => [],
        _ => SqlTree.Children(node).SelectMany(Windows),
    };

    private static SqlSelect Row(int n) => new([new SqlSelectItem(new SqlNumber(n), "n")], null);
}
