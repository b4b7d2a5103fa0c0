using BiAssistant.DuckDb.Native;
using BiAssistant.DuckDb.Types;

namespace BiAssistant.DuckDb;

/// <summary>Loads rows into a table fast: values go typed into the engine's own chunks. What was not completed is thrown away, as far as the
/// engine has not taken it yet; load within a transaction where all or nothing is wanted.</summary>
public sealed partial class DuckDbAppender : IDisposable
{
    private readonly DuckDbConnection connection;
    private readonly ColumnType[] columns;
    private readonly Dictionary<string, int>[] words;
    private readonly AppendVector[] vectors;
    private readonly int capacity = (int)DuckDbNative.duckdb_vector_size();
    private readonly string table;
    private byte[] utf8 = new byte[256];
    private nint appender;
    private nint chunk;
    private int row;
    private int column;

    internal DuckDbAppender(DuckDbConnection connection, string? schema, string table)
    {
        (this.connection, this.table) = (connection, table);
        lock (connection.Gate)
        {
            connection.DemandNoReader();
            try
            {
                Check(DuckDbNative.duckdb_appender_create_ext(connection.Handle, null, schema, table, out appender));
                columns = new ColumnType[DuckDbNative.duckdb_appender_column_count(appender)];
                vectors = new AppendVector[columns.Length];
                chunk = NewChunk();
                words = [.. columns.Select(type => type.Words.Index().ToDictionary(word => word.Item, word => word.Index, StringComparer.Ordinal))];
                Attach();
            }
            catch
            {
                _ = DuckDbNative.duckdb_appender_destroy(ref appender);
                throw;
            }
        }
    }

    /// <summary>Rows ended so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Ends the row; each column must have got its value.</summary>
    public void EndRow()
    {
        if (column != columns.Length)
        {
            throw new InvalidOperationException($"A row of '{table}' has {columns.Length} columns and got {column} values.");
        }

        column = 0;
        Rows++;
        if (++row == capacity)
        {
            Push();
        }
    }

    /// <summary>Hands the last rows to the engine; after it the table has them all.</summary>
    public void Complete()
    {
        if (column != 0)
        {
            throw new InvalidOperationException($"The last row of '{table}' was begun and not ended.");
        }

        Push();
        lock (connection.Gate)
        {
            Check(DuckDbNative.duckdb_appender_flush(Open()));
        }
    }

    public void Dispose()
    {
        if (appender == 0)
        {
            return;
        }

        lock (connection.Gate)
        {
            DuckDbNative.duckdb_destroy_data_chunk(ref chunk);
            if (connection.State == System.Data.ConnectionState.Open)
            {
                _ = DuckDbNative.duckdb_appender_clear(appender);
            }

            _ = DuckDbNative.duckdb_appender_destroy(ref appender);
        }
    }

    private unsafe nint NewChunk()
    {
        var types = new nint[columns.Length];
        try
        {
            for (var i = 0; i < types.Length; i++)
            {
                types[i] = DuckDbNative.duckdb_appender_column_type(appender, (ulong)i);
                columns[i] = ColumnType.Take(DuckDbNative.duckdb_appender_column_type(appender, (ulong)i));
            }

            fixed (nint* at = types)
            {
                return DuckDbNative.duckdb_create_data_chunk(at, (ulong)types.Length);
            }
        }
        finally
        {
            foreach (var type in types)
            {
                var made = type;
                DuckDbNative.duckdb_destroy_logical_type(ref made);
            }
        }
    }

    private void Push()
    {
        if (row == 0)
        {
            return;
        }

        lock (connection.Gate)
        {
            DuckDbNative.duckdb_data_chunk_set_size(chunk, (ulong)row);
            Check(DuckDbNative.duckdb_append_data_chunk(Open(), chunk));
            DuckDbNative.duckdb_data_chunk_reset(chunk);
            Attach();
        }

        row = 0;
    }

    private void Attach()
    {
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = new AppendVector(DuckDbNative.duckdb_data_chunk_get_vector(chunk, (ulong)i));
        }
    }

    private nint Open() => appender != 0 ? appender : throw new InvalidOperationException("The appender is closed.");

    private void Check(int code)
    {
        if (code != 0)
        {
            throw new DuckDbException(NativeText.Borrowed(DuckDbNative.duckdb_appender_error(appender)));
        }
    }
}
