using BiAssistant.DuckDb;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Schemas;

namespace BiAssistant.Warehouses.DuckDb;

/// <summary>A DuckDB file, read only, with files, network and settings closed to SQL. A file put in its place is seen by the next query.</summary>
public sealed class DuckDbWarehouse(string name, string path, int concurrency = 4, DuckDbLimits? limits = null) : IWarehouse
{
    private readonly QueryGate gate = new(name, concurrency);
    private readonly DuckDbSessions sessions = new(name, path, limits);

    public string Name => name;

    public SqlDialect Dialect => SqlDialects.DuckDb;

    public Task<ResultTable> QueryAsync(ValidatedSql sql, QueryLimits limits, CancellationToken cancellationToken) =>
        gate.RunBlockingAsync(limits, stop => WithConnection(connection => DuckDbRows.Read(name, connection, sql.Sql, limits.MaxRows, stop), stop), cancellationToken);

    public Task<QueryEstimate> EstimateAsync(ValidatedSql sql, TimeSpan timeout, CancellationToken cancellationToken) =>
        gate.LookUpBlockingAsync(timeout, stop => WithConnection(connection => DuckDbEstimates.Read(name, connection, sql.Sql, stop), stop), cancellationToken);

    public Task<Seq<TableVersion>> VersionsAsync(Seq<Seq<string>> tables, CancellationToken cancellationToken) =>
        Task.Run(() => WarehouseFile.Find(name, path).Versions(tables, DuckDbSessions.LogEnding), cancellationToken);

    public Task<DatabaseSchema> SchemaAsync(SchemaScope scope, TimeSpan timeout, CancellationToken cancellationToken) =>
        gate.RunBlockingAsync(timeout, stop => WithConnection(connection => DuckDbSchema.Read(name, connection, scope, stop), stop), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await gate.DisposeAsync().ConfigureAwait(false);
        sessions.Dispose();
    }

    private T WithConnection<T>(Func<DuckDbConnection, T> read, CancellationToken stop)
    {
        var connection = sessions.Rent(stop);
        var whole = false;
        try
        {
            var result = read(connection);
            whole = true;
            return result;
        }
        catch (DuckDbException error)
        {
            if (error.Kind is DuckDbErrorKind.Fatal or DuckDbErrorKind.Internal)
            {
                // The engine answers nothing more from a database that it has lost, on any of its connections.
                sessions.Forget();
            }

            throw DuckDbFaults.OfQuery(name, error);
        }
        finally
        {
            sessions.Return(connection, whole);
        }
    }
}
