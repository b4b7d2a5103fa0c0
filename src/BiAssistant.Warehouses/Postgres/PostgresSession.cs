using System.Globalization;
using Npgsql;

namespace BiAssistant.Warehouses.Postgres;

/// <summary>Closes a transaction to writing and bounds its time on the server, before the first statement that could do otherwise.</summary>
internal static class PostgresSession
{
    /// <summary>How much later than the caller's own limit the server stops by itself, should word of a cancellation not reach it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    public static async Task LimitAsync(NpgsqlConnection session, TimeSpan timeout, CancellationToken stop)
    {
        var milliseconds = ((long)(timeout + Grace).TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        var batch = new NpgsqlBatch(session)
        {
            BatchCommands = { new NpgsqlBatchCommand("SET TRANSACTION READ ONLY"), new NpgsqlBatchCommand($"SET LOCAL statement_timeout = {milliseconds}") },
        };
        await using (batch.ConfigureAwait(false))
        {
            await batch.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
        }
    }
}
