using BiAssistant.DuckDb;

namespace BiAssistant.Warehouses.DuckDb;

/// <summary>
/// Connections to one file, kept for the next query. The engine holds a file open once for the whole process, so when another file has been put in
/// its place all connections are closed, those in use after their query, before the new file is opened.
/// </summary>
/// <param name="warehouse">The name that faults speak of.</param>
/// <param name="path">The file.</param>
/// <param name="limits">What its queries may take; the usual bounds where nothing is said.</param>
internal sealed class DuckDbSessions(string warehouse, string path, DuckDbLimits? limits = null) : IDisposable
{
    public const string LogEnding = ".wal";

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    private readonly object gate = new();
    private readonly Stack<DuckDbConnection> idle = new();
    private string version = "";
    private int rented;

    /// <summary>A connection to the file that is there now; waits while an older file is still being read.</summary>
    public DuckDbConnection Rent(CancellationToken stop)
    {
        lock (gate)
        {
            while (true)
            {
                stop.ThrowIfCancellationRequested();
                var present = WarehouseFile.Find(warehouse, path).Version(LogEnding);
                if (present != version && rented > 0)
                {
                    Monitor.Wait(gate, LookAgain);
                    continue;
                }

                if (present != version)
                {
                    CloseIdle();
                    version = present;
                }

                var connection = idle.Count > 0 ? idle.Pop() : Open();
                rented++;
                return connection;
            }
        }
    }

    /// <summary>Takes a connection back; one whose query did not end well is closed.</summary>
    public void Return(DuckDbConnection connection, bool whole)
    {
        lock (gate)
        {
            rented--;
            if (whole)
            {
                idle.Push(connection);
            }
            else
            {
                connection.Dispose();
            }

            Monitor.PulseAll(gate);
        }
    }

    /// <summary>What was opened is of no use any more: the next query opens the file anew, after those that still read have ended.</summary>
    public void Forget()
    {
        lock (gate)
        {
            version = "";
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            CloseIdle();
        }
    }

    private void CloseIdle()
    {
        while (idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }

    private DuckDbConnection Open()
    {
        var connection = new DuckDbConnection(DuckDbConnectionStringBuilder.ForReading(path, limits).ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (Exception error)
        {
            connection.Dispose();
            throw DuckDbFaults.OfOpening(warehouse, path, error);
        }
    }
}
