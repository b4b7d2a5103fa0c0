using System.Buffers.Binary;
using System.Data.SqlTypes;
using System.Globalization;
using System.Numerics;
using System.Text;
using BiAssistant.DuckDb.Types;

namespace BiAssistant.DuckDb;

/// <content>One value after the other, in the order of the table's columns. A value fits its column exactly or is refused: nothing is rounded.</content>
public sealed partial class DuckDbAppender
{
    public DuckDbAppender AppendNull()
    {
        vectors[Next()].SetNull(row);
        return Done();
    }

    public DuckDbAppender Append(bool value)
    {
        Expect(DuckDbType.Boolean, "a boolean");
        vectors[column].Set(row, value ? (byte)1 : (byte)0);
        return Done();
    }

    public DuckDbAppender Append(int value) => Append((long)value);

    public DuckDbAppender Append(long value)
    {
        if (columns[Next()].Id == DuckDbType.BigInt)
        {
            vectors[column].Set(row, value);
            return Done();
        }

        return Append((Int128)value);
    }

    public DuckDbAppender Append(Int128 value)
    {
        var type = columns[Next()];
        switch (type.Id)
        {
            case DuckDbType.Decimal:
                SetDigits(checked(value * Decimals.PowerOfTen(type.Scale)), type);
                break;
            case DuckDbType.Double:
                vectors[column].Set(row, (double)value);
                break;
            case DuckDbType.Float:
                vectors[column].Set(row, (float)value);
                break;
            case DuckDbType.UHugeInt:
                vectors[column].Set(row, checked((UInt128)value));
                break;
            default:
                SetWhole(value, type.Id);
                break;
        }

        return Done();
    }

    public DuckDbAppender Append(BigInteger value) => Append(checked((Int128)value));

    public DuckDbAppender Append(double value)
    {
        switch (columns[Next()].Id)
        {
            case DuckDbType.Double:
                vectors[column].Set(row, value);
                break;
            case DuckDbType.Float:
                vectors[column].Set(row, (float)value);
                break;
            default:
                throw Refused("a floating number");
        }

        return Done();
    }

    public DuckDbAppender Append(decimal value)
    {
        var type = columns[Next()];
        switch (type.Id)
        {
            case DuckDbType.Decimal:
                SetDigits(Decimals.Mantissa(value, type.Scale), type);
                break;
            case DuckDbType.Double:
                vectors[column].Set(row, (double)value);
                break;
            default:
                SetWhole(Decimals.Mantissa(value, 0), type.Id);
                break;
        }

        return Done();
    }

    /// <summary>Up to 38 digits, for what <see cref="decimal"/> cannot hold.</summary>
    public DuckDbAppender Append(SqlDecimal value)
    {
        Expect(DuckDbType.Decimal, "a decimal");
        var type = columns[column];
        var exact = SqlDecimal.ConvertToPrecScale(value, 38, type.Scale);
        if ((exact != value).IsTrue)
        {
            throw new OverflowException($"{value} has more than {type.Scale} digits after the point.");
        }

        var words = exact.Data;
        var size = new UInt128((uint)words[2] | ((ulong)(uint)words[3] << 32), (uint)words[0] | ((ulong)(uint)words[1] << 32));
        SetDigits(exact.IsPositive ? (Int128)size : -(Int128)size, type);
        return Done();
    }

    public DuckDbAppender Append(string? value)
    {
        if (value is null)
        {
            return AppendNull();
        }

        var type = columns[Next()];
        if (type.Id == DuckDbType.Enum)
        {
            SetWhole(words[column].TryGetValue(value, out var word) ? word : throw Refused($"the word '{value}'"), type.Storage);
            return Done();
        }

        Expect(DuckDbType.Varchar, "a text");
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        utf8 = utf8.Length >= most ? utf8 : new byte[most];
        vectors[column].SetBytes(row, utf8.AsSpan(0, Encoding.UTF8.GetBytes(value, utf8)));
        return Done();
    }

    /// <summary>A blob, or text that is UTF-8 already.</summary>
    public DuckDbAppender Append(ReadOnlySpan<byte> value)
    {
        if (columns[Next()].Id is not (DuckDbType.Blob or DuckDbType.Varchar))
        {
            throw Refused("bytes");
        }

        vectors[column].SetBytes(row, value);
        return Done();
    }

    public DuckDbAppender Append(DateOnly value)
    {
        if (columns[Next()].Id != DuckDbType.Date)
        {
            return Append(value.ToDateTime(TimeOnly.MinValue));
        }

        vectors[column].Set(row, Moments.Days(value));
        return Done();
    }

    public DuckDbAppender Append(TimeOnly value)
    {
        Expect(DuckDbType.Time, "a time of day");
        vectors[column].Set(row, Moments.Microseconds(value));
        return Done();
    }

    public DuckDbAppender Append(DateTime value)
    {
        var type = columns[Next()];
        var ticks = value.Ticks - DateTime.UnixEpoch.Ticks;
        vectors[column].Set(row, type.Id switch
        {
            DuckDbType.Timestamp => ticks / TimeSpan.TicksPerMicrosecond,
            DuckDbType.TimestampTz when value.Kind == DateTimeKind.Utc => ticks / TimeSpan.TicksPerMicrosecond,
            DuckDbType.TimestampS => ticks / TimeSpan.TicksPerSecond,
            DuckDbType.TimestampMs => ticks / TimeSpan.TicksPerMillisecond,
            DuckDbType.TimestampNs => checked(ticks * TimeSpan.NanosecondsPerTick),
            DuckDbType.Date when value.TimeOfDay == TimeSpan.Zero => throw Refused("a moment; give it a DateOnly"),
            _ => throw Refused("a moment"),
        });
        return Done();
    }

    public DuckDbAppender Append(DateTimeOffset value)
    {
        Expect(DuckDbType.TimestampTz, "a moment with its offset");
        vectors[column].Set(row, Moments.Microseconds(value));
        return Done();
    }

    public DuckDbAppender Append(DuckDbInterval value)
    {
        Expect(DuckDbType.Interval, "an interval");
        vectors[column].Set(row, value);
        return Done();
    }

    public DuckDbAppender Append(Guid value)
    {
        Expect(DuckDbType.Uuid, "a UUID");
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        vectors[column].Set(row, BinaryPrimitives.ReadUInt128BigEndian(bytes) ^ (UInt128.One << 127));
        return Done();
    }

    /// <summary>A value whose type is known only now.</summary>
    public DuckDbAppender AppendValue(object? value) => value switch
    {
        null or DBNull => AppendNull(),
        bool truth => Append(truth),
        long number => Append(number),
        int number => Append(number),
        sbyte or byte or short or ushort or uint => Append(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ulong number => Append((Int128)number),
        Int128 number => Append(number),
        BigInteger number => Append(number),
        double number => Append(number),
        float number => Append((double)number),
        decimal number => Append(number),
        SqlDecimal number => Append(number),
        string text => Append(text),
        DateOnly date => Append(date),
        TimeOnly time => Append(time),
        DateTime moment => Append(moment),
        DateTimeOffset moment => Append(moment),
        TimeSpan span => Append(DuckDbInterval.FromTimeSpan(span)),
        DuckDbInterval span => Append(span),
        Guid id => Append(id),
        byte[] blob => Append(blob.AsSpan()),
        _ => throw Refused($"a {value.GetType().Name}"),
    };

    private int Next() => column < columns.Length
        ? column
        : throw new InvalidOperationException($"A row of '{table}' has {columns.Length} columns: end it before the next value.");

    private DuckDbAppender Done()
    {
        column++;
        return this;
    }

    private void Expect(DuckDbType wanted, string what)
    {
        if (columns[Next()].Id != wanted)
        {
            throw Refused(what);
        }
    }

    private InvalidCastException Refused(string what) =>
        new($"Column {column + 1} of '{table}' is of type {columns[column].Name} and does not take {what}.");

    /// <summary>A decimal's digits must fit its width, for the engine does not look at them again.</summary>
    private void SetDigits(Int128 digits, ColumnType type)
    {
        if (Int128.Abs(digits) >= Decimals.PowerOfTen(type.Width))
        {
            throw new OverflowException($"Column {column + 1} of '{table}' is of type {type.Name}: the value has too many digits.");
        }

        SetWhole(digits, type.Storage);
    }

    private void SetWhole(Int128 value, DuckDbType storage)
    {
        ref var vector = ref vectors[column];
        checked
        {
            switch (storage)
            {
                case DuckDbType.TinyInt: vector.Set(row, (sbyte)value); break;
                case DuckDbType.SmallInt: vector.Set(row, (short)value); break;
                case DuckDbType.Integer: vector.Set(row, (int)value); break;
                case DuckDbType.BigInt: vector.Set(row, (long)value); break;
                case DuckDbType.HugeInt: vector.Set(row, value); break;
                case DuckDbType.UTinyInt: vector.Set(row, (byte)value); break;
                case DuckDbType.USmallInt: vector.Set(row, (ushort)value); break;
                case DuckDbType.UInteger: vector.Set(row, (uint)value); break;
                case DuckDbType.UBigInt: vector.Set(row, (ulong)value); break;
                default: throw Refused("a whole number");
            }
        }
    }
}
