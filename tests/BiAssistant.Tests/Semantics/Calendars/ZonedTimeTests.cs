using BiAssistant.Sql.Checks;
using BiAssistant.Tests.Postgres;
using BiAssistant.Tests.Sql;
using BiAssistant.Tests.Warehouses;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Semantics.Calendars;

/// <summary>A bell that rings at every full hour of UTC, heard in Paris around the days on which its clocks change.</summary>
public sealed class ZonedTimeTests : IDisposable
{
    private static readonly ZonedTown Town = new("rings", "Europe/Paris");

    private static readonly string Script = "CREATE TABLE rings (rang_at TIMESTAMPTZ);\n" + string.Concat(Hours().Select(h => $"INSERT INTO rings VALUES ('{h:yyyy-MM-dd HH}:00:00+00');\n"));

    private readonly string _folder = Directory.CreateTempSubdirectory("bi-assistant-test-").FullName;

    public static TheoryData<string, string[]> Questions => new()
    {
        {
            """{"measures":[{"metric":"rings"}],"group_by":[{"time":"day"}]}""",
            ["2024-03-30 | 2", "2024-03-31 | 23", "2024-04-01 | 2", "2024-10-26 | 2", "2024-10-27 | 25", "2024-10-28 | 2"]
        },
        { """{"measures":[{"metric":"rings"}],"period":{"from":"2024-03-31","to":"2024-04-01"}}""", ["23"] },
        { """{"measures":[{"metric":"rings"}],"period":{"from":"2024-10-27","to":"2024-10-28"}}""", ["25"] },
        {
            """{"measures":[{"metric":"rings"}],"group_by":[{"time":"hour"}],"period":{"from":"2024-10-27T01:00:00","to":"2024-10-27T04:00:00"}}""",
            ["2024-10-27 01:00:00 | 1", "2024-10-27 02:00:00 | 2", "2024-10-27 03:00:00 | 1"]
        },
        { """{"measures":[{"metric":"late_rings"}],"period":{"from":"2024-03-31","to":"2024-04-01"}}""", ["2"] },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public Task DuckDB_cuts_time_where_the_people_do(string json, string[] rows)
    {
        var file = Path.Combine(_folder, "town.duckdb");
        DuckDbUnderTest.Write(file, Script);
        return Gives("duckdb", $"duckdb:{file}", json, rows);
    }

    [PostgresTheory]
    [MemberData(nameof(Questions))]
    public async Task PostgreSQL_cuts_time_where_the_people_do(string json, string[] rows)
    {
        var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await database.ExecuteAsync(Script);
        await Gives("postgresql", database.Url, json, rows);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("mysql")]
    [InlineData("oracle")]
    [InlineData("tsql")]
    public void An_engine_that_cannot_read_another_zone_is_not_asked(string engine) =>
        Town.Write("""{"measures":[{"metric":"rings"}],"group_by":[{"time":"day"}]}""", engine).Sql.Issues.Select(i => i.Message)
            .ShouldBe([$"A time with a zone read in another zone cannot be computed in {engine}."]);

    [Theory]
    [InlineData("bigquery", "DATETIME(rings.rang_at, 'Europe/Paris')")]
    [InlineData("snowflake", "CAST(CONVERT_TIMEZONE('Europe/Paris', RINGS.RANG_AT) AS TIMESTAMP_NTZ)")]
    public void Other_engines_have_words_of_their_own(string engine, string words)
    {
        var (sql, reads) = Town.Write("""{"measures":[{"metric":"rings"}],"group_by":[{"time":"hour"}]}""", engine);
        sql.Value.ShouldNotBeNull().Text.ShouldContain(words);
        SqlValidator.Validate(sql.Value, reads).Issues.ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<DateTime> Hours() =>
        Enumerable.Range(0, 27).Select(h => new DateTime(2024, 3, 30, 21, 0, 0).AddHours(h)).Concat(Enumerable.Range(0, 29).Select(h => new DateTime(2024, 10, 26, 20, 0, 0).AddHours(h)));

    private async Task Gives(string engine, string url, string json, string[] rows)
    {
        var valid = Town.Validated(json, engine);
        await using var warehouse = Engines.Open(engine, WarehouseUrl.Parse(url, _folder).Value.ShouldNotBeNull(), TimeProvider.System);
        RealEngines.Rows(await warehouse.QueryAsync(valid, QueryLimits.Default, CancellationToken.None)).ShouldBe(rows);
    }
}
