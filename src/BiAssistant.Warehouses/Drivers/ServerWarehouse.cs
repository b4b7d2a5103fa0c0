using System.Data.Common;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Schemas;
using BiAssistant.Sql.Writing;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses.Drivers;

/// <summary>
/// A database server that is spoken to through an ADO.NET driver found by name. Every query has a session for itself, bounded in number by the gate and in time on the
/// server; what differs from engine to engine is said by those who inherit it.
/// </summary>
public abstract class ServerWarehouse : IWarehouse
{
    /// <summary>The engine's own books are read at once or not at all.</summary>
    private static readonly TimeSpan ForVersions = TimeSpan.FromSeconds(15);

    private readonly QueryGate gate;
    private readonly DriverNeed need;
    private readonly SessionPool sessions = new(TimeProvider.System);

    private protected ServerWarehouse(string name, ServerAddress address, DriverNeed need, int concurrency)
    {
        (Name, Address) = (name, address);
        this.need = need;
        gate = new QueryGate(name, concurrency);
    }

    public string Name { get; }

    public abstract SqlDialect Dialect { get; }

    private protected ServerAddress Address { get; }

    /// <summary>Whether the server reads a text before its values come, which bounds it to one statement.</summary>
    private protected virtual bool Prepares => true;

    public Task<ResultTable> QueryAsync(ValidatedSql sql, QueryLimits limits, CancellationToken cancellationToken) =>
        gate.RunBlockingAsync(limits, stop => InSession(limits.Timeout, session => Rows(session, sql.Sql, limits.MaxRows), stop), cancellationToken);

    public Task<QueryEstimate> EstimateAsync(ValidatedSql sql, TimeSpan timeout, CancellationToken cancellationToken) =>
        gate.LookUpBlockingAsync(timeout, stop => InSession(timeout, session => Fitting(sql.Sql, fit => Estimate(session, fit)), stop), cancellationToken);

    public Task<Seq<TableVersion>> VersionsAsync(Seq<Seq<string>> tables, CancellationToken cancellationToken) =>
        gate.LookUpBlockingAsync(ForVersions, stop => InSession(ForVersions, session => Versions(session, tables), stop), cancellationToken);

    public Task<DatabaseSchema> SchemaAsync(SchemaScope scope, TimeSpan timeout, CancellationToken cancellationToken) =>
        gate.RunBlockingAsync(timeout, stop => InSession(timeout, session => Schema(session, scope), stop), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await gate.DisposeAsync().ConfigureAwait(false);
        sessions.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Says where the server is and how the driver is to behave, after the options of the URL, which it outvotes.</summary>
    private protected abstract void Configure(DbConnectionStringBuilder settings);

    /// <summary>Finds out quickly that nobody is there, where the driver does not.</summary>
    private protected virtual void Knock()
    {
    }

    /// <summary>Settles what a new session keeps for all its queries.</summary>
    private protected abstract void Settle(ServerSession session);

    /// <summary>Begins a transaction in which nothing can be written and bounds its time on the server.</summary>
    private protected abstract void Begin(ServerSession session, TimeSpan limit);

    private protected abstract void End(ServerSession session);

    /// <summary>What makes a text mean something else on this server; null when nothing does.</summary>
    private protected virtual WarehouseFault? Misfit(CompiledSql sql) => null;

    private protected abstract void Bind(DbParameter parameter, SqlArgument argument);

    private protected abstract Func<DbDataReader, int, ServerColumn> Columns();

    private protected abstract QueryEstimate Estimate(ServerSession session, CompiledSql sql);

    private protected abstract Seq<TableVersion> Versions(ServerSession session, Seq<Seq<string>> tables);

    private protected abstract DatabaseSchema Schema(ServerSession session, SchemaScope scope);

    private protected abstract WarehouseFault OfOpening(Exception error);

    private protected abstract WarehouseFault OfQuery(Exception error);

    /// <summary>Sets what only some of an engine's drivers know, and those that do not know it do not need.</summary>
    private protected static void SetWhereKnown(DbConnectionStringBuilder settings, string name, object value)
    {
        try
        {
            settings[name] = value;
        }
        catch (Exception error) when (error is ArgumentException or KeyNotFoundException)
        {
            settings.Remove(name);
        }
    }

    /// <summary>Gives the command the values of a text.</summary>
    private protected void Bind(DbCommand command, Seq<SqlArgument> arguments)
    {
        foreach (var argument in arguments)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{argument.Name}";
            Bind(parameter, argument);
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>Runs something small of the product's own beside the queries.</summary>
    private protected Task LookAsync(Action<ServerSession> look, TimeSpan limit, CancellationToken cancellationToken) =>
        gate.LookUpBlockingAsync(
            limit,
            stop => InSession(
                limit,
                session =>
                {
                    look(session);
                    return true;
                },
                stop),
            cancellationToken);

    private ResultTable Rows(ServerSession session, CompiledSql sql, int maxRows) => Fitting(
        sql,
        fit => session.Read(fit.Text, command => Bind(command, fit.Arguments), Prepares, reader => ServerRows.Read(Name, session, reader, Columns(), maxRows)));

    private T Fitting<T>(CompiledSql sql, Func<CompiledSql, T> run)
    {
        SendableTexts.Demand(Name, sql);
        return Misfit(sql) is { } misfit ? throw misfit : run(sql);
    }

    private T InSession<T>(TimeSpan limit, Func<ServerSession, T> work, CancellationToken stop)
    {
        var session = Begun(limit, stop);
        try
        {
            var result = work(session);
            if (!session.IsSpent)
            {
                End(session);
            }

            return result;
        }
        finally
        {
            sessions.Give(session);
        }
    }

    /// <summary>A session that rested may have been closed by the other side meanwhile: then a new one is opened, which says what is wrong if something is.</summary>
    private ServerSession Begun(TimeSpan limit, CancellationToken stop)
    {
        if (sessions.Take() is { } rested)
        {
            try
            {
                return Begun(rested, limit, stop);
            }
            catch (WarehouseFault)
            {
                rested.Dispose();
            }
        }

        return Begun(Open(limit, stop), limit, stop);
    }

    private ServerSession Begun(ServerSession session, TimeSpan limit, CancellationToken stop)
    {
        try
        {
            session.Limit(limit, stop);
            Begin(session, limit);
            return session;
        }
        catch (Exception)
        {
            session.Dispose();
            throw;
        }
    }

    private ServerSession Open(TimeSpan limit, CancellationToken stop)
    {
        var driver = need.Find(Name, Address.Driver);
        stop.ThrowIfCancellationRequested();
        var session = new ServerSession(Connected(driver), OfQuery);
        try
        {
            session.Limit(limit, stop);
            Settle(session);
            return session;
        }
        catch (Exception)
        {
            session.Dispose();
            throw;
        }
    }

    private DbConnection Connected(DbProviderFactory driver)
    {
        var connection = driver.CreateConnection() ?? throw Unusable();
        try
        {
            connection.ConnectionString = Settings(driver);
            Knock();
            connection.Open();
            return connection;
        }
        catch (Exception error) when (error is not WarehouseFault)
        {
            connection.Dispose();
            throw OfOpening(error);
        }
    }

    private string Settings(DbProviderFactory driver)
    {
        var settings = driver.CreateConnectionStringBuilder() ?? throw Unusable();
        try
        {
            Address.AddOptions(settings);
            Configure(settings);
            return settings.ConnectionString;
        }
        catch (Exception error) when (error is ArgumentException or KeyNotFoundException or FormatException or InvalidCastException or OverflowException)
        {
            throw new WarehouseFault(Name, new OptionsUnknown(need.Engine), error);
        }
    }

    private WarehouseFault Unusable() => new(Name, new DriverUnusable(need.Engine, "it makes no connections"));
}
