using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Sql.Writing.Rewriting;
using BiAssistant.Tests.Postgres;

namespace BiAssistant.Tests.Sql;

/// <summary>What engines lack is said by what they have: the rewritten query has the rows of the one that was asked for, on an engine that can say both.</summary>
public sealed class RewritingTests(Ledger ledger) : IClassFixture<Ledger>
{
    private static readonly HashSet<string> Missing = ["MEDIAN", "PERCENTILE", "FIRST", "LAST", "STDDEV", "VARIANCE"];

    public static TheoryData<string> Statistics => new(
        "SELECT region, MEDIAN(amount) AS middle, COUNT(*) AS n, SUM(units) AS units FROM sales GROUP BY region ORDER BY region",
        "SELECT MEDIAN(units), PERCENTILE(units, 0.9), PERCENTILE(amount, 0.25), STDDEV(units), VARIANCE(amount) FROM sales",
        "SELECT MEDIAN(units) FROM sales WHERE id > 100",
        "SELECT region, PERCENTILE(units, 0), PERCENTILE(units, 1), PERCENTILE(units, 0.5) FROM sales GROUP BY region ORDER BY region",
        "SELECT region, MEDIAN(amount) FILTER (WHERE units > 2), COUNT(*) FILTER (WHERE units > 2), FIRST(units ORDER BY id) FILTER (WHERE amount > 1) FROM sales GROUP BY region ORDER BY region",
        "SELECT region, FIRST(word ORDER BY amount, id), LAST(word ORDER BY id), FIRST(units ORDER BY amount DESC, id) FROM sales GROUP BY region ORDER BY region",
        "SELECT COALESCE(region, 'none') AS place, MEDIAN(amount) / 2 AS half FROM sales GROUP BY COALESCE(region, 'none') HAVING MEDIAN(amount) > 1 ORDER BY MEDIAN(amount) DESC, place",
        "SELECT s.region, STDDEV(s.units) AS spread, COUNT(DISTINCT s.units) AS distinct_units FROM sales AS s JOIN days AS d ON d.id = s.id GROUP BY s.region ORDER BY spread, s.region LIMIT 2",
        "WITH big AS (SELECT region, MEDIAN(amount) AS middle FROM sales GROUP BY region) SELECT MEDIAN(middle) AS middle FROM big",
        "SELECT LOWER(region) AS place, MEDIAN(amount) AS middle FROM sales GROUP BY 1 ORDER BY place",
        "SELECT region, RANK() OVER (ORDER BY MEDIAN(amount) DESC) AS place FROM sales GROUP BY region ORDER BY place, region");

    public static TheoryData<string> Joins => new(
        "SELECT s.id, d.id AS day FROM (SELECT id, units FROM sales WHERE id < 5) AS s FULL JOIN (SELECT id, d FROM days WHERE id > 3) AS d ON d.id = s.id ORDER BY s.id, d.id",
        "SELECT COUNT(*) AS n, SUM(s.units) AS units FROM sales AS s FULL JOIN days AS d ON d.id = s.units",
        "SELECT s.id, d.id, t.id FROM sales AS s FULL JOIN days AS d ON d.id = s.units FULL JOIN sales AS t ON t.units = d.id AND t.id > 2 ORDER BY s.id, d.id, t.id",
        "SELECT s.region, COUNT(d.id) AS n FROM sales AS s FULL JOIN days AS d ON d.id = s.units WHERE s.id > 1 OR s.id IS NULL GROUP BY s.region ORDER BY n, s.region",
        "SELECT id, s.units, d.d FROM (SELECT id, units FROM sales WHERE id < 5) AS s FULL JOIN (SELECT id, d FROM days WHERE id > 3) AS d USING (id) ORDER BY id",
        "SELECT id, s.units FROM sales AS s LEFT JOIN days AS d USING (id) RIGHT JOIN (SELECT id FROM days WHERE id > 5) AS e USING (id) WHERE id > 6 ORDER BY id",
        "SELECT COUNT(*) AS n FROM sales AS s FULL JOIN days AS d ON d.id = s.units");

    [Theory]
    [MemberData(nameof(Statistics))]
    public async Task Statistics_by_ranked_rows_are_those_of_the_engine(string query)
    {
        var asked = SqlParser.ParseQuery(query).Value.ShouldNotBeNull();
        var rewritten = RankedAggregates.Rewrite(asked, Missing, what => what.ShouldBeNull());

        rewritten.DescendantsAndSelf().OfType<SqlAggregate>().ShouldNotContain(aggregate => Missing.Contains(aggregate.Name));
        (await ledger.RowsAsync("duckdb", rewritten)).ShouldBe(await ledger.RowsAsync("duckdb", asked), query);
        (await ledger.RowsAsync("sqlite", asked)).ShouldBe(await ledger.RowsAsync("duckdb", asked), query);
    }

    [Theory]
    [MemberData(nameof(Joins))]
    public async Task Joins_that_are_rewritten_keep_their_rows(string query)
    {
        var asked = SqlParser.ParseQuery(query).Value.ShouldNotBeNull();
        var rewritten = FullJoins.Rewrite(UsingJoins.Rewrite(asked, what => what.ShouldBeNull()), what => what.ShouldBeNull());

        rewritten.DescendantsAndSelf().OfType<SqlJoin>().ShouldNotContain(join => join.Kind == SqlJoinKind.Full || !join.Using.IsEmpty);
        (await ledger.RowsAsync("duckdb", rewritten)).ShouldBe(await ledger.RowsAsync("duckdb", asked), query);
        (await ledger.RowsAsync("sqlite", rewritten)).ShouldBe(await ledger.RowsAsync("duckdb", asked), query);
    }

    [PostgresTheory]
    [MemberData(nameof(Statistics))]
    public async Task Statistics_are_the_same_in_PostgreSQL(string query)
    {
        var asked = SqlParser.ParseQuery(query).Value.ShouldNotBeNull();

        (await ledger.RowsAsync("postgresql", asked)).ShouldBe(await ledger.RowsAsync("duckdb", asked), query);
    }

    [Theory]
    [InlineData("SELECT id, region FROM sales WHERE units > 0 QUALIFY ROW_NUMBER() OVER (PARTITION BY region ORDER BY amount DESC NULLS LAST, id) = 1 ORDER BY id")]
    [InlineData("SELECT region, SUM(units) AS total FROM (SELECT region, units FROM sales) AS s GROUP BY region QUALIFY RANK() OVER (ORDER BY total DESC NULLS LAST) <= 2 ORDER BY total DESC, region LIMIT 3")]
    public async Task A_condition_on_windows_is_a_filter_around_the_query(string query)
    {
        var asked = SqlTranslator.ReadQuery(query, BiAssistant.Sql.Dialects.SqlDialects.DuckDb).Value.ShouldNotBeNull();
        var expected = await ledger.RowsAsync("duckdb", asked);

        expected.Count.ShouldBeGreaterThan(1);
        (await ledger.RowsAsync("sqlite", asked)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("SELECT region, MEDIAN(DISTINCT amount) FROM sales GROUP BY region")]
    [InlineData("SELECT LOWER(word) AS region, MEDIAN(amount) FROM sales GROUP BY region")]
    [InlineData("SELECT region, MEDIAN(amount), (SELECT MAX(id) FROM days) FROM sales GROUP BY region")]
    public void What_cannot_be_ranked_is_said(string query)
    {
        var said = new List<string>();
        RankedAggregates.Rewrite(SqlParser.ParseQuery(query).Value.ShouldNotBeNull(), Missing, said.Add);
        said.ShouldHaveSingleItem().ShouldContain("MEDIAN");
    }

    [Fact]
    public void A_full_join_whose_columns_cannot_be_told_apart_is_said()
    {
        var said = new List<string>();
        FullJoins.Rewrite(SqlParser.ParseQuery("SELECT region, d FROM sales AS s FULL JOIN days AS d ON d.id = s.id").Value.ShouldNotBeNull(), said.Add);
        said.ShouldHaveSingleItem().ShouldContain("FULL JOIN");
    }
}
