using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Tests.MariaDb;
using BiAssistant.Tests.Postgres;
using BiAssistant.Tests.Warehouses;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Evaluation.Generated.Judging;

/// <summary>One real engine with the tables of one world.</summary>
internal sealed class Engine : IAsyncDisposable
{
    /// <summary>More rows than any question of a small world has: those of a day each and a member each are some ten thousand.</summary>
    private const int MostRows = 1_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("bi-assistant-test-").FullName;
    private IWarehouse? _warehouse;

    private Engine(string name) => Dialect = SqlDialects.Find(name).ShouldNotBeNull();

    public SqlDialect Dialect { get; }

    public static async Task<Engine> OpenAsync(string name, string script)
    {
        var engine = new Engine(name);
        var file = Path.Combine(engine._folder, "data");
        switch (name)
        {
            case "duckdb":
                DuckDbUnderTest.Write(file, script);
                engine.Open($"duckdb:{file}");
                break;
            case "sqlite":
                SqliteUnderTest.Write(file, script);
                engine.Open($"sqlite:{file}");
                break;
            case "postgresql":
                var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
                await database.ExecuteAsync(script);
                engine.Open(database.Url);
                break;
            default:
                var place = await (await MariaDbServer.GetAsync()).CreateDatabaseAsync();
                await place.ExecuteAsync(script.Replace(" TIMESTAMP", " DATETIME(6)", StringComparison.Ordinal).Replace(" VARCHAR", " VARCHAR(200)", StringComparison.Ordinal));
                engine.Open(place.Url);
                break;
        }

        return engine;
    }

    public Task<ResultTable> TableAsync(ValidatedSql sql) =>
        _warehouse.ShouldNotBeNull().QueryAsync(sql, QueryLimits.Default with { MaxRows = MostRows }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_warehouse is not null)
        {
            await _warehouse.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private void Open(string url)
    {
        var read = WarehouseUrl.Parse(url, _folder);
        read.Issues.ShouldBeEmpty();
        _warehouse = Engines.Open("main", read.Value.ShouldNotBeNull(), TimeProvider.System);
    }
}
