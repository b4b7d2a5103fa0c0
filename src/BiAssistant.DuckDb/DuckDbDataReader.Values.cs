using System.Data.SqlTypes;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using BiAssistant.DuckDb.Types;

namespace BiAssistant.DuckDb;

/// <content>Values of the current row. The typed getters box nothing, widen freely and narrow only where nothing is lost.</content>
public sealed partial class DuckDbDataReader
{
    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool IsDBNull(int ordinal) => At(ordinal).IsNull(row);

    public override object GetValue(int ordinal)
    {
        ref readonly var vector = ref At(ordinal);
        try
        {
            return Boxed.Read(vector, row) ?? DBNull.Value;
        }
        catch (Exception error) when (error is OverflowException or InvalidCastException or NotSupportedException)
        {
            throw InColumn(ordinal, error);
        }
    }

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++)
        {
            values[i] = GetValue(i);
        }

        return count;
    }

    public override bool GetBoolean(int ordinal)
    {
        ref readonly var vector = ref Present(ordinal);
        return vector.Type.Id == DuckDbType.Boolean ? vector.At<byte>(row) != 0 : Whole(ordinal) != 0;
    }

    public override byte GetByte(int ordinal) => Fit<byte>(ordinal);

    public override short GetInt16(int ordinal) => Fit<short>(ordinal);

    public override int GetInt32(int ordinal)
    {
        ref readonly var vector = ref Present(ordinal);
        return vector.Type.Id == DuckDbType.Integer ? vector.At<int>(row) : Fit<int>(ordinal);
    }

    public override long GetInt64(int ordinal)
    {
        ref readonly var vector = ref Present(ordinal);
        return vector.Type.Id == DuckDbType.BigInt ? vector.At<long>(row) : Fit<long>(ordinal);
    }

    public override float GetFloat(int ordinal)
    {
        ref readonly var vector = ref Present(ordinal);
        return vector.Type.Id == DuckDbType.Float ? vector.At<float>(row) : (float)GetDouble(ordinal);
    }

    public override double GetDouble(int ordinal)
    {
        ref readonly var vector = ref Present(ordinal);
        try
        {
            return IntegerReading.Floating(vector, row);
        }
        catch (InvalidCastException error)
        {
            throw InColumn(ordinal, error);
        }
    }

    public override decimal GetDecimal(int ordinal)
    {
        ref readonly var vector = ref Present(ordinal);
        try
        {
            return vector.Type.Id switch
            {
                DuckDbType.Decimal => Decimals.Read(vector, row),
                DuckDbType.Double or DuckDbType.Float => (decimal)IntegerReading.Floating(vector, row),
                _ => (decimal)IntegerReading.ReadWhole(vector, row),
            };
        }
        catch (Exception error) when (error is InvalidCastException or OverflowException)
        {
            throw InColumn(ordinal, error);
        }
    }

    /// <summary>The text of a text column; of any other type the value in invariant form, exact for decimals of any width.</summary>
    public override string GetString(int ordinal)
    {
        ref readonly var vector = ref Present(ordinal);
        return vector.Type.Id switch
        {
            DuckDbType.Varchar => Boxed.Text(vector, row),
            DuckDbType.Enum => Boxed.Word(vector, row),
            DuckDbType.Decimal => Decimals.Text(vector, row),
            _ => GetValue(ordinal) switch
            {
                bool truth => truth ? "true" : "false",
                DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                DateTime moment => Moments.Text(moment),
                DateTimeOffset moment => Moments.Text(moment.UtcDateTime) + "+00",
                TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
                byte[] blob => Convert.ToHexString(blob),
                IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
                var other => throw new InvalidCastException($"The column '{GetName(ordinal)}' of type {vector.Type.Name} has no plain text ({other.GetType().Name}); cast it to VARCHAR."),
            },
        };
    }

    public override DateTime GetDateTime(int ordinal)
    {
        ref readonly var vector = ref Present(ordinal);
        try
        {
            return vector.Type.Id switch
            {
                DuckDbType.Date => Moments.Date(vector, row).ToDateTime(TimeOnly.MinValue),
                DuckDbType.TimestampTz => DateTime.SpecifyKind(Moments.Timestamp(vector, row), DateTimeKind.Utc),
                DuckDbType.Timestamp or DuckDbType.TimestampS or DuckDbType.TimestampMs or DuckDbType.TimestampNs => Moments.Timestamp(vector, row),
                _ => throw Mismatch(ordinal, "a date or time"),
            };
        }
        catch (InvalidCastException error)
        {
            throw InColumn(ordinal, error);
        }
    }

    public override Guid GetGuid(int ordinal)
    {
        ref readonly var vector = ref Present(ordinal);
        return vector.Type.Id == DuckDbType.Uuid ? Boxed.Uuid(vector, row) : Guid.Parse(GetString(ordinal));
    }

    public override char GetChar(int ordinal) =>
        GetString(ordinal) is { Length: 1 } text ? text[0] : throw Mismatch(ordinal, "a single character");

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length)
    {
        ref readonly var vector = ref Present(ordinal);
        var bytes = vector.Type.Id is DuckDbType.Blob or DuckDbType.Varchar ? vector.Bytes(row) : throw Mismatch(ordinal, "a blob");
        return Copy(bytes, dataOffset, buffer, bufferOffset, length);
    }

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Copy<char>(GetString(ordinal), dataOffset, buffer, bufferOffset, length);

    public override T GetFieldValue<T>(int ordinal)
    {
        if (typeof(T) == typeof(long)) { return Same<long, T>(GetInt64(ordinal)); }
        if (typeof(T) == typeof(int)) { return Same<int, T>(GetInt32(ordinal)); }
        if (typeof(T) == typeof(short)) { return Same<short, T>(GetInt16(ordinal)); }
        if (typeof(T) == typeof(byte)) { return Same<byte, T>(GetByte(ordinal)); }
        if (typeof(T) == typeof(sbyte)) { return Same<sbyte, T>(Fit<sbyte>(ordinal)); }
        if (typeof(T) == typeof(ushort)) { return Same<ushort, T>(Fit<ushort>(ordinal)); }
        if (typeof(T) == typeof(uint)) { return Same<uint, T>(Fit<uint>(ordinal)); }
        if (typeof(T) == typeof(ulong)) { return Same<ulong, T>(Fit<ulong>(ordinal)); }
        if (typeof(T) == typeof(Int128)) { return Same<Int128, T>(Whole(ordinal)); }
        if (typeof(T) == typeof(bool)) { return Same<bool, T>(GetBoolean(ordinal)); }
        if (typeof(T) == typeof(double)) { return Same<double, T>(GetDouble(ordinal)); }
        if (typeof(T) == typeof(float)) { return Same<float, T>(GetFloat(ordinal)); }
        if (typeof(T) == typeof(decimal)) { return Same<decimal, T>(GetDecimal(ordinal)); }
        if (typeof(T) == typeof(SqlDecimal)) { return Same<SqlDecimal, T>(GetSqlDecimal(ordinal)); }
        if (typeof(T) == typeof(DateTime)) { return Same<DateTime, T>(GetDateTime(ordinal)); }
        if (typeof(T) == typeof(DateOnly)) { return Same<DateOnly, T>(DateOnly.FromDateTime(GetDateTime(ordinal))); }
        if (typeof(T) == typeof(DateTimeOffset)) { return Same<DateTimeOffset, T>(new DateTimeOffset(DateTime.SpecifyKind(GetDateTime(ordinal), DateTimeKind.Utc))); }
        if (typeof(T) == typeof(Guid)) { return Same<Guid, T>(GetGuid(ordinal)); }
        if (typeof(T) == typeof(string)) { return (T)(object)GetString(ordinal); }

        return GetValue(ordinal) switch
        {
            T value => value,
            DuckDbInterval span when typeof(T) == typeof(TimeSpan) => (T)(object)span.ToTimeSpan(),
            TimeOnly time when typeof(T) == typeof(TimeSpan) => (T)(object)time.ToTimeSpan(),
            not DBNull when typeof(T) == typeof(BigInteger) => (T)(object)(BigInteger)Whole(ordinal),
            DBNull => throw Null(ordinal),
            _ => throw Mismatch(ordinal, $"a {typeof(T).Name}"),
        };
    }

    private static T Same<TValue, T>(TValue value) => Unsafe.As<TValue, T>(ref value);

    private static long Copy<T>(ReadOnlySpan<T> from, long offset, T[]? buffer, int bufferOffset, int length)
    {
        if (buffer is null)
        {
            return from.Length;
        }

        var count = (int)Math.Clamp(from.Length - offset, 0, length);
        from.Slice(count == 0 ? 0 : (int)offset, count).CopyTo(buffer.AsSpan(bufferOffset));
        return count;
    }

    private SqlDecimal GetSqlDecimal(int ordinal)
    {
        ref readonly var vector = ref Present(ordinal);
        return vector.Type.Id == DuckDbType.Decimal ? Decimals.Exact(vector, row) : new SqlDecimal(GetDecimal(ordinal));
    }

    private Int128 Whole(int ordinal)
    {
        ref readonly var vector = ref Present(ordinal);
        try
        {
            return IntegerReading.ReadWhole(vector, row);
        }
        catch (Exception error) when (error is InvalidCastException or OverflowException)
        {
            throw InColumn(ordinal, error);
        }
    }

    private T Fit<T>(int ordinal)
        where T : IBinaryInteger<T>
    {
        var whole = Whole(ordinal);
        try
        {
            return T.CreateChecked(whole);
        }
        catch (OverflowException error)
        {
            throw new InvalidCastException(string.Create(CultureInfo.InvariantCulture, $"The column '{GetName(ordinal)}': {whole} does not fit a {typeof(T).Name}."), error);
        }
    }

    private ref readonly ColumnVector Present(int ordinal)
    {
        ref readonly var vector = ref At(ordinal);
        if (vector.IsNull(row))
        {
            throw Null(ordinal);
        }

        return ref vector;
    }

    private InvalidCastException Null(int ordinal) => new($"The column '{GetName(ordinal)}' is null in this row; ask IsDBNull first.");

    private InvalidCastException Mismatch(int ordinal, string wanted) =>
        new($"The column '{GetName(ordinal)}' of type {GetDataTypeName(ordinal)} does not hold {wanted}.");

    private InvalidCastException InColumn(int ordinal, Exception error) => new($"The column '{GetName(ordinal)}': {error.Message}", error);
}
