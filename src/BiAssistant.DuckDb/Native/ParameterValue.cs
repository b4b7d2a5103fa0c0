using System.Buffers.Binary;
using System.Collections;
using System.Numerics;
using System.Text;
using BiAssistant.DuckDb.Types;
using static BiAssistant.DuckDb.Native.DuckDbNative;

namespace BiAssistant.DuckDb.Native;

/// <summary>Makes the engine's value of a parameter's: typed, never through text, so that comparing stays exact.</summary>
internal static class ParameterValue
{
    /// <summary>The caller destroys what is made.</summary>
    public static nint Create(object? value) => value switch
    {
        null or DBNull => duckdb_create_null_value(),
        bool truth => duckdb_create_bool(truth),
        sbyte number => duckdb_create_int8(number),
        byte number => duckdb_create_uint8(number),
        short number => duckdb_create_int16(number),
        ushort number => duckdb_create_uint16(number),
        int number => duckdb_create_int32(number),
        uint number => duckdb_create_uint32(number),
        long number => duckdb_create_int64(number),
        ulong number => duckdb_create_uint64(number),
        Int128 number => duckdb_create_hugeint(new NativeHugeInt((UInt128)number)),
        UInt128 number => duckdb_create_uhugeint(new NativeHugeInt(number)),
        BigInteger number => duckdb_create_hugeint(new NativeHugeInt((UInt128)checked((Int128)number))),
        float number => duckdb_create_float(number),
        double number => duckdb_create_double(number),
        decimal number => Decimal(number),
        string text => Text(text),
        char letter => Text(letter.ToString()),
        byte[] blob => Blob(blob),
        DateOnly date => duckdb_create_date(Moments.Days(date)),
        TimeOnly time => duckdb_create_time(Moments.Microseconds(time)),
        DateTime moment => duckdb_create_timestamp(Moments.Microseconds(moment)),
        DateTimeOffset moment => duckdb_create_timestamp_tz(Moments.Microseconds(moment)),
        TimeSpan span => duckdb_create_interval(DuckDbInterval.FromTimeSpan(span)),
        DuckDbInterval span => duckdb_create_interval(span),
        Guid id => Uuid(id),
        Enum name => Create(Convert.ChangeType(name, name.GetTypeCode(), null)),
        IEnumerable items => List(items),
        _ => throw new NotSupportedException($"A parameter cannot hold a {value.GetType().Name}."),
    };

    /// <summary>As narrow as the digits allow, since the engine widens when it compares but never past 38 digits.</summary>
    private static nint Decimal(decimal number)
    {
        var mantissa = Decimals.Mantissa(number, number.Scale);
        var width = 1;
        for (var rest = Int128.Abs(mantissa) / 10; rest > 0; rest /= 10)
        {
            width++;
        }

        return duckdb_create_decimal(new NativeDecimal((byte)Math.Max(width, number.Scale), number.Scale, mantissa));
    }

    private static unsafe nint Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* at = bytes.Length == 0 ? [0] : bytes)
        {
            return duckdb_create_varchar_length(at, (ulong)bytes.Length);
        }
    }

    private static unsafe nint Blob(byte[] bytes)
    {
        fixed (byte* at = bytes.Length == 0 ? [0] : bytes)
        {
            return duckdb_create_blob(at, (ulong)bytes.Length);
        }
    }

    private static nint Uuid(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return duckdb_create_uuid(new NativeHugeInt(BinaryPrimitives.ReadUInt128BigEndian(bytes)));
    }

    /// <summary>A list takes the type of its first element that is not null; the others are cast to it, for example <c>x = ANY($keys)</c>.</summary>
    private static unsafe nint List(IEnumerable items)
    {
        var values = new List<nint>();
        try
        {
            nint type = 0;
            foreach (var item in items)
            {
                values.Add(Create(item));
                type = type == 0 && item is not null and not DBNull ? duckdb_get_value_type(values[^1]) : type;
            }

            return OfType(type, [.. values]);
        }
        finally
        {
            foreach (var made in values)
            {
                var value = made;
                duckdb_destroy_value(ref value);
            }
        }
    }

    private static unsafe nint OfType(nint borrowed, nint[] values)
    {
        var own = borrowed == 0 ? duckdb_create_logical_type(DuckDbType.SqlNull) : 0;
        try
        {
            fixed (nint* at = values.Length == 0 ? [0] : values)
            {
                return duckdb_create_list_value(own == 0 ? borrowed : own, at, (ulong)values.Length);
            }
        }
        finally
        {
            duckdb_destroy_logical_type(ref own);
        }
    }
}
