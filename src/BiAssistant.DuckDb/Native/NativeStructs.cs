using System.Runtime.InteropServices;

namespace BiAssistant.DuckDb.Native;

/// <summary>The native result, 48 bytes, which the library wants back by value or by address; it owns memory until destroyed.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeResult
{
    public ulong ColumnCount, RowCount, RowsChanged;
    public nint Columns, Error, Data;
}

/// <summary>A text or blob as it lies in a vector: 16 bytes, up to 12 bytes of content inline, otherwise a pointer at offset 8.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeString
{
    private const int Inline = 12;
    private readonly uint length;
    private fixed byte rest[Inline];

    public static ReadOnlySpan<byte> Bytes(NativeString* at) => at->length <= Inline
        ? new ReadOnlySpan<byte>(at->rest, (int)at->length)
        : new ReadOnlySpan<byte>(*(byte**)(at->rest + 4), checked((int)at->length));
}

/// <summary>A 128 bit integer in the calling convention of the library: two words, the lower one first.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeHugeInt(UInt128 bits)
{
    public readonly ulong Lower = (ulong)bits;
    public readonly ulong Upper = (ulong)(bits >> 64);
}

/// <summary>A decimal value in the calling convention of the library.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeDecimal(byte width, byte scale, Int128 mantissa)
{
    public readonly byte Width = width;
    public readonly byte Scale = scale;
    public readonly NativeHugeInt Mantissa = new((UInt128)mantissa);
}

/// <summary>A list's place in its child vector: where it begins and how many elements it has.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeListEntry
{
    public readonly ulong Offset;
    public readonly ulong Length;
}
