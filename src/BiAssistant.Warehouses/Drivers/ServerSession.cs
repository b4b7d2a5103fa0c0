using System.Data;
using System.Data.Common;

namespace BiAssistant.Warehouses.Drivers;

/// <summary>
/// One connection to a server, used by one query at a time. What the driver throws leaves as a fault, in the engine's words. A command that is told to stop is stopped on the
/// server; a session that anything went wrong with, or that was told to stop, is spent and never used again.
/// </summary>
internal sealed class ServerSession(DbConnection connection, Func<Exception, WarehouseFault> explain) : IDisposable
{
    /// <summary>How much longer than the server's own limit the driver waits, should the server not answer any more.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BetweenCancels = TimeSpan.FromMilliseconds(250);

    private CancellationToken stop;
    private int commandSeconds;
    private DbCommand? running;

    public bool IsSpent { get; private set; }

    /// <summary>Whether it served a query before.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Bounds what follows.</summary>
    public void Limit(TimeSpan limit, CancellationToken cancellationToken)
    {
        stop = cancellationToken;
        commandSeconds = (int)Math.Min(Math.Ceiling((limit + Silence).TotalSeconds), int.MaxValue);
    }

    public void Rest() => IsUsed = true;

    /// <summary>Runs a text of the product's own.</summary>
    public void Execute(string text) => Run(text, static _ => { }, prepared: false, static command =>
    {
        command.ExecuteNonQuery();
        return true;
    });

    /// <summary>The rows of a text of the product's own.</summary>
    public List<T> Rows<T>(string text, Func<DbDataReader, T> row, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var given = values.ToArray();
        return Read(text, command => Array.ForEach(given, value => Add(command, value.Name, value.Value)), prepared: false, reader =>
        {
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(row(reader));
            }

            return rows;
        });
    }

    /// <summary>Runs a text and reads what it gives.</summary>
    /// <param name="bind">Gives the command its parameters.</param>
    /// <param name="prepared">The server reads the text before any value comes: it is one statement or an error.</param>
    public T Read<T>(string text, Action<DbCommand> bind, bool prepared, Func<DbDataReader, T> read) => Run(text, bind, prepared, command =>
    {
        // After a cancellation some drivers give no reader at all.
        using var reader = command.ExecuteReader() ?? throw new InvalidOperationException("The driver gave no reader.");
        try
        {
            return read(reader);
        }
        catch (Exception)
        {
            // To close a reader, drivers read what is left of its rows, however many these are.
            LeaveTheRest();
            throw;
        }
    });

    /// <summary>Tells the server to send no more rows of what is being read.</summary>
    public void LeaveTheRest()
    {
        IsSpent = true;
        if (running is { } command)
        {
            Cancel(command);
        }
    }

    public void Dispose()
    {
        IsSpent = true;
        try
        {
            connection.Dispose();
        }
        catch (Exception error) when (error is DbException or IOException or InvalidOperationException)
        {
            // The connection was broken before: there is nothing left to close.
        }
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ($"@{name}", value);
        command.Parameters.Add(parameter);
    }

    private T Run<T>(string text, Action<DbCommand> bind, bool prepared, Func<DbCommand, T> run)
    {
        stop.ThrowIfCancellationRequested();
        var command = connection.CreateCommand();
        (command.CommandText, command.CommandType, command.CommandTimeout) = (text, CommandType.Text, commandSeconds);
        bind(command);
        var done = new ManualResetEventSlim();
        running = command;
        using var registration = stop.Register(() => CancelUntil(done, command));
        try
        {
            if (prepared)
            {
                command.Prepare();
            }

            var result = run(command);
            command.Dispose();
            stop.ThrowIfCancellationRequested();
            return result;
        }
        catch (Exception error) when (error is not WarehouseFault)
        {
            IsSpent = true;
            stop.ThrowIfCancellationRequested();
            throw explain(error);
        }
        catch (WarehouseFault)
        {
            IsSpent = true;
            throw;
        }
        finally
        {
            running = null;
            done.Set();
        }
    }

    /// <summary>A statement that has not begun yet does not hear the first call, so it is told again. On a thread of its own: whoever cancels does not wait for the server.</summary>
    private void CancelUntil(ManualResetEventSlim done, DbCommand command)
    {
        IsSpent = true;
        _ = Task.Factory.StartNew(
            () =>
            {
                while (!done.IsSet)
                {
                    Cancel(command);
                    done.Wait(BetweenCancels, CancellationToken.None);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    private static void Cancel(DbCommand command)
    {
        try
        {
            command.Cancel();
        }
        catch (Exception error) when (error is DbException or InvalidOperationException or IOException or System.Net.Sockets.SocketException or NullReferenceException)
        {
            // The server cannot be told: it ends the statement itself when its own limit passes.
        }
    }
}
