using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Schemas;
using BiAssistant.Warehouses.Faults;
using Microsoft.Data.Sqlite;

namespace BiAssistant.Warehouses.Sqlite;

/// <summary>
/// A SQLite file, read only. Every query opens the file anew, so that a file put in its place is seen by the next query; nothing but reading
/// is authorised on the connection.
/// </summary>
public sealed class SqliteWarehouse(string name, string path, int concurrency = 4) : IWarehouse
{
    private readonly QueryGate gate = new(name, concurrency);

    public string Name => name;

    public SqlDialect Dialect => SqlDialects.Sqlite;

    public Task<ResultTable> QueryAsync(ValidatedSql sql, QueryLimits limits, CancellationToken cancellationToken) =>
        gate.RunBlockingAsync(limits, stop => Read(() => Rows(sql, limits, stop)), cancellationToken);

    public Task<QueryEstimate> EstimateAsync(ValidatedSql sql, TimeSpan timeout, CancellationToken cancellationToken) =>
        gate.LookUpBlockingAsync(timeout, stop => Read(() => Estimate(sql, timeout, stop)), cancellationToken);

    public Task<Seq<TableVersion>> VersionsAsync(Seq<Seq<string>> tables, CancellationToken cancellationToken) =>
        Task.Run(() => WarehouseFile.Find(name, path).Versions(tables, logEnding: "-wal"), cancellationToken);

    public Task<DatabaseSchema> SchemaAsync(SchemaScope scope, TimeSpan timeout, CancellationToken cancellationToken) =>
        gate.RunBlockingAsync(timeout, stop => Read(() => Schema(scope, stop)), cancellationToken);

    public ValueTask DisposeAsync() => gate.DisposeAsync();

    private ResultTable Rows(ValidatedSql sql, QueryLimits limits, CancellationToken stop)
    {
        SendableTexts.Demand(name, sql.Sql);
        using var connection = SqliteSession.Open(path, stop);
        using var command = SqliteArguments.Command(connection, sql.Sql.Text, sql.Sql.Arguments, limits.Timeout);
        using var reader = command.ExecuteReader();
        return SqliteRows.Read(name, reader, limits.MaxRows, stop);
    }

    private QueryEstimate Estimate(ValidatedSql sql, TimeSpan timeout, CancellationToken stop)
    {
        SendableTexts.Demand(name, sql.Sql);
        using var connection = SqliteSession.Open(path, stop);
        return SqliteEstimates.Read(name, connection, sql.Sql, timeout);
    }

    private DatabaseSchema Schema(SchemaScope scope, CancellationToken stop)
    {
        using var connection = SqliteSession.OpenForSchema(path, stop);
        return SqliteSchema.Read(name, connection, scope, stop);
    }

    private T Read<T>(Func<T> read)
    {
        WarehouseFile.Find(name, path);
        try
        {
            return read();
        }
        catch (SqliteException error)
        {
            throw SqliteFaults.Explain(name, path, error);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            throw new WarehouseFault(name, new LibraryMissing("SQLite"), error);
        }
    }
}
