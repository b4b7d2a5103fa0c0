using BiAssistant.DuckDb.Native;
using BiAssistant.DuckDb.Types;

namespace BiAssistant.DuckDb;

/// <summary>Up to 2,048 rows, column by column, straight out of the engine's memory; valid until the reader moves on.</summary>
public readonly ref struct DuckDbChunk
{
    private readonly ResultSet result;

    internal DuckDbChunk(ResultSet result) => this.result = result;

    public int Rows => result.RowCount;

    /// <summary>The stored values: a date is days since 1970 in an int, a timestamp is a long of its unit, a decimal is its digits without
    /// the point, an enum is the number of its word. What stands in a null's place has no meaning.</summary>
    public ReadOnlySpan<T> Values<T>(int column)
        where T : unmanaged
    {
        var vector = result.Vectors[column];
        return Holds<T>(vector.Type.Storage)
            ? vector.Span<T>(Rows)
            : throw new InvalidCastException($"The column '{result.Columns[column].Name}' of type {vector.Type.Name} is not stored as {typeof(T).Name}.");
    }

    /// <summary>A bit for each row, lowest first, set where the value is there; empty where no value is null.</summary>
    public ReadOnlySpan<ulong> Validity(int column) => result.Vectors[column].Mask(Rows);

    public bool IsNull(int column, int row) => result.Vectors[column].IsNull(row);

    /// <summary>The bytes of a text or blob, not copied.</summary>
    public ReadOnlySpan<byte> Utf8(int column, int row) => Stored(column, DuckDbType.Varchar, DuckDbType.Blob).Bytes(row);

    public string Text(int column, int row)
    {
        var vector = result.Vectors[column];
        return vector.Type.Id == DuckDbType.Enum ? Boxed.Word(vector, row) : Boxed.Text(Stored(column, DuckDbType.Varchar, DuckDbType.Varchar), row);
    }

    public decimal Decimal(int column, int row) => Decimals.Read(Stored(column, DuckDbType.Decimal, DuckDbType.Decimal), row);

    public DateOnly Date(int column, int row) => Moments.Date(Stored(column, DuckDbType.Date, DuckDbType.Date), row);

    /// <summary>Any value, boxed; null for a null.</summary>
    public object? Value(int column, int row) => Boxed.Read(result.Vectors[column], row);

    private static bool Holds<T>(DuckDbType storage) => storage switch
    {
        DuckDbType.Boolean => typeof(T) == typeof(bool) || typeof(T) == typeof(byte),
        DuckDbType.TinyInt => typeof(T) == typeof(sbyte),
        DuckDbType.SmallInt => typeof(T) == typeof(short),
        DuckDbType.Integer or DuckDbType.Date => typeof(T) == typeof(int),
        DuckDbType.BigInt or DuckDbType.Time or DuckDbType.TimeNs or DuckDbType.Timestamp or DuckDbType.TimestampS
            or DuckDbType.TimestampMs or DuckDbType.TimestampNs or DuckDbType.TimestampTz => typeof(T) == typeof(long),
        DuckDbType.HugeInt => typeof(T) == typeof(Int128),
        DuckDbType.UTinyInt => typeof(T) == typeof(byte),
        DuckDbType.USmallInt => typeof(T) == typeof(ushort),
        DuckDbType.UInteger => typeof(T) == typeof(uint),
        DuckDbType.UBigInt => typeof(T) == typeof(ulong),
        DuckDbType.UHugeInt => typeof(T) == typeof(UInt128),
        DuckDbType.Float => typeof(T) == typeof(float),
        DuckDbType.Double => typeof(T) == typeof(double),
        DuckDbType.Interval => typeof(T) == typeof(DuckDbInterval),
        _ => false,
    };

    private ColumnVector Stored(int column, DuckDbType one, DuckDbType other)
    {
        var vector = result.Vectors[column];
        return vector.Type.Id == one || vector.Type.Id == other
            ? vector
            : throw new InvalidCastException($"The column '{result.Columns[column].Name}' is of type {vector.Type.Name}, not {one.ToString().ToUpperInvariant()}.");
    }
}
