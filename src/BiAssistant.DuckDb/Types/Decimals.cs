using System.Data.SqlTypes;
using System.Globalization;
using System.Numerics;

namespace BiAssistant.DuckDb.Types;

/// <summary>Decimals of up to 38 digits: exact as <see cref="decimal"/> where they fit its 28 to 29 digits, always exact as text, SqlDecimal or whole number and scale.</summary>
internal static class Decimals
{
    private const int WidestScale = 28;
    private const int MostDigits = 38;
    private static readonly Int128[] PowersOfTen = [.. Enumerable.Range(0, MostDigits + 1).Select(exponent => (Int128)BigInteger.Pow(10, exponent))];

    public static Int128 PowerOfTen(int exponent) => PowersOfTen[exponent];

    public static decimal Read(in ColumnVector vector, int row)
    {
        if (vector.Type.Storage is DuckDbType.BigInt && vector.Type.Scale <= WidestScale)
        {
            var small = vector.At<long>(row);
            var size = small < 0 ? 0UL - (ulong)small : (ulong)small;
            return new decimal((int)(uint)size, (int)(uint)(size >> 32), 0, small < 0, vector.Type.Scale);
        }

        return TryMake(IntegerReading.Read(vector, row), vector.Type.Scale, out var value)
            ? value
            : throw new OverflowException($"{Text(vector, row)} has more digits than System.Decimal holds; read it as text or as SqlDecimal, which are exact.");
    }

    /// <summary>Trailing zeros are given up where that makes it fit, digits never.</summary>
    public static bool TryMake(Int128 mantissa, int scale, out decimal value)
    {
        var size = Size(mantissa);
        while ((size >> 96 != 0 || scale > WidestScale) && scale > 0 && size % 10 == 0)
        {
            size /= 10;
            scale--;
        }

        var fits = size >> 96 == 0 && scale <= WidestScale;
        value = fits ? new decimal((int)(uint)size, (int)(uint)(size >> 32), (int)(uint)(size >> 64), mantissa < 0, (byte)scale) : 0m;
        return fits;
    }

    public static string Text(in ColumnVector vector, int row)
    {
        var mantissa = IntegerReading.Read(vector, row);
        int scale = vector.Type.Scale;
        var digits = Size(mantissa).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var sign = mantissa < 0 ? "-" : "";
        return scale == 0 ? sign + digits : $"{sign}{digits[..^scale]}.{digits[^scale..]}";
    }

    public static SqlDecimal Exact(in ColumnVector vector, int row)
    {
        var mantissa = IntegerReading.Read(vector, row);
        var size = Size(mantissa);
        return new SqlDecimal(vector.Type.Width, vector.Type.Scale, mantissa >= 0,
            (int)(uint)size, (int)(uint)(size >> 32), (int)(uint)(size >> 64), (int)(uint)(size >> 96));
    }

    /// <summary>The nearest double; through the text where the digits do not fit a double's mantissa, since dividing would round twice.</summary>
    public static double Approximate(in ColumnVector vector, int row)
    {
        const long exactInDouble = 1L << 53;
        var mantissa = IntegerReading.Read(vector, row);
        return Size(mantissa) <= exactInDouble && vector.Type.Scale <= 22
            ? (double)(long)mantissa / Math.Pow(10, vector.Type.Scale)
            : double.Parse(Text(vector, row), CultureInfo.InvariantCulture);
    }

    /// <summary>The whole number behind a decimal at another scale, for example 1.5 at scale 2 is 150; refused where a digit would be lost.</summary>
    public static Int128 Mantissa(decimal value, int scale)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        Int128 mantissa = new(0, (uint)bits[0] | ((ulong)(uint)bits[1] << 32));
        mantissa += (Int128)(uint)bits[2] << 64;
        var shift = scale - value.Scale;
        var moved = shift >= 0 ? checked(mantissa * PowerOfTen(shift)) : Int128.DivRem(mantissa, PowerOfTen(-shift)) switch
        {
            (var whole, var rest) when rest == 0 => whole,
            _ => throw new OverflowException(string.Create(CultureInfo.InvariantCulture, $"{value} has more than {scale} digits after the point.")),
        };
        return decimal.IsNegative(value) ? -moved : moved;
    }

    private static UInt128 Size(Int128 mantissa) => mantissa < 0 ? (UInt128)(-mantissa) : (UInt128)mantissa;
}
