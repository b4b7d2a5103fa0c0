using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using BiAssistant.DuckDb.Native;

namespace BiAssistant.DuckDb;

/// <summary>SQL with its parameters; the asynchronous methods run it off the caller's thread, and cancelling leaves the connection usable.</summary>
public sealed class DuckDbCommand : DbCommand
{
    private readonly DuckDbParameterCollection parameters = new();
    private DuckDbConnection? connection;
    private volatile Interruption? running;

    public DuckDbCommand()
    {
    }

    public DuckDbCommand(string sql, DuckDbConnection connection) => (CommandText, this.connection) = (sql, connection);

    [AllowNull]
    public override string CommandText { get; set => field = value ?? ""; } = "";

    /// <summary>Seconds from the start to the last row read; 0, the default, is no limit. Running over it is a <see cref="TimeoutException"/>.</summary>
    public override int CommandTimeout
    {
        get;
        set => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), "A time limit is not negative.");
    }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text)
            {
                throw new NotSupportedException("The engine has no stored procedures: a command is SQL text.");
            }
        }
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    public new DuckDbParameterCollection Parameters => parameters;

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => connection = value is null or DuckDbConnection ? (DuckDbConnection?)value : throw new ArgumentException("The connection belongs to another provider.", nameof(value));
    }

    protected override DbParameterCollection DbParameterCollection => parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    /// <summary>Stops the running command from another thread; does nothing when none runs.</summary>
    public override void Cancel() => running?.Cancel();

    /// <summary>Checks the first statement against the database without running it.</summary>
    public override void Prepare()
    {
        var open = Demand();
        lock (open.Gate)
        {
            using var statements = StatementList.Split(open.Handle, CommandText);
            statements.PrepareNext(open.Handle)?.Dispose();
        }
    }

    public override int ExecuteNonQuery() => RunThrough(CancellationToken.None);

    public override object? ExecuteScalar() => First(CancellationToken.None);

    public new DuckDbDataReader ExecuteReader() => Start(CommandBehavior.Default, CancellationToken.None);

    public new DuckDbDataReader ExecuteReader(CommandBehavior behavior) => Start(behavior, CancellationToken.None);

    /// <summary>Runs on the caller's thread and stops, as reading its rows does, when the token is cancelled.</summary>
    public DuckDbDataReader ExecuteReader(CancellationToken cancellationToken) => Start(CommandBehavior.Default, cancellationToken);

    public new async Task<DuckDbDataReader> ExecuteReaderAsync(CancellationToken cancellationToken = default) =>
        await Task.Run(() => Start(CommandBehavior.Default, cancellationToken), cancellationToken).ConfigureAwait(false);

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) =>
        Task.Run(() => RunThrough(cancellationToken), cancellationToken);

    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) =>
        Task.Run(() => First(cancellationToken), cancellationToken);

    internal void Ended(Interruption watch)
    {
        if (ReferenceEquals(running, watch))
        {
            running = null;
        }
    }

    protected override DbParameter CreateDbParameter() => new DuckDbParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Start(behavior, CancellationToken.None);

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        await Task.Run(() => Start(behavior, cancellationToken), cancellationToken).ConfigureAwait(false);

    private DuckDbConnection Demand() => connection ?? throw new InvalidOperationException("The command has no connection.");

    private DuckDbDataReader Start(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        var open = Demand();
        cancellationToken.ThrowIfCancellationRequested();
        lock (open.Gate)
        {
            open.DemandNoReader();
            var statements = StatementList.Split(open.Handle, CommandText);
            running = new Interruption(open, CommandTimeout, cancellationToken);
            return DuckDbDataReader.Open(this, open, statements, running, behavior);
        }
    }

    private int RunThrough(CancellationToken cancellationToken)
    {
        using var reader = Start(CommandBehavior.Default, cancellationToken);
        do
        {
            while (reader.ReadChunk())
            {
                // Nobody asked for the rows; they are made because making them may be what was wanted.
            }
        }
        while (reader.NextResult());
        return reader.RecordsAffected;
    }

    private object? First(CancellationToken cancellationToken)
    {
        using var reader = Start(CommandBehavior.Default, cancellationToken);
        return reader.Read() ? reader.GetValue(0) : null;
    }
}
