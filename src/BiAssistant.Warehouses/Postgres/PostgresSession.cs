using System.Globalization;
using Npgsql;

namespace BiAssistant.Warehouses.Postgres;

/// <summary>Closes a transaction to writing and bounds its time on the server, before the first statement that could do otherwise.</summary>
internal static class PostgresSession
{
    /// <summary>No limit of the driver's for a statement, as it gives to its commands: the caller's token and the server's own limit end it.</summary>
    public const int EndedByToken = 0;

    /// <summary>How much later than the caller's own limit the server stops by itself, should word of a cancellation not reach it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    /// <summary>Gives the server's number of the session. What comes first in a transaction also settles its kind: it can no longer be made one that writes.</summary>
    public static async Task<int> LimitAsync(NpgsqlConnection session, TimeSpan timeout, CancellationToken stop)
    {
        var milliseconds = ((long)(timeout + Grace).TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        var batch = new NpgsqlBatch(session)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("SET TRANSACTION READ ONLY"),
                new NpgsqlBatchCommand($"SET LOCAL statement_timeout = {milliseconds}"),
                new NpgsqlBatchCommand("SELECT pg_catalog.pg_backend_pid()"),
            },
        };
        await using (batch.ConfigureAwait(false))
        {
            return (int)(await batch.ExecuteScalarAsync(stop).ConfigureAwait(false))!;
        }
    }
}
