using System.Runtime.CompilerServices;
using BiAssistant.DuckDb.Native;

namespace BiAssistant.DuckDb.Types;

/// <summary>One column of one chunk: typed data and a bit mask of which rows are not null; valid as long as its chunk.</summary>
internal readonly unsafe struct ColumnVector(nint handle, ColumnType type)
{
    public readonly ColumnType Type = type;
    private readonly nint handle = handle;
    private readonly byte* data = (byte*)DuckDbNative.duckdb_vector_get_data(handle);
    private readonly ulong* validity = DuckDbNative.duckdb_vector_get_validity(handle);

    public bool HasMask => validity != null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNull(int row) => validity != null && ((validity[row >> 6] >> (row & 63)) & 1) == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(int row)
        where T : unmanaged => Unsafe.ReadUnaligned<T>(data + ((long)row * sizeof(T)));

    public ReadOnlySpan<byte> Bytes(int row) => NativeString.Bytes((NativeString*)data + row);

    public ReadOnlySpan<T> Span<T>(int rows)
        where T : unmanaged => new(data, rows);

    public ReadOnlySpan<ulong> Mask(int rows) => validity == null ? default : new ReadOnlySpan<ulong>(validity, (rows + 63) / 64);

    public ColumnVector ListChild(ColumnType element) => new(DuckDbNative.duckdb_list_vector_get_child(handle), element);

    public ColumnVector ArrayChild() => new(DuckDbNative.duckdb_array_vector_get_child(handle), Type.Parts[0].Type);

    public ColumnVector Field(int index) => FieldOf(handle, index, Type.Parts[index].Type);

    /// <summary>A map is a list of structs of key and value.</summary>
    public (ColumnVector Keys, ColumnVector Values) MapChildren()
    {
        var entries = DuckDbNative.duckdb_list_vector_get_child(handle);
        return (FieldOf(entries, 0, Type.Parts[0].Type), FieldOf(entries, 1, Type.Parts[1].Type));
    }

    private static ColumnVector FieldOf(nint handle, int index, ColumnType type) =>
        new(DuckDbNative.duckdb_struct_vector_get_child(handle, (ulong)index), type);
}
