namespace BiAssistant.DuckDb.Native;

/// <summary>A text split into its statements, each prepared when its turn comes, because the one before may make the table that it reads.</summary>
internal sealed class StatementList : IDisposable
{
    private nint handle;
    private ulong next;

    private StatementList(nint handle, ulong count) => (this.handle, Count) = (handle, count);

    public ulong Count { get; }

    public static StatementList Split(nint connection, string sql)
    {
        if (sql.Contains('\0', StringComparison.Ordinal))
        {
            // The interface ends a text at this character: what stands behind it would be dropped without a word.
            throw new DuckDbException("Parser Error: SQL cannot hold the character U+0000.", DuckDbErrorKind.Parser);
        }

        var count = DuckDbNative.duckdb_extract_statements(connection, sql, out var handle);
        if (count > 0)
        {
            return new StatementList(handle, count);
        }

        var error = NativeText.Borrowed(DuckDbNative.duckdb_extract_statements_error(handle));
        DuckDbNative.duckdb_destroy_extracted(ref handle);
        throw error.Length > 0 ? new DuckDbException(error) : new DuckDbException("Parser Error: the text holds no statement.", DuckDbErrorKind.Parser);
    }

    public PreparedStatement? PrepareNext(nint connection)
    {
        if (next == Count)
        {
            return null;
        }

        var failed = DuckDbNative.duckdb_prepare_extracted_statement(connection, handle, next++, out var prepared) != 0;
        if (!failed)
        {
            return new PreparedStatement(prepared);
        }

        var error = NativeText.Borrowed(DuckDbNative.duckdb_prepare_error(prepared));
        DuckDbNative.duckdb_destroy_prepare(ref prepared);
        throw new DuckDbException(error);
    }

    public void Dispose() => DuckDbNative.duckdb_destroy_extracted(ref handle);
}
