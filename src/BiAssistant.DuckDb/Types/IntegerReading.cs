namespace BiAssistant.DuckDb.Types;

/// <summary>Whole numbers out of a vector, whatever width they are stored in.</summary>
internal static class IntegerReading
{
    public static bool IsInteger(DuckDbType type) => type is DuckDbType.TinyInt or DuckDbType.SmallInt or DuckDbType.Integer or DuckDbType.BigInt
        or DuckDbType.UTinyInt or DuckDbType.USmallInt or DuckDbType.UInteger or DuckDbType.UBigInt or DuckDbType.HugeInt;

    public static Int128 Read(in ColumnVector vector, int row) => vector.Type.Storage switch
    {
        DuckDbType.BigInt => vector.At<long>(row),
        DuckDbType.Integer => vector.At<int>(row),
        DuckDbType.HugeInt => vector.At<Int128>(row),
        DuckDbType.SmallInt => vector.At<short>(row),
        DuckDbType.TinyInt => vector.At<sbyte>(row),
        DuckDbType.UTinyInt => vector.At<byte>(row),
        DuckDbType.USmallInt => vector.At<ushort>(row),
        DuckDbType.UInteger => vector.At<uint>(row),
        DuckDbType.UBigInt => vector.At<ulong>(row),
        _ => throw new InvalidCastException($"A value of type {vector.Type.Name} is not a whole number."),
    };

    /// <summary>A whole number, also out of a decimal or float that has no fraction; anything else is refused rather than rounded.</summary>
    public static Int128 ReadWhole(in ColumnVector vector, int row)
    {
        switch (vector.Type.Id)
        {
            case DuckDbType.Decimal:
                var (whole, fraction) = Int128.DivRem(Read(vector, row), Decimals.PowerOfTen(vector.Type.Scale));
                return fraction == 0 ? whole : throw new InvalidCastException($"{Decimals.Text(vector, row)} is not a whole number.");
            case DuckDbType.UHugeInt:
                return checked((Int128)vector.At<UInt128>(row));
            case DuckDbType.Float or DuckDbType.Double:
                var number = Floating(vector, row);
                return Math.Truncate(number) == number ? checked((Int128)number) : throw new InvalidCastException($"{number} is not a whole number.");
            default:
                return IsInteger(vector.Type.Id) ? Read(vector, row) : throw new InvalidCastException($"A value of type {vector.Type.Name} is not a whole number.");
        }
    }

    public static double Floating(in ColumnVector vector, int row) => vector.Type.Id switch
    {
        DuckDbType.Double => vector.At<double>(row),
        DuckDbType.Float => vector.At<float>(row),
        DuckDbType.Decimal => Decimals.Approximate(vector, row),
        DuckDbType.UHugeInt => (double)vector.At<UInt128>(row),
        _ => (double)ReadWhole(vector, row),
    };
}
