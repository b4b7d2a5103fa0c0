using System.Runtime.InteropServices;

namespace BiAssistant.DuckDb.Native;

/// <content>Values for parameters.</content>
internal static unsafe partial class DuckDbNative
{
    [LibraryImport(Library)]
    public static partial nint duckdb_create_null_value();

    [LibraryImport(Library)]
    public static partial nint duckdb_create_bool([MarshalAs(UnmanagedType.U1)] bool value);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_int8(sbyte value);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_uint8(byte value);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_int16(short value);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_uint16(ushort value);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_int32(int value);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_uint32(uint value);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_int64(long value);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_uint64(ulong value);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_hugeint(NativeHugeInt value);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_uhugeint(NativeHugeInt value);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_float(float value);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_double(double value);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_decimal(NativeDecimal value);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_varchar_length(byte* text, ulong length);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_blob(byte* data, ulong length);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_date(int days);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_time(long microseconds);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_timestamp(long microseconds);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_timestamp_tz(long microseconds);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_interval(DuckDbInterval value);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_uuid(NativeHugeInt value);

    [LibraryImport(Library)]
    public static partial nint duckdb_create_list_value(nint type, nint* values, ulong count);

    [LibraryImport(Library)]
    public static partial nint duckdb_get_value_type(nint value);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_value(ref nint value);
}
