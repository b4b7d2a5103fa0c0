using BiAssistant.Answers;
using BiAssistant.Answers.Settings;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Tests.Cli;
using BiAssistant.Tests.Postgres;
using BiAssistant.Tests.Warehouses;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiAssistant.Tests.Answers.DataChecks;

/// <summary>A plant nursery of a test's own in one engine: growers deliver plants. Scripts are written in what DuckDB, SQLite and PostgreSQL have in common.</summary>
public sealed class Nursery : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private Nursery(string url) => Url = url;

    /// <summary>The connection; relative paths lie in the test's folder.</summary>
    public string Url { get; private set; }

    /// <summary>Connections beside that of the nursery.</summary>
    public Seq<NamedUrl> Others { get; set; }

    public string State => _folder.File("state.sqlite");

    public string Folder => _folder.Path;

    public static async Task<Nursery> OpenAsync(string engine, string script, string catalog)
    {
        var nursery = new Nursery($"{engine}:plants.{engine}");
        nursery._folder.Write("catalog/semantic-models/nursery.yml", catalog);
        if (engine == "postgres")
        {
            var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
            nursery.Url = database.Url;
        }

        await nursery.RunAsync(script);
        return nursery;
    }

    /// <summary>Changes the data, as a load in the night would.</summary>
    public async Task RunAsync(string script)
    {
        switch (Url.Split(':')[0])
        {
            case "duckdb":
                DuckDbUnderTest.Write(_folder.File("plants.duckdb"), script);
                break;
            case "sqlite":
                SqliteUnderTest.Write(_folder.File("plants.sqlite"), script);
                break;
            default:
                await new PostgresDatabase(new Npgsql.NpgsqlConnectionStringBuilder(ConnectionString())).ExecuteAsync(script);
                break;
        }
    }

    public Workspace Open(string now = "2024-03-31T12:00:00")
    {
        var opened = Workspace.Open(
            new WorkspaceOptions
            {
                CatalogPaths = ["catalog"],
                Warehouses = [new NamedUrl("plants", Url), .. Others],
                Now = WorkspaceSettings.ParseClock(now),
                State = State,
                WorkingDirectory = Folder,
                ProgramFolder = Folder,
            },
            TimeProvider.System,
            NullLogger.Instance);
        return opened.Value ?? throw new InvalidOperationException(string.Join('\n', opened.Issues));
    }

    /// <summary>Asks a semantic query, written as JSON, of a workspace that is opened for it alone.</summary>
    public async Task<Answer> AskAsync(string query, Func<AskRequest, AskRequest>? change = null, string now = "2024-03-31T12:00:00")
    {
        await using var workspace = Open(now);
        var read = SemanticQueryJson.Read(query);
        var request = new AskRequest { Query = read.Value ?? throw new ArgumentException(string.Join('\n', read.Issues), nameof(query)) };
        return await workspace.Pipeline.AskAsync(change is null ? request : change(request), CancellationToken.None);
    }

    /// <summary>One run of the command with the nursery's catalog, warehouse and state.</summary>
    internal Task<Run> CommandAsync(params string[] arguments) =>
        Run.OfAsync(Folder, "", [.. arguments, "--catalog", "catalog", "--warehouse", $"plants={Url}", "--state", State, "--now", "2024-03-31T12:00:00"]);

    /// <summary>What <c>check --against-data</c> says of the data: without the line on the catalog.</summary>
    internal async Task<(int Code, string[] Lines)> CheckAsync()
    {
        var run = await CommandAsync("check", "--against-data");
        return (run.Code, run.Lines.SkipWhile(l => !l.Contains("version", StringComparison.Ordinal)).Skip(1).ToArray());
    }

    public void Dispose() => _folder.Dispose();

    private string ConnectionString()
    {
        var uri = new Uri(Url);
        var user = uri.UserInfo.Split(':', 2);
        return new Npgsql.NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port,
            Username = Uri.UnescapeDataString(user[0]),
            Password = Uri.UnescapeDataString(user[1]),
            Database = uri.AbsolutePath.Trim('/'),
        }.ToString();
    }
}
