using BiAssistant.Sql;
using BiAssistant.Sql.Writing;
using Npgsql;

namespace BiAssistant.Warehouses.Postgres;

/// <summary>Runs one statement and reads its rows.</summary>
internal static class PostgresRows
{
    public static async Task<ResultTable> ReadAsync(string warehouse, NpgsqlConnection session, PostgresStatementEnd end, CompiledSql sql, QueryLimits limits, CancellationToken stop)
    {
        SendableTexts.Demand(warehouse, sql);
        // A batch's command is one statement or none: the driver refuses a second one instead of splitting the text.
        var batch = new NpgsqlBatch(session) { BatchCommands = { PostgresArguments.Select("", sql) }, Timeout = PostgresSession.EndedByToken };
        await using (batch.ConfigureAwait(false))
        {
            try
            {
                var reader = await batch.ExecuteReaderAsync(stop).ConfigureAwait(false);
                var whole = false;
                try
                {
                    var result = await ReadAsync(warehouse, reader, limits.MaxRows, stop).ConfigureAwait(false);
                    whole = !result.Truncated;
                    return result;
                }
                finally
                {
                    await CloseAsync(reader, whole, end).ConfigureAwait(false);
                }
            }
            catch (NotSupportedException)
            {
                throw Cells.SecondStatement(warehouse);
            }
        }
    }

    /// <summary>To have the session free again, the driver reads what is left of a result, however long that takes: a statement with rows left over is ended before.</summary>
    private static async Task CloseAsync(NpgsqlDataReader reader, bool whole, PostgresStatementEnd end)
    {
        if (!whole)
        {
            end.Begin();
        }

        try
        {
            await reader.DisposeAsync().ConfigureAwait(false);
        }
        catch (NpgsqlException) when (!whole)
        {
            // It ended as it was told to.
        }
    }

    private static async Task<ResultTable> ReadAsync(string warehouse, NpgsqlDataReader reader, int maxRows, CancellationToken stop)
    {
        var columns = Enumerable.Range(0, reader.FieldCount).Select(place => new PostgresCells(warehouse, reader, place)).ToArray();
        var rows = new List<object?[]>();
        while (rows.Count < maxRows && await reader.ReadAsync(stop).ConfigureAwait(false))
        {
            rows.Add([.. columns.Select(column => column.Cell())]);
        }

        var truncated = rows.Count == maxRows && await reader.ReadAsync(stop).ConfigureAwait(false);
        var finished = columns.Select(column => column.Finish(rows)).ToSeq();
        return new ResultTable(finished, rows.Select(row => Seq.Create<object?>(row)).ToSeq(), truncated);
    }
}
