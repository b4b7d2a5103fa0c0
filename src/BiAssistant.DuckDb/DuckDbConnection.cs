using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using BiAssistant.DuckDb.Native;

namespace BiAssistant.DuckDb;

/// <summary>A session with a database; all connections of the process to one file share the open file, and each serves one thread at a time.</summary>
public sealed class DuckDbConnection : DbConnection
{
    private readonly Lock interrupting = new();
    private string connectionString = "";
    private string? key;
    private nint handle;
    private ConnectionState state;
    private DuckDbTransaction? transaction;
    private DuckDbDataReader? reader;

    public DuckDbConnection()
    {
    }

    public DuckDbConnection(string connectionString) => this.connectionString = connectionString;

    [AllowNull]
    public override string ConnectionString
    {
        get => connectionString;
        set => connectionString = state == ConnectionState.Closed
            ? value ?? ""
            : throw new InvalidOperationException("The connection string cannot change while the connection is open.");
    }

    public override string Database => "main";

    public override string DataSource => new DuckDbConnectionStringBuilder(connectionString).DataSource;

    public override string ServerVersion => NativeText.Borrowed(DuckDbNative.duckdb_library_version());

    public override ConnectionState State => state;

    /// <summary>One call into the engine at a time, so that closing waits for what another thread began.</summary>
    internal Lock Gate { get; } = new();

    internal nint Handle => state == ConnectionState.Open ? handle : throw new InvalidOperationException("The connection is not open.");

    protected override DbProviderFactory DbProviderFactory => DuckDbProviderFactory.Instance;

    public override void Open()
    {
        if (state == ConnectionState.Open)
        {
            throw new InvalidOperationException("The connection is already open.");
        }

        var wanted = new DuckDbConnectionStringBuilder(connectionString);
        (key, handle) = OpenDatabases.Connect(wanted.DataSource, wanted.Settings());
        state = ConnectionState.Open;
        OnStateChange(new StateChangeEventArgs(ConnectionState.Closed, ConnectionState.Open));
    }

    public override Task OpenAsync(CancellationToken cancellationToken) => Task.Run(Open, cancellationToken);

    /// <summary>Closes what is still open on it: first the reader, then the transaction, which is rolled back.</summary>
    public override void Close()
    {
        if (state != ConnectionState.Open || key is null)
        {
            return;
        }

        lock (Gate)
        {
            CloseReader();
            transaction?.Dispose();
            lock (interrupting)
            {
                state = ConnectionState.Closed;
                OpenDatabases.Disconnect(key, ref handle);
            }
        }

        OnStateChange(new StateChangeEventArgs(ConnectionState.Open, ConnectionState.Closed));
    }

    public override void ChangeDatabase(string databaseName) =>
        Execute($"USE \"{databaseName.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");

    public new DuckDbTransaction BeginTransaction() => (DuckDbTransaction)BeginDbTransaction(IsolationLevel.Unspecified);

    public new DuckDbCommand CreateCommand() => new() { Connection = this };

    public DuckDbCommand CreateCommand(string sql) => new() { Connection = this, CommandText = sql };

    /// <summary>Loads rows into a table, a value at a time and typed; call <see cref="DuckDbAppender.Complete"/> when all are in.</summary>
    public DuckDbAppender CreateAppender(string table, string? schema = null) => new(this, schema, table);

    /// <summary>Says how many statements a text holds and, where it is one, what it does, what it asks for and what it gives, without running it.</summary>
    public DuckDbInspection Inspect(string sql)
    {
        lock (Gate)
        {
            return DuckDbInspection.Of(Handle, sql);
        }
    }

    internal void Interrupt()
    {
        lock (interrupting)
        {
            if (state == ConnectionState.Open)
            {
                DuckDbNative.duckdb_interrupt(handle);
            }
        }
    }

    internal void Execute(string sql)
    {
        lock (Gate)
        {
            DemandNoReader();
            var failed = DuckDbNative.duckdb_query(Handle, sql, out var result) != 0;
            try
            {
                if (failed)
                {
                    throw DuckDbException.Of(ref result);
                }
            }
            finally
            {
                DuckDbNative.duckdb_destroy_result(ref result);
            }
        }
    }

    /// <summary>For a statement whose failure changes nothing.</summary>
    internal bool TryExecute(string sql)
    {
        lock (Gate)
        {
            var done = DuckDbNative.duckdb_query(Handle, sql, out var result) == 0;
            DuckDbNative.duckdb_destroy_result(ref result);
            return done;
        }
    }

    internal void DemandNoReader()
    {
        if (reader is not null)
        {
            throw new InvalidOperationException("A reader is still open on this connection; close it first or use a second connection.");
        }
    }

    internal void Remember(DuckDbDataReader opened) => reader = opened;

    internal void Forget(DuckDbDataReader closed) => reader = ReferenceEquals(reader, closed) ? null : reader;

    internal void Forget(DuckDbTransaction finished) => transaction = ReferenceEquals(transaction, finished) ? null : transaction;

    internal void CloseReader() => reader?.Close();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => transaction is null
        ? transaction = new DuckDbTransaction(this, isolationLevel)
        : throw new InvalidOperationException("A transaction is already open on this connection.");

    protected override DbCommand CreateDbCommand() => CreateCommand();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
        }

        base.Dispose(disposing);
    }
}
