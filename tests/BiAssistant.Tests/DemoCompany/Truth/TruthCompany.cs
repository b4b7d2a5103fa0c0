using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.DemoCompany;
using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;
using BiAssistant.DuckDb;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Queries;
using BiAssistant.Tests.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BiAssistant.Tests.DemoCompany.Truth;

/// <summary>On which engine each warehouse lies.</summary>
public enum Arrangement
{
    OperationsInDuckDb,
    OperationsInSqlite,

    /// <summary>Only where there is a server.</summary>
    OperationsInPostgres,
}

/// <summary>A small demo company whose two warehouses lie on two engines, and the other way round, and with a PostgreSQL server where there is one; and all of their tables in one DuckDB, for SQL by hand.</summary>
public sealed class TruthCompany : IAsyncLifetime, IDisposable
{
    /// <summary>About sixty thousand fact rows.</summary>
    private const double Scale = 0.06;

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<Arrangement, Workspace> _workspaces = [];
    private readonly DuckDbConnection _byHand = new("Data Source=:memory:");

    public async Task InitializeAsync()
    {
        var server = PostgresServer.Missing is null ? await (await PostgresServer.GetAsync()).CreateDatabaseAsync() : null;
        Write(server);
        Gather();
        _workspaces[Arrangement.OperationsInDuckDb] = Open("duckdb:operations.duckdb", "sqlite:feedback.sqlite", "state-1.sqlite");
        _workspaces[Arrangement.OperationsInSqlite] = Open("sqlite:operations.sqlite", "duckdb:feedback.duckdb", "state-2.sqlite");
        if (server is not null)
        {
            _workspaces[Arrangement.OperationsInPostgres] = Open(server.Url, "sqlite:feedback.sqlite", "state-3.sqlite");
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var workspace in _workspaces.Values)
        {
            await workspace.DisposeAsync();
        }
    }

    public void Dispose()
    {
        _byHand.Dispose();
        _folder.Dispose();
    }

    public Task<Answer> AskAsync(Arrangement arrangement, string query, Asker asker)
    {
        var read = SemanticQueryJson.Read(query);
        var request = new AskRequest { Query = read.Value ?? throw new ArgumentException($"{query}: {string.Join(", ", read.Issues)}", nameof(query)), As = asker };
        return _workspaces[arrangement].Pipeline.AskAsync(request, CancellationToken.None);
    }

    internal IReadOnlyList<TruthRow> ByHand(string sql, int numbers)
    {
        using var command = _byHand.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        return TruthRow.Sorted(rows, numbers);
    }

    private void Write(PostgresDatabase? server)
    {
        using var operations = new SeveralFiles(
            [new DuckDbFile(_folder.In("operations.duckdb")), new SqliteFile(_folder.In("operations.sqlite")), .. server is null ? [] : new ITableFile[] { Tables(server) }]);
        using var feedback = new SeveralFiles(new SqliteFile(_folder.In("feedback.sqlite")), new DuckDbFile(_folder.In("feedback.duckdb")));
        DemoWarehouses.Write([new Cluster(DemoFolder.Seed, 0, Scale)], operations, feedback);
    }

    private static PostgresTables Tables(PostgresDatabase server)
    {
        var connection = new NpgsqlConnection(server.Place.ToString());
        connection.Open();
        return new PostgresTables(connection);
    }

    private void Gather()
    {
        _byHand.Open();
        foreach (var file in (string[])["operations", "feedback"])
        {
            Execute($"ATTACH '{_folder.In($"{file}.duckdb")}' AS {file} (READ_ONLY)");
            foreach (var table in ByHand($"SELECT table_name, 0 FROM duckdb_tables() WHERE database_name = '{file}'", 1).Select(row => row.Of))
            {
                Execute($"CREATE TABLE {table} AS FROM {file}.{table}");
            }

            Execute($"DETACH {file}");
        }

        Execute(File.ReadAllText(Path.Combine(TruthCase.Folder, "views.sql")));
    }

    private void Execute(string sql)
    {
        using var command = _byHand.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private Workspace Open(string operations, string feedback, string state)
    {
        var opened = Workspace.Open(
            new WorkspaceOptions
            {
                CatalogPaths = [Path.Combine(Repository.Root, "semantic-models"), Path.Combine(Repository.Root, "metrics")],
                Warehouses = [new NamedUrl("operations", operations), new NamedUrl("feedback", feedback)],
                Now = new DateTime(2024, 12, 31, 23, 59, 59),
                State = _folder.In(state),
                WorkingDirectory = _folder.Path,
                ProgramFolder = _folder.Path,
            },
            TimeProvider.System,
            NullLogger.Instance);
        return opened.Value ?? throw new InvalidOperationException(string.Join('\n', opened.Issues));
    }
}
