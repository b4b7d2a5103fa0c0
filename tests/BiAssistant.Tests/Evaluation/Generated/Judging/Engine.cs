using BiAssistant.Answers.Execution;
using BiAssistant.Tests.Evaluation.Generated.Worlds;
using BiAssistant.Tests.MariaDb;
using BiAssistant.Tests.Postgres;
using BiAssistant.Tests.Warehouses;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Evaluation.Generated.Judging;

/// <summary>The tables of one world in one real engine, or in two where some of it is kept elsewhere.</summary>
internal sealed class Engine : IAsyncDisposable
{
    /// <summary>More rows than any question of a small world has: those of a day each and a member each are some ten thousand.</summary>
    private const int MostRows = 1_000_000;

    private readonly string _folder;
    private readonly PlanRunner _runner;

    private Engine(string folder, WarehouseSet warehouses) => (_folder, Warehouses, _runner) = (folder, warehouses, new PlanRunner(warehouses, TimeProvider.System));

    public WarehouseSet Warehouses { get; }

    /// <param name="names">The engine, or the two engines, <c>duckdb and sqlite</c>: the second has what is kept elsewhere.</param>
    /// <param name="world">What there is.</param>
    public static async Task<Engine> OpenAsync(string names, World world)
    {
        var folder = Directory.CreateTempSubdirectory("bi-assistant-test-").FullName;
        var warehouses = new List<IWarehouse>();
        foreach (var (place, name) in names.Split(" and ").Index())
        {
            warehouses.Add(await OpenAsync(place == 0 ? "main" : "other", name, folder, WorldScript.Of(world, elsewhere: place > 0)));
        }

        return new Engine(folder, new WarehouseSet(warehouses));
    }

    private static async Task<IWarehouse> OpenAsync(string place, string name, string folder, string script)
    {
        var file = Path.Combine(folder, place);
        switch (name)
        {
            case "duckdb":
                DuckDbUnderTest.Write(file, script);
                return Open(place, folder, $"duckdb:{file}");
            case "sqlite":
                SqliteUnderTest.Write(file, script);
                return Open(place, folder, $"sqlite:{file}");
            case "postgresql":
                var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
                await database.ExecuteAsync(script);
                return Open(place, folder, database.Url);
            default:
                var maria = await (await MariaDbServer.GetAsync()).CreateDatabaseAsync();
                await maria.ExecuteAsync(script.Replace(" TIMESTAMP", " DATETIME(6)", StringComparison.Ordinal).Replace(" VARCHAR", " VARCHAR(200)", StringComparison.Ordinal));
                return Open(place, folder, maria.Url);
        }
    }

    public async Task<ResultTable> TableAsync(ReadyPlan plan) => (await _runner.RunAsync(plan, QueryLimits.Default with { MaxRows = MostRows }, CancellationToken.None)).Table;

    public async ValueTask DisposeAsync()
    {
        await Warehouses.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static IWarehouse Open(string place, string folder, string url)
    {
        var read = WarehouseUrl.Parse(url, folder);
        read.Issues.ShouldBeEmpty();
        return Engines.Open(place, read.Value.ShouldNotBeNull(), TimeProvider.System);
    }
}
