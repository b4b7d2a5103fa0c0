using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

/// <summary>A dialect's own SQL comes back to the portable tree, and from there to other dialects, without a change of meaning.</summary>
public sealed class TranslationTests(Ledger ledger) : IClassFixture<Ledger>
{
    private static IEnumerable<string> Texts => ((IEnumerable<object[]>)EveryEngineTests.Queries).Concat(EveryEngineTests.Calendars).Select(row => (string)row[0]);

    public static TheoryData<string> Names => new(SqlDialects.All.Select(dialect => dialect.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_dialect_writes_comes_back_and_is_written_the_same(string name)
    {
        var dialect = SqlDialects.Find(name).ShouldNotBeNull();
        foreach (var text in Texts)
        {
            var written = SqlWriter.Write(SqlParser.ParseQuery(text).Value.ShouldNotBeNull(), dialect);
            if (written.Value is { } sql)
            {
                var again = SqlTranslator.Translate(sql.Text, dialect, dialect);
                again.Issues.ShouldBe([], sql.Text);
                again.Value.ShouldNotBeNull().Text.ShouldBe(sql.Text, text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
    public void So_does_most_of_what_is_made_at_random(string name)
    {
        var dialect = SqlDialects.Find(name).ShouldNotBeNull();
        var (written, same) = (0, 0);
        for (var tree = 1; tree <= GeneratedCases.Scale(1_000); tree++)
        {
            if (SqlWriter.WriteOpen(new RandomTrees(GeneratedCases.SeedFor(tree)).Query(1), dialect).Value is not { } sql)
            {
                continue;
            }

            written++;
            var text = SqlPrinter.Print((SqlQuery)SqlBareTree.Of(sql.Tree), dialect);
            var again = SqlTranslator.Translate(text, dialect, dialect).Value?.Text;
            same += again == text ? 1 : 0;
        }

        written.ShouldBeGreaterThan(GeneratedCases.Scale(1_000) / 3);
        (same / (double)written).ShouldBeGreaterThan(0.9, $"{same} of {written}");
    }

    [Fact]
    public async Task A_text_has_the_same_rows_in_every_engine_that_it_is_translated_to()
    {
        foreach (var from in SqlDialects.All)
        {
            foreach (var text in Texts)
            {
                var written = SqlWriter.Write(SqlParser.ParseQuery(text).Value.ShouldNotBeNull(), from).Value;
                if (written is null)
                {
                    continue;
                }

                foreach (var engine in ledger.Names)
                {
                    var asked = SqlParser.ParseQuery(text).Value.ShouldNotBeNull();
                    var portable = SqlTranslator.ReadQuery(written.Text, from).Value.ShouldNotBeNull(written.Text);
                    if (SqlWriter.Write(portable, ledger.DialectOf(engine)).Value?.Text != SqlWriter.Write(asked, ledger.DialectOf(engine)).Value.ShouldNotBeNull().Text)
                    {
                        (await ledger.RowsAsync(engine, portable)).ShouldBe(await ledger.RowsAsync(engine, asked), $"{from} to {engine}:\n{written.Text}");
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("duckdb", "DATE_TRUNC('month', d)", "CAST(DATE_TRUNC('month', d) AS DATE)")]
    [InlineData("duckdb", "a / b", "CAST(a AS NUMERIC) / NULLIF(b, 0)")]
    [InlineData("duckdb", "YEAR(d) * 100 + MONTH(d)", "CAST(EXTRACT(YEAR FROM d) AS INTEGER) * 100 + CAST(EXTRACT(MONTH FROM d) AS INTEGER)")]
    [InlineData("duckdb", "DATE_PART('quarter', d)", "CAST(EXTRACT(QUARTER FROM d) AS INTEGER)")]
    [InlineData("duckdb", "EXTRACT(DOW FROM d)", "CAST(EXTRACT(ISODOW FROM d) AS INTEGER) % 7")]
    [InlineData("duckdb", "DAYOFWEEK(d)", "CAST(EXTRACT(ISODOW FROM d) AS INTEGER) % 7")]
    [InlineData("duckdb", "d::DATE", "CAST(d AS DATE)")]
    [InlineData("duckdb", "a::VARCHAR(3)", "CAST(a AS TEXT)")]
    [InlineData("duckdb", "a::DECIMAL", "CAST(a AS NUMERIC(18, 3))")]
    [InlineData("duckdb", "d + INTERVAL 1 MONTH", "d + INTERVAL '1' MONTH")]
    [InlineData("duckdb", "a ILIKE 'Seoul%'", "LOWER(a) LIKE 'seoul%'")]
    [InlineData("duckdb", "QUANTILE_CONT(a, 0.9)", "PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY a)")]
    [InlineData("duckdb", "COUNT_IF(a > 3)", "COUNT(*) FILTER (WHERE a > 3)")]
    [InlineData("duckdb", "FIRST(a ORDER BY d)", "(ARRAY_AGG(a ORDER BY d))[1]")]
    [InlineData("duckdb", "STRFTIME(d, '%Y-%m')", "LEFT(CAST(CAST(d AS DATE) AS TEXT), 7)")]
    [InlineData("duckdb", "LAST_DAY(d)", "CAST(CAST(CAST(DATE_TRUNC('month', d) AS DATE) + INTERVAL '1' MONTH AS DATE) - INTERVAL '1' DAY AS DATE)")]
    [InlineData("duckdb", "IFNULL(a, 0)", "COALESCE(a, 0)")]
    [InlineData("duckdb", "INSTR(a, 'x')", "POSITION('x' IN a)")]
    [InlineData("duckdb", "DATEDIFF('month', a, b)", "(CAST(EXTRACT(YEAR FROM b) AS INTEGER) - CAST(EXTRACT(YEAR FROM a) AS INTEGER)) * 12 + (CAST(EXTRACT(MONTH FROM b) AS INTEGER) - CAST(EXTRACT(MONTH FROM a) AS INTEGER))")]
    [InlineData("duckdb", "DATE_DIFF('week', a, b)", "refused: DATE_DIFF('week', a, b), which does not count Mondays, of duckdb has no counterpart in portable SQL; write DATE_DIFF('week', DATE_TRUNC('week', a), DATE_TRUNC('week', b)).")]
    [InlineData("duckdb", "EXTRACT(EPOCH FROM d)", "refused: EXTRACT(EPOCH FROM x) with its fraction of duckdb has no counterpart in portable SQL; write CAST(FLOOR(EXTRACT(EPOCH FROM x)) AS BIGINT).")]
    [InlineData("duckdb", "TIMESTAMP '2024-01-01' - d", "refused: A span between two times of duckdb has no counterpart in portable SQL; count units: DATE_DIFF('hour', a, b), or the days between dates: CAST(b AS DATE) - CAST(a AS DATE).")]
    [InlineData("duckdb", "NOW()", "refused: The function NOW of duckdb has no counterpart in portable SQL; write CURRENT_DATE or CURRENT_TIMESTAMP.")]
    [InlineData("duckdb", "MODE(a)", "refused: The function MODE of duckdb has no counterpart in portable SQL.")]
    public void What_analysts_write_for_DuckDB_is_said_in_PostgreSQL(string name, string text, string expected) => Translated(name, text, SqlDialects.PostgreSql).ShouldBe(expected);

    [Theory]
    [InlineData("postgresql", "DATE_TRUNC('month', d)", "CAST(DATE_TRUNC('month', d) AS DATE)")]
    [InlineData("postgresql", "DATE_TRUNC('month', d)::date", "CAST(DATE_TRUNC('month', d) AS DATE)")]
    [InlineData("postgresql", "a::numeric / NULLIF(b, 0)", "a / NULLIF(b, 0)")]
    [InlineData("postgresql", "a * 1.0 / b", "a * 1.0 / NULLIF(b, 0)")]
    [InlineData("postgresql", "AVG(a) / 2", "AVG(a) / 2")]
    [InlineData("postgresql", "SUM(a)::float / COUNT(*)", "CAST(SUM(a) AS DOUBLE) / NULLIF(COUNT(*), 0)")]
    [InlineData("postgresql", "EXTRACT(YEAR FROM d)", "EXTRACT(YEAR FROM d)")]
    [InlineData("postgresql", "DATE_PART('year', d)", "EXTRACT(YEAR FROM d)")]
    [InlineData("postgresql", "EXTRACT(DOW FROM d)", "EXTRACT(ISODOW FROM d) % 7")]
    [InlineData("postgresql", "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY a)", "MEDIAN(CAST(a AS DOUBLE))")]
    [InlineData("postgresql", "PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY a)", "QUANTILE_CONT(CAST(a AS DOUBLE), 0.9)")]
    [InlineData("postgresql", "(ARRAY_AGG(a ORDER BY d DESC))[1]", "FIRST(a ORDER BY d DESC NULLS FIRST)")]
    [InlineData("postgresql", "STDDEV(a)", "STDDEV_SAMP(a)")]
    [InlineData("postgresql", "ROUND(a::numeric, 2)", "ROUND(a, 2)")]
    [InlineData("postgresql", "a ILIKE '%Seoul%'", "LOWER(a) LIKE '%seoul%'")]
    [InlineData("postgresql", "a LIKE '50\\%'", "a LIKE '50\\%' ESCAPE '\\'")]
    [InlineData("postgresql", "a LIKE b", "a LIKE b ESCAPE '\\'")]
    [InlineData("postgresql", "d + INTERVAL '1 month'", "d + INTERVAL '1' MONTH")]
    [InlineData("postgresql", "d + a * INTERVAL '1 day'", "d + a * INTERVAL '1' DAY")]
    [InlineData("postgresql", "b::date - a::date", "DATE_DIFF('day', CAST(a AS DATE), CAST(b AS DATE))")]
    [InlineData("postgresql", "STRPOS(a, 'x')", "POSITION('x' IN a)")]
    [InlineData("postgresql", "TO_CHAR(d, 'YYYY-MM')", "LEFT(CAST(CAST(d AS DATE) AS VARCHAR), 7)")]
    [InlineData("postgresql", "COUNT(*) FILTER (WHERE a > 3)", "COUNT(*) FILTER (WHERE a > 3)")]
    [InlineData("postgresql", "SUM(a) / SUM(b)", "refused: Division that may drop the fraction of whole numbers of postgresql has no counterpart in portable SQL; say which is meant: CAST(a AS NUMERIC) / b is exact.")]
    [InlineData("postgresql", "AGE(a, b)", "refused: The function AGE of postgresql has no counterpart in portable SQL; count units: DATE_DIFF('month', a, b) in portable SQL.")]
    [InlineData("postgresql", "DATE_TRUNC('month', a) - DATE_TRUNC('month', b)", "refused: A span between two times of postgresql has no counterpart in portable SQL; count units: DATE_DIFF('hour', a, b), or the days between dates: CAST(b AS DATE) - CAST(a AS DATE).")]
    [InlineData("postgresql", "STRING_AGG(a, ',')", "refused: The function STRING_AGG of postgresql has no counterpart in portable SQL.")]
    [InlineData("sqlite", "DATE(d, 'start of month')", "CAST(DATE_TRUNC('month', d) AS DATE)")]
    [InlineData("sqlite", "DATE(d, 'start of month', '+1 month', '-1 day')", "CAST(CAST(CAST(DATE_TRUNC('month', d) AS DATE) + INTERVAL '1' MONTH AS DATE) - INTERVAL '1' DAY AS DATE)")]
    [InlineData("sqlite", "DATE(d, '-7 days')", "CAST(CAST(d AS DATE) - INTERVAL '7' DAY AS DATE)")]
    [InlineData("sqlite", "DATE(d, 'start of year')", "CAST(DATE_TRUNC('year', d) AS DATE)")]
    [InlineData("sqlite", "STRFTIME('%Y-%m', d)", "LEFT(CAST(CAST(d AS DATE) AS VARCHAR), 7)")]
    [InlineData("sqlite", "CAST(STRFTIME('%Y', d) AS INTEGER)", "EXTRACT(YEAR FROM d)")]
    [InlineData("sqlite", "CAST(STRFTIME('%w', d) AS INTEGER)", "EXTRACT(ISODOW FROM d) % 7")]
    [InlineData("sqlite", "CAST(JULIANDAY(DATE(b)) - JULIANDAY(DATE(a)) AS INTEGER)", "DATE_DIFF('day', a, b)")]
    [InlineData("sqlite", "1.0 * a / b", "1.0 * a / NULLIF(b, 0)")]
    [InlineData("sqlite", "CAST(a AS REAL) / b", "a / NULLIF(b, 0)")]
    [InlineData("sqlite", "a LIKE 'Seoul%'", "LOWER(a) LIKE 'seoul%'")]
    [InlineData("sqlite", "GLOB('Seoul*', a)", "a LIKE 'Seoul%'")]
    [InlineData("sqlite", "GLOB('50%?', a)", "a LIKE '50!%_' ESCAPE '!'")]
    [InlineData("sqlite", "IIF(a > 3, 'many', 'few')", "CASE WHEN a > 3 THEN 'many' ELSE 'few' END")]
    [InlineData("sqlite", "MAX(a, 3)", "CASE WHEN a IS NOT NULL THEN GREATEST(a, 3) END")]
    [InlineData("sqlite", "IFNULL(a, 0)", "COALESCE(a, 0)")]
    [InlineData("sqlite", "SUBSTR(a, -3)", "RIGHT(a, 3)")]
    [InlineData("sqlite", "INSTR(a, 'x')", "POSITION('x' IN a)")]
    [InlineData("sqlite", "a / b", "refused: Division that may drop the fraction of whole numbers of sqlite has no counterpart in portable SQL; say which is meant: CAST(a AS REAL) / b is exact.")]
    [InlineData("sqlite", "DATE('now')", "refused: The engine's clock of sqlite has no counterpart in portable SQL; write CURRENT_DATE or CURRENT_TIMESTAMP.")]
    [InlineData("sqlite", "DATE(d, '+1 month')", "refused: This use of DATE of sqlite has no counterpart in portable SQL; days are cut and moved one way: DATE(x, 'start of month'), DATE(x, '+7 days').")]
    [InlineData("sqlite", "CAST(a AS INTEGER)", "refused: A CAST to INTEGER that cuts of sqlite has no counterpart in portable SQL; round: CAST(ROUND(x) AS INTEGER).")]
    [InlineData("sqlite", "COALESCE(a, 0.5) / 2", "refused: Division that may drop the fraction of whole numbers of sqlite has no counterpart in portable SQL; say which is meant: CAST(a AS REAL) / b is exact.")]
    public void What_analysts_write_for_PostgreSQL_and_SQLite_is_said_in_DuckDB(string name, string text, string expected) => Translated(name, text, SqlDialects.DuckDb).ShouldBe(expected);

    private static string Translated(string from, string expression, SqlDialect to)
    {
        var translated = SqlTranslator.Translate("SELECT " + expression + " AS x FROM t", SqlDialects.Find(from).ShouldNotBeNull(), to);
        return translated.Value is { } sql ? sql.Text["SELECT ".Length..^" AS x\nFROM t".Length] : "refused: " + translated.Issues[0].Message;
    }
}
