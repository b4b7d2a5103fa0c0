using System.Data;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Schemas;
using Npgsql;

namespace BiAssistant.Warehouses.Postgres;

/// <summary>
/// A PostgreSQL database. Sessions are read only by default, and each query runs alone in a read-only transaction that the server itself ends
/// when the time limit passes.
/// </summary>
public sealed class PostgresWarehouse : IWarehouse
{
    private readonly QueryGate gate;
    private readonly PostgresServerAddress address;
    private readonly NpgsqlDataSource source;
    private readonly NpgsqlDataSource askers;

    public PostgresWarehouse(string name, string url, int concurrency = 4)
    {
        Name = name;
        gate = new QueryGate(name, concurrency);
        address = PostgresServerAddress.Of(url);
        source = NpgsqlDataSource.Create(address.ConnectionString(concurrency + QueryGate.LookUpPlaces));
        askers = NpgsqlDataSource.Create(address.ConnectionString(sessions: 1));
    }

    public string Name { get; }

    public SqlDialect Dialect => SqlDialects.PostgreSql;

    public Task<ResultTable> QueryAsync(ValidatedSql sql, QueryLimits limits, CancellationToken cancellationToken) =>
        gate.RunAsync(limits, stop => InTransaction(limits.Timeout, (session, end, token) => PostgresRows.ReadAsync(Name, session, end, sql.Sql, limits, token), stop), cancellationToken);

    public Task<QueryEstimate> EstimateAsync(ValidatedSql sql, TimeSpan timeout, CancellationToken cancellationToken) =>
        gate.LookUpAsync(timeout, stop => InTransaction(timeout, (session, _, token) => PostgresEstimates.ReadAsync(Name, session, sql.Sql, token), stop), cancellationToken);

    public Task<Seq<TableVersion>> VersionsAsync(Seq<Seq<string>> tables, CancellationToken cancellationToken) =>
        gate.LookUpAsync(
            stop => InTransaction(QueryLimits.Default.Timeout, (session, _, token) => PostgresVersions.ReadAsync(Name, session, tables, token), stop),
            cancellationToken);

    public Task<DatabaseSchema> SchemaAsync(SchemaScope scope, TimeSpan timeout, CancellationToken cancellationToken) =>
        gate.RunAsync(timeout, stop => InTransaction(timeout, (session, _, token) => PostgresSchema.ReadAsync(Name, session, scope, token), stop), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await gate.DisposeAsync().ConfigureAwait(false);
        await source.DisposeAsync().ConfigureAwait(false);
        await askers.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>A session as queries have it, without the rest that keeps them from writing.</summary>
    internal async Task<T> InTransaction<T>(TimeSpan timeout, Func<NpgsqlConnection, PostgresStatementEnd, CancellationToken, Task<T>> work, CancellationToken stop)
    {
        NpgsqlConnection session;
        try
        {
            session = await source.OpenConnectionAsync(stop).ConfigureAwait(false);
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw PostgresFaults.OfOpening(Name, address, error);
        }

        await using (session.ConfigureAwait(false))
        {
            try
            {
                var transaction = await session.BeginTransactionAsync(stop).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    var process = await PostgresSession.LimitAsync(session, timeout, stop).ConfigureAwait(false);
                    var end = new PostgresStatementEnd(askers, process, stop);
                    await using (end.ConfigureAwait(false))
                    {
                        return await work(session, end, stop).ConfigureAwait(false);
                    }
                }
            }
            catch (NpgsqlException error)
            {
                throw OfQuery(error);
            }
            catch (Exception error) when (error is not (WarehouseFault or OperationCanceledException) && (error is ObjectDisposedException || session.State is not ConnectionState.Open))
            {
                // A connection that breaks under the driver's hands, or says what is no message, makes it stumble in many ways.
                throw OfQuery(error);
            }
        }
    }

    /// <summary>Where one connection broke, those that wait in the pool are as a rule broken as well.</summary>
    private WarehouseFault OfQuery(Exception error)
    {
        var fault = PostgresFaults.OfQuery(Name, address, error);
        if (fault.Kind == WarehouseFaultKind.Broken)
        {
            source.Clear();
        }

        return fault;
    }
}
