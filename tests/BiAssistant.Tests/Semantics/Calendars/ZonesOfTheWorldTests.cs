using System.Globalization;
using BiAssistant.Tests.Postgres;
using BiAssistant.Tests.Sql;
using BiAssistant.Tests.Warehouses;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Semantics.Calendars;

/// <summary>
/// A bell that rings every twenty minutes for three days around a change of the clocks, in zones that differ from universal time by parts of an hour, lie in the south, or change at
/// midnight, so that a day begins at one o'clock or its last hour is there twice. What is expected is counted ring by ring with the system's own zones.
/// </summary>
public sealed class ZonesOfTheWorldTests : IDisposable
{
    private const int Rings = 3 * 24 * 3;

    private static readonly (string Zone, DateTime From)[] Places =
    [
        ("Asia/Kolkata", new(2024, 2, 28)),
        ("Australia/Adelaide", new(2024, 4, 5, 16, 0, 0)),
        ("Australia/Adelaide", new(2024, 10, 4, 16, 0, 0)),
        ("Pacific/Chatham", new(2024, 9, 27, 12, 0, 0)),
        ("America/Sao_Paulo", new(2018, 2, 16, 12, 0, 0)),
        ("America/Sao_Paulo", new(2018, 11, 3)),
        ("Asia/Beirut", new(2022, 3, 25, 12, 0, 0)),
        ("Asia/Beirut", new(2022, 10, 28, 12, 0, 0)),
    ];

    private static readonly string Script = string.Concat(Places.Select((place, n) =>
        $"CREATE TABLE {TableOf(n)} (rang_at TIMESTAMPTZ); INSERT INTO {TableOf(n)} VALUES {string.Join(", ", Instants(place.From).Select(i => $"('{i:yyyy-MM-dd HH:mm}:00+00')"))};\n"));

    private static readonly Lazy<Task<string>> InPostgres = new(async () =>
    {
        var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await database.ExecuteAsync(Script);
        return database.Url;
    });

    private readonly string folder = Directory.CreateTempSubdirectory("bi-assistant-test-").FullName;

    public static TheoryData<int> All => new(Enumerable.Range(0, Places.Length));

    [Theory]
    [MemberData(nameof(All))]
    public async Task DuckDB_counts_each_ring_where_the_people_heard_it(int place)
    {
        var file = Path.Combine(folder, "world.duckdb");
        DuckDbUnderTest.Write(file, Script);
        await HeardAsync(place, "duckdb", $"duckdb:{file}");
    }

    [PostgresTheory]
    [MemberData(nameof(All))]
    public async Task PostgreSQL_counts_each_ring_where_the_people_heard_it(int place) => await HeardAsync(place, "postgresql", await InPostgres.Value);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string TableOf(int place) => $"rings_{place}";

    private static IEnumerable<DateTime> Instants(DateTime from) => Enumerable.Range(0, Rings).Select(n => from.AddMinutes(10 + (20 * n)));

    private static string Within(string from, string to) => $$$"""{"measures":[{"metric":"rings"}],"period":{"from":"{{{from}}}","to":"{{{to}}}"}}""";

    private async Task HeardAsync(int place, string engine, string url)
    {
        var (name, from) = Places[place];
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        var heard = Instants(from).Select(i => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(i, DateTimeKind.Utc), zone)).ToList();
        var town = new ZonedTown(TableOf(place), name);
        await using var warehouse = Engines.Open(engine, WarehouseUrl.Parse(url, folder).Value.ShouldNotBeNull(), TimeProvider.System);

        await GivesAsync("""{"measures":[{"metric":"rings"}],"group_by":[{"time":"hour"}]}""", Counted(h => h.Date.AddHours(h.Hour), "yyyy-MM-dd HH:mm:ss"));
        await GivesAsync("""{"measures":[{"metric":"rings"}],"group_by":[{"time":"day"}]}""", Counted(h => h.Date, "yyyy-MM-dd"));
        await GivesAsync("""{"measures":[{"metric":"rings"}],"group_by":[{"time":"month"}]}""", Counted(h => new DateTime(h.Year, h.Month, 1), "yyyy-MM-dd"));
        foreach (var day in heard.Select(h => h.Date).Distinct())
        {
            await GivesAsync(Within($"{day:yyyy-MM-dd}", $"{day.AddDays(1):yyyy-MM-dd}"), [$"{heard.Count(h => h.Date == day)}"]);
            await GivesAsync(Within($"{day:yyyy-MM-dd}T01:00:00", $"{day:yyyy-MM-dd}T04:00:00"), [$"{heard.Count(h => h.Date == day && h.Hour is >= 1 and < 4)}"]);
        }

        IEnumerable<string> Counted(Func<DateTime, DateTime> period, string format) =>
            heard.GroupBy(period).OrderBy(g => g.Key).Select(g => $"{g.Key.ToString(format, CultureInfo.InvariantCulture)} | {g.Count()}");

        async Task GivesAsync(string json, IEnumerable<string> rows) =>
            RealEngines.Rows(await warehouse.QueryAsync(town.Validated(json, engine), QueryLimits.Default, CancellationToken.None)).ShouldBe(rows, $"{name}: {json}");
    }
}
