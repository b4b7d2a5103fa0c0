using System.Globalization;
using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.DuckDb;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Queries;
using BiAssistant.Tests.Carrier.Data;
using BiAssistant.Tests.Postgres;
using BiAssistant.Tests.Warehouses;
using Microsoft.Extensions.Logging.Abstractions;
using TemporaryFolder = BiAssistant.Tests.Answers.TemporaryFolder;

namespace BiAssistant.Tests.Carrier;

/// <summary>The freight carrier on each engine, opened when it is first asked, and a copy of its data that only SQL by hand reads.</summary>
public sealed class CarrierCompany : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, Workspace> _open = [];
    private readonly Dictionary<string, string> _urls = [];
    private DuckDbConnection? _hand;

    public static string Papers { get; } = Path.Combine(Repository.Root, "tests", "BiAssistant.Tests", "Carrier");

    public static DateTime Now => CarrierData.Today.ToDateTime(new TimeOnly(10, 0));

    /// <summary>What the whole way says to a question in words.</summary>
    public async Task<Answer> AskAsync(string engine, string question, Asker? asker = null) =>
        await (await OpenAsync(engine)).Pipeline.AskAsync(new AskRequest { Question = question, As = asker ?? Asker.Anyone }, CancellationToken.None);

    /// <summary>What the whole way says to a semantic query.</summary>
    public async Task<Answer> AskAsync(string engine, SemanticQuery query, Asker? asker = null) =>
        await (await OpenAsync(engine)).Pipeline.AskAsync(new AskRequest { Query = query, Language = "en", As = asker ?? Asker.Anyone }, CancellationToken.None);

    /// <summary>Rows of SQL written by hand, in DuckDB's dialect.</summary>
    public IReadOnlyList<object?[]> ByHand(string sql)
    {
        using var command = new DuckDbCommand(sql, _hand ?? throw new InvalidOperationException("Not open yet."));
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }

        return rows;
    }

    /// <summary>Where an engine's copy of the data is.</summary>
    public async Task<string> UrlAsync(string engine)
    {
        await OpenAsync(engine);
        return _urls[engine];
    }

    /// <summary>A folder of the tests' own.</summary>
    public string Folder => _folder.Path;

    public Task InitializeAsync()
    {
        DuckDbUnderTest.Write(_folder.File("hand.duckdb"), CarrierScript.For("duckdb", CarrierData.Tables));
        System.IO.File.Copy(_folder.File("hand.duckdb"), _folder.File("carrier.duckdb"));
        _hand = new DuckDbConnection($"Data Source={_folder.File("hand.duckdb")};threads=1");
        _hand.Open();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        _hand?.Dispose();
        foreach (var workspace in _open.Values)
        {
            await workspace.DisposeAsync();
        }
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The company on that engine; it is closed with the company.</summary>
    public async Task<Workspace> OpenAsync(string engine)
    {
        if (_open.TryGetValue(engine, out var open))
        {
            return open;
        }

        _urls[engine] = await WriteAsync(engine);
        var opened = Workspace.Open(
            new WorkspaceOptions
            {
                CatalogPaths = [Path.Combine(Papers, "Catalog")],
                Warehouses = [new NamedUrl("carrier", _urls[engine])],
                Now = Now,
                State = _folder.File(string.Create(CultureInfo.InvariantCulture, $"state.{engine}")),
                WorkingDirectory = _folder.Path,
                ProgramFolder = _folder.Path,
            },
            TimeProvider.System,
            NullLogger.Instance);
        return _open[engine] = opened.Value ?? throw new InvalidOperationException(string.Join('\n', opened.Issues));
    }

    private async Task<string> WriteAsync(string engine)
    {
        var (path, script) = (_folder.File($"carrier.{engine}"), CarrierScript.For(engine, CarrierData.Tables));
        switch (engine)
        {
            case "duckdb":
                return $"duckdb:{path}";
            case "sqlite":
                SqliteUnderTest.Write(path, script);
                return $"sqlite:{path}";
            default:
                var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
                await database.ExecuteAsync(script);
                return database.Url;
        }
    }
}

/// <summary>Every test of the carrier shares its databases.</summary>
[CollectionDefinition(Name)]
public sealed class CarrierCollection : ICollectionFixture<CarrierCompany>
{
    public const string Name = "Carrier";
}
