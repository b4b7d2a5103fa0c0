using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Schemas;

namespace BiAssistant.Warehouses;

/// <summary>The bounds of one query: how long it may take, the wait for a place included, and how many rows may come back.</summary>
public sealed record QueryLimits(TimeSpan Timeout, int MaxRows)
{
    /// <summary>Who asks, in whatever words tell people apart: those who wait for one warehouse are served in turn by it. Empty for the product itself.</summary>
    public string Asker { get; init; } = "";

    public static readonly QueryLimits Default = new(TimeSpan.FromSeconds(60), 10_000);
}

/// <summary>A state of a table's data: another value means that the data may have changed.</summary>
public sealed record TableVersion(Seq<string> Table, string Version);

/// <summary>A connection to a database that answers validated queries and nothing else. Throws <see cref="WarehouseFault"/> when the outside fails.</summary>
public interface IWarehouse : IAsyncDisposable
{
    /// <summary>The connection's name, as models say it.</summary>
    string Name { get; }

    SqlDialect Dialect { get; }

    /// <summary>Runs the text read-only. On cancellation the caller has control back within 200 ms.</summary>
    Task<ResultTable> QueryAsync(ValidatedSql sql, QueryLimits limits, CancellationToken cancellationToken);

    /// <summary>What the engine's plan of the text would read. Nothing is run: a text that would fail midway or take hours is estimated at once.</summary>
    Task<QueryEstimate> EstimateAsync(ValidatedSql sql, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>The state of each table: the engine's counter, or the file's time and size.</summary>
    Task<Seq<TableVersion>> VersionsAsync(Seq<Seq<string>> tables, CancellationToken cancellationToken);

    /// <summary>What the database says of its tables and views. More than a scope may hold is a fault that says how to ask for less.</summary>
    Task<DatabaseSchema> SchemaAsync(SchemaScope scope, TimeSpan timeout, CancellationToken cancellationToken);
}
