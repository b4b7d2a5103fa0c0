using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace BiAssistant.DuckDb.Types;

/// <summary>Any value of any type as an object; null for a null.</summary>
internal static class Boxed
{
    public static object? Read(in ColumnVector vector, int row) => vector.IsNull(row) ? null : vector.Type.Id switch
    {
        DuckDbType.Boolean => vector.At<byte>(row) != 0,
        DuckDbType.TinyInt => vector.At<sbyte>(row),
        DuckDbType.SmallInt => vector.At<short>(row),
        DuckDbType.Integer => vector.At<int>(row),
        DuckDbType.BigInt => vector.At<long>(row),
        DuckDbType.UTinyInt => vector.At<byte>(row),
        DuckDbType.USmallInt => vector.At<ushort>(row),
        DuckDbType.UInteger => vector.At<uint>(row),
        DuckDbType.UBigInt => vector.At<ulong>(row),
        DuckDbType.HugeInt => (BigInteger)vector.At<Int128>(row),
        DuckDbType.UHugeInt => (BigInteger)vector.At<UInt128>(row),
        DuckDbType.Float => vector.At<float>(row),
        DuckDbType.Double => vector.At<double>(row),
        DuckDbType.Decimal => Decimals.Read(vector, row),
        DuckDbType.Varchar => Text(vector, row),
        DuckDbType.Enum => Word(vector, row),
        DuckDbType.Blob => vector.Bytes(row).ToArray(),
        DuckDbType.Bit => Bits(vector, row),
        DuckDbType.Date => Moments.Date(vector, row),
        DuckDbType.Time or DuckDbType.TimeNs => Moments.Time(vector, row),
        DuckDbType.Timestamp or DuckDbType.TimestampS or DuckDbType.TimestampMs or DuckDbType.TimestampNs => Moments.Timestamp(vector, row),
        DuckDbType.TimestampTz => new DateTimeOffset(Moments.Timestamp(vector, row), TimeSpan.Zero),
        DuckDbType.Interval => vector.At<DuckDbInterval>(row),
        DuckDbType.Uuid => Uuid(vector, row),
        DuckDbType.List => List(vector, row),
        DuckDbType.Array => Items(vector.ArrayChild(), row * vector.Type.ArraySize, vector.Type.ArraySize),
        DuckDbType.Struct => Struct(vector, row),
        DuckDbType.Map => Map(vector, row),
        _ => throw new NotSupportedException($"Values of the type {vector.Type.Name} are not read; cast the column to VARCHAR."),
    };

    public static string Text(in ColumnVector vector, int row) => Encoding.UTF8.GetString(vector.Bytes(row));

    public static string Word(in ColumnVector vector, int row) => vector.Type.Words[(int)IntegerReading.Read(vector, row)];

    /// <summary>The engine turns the highest bit over, so that signed comparing sorts UUIDs as text does.</summary>
    public static Guid Uuid(in ColumnVector vector, int row)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, vector.At<UInt128>(row) ^ (UInt128.One << 127));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The first byte says how many bits of the second one are padding.</summary>
    private static string Bits(in ColumnVector vector, int row)
    {
        var bytes = vector.Bytes(row);
        var text = new StringBuilder();
        for (var bit = (int)bytes[0]; bit < (bytes.Length - 1) * 8; bit++)
        {
            text.Append((bytes[1 + (bit / 8)] >> (7 - (bit % 8)) & 1) == 1 ? '1' : '0');
        }

        return text.ToString();
    }

    private static List<object?> List(in ColumnVector vector, int row)
    {
        var place = vector.At<Native.NativeListEntry>(row);
        return Items(vector.ListChild(vector.Type.Parts[0].Type), checked((int)place.Offset), checked((int)place.Length));
    }

    private static List<object?> Items(in ColumnVector child, int from, int count)
    {
        var items = new List<object?>(count);
        for (var i = from; i < from + count; i++)
        {
            items.Add(Read(child, i));
        }

        return items;
    }

    private static Dictionary<string, object?> Struct(in ColumnVector vector, int row)
    {
        var fields = new Dictionary<string, object?>(vector.Type.Parts.Count);
        for (var i = 0; i < vector.Type.Parts.Count; i++)
        {
            fields[vector.Type.Parts[i].Name] = Read(vector.Field(i), row);
        }

        return fields;
    }

    private static Dictionary<object, object?> Map(in ColumnVector vector, int row)
    {
        var place = vector.At<Native.NativeListEntry>(row);
        var (keys, values) = vector.MapChildren();
        var map = new Dictionary<object, object?>(checked((int)place.Length));
        for (var i = checked((int)place.Offset); i < (int)(place.Offset + place.Length); i++)
        {
            map[Read(keys, i) ?? DBNull.Value] = Read(values, i);
        }

        return map;
    }
}
