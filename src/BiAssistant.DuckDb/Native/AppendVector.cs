namespace BiAssistant.DuckDb.Native;

/// <summary>A column of a chunk being filled.</summary>
internal unsafe struct AppendVector(nint handle)
{
    private readonly nint handle = handle;
    private readonly byte* data = (byte*)DuckDbNative.duckdb_vector_get_data(handle);
    private ulong* validity;

    public readonly void Set<T>(int row, T value)
        where T : unmanaged => ((T*)data)[row] = value;

    public readonly void SetBytes(int row, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* at = bytes.IsEmpty ? [0] : bytes)
        {
            DuckDbNative.duckdb_vector_assign_string_element_len(handle, (ulong)row, at, (ulong)bytes.Length);
        }
    }

    public void SetNull(int row)
    {
        if (validity == null)
        {
            DuckDbNative.duckdb_vector_ensure_validity_writable(handle);
            validity = DuckDbNative.duckdb_vector_get_validity(handle);
        }

        validity[row >> 6] &= ~(1UL << (row & 63));
    }
}
