using System.Runtime.InteropServices;

namespace BiAssistant.DuckDb.Native;

/// <content>Splitting, preparing, binding and executing statements.</content>
internal static unsafe partial class DuckDbNative
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial ulong duckdb_extract_statements(nint connection, string sql, out nint statements);

    [LibraryImport(Library)]
    public static partial nint duckdb_extract_statements_error(nint statements);

    [LibraryImport(Library)]
    public static partial int duckdb_prepare_extracted_statement(nint connection, nint statements, ulong index, out nint prepared);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_extracted(ref nint statements);

    [LibraryImport(Library)]
    public static partial nint duckdb_prepare_error(nint prepared);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_prepare(ref nint prepared);

    [LibraryImport(Library)]
    public static partial int duckdb_prepared_statement_type(nint prepared);

    [LibraryImport(Library)]
    public static partial ulong duckdb_nparams(nint prepared);

    [LibraryImport(Library)]
    public static partial nint duckdb_parameter_name(nint prepared, ulong index);

    [LibraryImport(Library)]
    public static partial int duckdb_bind_value(nint prepared, ulong index, nint value);

    [LibraryImport(Library)]
    public static partial ulong duckdb_prepared_statement_column_count(nint prepared);

    [LibraryImport(Library)]
    public static partial nint duckdb_prepared_statement_column_name(nint prepared, ulong index);

    [LibraryImport(Library)]
    public static partial nint duckdb_prepared_statement_column_logical_type(nint prepared, ulong index);

    [LibraryImport(Library)]
    public static partial int duckdb_pending_prepared_streaming(nint prepared, out nint pending);

    [LibraryImport(Library)]
    public static partial nint duckdb_pending_error(nint pending);

    [LibraryImport(Library)]
    public static partial int duckdb_execute_pending(nint pending, out NativeResult result);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_pending(ref nint pending);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int duckdb_query(nint connection, string sql, out NativeResult result);
}
