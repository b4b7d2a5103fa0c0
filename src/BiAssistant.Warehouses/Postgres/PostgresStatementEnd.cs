using Npgsql;

namespace BiAssistant.Warehouses.Postgres;

/// <summary>
/// Has the server end what a session runs when nobody wants it any more, by a second session, and asks again until it has: a request that reaches a process while it compiles a
/// statement or between two of its steps is lost, and the driver asks once and then leaves the process alone with its work. To be disposed before the session is used again.
/// </summary>
internal sealed class PostgresStatementEnd : IAsyncDisposable
{
    private const int MostTimes = 40;

    /// <summary>A connection that has fallen silent must not keep the session, and its place, waiting for the answer.</summary>
    private const int SecondsToAsk = 3;

    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(150);

    private readonly NpgsqlDataSource askers;
    private readonly int process;
    private readonly CancellationTokenSource ended = new();
    private readonly CancellationTokenRegistration registration;
    private readonly object gate = new();
    private Task asking = Task.CompletedTask;
    private bool begun;

    /// <param name="process">The server's number of the session.</param>
    public PostgresStatementEnd(NpgsqlDataSource askers, int process, CancellationToken stop)
    {
        (this.askers, this.process) = (askers, process);
        registration = stop.Register(Begin);
    }

    /// <summary>Returns at once.</summary>
    public void Begin()
    {
        lock (gate)
        {
            if (!begun)
            {
                begun = true;
                asking = Task.Run(AskAsync);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await registration.DisposeAsync().ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        await asking.ConfigureAwait(false);
        ended.Dispose();
    }

    private async Task AskAsync()
    {
        var request = askers.CreateCommand("SELECT pg_catalog.pg_cancel_backend($1)");
        await using (request.ConfigureAwait(false))
        {
            request.CommandTimeout = SecondsToAsk;
            request.Parameters.Add(new NpgsqlParameter<int> { TypedValue = process });
            for (var time = 0; time < MostTimes && !ended.IsCancellationRequested; time++)
            {
                try
                {
                    await request.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
                }
                catch (NpgsqlException)
                {
                    // Who cannot be asked ends the statement when its time is over.
                    return;
                }

                await Task.Delay(AskAgain, TimeProvider.System, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
