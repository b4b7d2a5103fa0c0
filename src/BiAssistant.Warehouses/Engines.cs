using BiAssistant.Sql;
using BiAssistant.Warehouses.DuckDb;
using BiAssistant.Warehouses.MySql;
using BiAssistant.Warehouses.Postgres;
using BiAssistant.Warehouses.Resilience;
using BiAssistant.Warehouses.SqlServer;
using BiAssistant.Warehouses.Sqlite;

namespace BiAssistant.Warehouses;

/// <summary>A kind of warehouse: its scheme in URLs, whether it lives in a file, an example for messages, and how one is opened.</summary>
public sealed record Engine(string Scheme, bool OfFiles, string Example, Func<string, WarehouseUrl, IWarehouse> Open)
{
    /// <summary>What is wrong with the options of a URL whose host and database are said; null when nothing is.</summary>
    internal Func<string, string?> Problem { get; init; } = static _ => null;
}

/// <summary>An engine that the product does not connect to yet, and over what it will.</summary>
internal sealed record LaterEngine(string Scheme, string Name, string Over);

/// <summary>The engines there are: a new one is a folder and a line here.</summary>
public static class Engines
{
    public static readonly Seq<Engine> All =
    [
        new("duckdb", OfFiles: true, "duckdb:data/sales.duckdb", static (name, url) => new DuckDbWarehouse(name, url.Location)),
        new("sqlite", OfFiles: true, "sqlite:data/sales.sqlite", static (name, url) => new SqliteWarehouse(name, url.Location)),
        new("postgres", OfFiles: false, "postgres://user:password@host:5432/sales", static (name, url) => new PostgresWarehouse(name, url.Location)) { Problem = PostgresServerAddress.Problem },
        new("mysql", OfFiles: false, "mysql://user:password@host:3306/sales", static (name, url) => new MySqlWarehouse(name, url.Location)) { Problem = MySqlWarehouse.Problem },
        new("mariadb", OfFiles: false, "mariadb://user:password@host:3306/sales", static (name, url) => new MySqlWarehouse(name, url.Location)) { Problem = MySqlWarehouse.Problem },
        new("sqlserver", OfFiles: false, "sqlserver://user:password@host:1433/sales", static (name, url) => new SqlServerWarehouse(name, url.Location)) { Problem = SqlServerWarehouse.Problem },
    ];

    /// <summary>
    /// Engines whose SQL is written and checked, and which no warehouse speaks to yet: a folder that inherits <see cref="Drivers.ServerWarehouse"/> (BigQuery: <see cref="IWarehouse"/>, over
    /// its REST interface), and a line above in place of the one here.
    /// </summary>
    internal static readonly Seq<LaterEngine> Later =
    [
        new("snowflake", "Snowflake", "its driver, the package Snowflake.Data (Snowflake.Data.Client.SnowflakeDbFactory, Snowflake.Data)"),
        new("oracle", "Oracle", "its driver, the package Oracle.ManagedDataAccess.Core (Oracle.ManagedDataAccess.Client.OracleClientFactory, Oracle.ManagedDataAccess)"),
        new("bigquery", "BigQuery", "its REST interface"),
    ];

    internal static Seq<string> Examples => All.Select(engine => engine.Example).ToSeq();

    /// <summary>A warehouse under its name in the models. Nothing is touched before the first query: what is wrong with the place is a fault of that query.</summary>
    public static IWarehouse Open(string name, WarehouseUrl url, TimeProvider clock) => new ResilientWarehouse(
        Find(url.Scheme)?.Open(name, url) ?? throw new ArgumentException($"No engine has the scheme '{url.Scheme}'.", nameof(url)),
        clock);

    internal static Engine? Find(string scheme) =>
        All.FirstOrDefault(engine => engine.Scheme == (scheme == "postgresql" ? "postgres" : scheme));
}
