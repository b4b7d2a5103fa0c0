using BiAssistant.Tests.MariaDb;
using BiAssistant.Tests.Postgres;

namespace BiAssistant.Tests.Sql;

/// <summary>One portable query has the same rows on every real engine.</summary>
public sealed class EveryEngineTests(Ledger ledger) : IClassFixture<Ledger>
{
    private static readonly string[] Units = ["YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND"];

    private static readonly string[] Parts = ["YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND", "ISODOW", "DOY", "EPOCH"];

    private static readonly string[] Moves = ["1 month", "-1 month", "1 year", "-1 year", "1 quarter", "13 months", "-3 months", "1 week", "-10 days", "400 days"];

    /// <summary>Each with its first row, worked out by hand.</summary>
    public static TheoryData<string, string> Queries
    {
        get
        {
            var queries = new TheoryData<string, string>
            {
                { "SELECT id FROM days ORDER BY d DESC NULLS FIRST, id", "8" },
                { "SELECT id FROM days ORDER BY d NULLS LAST, id", "6" },
                { "SELECT region, amount FROM sales ORDER BY region NULLS FIRST, amount DESC NULLS LAST, id", "null | 3" },
                { "SELECT amount / units, units / 3, units / 0, amount / 3, 7 / 2 FROM sales ORDER BY id", "2.5 | 1.333333333 | null | 3.333333333 | 3.5" },
                { "SELECT SUM(units) / COUNT(*), AVG(units), SUM(amount) / SUM(units), SUM(amount), MOD(-7, 3) FROM sales", "2.857142857 | 3.333333333 | 1.3925 | 27.85 | -1" },
                { "SELECT id, ROW_NUMBER() OVER (PARTITION BY region ORDER BY amount DESC NULLS LAST, id), RANK() OVER (ORDER BY units NULLS LAST), SUM(units) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW), LAG(units) OVER (ORDER BY id) FROM sales ORDER BY id", "1 | 1 | 4 | 4 | null" },
                { "SELECT region FROM sales WHERE units > 2 UNION SELECT region FROM sales WHERE amount > 5 ORDER BY region", "East" },
                { "SELECT region FROM sales WHERE units > 2 INTERSECT SELECT region FROM sales WHERE amount > 5 ORDER BY region", "North" },
                { "SELECT region FROM sales EXCEPT SELECT region FROM sales WHERE amount > 5 ORDER BY region NULLS LAST", "East" },
                { "SELECT region FROM sales UNION ALL SELECT region FROM sales WHERE id = 1 ORDER BY region NULLS LAST LIMIT 4 OFFSET 1", "North" },
                { "SELECT region, COUNT(*) FILTER (WHERE units > 3), SUM(amount) FILTER (WHERE units = 0), COUNT(DISTINCT amount) FROM sales GROUP BY region ORDER BY region NULLS LAST", "East | 1 | null | 1" },
                { "SELECT id FROM sales WHERE word LIKE '%!%%' ESCAPE '!' OR word LIKE 'a!_b' ESCAPE '!' ORDER BY id", "1" },
                { "SELECT id, word LIKE 'Seoul%', word NOT LIKE '%o%', LOWER(word) LIKE 'seoul%' FROM sales WHERE word IS NOT NULL ORDER BY id", "1 | 0 | 0 | 0" },
                { "SELECT id, CASE WHEN units > 3 THEN 'many' WHEN units > 0 THEN 'few' ELSE 'none' END, CASE region WHEN 'North' THEN 1 WHEN 'South' THEN 2 END FROM sales ORDER BY id", "1 | many | 1" },
                { "SELECT SUM(amount) + SUM(CAST(units AS DECIMAL(9, 3)) + 0.125), COALESCE(SUM(CASE WHEN id > 100 THEN amount END), 12.875), GREATEST(SUM(amount) / 100, 0.0625), SUM(amount) * 1.125 FROM sales", "48.6 | 12.875 | 0.2785 | 31.33125" },
                { "SELECT COALESCE(MAX(amount * 0.001), SUM(amount)), CASE WHEN COUNT(*) > 100 THEN SUM(amount) ELSE -SUM(amount * 0.0001) END, GREATEST(SUM(amount * 0.001), MIN(amount)), LEAST(MAX(amount * 0.001), SUM(amount), 0.5) FROM sales", "0.01 | -0.002785 | 0.02785 | 0.01" },
                { "SELECT id, COALESCE(amount * 0.0001, SUM(amount) OVER ()) FROM sales ORDER BY id", "1 | 0.001" },
                { "SELECT amount * 0.0025 AS number, 0.0625 AS same FROM sales WHERE id = 3 UNION ALL SELECT SUM(amount), SUM(units) FROM sales ORDER BY number", "0.018125 | 0.0625" },
                { "SELECT q.total + 0.5 AS number FROM (SELECT SUM(units) OVER (ORDER BY id) AS total, id FROM sales) AS q WHERE q.id = 2 UNION (SELECT amount * 0.0001 FROM sales UNION ALL SELECT SUM(amount * 0.001) FROM sales) ORDER BY number DESC NULLS LAST", "4.5" },
                { "SELECT 0.0625 AS number UNION SELECT * FROM (SELECT * FROM (SELECT amount * 0.0001 FROM sales WHERE id = 3 UNION ALL SELECT SUM(amount) FROM sales) AS part) AS parts ORDER BY number", "0.000725" },
                { "WITH totals AS (SELECT region, SUM(amount) AS total, MAX(amount) * 0.0001 AS part FROM sales GROUP BY region) SELECT region, CASE WHEN region = 'East' THEN total ELSE part END, COALESCE(part, (SELECT SUM(units) FROM sales)) FROM totals ORDER BY region DESC NULLS LAST", "South | 0.000725 | 0.000725" },
                { "SELECT LEAD(CASE WHEN units > 3 THEN 9.75 END, 1, 12) OVER (ORDER BY id), LAG(amount * 0.5, 6, 7) OVER (ORDER BY id DESC) FROM sales ORDER BY id DESC", "12 | 7" },
                { "SELECT CAST(q.middle - 3 AS INTEGER), CAST(3 - q.middle AS INTEGER), CAST((SELECT MEDIAN(units) FROM sales) - 3 AS INTEGER), q.middle % 2 FROM (SELECT MEDIAN(units) AS middle FROM sales) AS q", "1 | -1 | 1 | 1.5" },
                { "SELECT days.id, q.mark NOT IN (SELECT word FROM sales WHERE word IS NOT NULL), q.mark IN (SELECT region FROM sales) FROM days LEFT JOIN (SELECT 'North' AS mark, id FROM sales) AS q ON days.id = q.id + 6 ORDER BY days.id", "1 | null | null" },
                { "SELECT NULLIF(region, 'North') AS area, units > 3 AND amount > 1 AS many, CASE WHEN region = 'North' THEN 1 END AS north, COUNT(*) FROM sales GROUP BY NULLIF(region, 'North'), units > 3 AND amount > 1, CASE WHEN region = 'North' THEN 1 END ORDER BY area NULLS LAST, many NULLS LAST, north NULLS LAST", "East | 0 | null | 1" },
                { "SELECT COALESCE(region, 'nowhere'), COALESCE(amount, units, 0), NULLIF(units, 0), GREATEST(units, 3), LEAST(units, 3) FROM sales ORDER BY id", "North | 10 | 4 | 4 | 3" },
                { "SELECT UPPER(region), LOWER(region), LENGTH(word), TRIM(word), SUBSTRING(word, 2, 3), REPLACE(word, 'o', '0'), POSITION('o' IN word), LEFT(word, 2), RIGHT(word, 2), region || '-' || word FROM sales ORDER BY id", "NORTH | north | 7 | 50% off | 0%  | 50% 0ff | 5 | 50 | ff | North-50% off" },
                { "SELECT id, region IS DISTINCT FROM 'North', units IS NOT DISTINCT FROM NULL, region IS NULL FROM sales ORDER BY id", "1 | 0 | 0 | 0" },
                { "SELECT ROUND(amount, 1), ABS(amount), FLOOR(amount), CEIL(amount), SIGN(amount), CAST(amount AS INTEGER), CAST(units AS VARCHAR) FROM sales WHERE id IN (1, 6) ORDER BY id", "10 | 10 | 10 | 10 | 1 | 10 | 4" },
                { "SELECT id FROM sales WHERE units IN ((SELECT MAX(units) FROM sales)) OR units NOT IN ((SELECT 4)) ORDER BY id", "2" },
                { "SELECT CAST(NULL AS DECIMAL), CAST(NULL AS DATE), COUNT(*) FROM sales", "null | null | 7" },
                { "SELECT id, CAST(d + INTERVAL '1 month' AS DATE) FROM days WHERE id = 1", "1 | 2024-02-29" },
                { "SELECT id, CAST(d - INTERVAL '1 year' AS DATE) FROM days WHERE id = 2", "2 | 2023-02-28" },
                { "SELECT id FROM days WHERE d BETWEEN DATE '2024-01-31' AND DATE '2024-12-30' AND t >= TIMESTAMP '2024-02-29 00:00:00' ORDER BY id", "2" },
                { "SELECT id, MAX(units) FILTER (WHERE units < 5) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING), MIN(word) FILTER (WHERE units = 7) OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM sales ORDER BY id", "1 | 4 | seoul" },
                { "SELECT LEAD(units, 1, 2.25) OVER (ORDER BY id), LAG(units, 2, 0.5) OVER (ORDER BY id), LEAD(amount, 1, 0.125) OVER (ORDER BY id) FROM sales ORDER BY id DESC", "2.25 | null | 0.125" },
                { "SELECT LOWER(region) AS a, LOWER(region) AS b, COUNT(*) FROM sales GROUP BY LOWER(region) HAVING LOWER(region) <> 'east' ORDER BY a", "north | north | 3" },
                { "SELECT LOWER(region) || '!' AS a, 2 AS b, COUNT(*) AS c FROM sales GROUP BY LOWER(region) ORDER BY b DESC NULLS FIRST, a DESC", "south! | 2 | 2" },
                { "SELECT SIGN(SUM(units)) % 3, MOD(FLOOR(SUM(amount)), 4), CEIL(7) % 4, MEDIAN(units) % 3 FROM sales", "1 | 3 | 3 | 0.5" },
                { "SELECT ROUND(MEDIAN(COALESCE(amount, 0.75)) * 2, 1), CAST(5 / 2 AS INTEGER), CAST(-5 / 2 AS INTEGER), CAST(MEDIAN(units) AS INTEGER), CAST(AVG(id) / 8 AS INTEGER) FROM sales", "6 | 3 | -3 | 4 | 1" },
                { "SELECT d FROM days WHERE d IN (SELECT later FROM days) OR EXISTS (SELECT 1 FROM sales WHERE sales.id = days.id AND sales.units = 0) ORDER BY d", "2024-02-29" },
            };
            return queries;
        }
    }

    public static TheoryData<string> Calendars => new(
    [
        .. Units.Select(u => $"SELECT id, DATE_TRUNC('{u}', t) FROM days ORDER BY id"),
        .. Units[..5].Select(u => $"SELECT id, DATE_TRUNC('{u}', d) FROM days ORDER BY id"),
        .. Units.SelectMany(u => Moves.Select(m => $"SELECT id, DATE_TRUNC('{u}', t + INTERVAL '{m}') FROM days ORDER BY id")),
        .. Moves.Select(m => $"SELECT id, CAST(DATE_TRUNC('month', d) + INTERVAL '{m}' AS DATE), CAST(d + INTERVAL '{m}' AS DATE) FROM days ORDER BY id"),
        .. Parts.Select(p => $"SELECT id, EXTRACT({p} FROM t) FROM days ORDER BY id"),
        .. Units.Select(u => $"SELECT id, DATE_DIFF('{u}', t, CAST(later AS TIMESTAMP)) FROM days ORDER BY id"),
        .. Units[..5].Select(u => $"SELECT id, DATE_DIFF('{u}', d, later) FROM days ORDER BY id"),
        "SELECT id, CAST(DATE_TRUNC('year', d - INTERVAL '3 months') + INTERVAL '3 months' AS DATE) FROM days ORDER BY id",
        "SELECT id, CAST(DATE_TRUNC('week', d - INTERVAL '6 days') + INTERVAL '6 days' AS DATE) FROM days ORDER BY id",
        "SELECT id, CAST(later AS DATE) - CAST(d AS DATE), CAST(t AS DATE), CAST(CAST(d AS DATE) + INTERVAL '1 month' AS DATE) FROM days ORDER BY id",
    ]);

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_gives_the_rows_that_were_worked_out_in_DuckDB_and_SQLite(string query, string first)
    {
        var rows = await ledger.RowsAsync("duckdb", query);

        rows[0].ShouldBe(first, query);
        (await ledger.RowsAsync("sqlite", query)).ShouldBe(rows, query);
    }

    [PostgresTheory]
    [MemberData(nameof(Queries))]
    public async Task A_query_gives_the_same_rows_in_PostgreSQL(string query, string first)
    {
        var rows = await ledger.RowsAsync("postgresql", query);

        rows[0].ShouldBe(first, query);
        rows.ShouldBe(await ledger.RowsAsync("duckdb", query), query);
    }

    [MariaDbTheory]
    [MemberData(nameof(Queries))]
    public async Task A_query_gives_the_same_rows_in_MariaDB(string query, string first)
    {
        var rows = await ledger.RowsAsync("mariadb", query);

        rows[0].ShouldBe(first, query);
        rows.ShouldBe(await ledger.RowsAsync("duckdb", query), query);
    }

    [Theory]
    [MemberData(nameof(Calendars))]
    public async Task Every_truncation_part_move_and_difference_of_days_is_the_same_in_SQLite(string query) =>
        (await ledger.RowsAsync("sqlite", query)).ShouldBe(await ledger.RowsAsync("duckdb", query), query);

    [PostgresTheory]
    [MemberData(nameof(Calendars))]
    public async Task Every_truncation_part_move_and_difference_of_days_is_the_same_in_PostgreSQL(string query) =>
        (await ledger.RowsAsync("postgresql", query)).ShouldBe(await ledger.RowsAsync("duckdb", query), query);

    [MariaDbTheory]
    [MemberData(nameof(Calendars))]
    public async Task Every_truncation_part_move_and_difference_of_days_is_the_same_in_MariaDB(string query) =>
        (await ledger.RowsAsync("mariadb", query)).ShouldBe(await ledger.RowsAsync("duckdb", query), query);
}
