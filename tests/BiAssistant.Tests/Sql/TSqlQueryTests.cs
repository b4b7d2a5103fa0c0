using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

/// <summary>Whole queries in T-SQL; there is no server here, so that SQL Server's own parser reads every text that is written.</summary>
public sealed class TSqlQueryTests
{
    private static readonly int Trees = GeneratedCases.Scale(2_000);

    private static string Query(string portable)
    {
        var written = SqlWriter.Write(SqlParser.ParseQuery(portable).Value.ShouldNotBeNull(), SqlDialects.TSql);
        if (written.Value is not { } sql)
        {
            return "refused: " + written.Issues[0].Code;
        }

        SyntaxErrors(sql.Text).ShouldBe([], sql.Text);
        SqlParser.ParseQuery(sql.Text, SqlDialects.TSql).Value.ShouldBe(sql.Tree);
        return sql.Text;
    }

    /// <summary>What SQL Server's own parser has against a text.</summary>
    private static Seq<Issue> SyntaxErrors(string text) => TSqlScriptDomCheck.Of(text, new SqlAllowList([])).Where(issue => issue.Code == "sql_syntax").ToSeq();

    [Theory]
    [InlineData("SELECT a FROM t UNION ALL SELECT b FROM u ORDER BY a NULLS FIRST LIMIT 5", "SELECT a FROM t UNION ALL SELECT b FROM u ORDER BY a OFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY")]
    [InlineData("SELECT a FROM t UNION ALL SELECT b FROM u LIMIT 5", "SELECT TOP (5) * FROM ( SELECT a FROM t UNION ALL SELECT b FROM u ) AS part")]
    [InlineData("SELECT COUNT(*) FROM t UNION SELECT 1 LIMIT 0", "SELECT TOP (0) * FROM ( SELECT COUNT_BIG(*) AS column_1 FROM t UNION SELECT 1 ) AS part")]
    [InlineData("(SELECT a FROM t ORDER BY a DESC LIMIT 3) UNION SELECT b FROM u ORDER BY 1 DESC OFFSET 2", "SELECT * FROM ( SELECT TOP (3) a FROM t ORDER BY a DESC ) AS part UNION SELECT b FROM u ORDER BY 1 DESC OFFSET 2 ROWS")]
    [InlineData("SELECT DISTINCT a, COUNT(*) FROM t GROUP BY 1 ORDER BY 2 DESC, a", "SELECT * FROM ( SELECT DISTINCT a, COUNT_BIG(*) AS column_2 FROM t GROUP BY a ) AS part ORDER BY column_2 DESC, CASE WHEN a IS NULL THEN 1 ELSE 0 END, a")]
    [InlineData("SELECT a FROM t ORDER BY a DESC LIMIT 10 OFFSET 20", "SELECT a FROM t ORDER BY a DESC OFFSET 20 ROWS FETCH NEXT 10 ROWS ONLY")]
    [InlineData("SELECT a FROM t LIMIT 0", "SELECT TOP (0) a FROM t")]
    [InlineData("SELECT a FROM t ORDER BY a LIMIT 0 OFFSET 3", "SELECT TOP (0) a FROM t")]
    [InlineData("SELECT a FROM t OFFSET 3", "SELECT a FROM t ORDER BY (SELECT NULL) OFFSET 3 ROWS")]
    [InlineData("SELECT DISTINCT a FROM t LIMIT 5 OFFSET 3", "SELECT * FROM ( SELECT DISTINCT a FROM t ) AS part ORDER BY (SELECT NULL) OFFSET 3 ROWS FETCH NEXT 5 ROWS ONLY")]
    [InlineData("SELECT x.n FROM (WITH t AS (SELECT COUNT(*) FROM t) SELECT COUNT(*) AS n FROM t ORDER BY n) x", "WITH t_2 AS ( SELECT COUNT_BIG(*) AS column_1 FROM t ) SELECT x.n FROM ( SELECT COUNT_BIG(*) AS n FROM t_2 AS t ) AS x")]
    [InlineData("WITH a AS (WITH b AS (SELECT 1 AS x) SELECT x FROM b), b AS (SELECT x FROM a) SELECT * FROM b JOIN a ON a.x = b.x", "WITH b AS ( SELECT 1 AS x ), a AS ( SELECT x FROM b ), b_2 AS ( SELECT x FROM a ) SELECT * FROM b_2 AS b JOIN a ON a.x = b.x")]
    [InlineData("WITH orders AS (SELECT id FROM orders) SELECT orders.id FROM orders", "WITH orders_2 AS ( SELECT id FROM orders ) SELECT orders.id FROM orders_2 AS orders")]
    [InlineData("SELECT a FROM t WHERE EXISTS (WITH s AS (SELECT x FROM u WHERE u.id = t.id) SELECT 1 FROM s)", "refused: sql_unsayable")]
    [InlineData("SELECT a, SUM(n) AS s FROM t GROUP BY a, 'x' HAVING SUM(n) > 3", "SELECT a, SUM(CAST(0 AS BIGINT) + n) AS s FROM t GROUP BY a HAVING SUM(CAST(0 AS BIGINT) + n) > 3")]
    [InlineData("SELECT SUM(n) AS s FROM t GROUP BY 'x'", "SELECT SUM(CAST(0 AS BIGINT) + n) AS s FROM t HAVING COUNT_BIG(*) > 0")]
    [InlineData("SELECT DATE_TRUNC('month', d) AS m FROM t GROUP BY m", "refused: sql_unsayable")]
    [InlineData("SELECT UPPER(m) AS m FROM t GROUP BY m", "SELECT UPPER(m) AS m FROM t GROUP BY m")]
    [InlineData("SELECT a FROM t GROUP BY 2", "refused: sql_group_position")]
    [InlineData("SELECT a FROM t GROUP BY (SELECT 1)", "refused: sql_unsayable")]
    [InlineData("SELECT SUM((SELECT b FROM u)) FROM t", "refused: sql_unsayable")]
    [InlineData("SELECT k, a.v FROM a FULL JOIN b USING (k) WHERE active", "SELECT COALESCE(a.k, b.k) AS k, a.v FROM a FULL JOIN b ON a.k = b.k WHERE active = 1")]
    [InlineData("SELECT a FROM t INTERSECT ALL SELECT b FROM u", "refused: sql_unsayable")]
    [InlineData("SELECT a FROM t EXCEPT SELECT b FROM u INTERSECT SELECT c FROM v", "SELECT a FROM t EXCEPT SELECT b FROM u INTERSECT SELECT c FROM v")]
    [InlineData("SELECT a FROM t WHERE b IN (SELECT c FROM u ORDER BY d LIMIT 3) AND TRUE", "SELECT a FROM t WHERE b IN ( SELECT TOP (3) c FROM u ORDER BY CASE WHEN d IS NULL THEN 1 ELSE 0 END, d ) AND 1 = 1")]
    [InlineData("SELECT a FROM t WHERE b IN (SELECT c FROM u ORDER BY d)", "SELECT a FROM t WHERE b IN ( SELECT c FROM u )")]
    [InlineData("SELECT a FROM t ORDER BY a, a, 'x', n + 1", "SELECT a FROM t ORDER BY CASE WHEN a IS NULL THEN 1 ELSE 0 END, a, CASE WHEN n + 1 IS NULL THEN 1 ELSE 0 END, n + 1")]
    [InlineData("SELECT a AS x FROM t ORDER BY x", "SELECT a AS x FROM t ORDER BY CASE WHEN a IS NULL THEN 1 ELSE 0 END, a")]
    [InlineData("SELECT a FROM \"order\" o JOIN \"two words\".\"user\" AS u ON o.id = u.id", "SELECT a FROM [order] AS o JOIN [two words].[user] AS u ON o.id = u.id")]
    public void Rows_limits_steps_and_groups_are_said_where_T_SQL_allows_them(string portable, string expected) =>
        string.Join(' ', Query(portable).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldBe(expected);

    [Fact]
    public void Revenue_by_month_and_region_reads_as_an_analyst_would_write_it() => Query(
        """
        WITH revenue AS (SELECT DATE_TRUNC('month', o.day) AS month, c.region, SUM(o.amount) AS revenue FROM shop.orders o LEFT JOIN customers c ON c.id = o.customer_id
        WHERE o.status <> 'cancelled' AND (c.region = 'Europe' OR c.region IS NULL) GROUP BY DATE_TRUNC('month', o.day), c.region)
        SELECT r.month, r.revenue / 12 AS "Monthly Revenue" FROM revenue r ORDER BY r.revenue DESC, r.month LIMIT 5
        """).ShouldBe(
        """
        WITH
          revenue AS (
            SELECT
              DATEFROMPARTS(YEAR(o.day), MONTH(o.day), 1) AS month,
              c.region,
              SUM(CAST(0 AS BIGINT) + o.amount) AS revenue
            FROM shop.orders AS o
            LEFT JOIN customers AS c ON c.id = o.customer_id
            WHERE o.status <> 'cancelled'
              AND (c.region = 'Europe' OR c.region IS NULL)
            GROUP BY DATEFROMPARTS(YEAR(o.day), MONTH(o.day), 1), c.region
          )
        SELECT TOP (5)
          r.month,
          CAST(r.revenue AS FLOAT) / 12 AS [Monthly Revenue]
        FROM revenue AS r
        ORDER BY r.revenue DESC, CASE WHEN r.month IS NULL THEN 1 ELSE 0 END, r.month
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_median_and_the_latest_value_reads_as_an_analyst_would_write_it() => Query(
        """
        SELECT o.region, MEDIAN(o.amount) AS typical, LAST(o.status ORDER BY o.day) AS latest FROM orders o GROUP BY o.region ORDER BY o.region DESC
        """).ShouldBe(
        """
        SELECT
          ranked.key_1 AS region,
          AVG(CASE
            WHEN 2 * ranked.rank_1 BETWEEN ranked.count_1 AND ranked.count_1 + 2 THEN CAST(ranked.value_1 AS FLOAT)
          END) AS typical,
          MAX(CASE WHEN ranked.rank_2 = 1 THEN ranked.value_2 END) AS latest
        FROM (
          SELECT
            o.region AS key_1,
            o.amount AS value_1,
            ROW_NUMBER() OVER (PARTITION BY o.region ORDER BY CASE WHEN o.amount IS NULL THEN 1 ELSE 0 END, o.amount) AS rank_1,
            COUNT_BIG(o.amount) OVER (PARTITION BY o.region) AS count_1,
            o.status AS value_2,
            ROW_NUMBER() OVER (PARTITION BY o.region ORDER BY o.day DESC) AS rank_2
          FROM orders AS o
        ) AS ranked
        GROUP BY ranked.key_1
        ORDER BY ranked.key_1 DESC
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_rate_with_its_rank_reads_as_an_analyst_would_write_it() => Query(
        """
        SELECT c.segment, COUNT(DISTINCT o.customer_id) AS buyers, COUNT(*) FILTER (WHERE o.returned) / COUNT(*) AS return_rate,
        RANK() OVER (ORDER BY SUM(o.amount) DESC) AS place FROM orders o JOIN customers c ON c.id = o.customer_id
        WHERE o.day >= DATE '2024-01-01' AND o.day < DATE '2025-01-01' AND NOT c.is_test AND LOWER(c.name) LIKE '%inc%' GROUP BY c.segment HAVING COUNT(*) > 10 ORDER BY return_rate DESC NULLS FIRST
        """).ShouldBe(
        """
        SELECT
          c.segment,
          COUNT_BIG(DISTINCT o.customer_id) AS buyers,
          CAST(COUNT_BIG(CASE WHEN o.returned = 1 THEN 1 END) AS FLOAT) / NULLIF(COUNT_BIG(*), 0) AS return_rate,
          RANK() OVER (ORDER BY SUM(CAST(0 AS BIGINT) + o.amount) DESC) AS place
        FROM orders AS o
        JOIN customers AS c ON c.id = o.customer_id
        WHERE o.day >= CAST('2024-01-01' AS DATE)
          AND o.day < CAST('2025-01-01' AS DATE)
          AND NOT c.is_test = 1
          AND LOWER(c.name) LIKE '%inc%'
        GROUP BY c.segment
        HAVING COUNT_BIG(*) > 10
        ORDER BY
          CASE
            WHEN CAST(COUNT_BIG(CASE WHEN o.returned = 1 THEN 1 END) AS FLOAT) / NULLIF(COUNT_BIG(*), 0) IS NULL THEN 0
            ELSE 1
          END,
          CAST(COUNT_BIG(CASE WHEN o.returned = 1 THEN 1 END) AS FLOAT) / NULLIF(COUNT_BIG(*), 0) DESC
        """.ReplaceLineEndings("\n"));

    [Fact]
    [Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
    public void Whatever_is_written_is_SQL_to_the_engines_own_parser_and_comes_back_to_the_same_text()
    {
        var (written, raised, same) = (0, 0, 0);
        for (var tree = 1; written < Trees / 2; tree++)
        {
            tree.ShouldBeLessThan(Trees * 10, "most trees should be sayable");
            var seed = GeneratedCases.SeedFor(tree);
            if (SqlWriter.Write(new RandomTrees(seed).Query(), SqlDialects.TSql).Value is not { } sql)
            {
                continue;
            }

            written++;
            SyntaxErrors(sql.Text).ShouldBe([], $"seed {seed}:\n{sql.Text}");
            if (SqlTranslator.ToPortable(sql.Tree, SqlDialects.TSql).Value is { } portable)
            {
                raised++;
                same += SqlWriter.WriteOpen(portable, SqlDialects.TSql).Value?.Text == sql.Text ? 1 : 0;
            }
        }

        // What does not is a text that means nothing, such as a number added to a text.
        raised.ShouldBeGreaterThan(written * 3 / 4);
        same.ShouldBeGreaterThan(raised * 9 / 10);
    }

    [Theory]
    [InlineData("SELECT TOP 10 * FROM orders ORDER BY amount DESC", 10)]
    [InlineData("SELECT TOP (10) * FROM orders ORDER BY amount DESC", 10)]
    [InlineData("WITH a AS (SELECT id FROM orders) SELECT TOP 3 id FROM a", 3)]
    [InlineData("SELECT id FROM orders ORDER BY id OFFSET 5 ROWS FETCH NEXT 4 ROWS ONLY", 4)]
    public void A_limit_is_read_in_each_of_its_forms(string text, int limit) =>
        SqlTranslator.ReadQuery(text, SqlDialects.TSql).Value.ShouldNotBeNull().Limit.ShouldBe(limit);

    [Theory]
    [InlineData("SELECT TOP 10 PERCENT id FROM orders")]
    [InlineData("SELECT TOP 10 WITH TIES id FROM orders ORDER BY id")]
    [InlineData("(SELECT TOP (5) id FROM orders) ORDER BY id")]
    [InlineData("SELECT id FROM orders WITH (NOLOCK)")]
    [InlineData("SELECT id FROM orders CROSS APPLY x")]
    public void What_changes_a_querys_rows_in_a_way_of_its_own_is_refused(string text) =>
        SqlTranslator.ReadQuery(text, SqlDialects.TSql).Succeeded.ShouldBeFalse();

    [Fact]
    public void Nulls_last_are_read_out_of_their_key()
    {
        var read = SqlTranslator.ReadQuery("SELECT id FROM orders ORDER BY CASE WHEN day IS NULL THEN 1 ELSE 0 END, day, id DESC", SqlDialects.TSql);
        read.Value.ShouldNotBeNull().OrderBy.ShouldBe([new SqlOrder(new SqlColumn(null, "day")), new SqlOrder(new SqlColumn(null, "id"), Descending: true)]);
    }

    [Fact]
    public void What_is_written_passes_the_gate_and_both_of_its_parsers()
    {
        var orders = new SqlAllowList([new AllowedTable(["orders"], ["id", "amount", "day", "region", "name"])]);
        var portable = SqlParser.ParseQuery(
            """
            SELECT x.region, x.month, AVG(x.amount) AS average, GREATEST(SUM(x.amount), 0) AS total, COUNT(DISTINCT TRIM(x.name, '.')) AS names, COUNT(*) AS n
            FROM (SELECT region, DATE_TRUNC('week', day) AS month, amount, name FROM orders WHERE LENGTH(name) > 3 AND DATE_DIFF('day', day, DATE '2024-12-31') < 90) x
            GROUP BY x.region, x.month ORDER BY x.month, total DESC LIMIT 10
            """).Value.ShouldNotBeNull();
        var written = SqlWriter.Write(portable, SqlDialects.TSql).Value.ShouldNotBeNull();
        SqlValidator.Validate(written, orders).Issues.ShouldBe([], written.Text);
        TSqlScriptDomCheck.Of("SELECT SESSION_USER", orders).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_truth_value_and_a_pattern_travel_in_the_form_that_the_engine_compares()
    {
        var flag = new SqlParameter("p1", new SqlBoolean(true));
        var pattern = new SqlParameter("p2", new SqlText("[a]%"));
        var query = new SqlSelect([new SqlSelectItem(new SqlColumn(null, "id"))], new SqlTable(["orders"]))
        {
            Where = new SqlBinary(SqlBinaryOperator.And, flag, new SqlLike(new SqlColumn(null, "name"), pattern)),
        };
        var written = SqlWriter.Write(query, SqlDialects.TSql).Value.ShouldNotBeNull();
        written.Text.ShouldEndWith("WHERE @p1 = 1\n  AND name LIKE @p2");
        written.Arguments.ShouldBe([new SqlArgument("p1", new SqlNumber(1)), new SqlArgument("p2", new SqlText("[[]a]%"))]);
    }
}
