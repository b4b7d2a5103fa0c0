using System.Globalization;
using System.Text.RegularExpressions;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Tests.MariaDb;
using BiAssistant.Tests.Postgres;
using BiAssistant.Tests.Warehouses;
using BiAssistant.Warehouses;

namespace BiAssistant.Tests.Sql;

/// <summary>The same tables in DuckDB, SQLite and, where there are servers, PostgreSQL and MariaDB; texts reach them the product's way, through the writer and the gate.</summary>
public abstract class RealEngines : IAsyncLifetime
{
    /// <summary>What stands between the cells of a row.</summary>
    public const string Separator = " | ";

    private readonly string _folder = Directory.CreateTempSubdirectory("bi-assistant-test-").FullName;
    private readonly Dictionary<string, IWarehouse> _warehouses = [];
    private readonly Dictionary<string, WarehouseUrl> _urls = [];

    /// <summary>Statements that all engines take.</summary>
    protected abstract string Script { get; }

    public abstract SqlAllowList Tables { get; }

    public async Task InitializeAsync()
    {
        DuckDbUnderTest.Write(Place("data.duckdb"), Script);
        SqliteUnderTest.Write(Place("data.sqlite"), Script);
        Open("duckdb", $"duckdb:{Place("data.duckdb")}");
        Open("sqlite", $"sqlite:{Place("data.sqlite")}");
        if (PostgresServer.Missing is null)
        {
            var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
            await database.ExecuteAsync(Script);
            Open("postgresql", database.Url);
        }

        if (MariaDbServer.Missing is null)
        {
            var database = await (await MariaDbServer.GetAsync()).CreateDatabaseAsync();
            await database.ExecuteAsync(InMariaDb(Script));
            Open("mariadb", database.Url);
        }
    }

    /// <summary>A TIMESTAMP is an instant of a zone there, and a VARCHAR has a length.</summary>
    private static string InMariaDb(string script) =>
        Regex.Replace(script.Replace(" TIMESTAMP", " DATETIME(6)", StringComparison.Ordinal), @"\bVARCHAR\b(?!\()", "VARCHAR(200)");

    public async Task DisposeAsync()
    {
        foreach (var warehouse in _warehouses.Values)
        {
            await warehouse.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Those that could be opened here.</summary>
    public IEnumerable<string> Names => _warehouses.Keys;

    public SqlDialect DialectOf(string engine) => SqlDialects.Find(engine).ShouldNotBeNull();

    /// <summary>The same tables as a warehouse of another name; whoever asks for it closes it.</summary>
    public IWarehouse Under(string name, string engine) => Engines.Open(name, _urls[engine], TimeProvider.System);

    /// <summary>The rows of a portable query, each as a text that is the same for equal values.</summary>
    public Task<IReadOnlyList<string>> RowsAsync(string engine, string portable)
    {
        var query = SqlParser.ParseQuery(portable);
        query.Issues.ShouldBeEmpty(portable);
        return RowsAsync(engine, query.Value.ShouldNotBeNull());
    }

    public Task<IReadOnlyList<string>> RowsAsync(string engine, SqlQuery portable)
    {
        var compiled = SqlWriter.Write(portable, DialectOf(engine));
        compiled.Issues.ShouldBeEmpty(portable.ToString());
        return RowsAsync(engine, compiled.Value.ShouldNotBeNull());
    }

    public Task<IReadOnlyList<string>> RowsAsync(string engine, CompiledSql compiled)
    {
        var validated = SqlValidator.Validate(compiled, Tables);
        validated.Issues.ShouldBeEmpty(compiled.Text);
        return RowsAsync(engine, validated.Value.ShouldNotBeNull());
    }

    public async Task<IReadOnlyList<string>> RowsAsync(string engine, ValidatedSql sql) => Rows(await TableAsync(engine, sql));

    public Task<ResultTable> TableAsync(string engine, ValidatedSql sql) => _warehouses[engine].QueryAsync(sql, QueryLimits.Default, CancellationToken.None);

    public static IReadOnlyList<string> Rows(ResultTable table) => [.. table.Rows.Select(row => string.Join(Separator, row.Select(Shown)))];

    /// <summary>SQLite keeps days as texts and truth as a number; digits beyond the ninth are an engine's own.</summary>
    private static string Shown(object? cell) => cell switch
    {
        null => "null",
        bool truth => truth ? "1" : "0",
        double number => Rounded((decimal)number),
        decimal number => Rounded(number),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    private static string Rounded(decimal number) => Math.Round(number, 9).ToString("0.#########", CultureInfo.InvariantCulture);

    private string Place(string file) => Path.Combine(_folder, file);

    private void Open(string engine, string url)
    {
        var read = WarehouseUrl.Parse(url, _folder);
        read.Issues.ShouldBeEmpty();
        _urls[engine] = read.Value.ShouldNotBeNull();
        _warehouses[engine] = Engines.Open(engine, read.Value.ShouldNotBeNull(), TimeProvider.System);
    }
}
