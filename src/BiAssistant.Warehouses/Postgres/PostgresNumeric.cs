using System.Buffers.Binary;
using System.Numerics;
using Npgsql;

namespace BiAssistant.Warehouses.Postgres;

/// <summary>
/// A numeric with more digits than a decimal holds, as a quotient of quotients has: rounded at the last digit that a decimal keeps, half to even. Its whole part must fit.
/// </summary>
internal static class PostgresNumeric
{
    private const int Header = 8;
    private const int DigitsOfGroup = 4;
    private const ushort Positive = 0x0000;
    private const ushort Negative = 0x4000;
    private const int MostScale = 28;

    private static readonly BigInteger Largest = new(decimal.MaxValue);

    /// <exception cref="OverflowException">The whole part has more digits than can be kept.</exception>
    /// <exception cref="InvalidCastException">It is not a number, or without bound.</exception>
    public static decimal Rounded(NpgsqlDataReader reader, int place)
    {
        using var stream = reader.GetStream(place);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Of(memory.ToArray());
    }

    /// <summary>The server's binary form: how many groups of four digits, the weight of the first, sign, scale; then the groups.</summary>
    private static decimal Of(ReadOnlySpan<byte> bytes)
    {
        var (groups, weight, sign) = (BinaryPrimitives.ReadInt16BigEndian(bytes), BinaryPrimitives.ReadInt16BigEndian(bytes[2..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]));
        if (sign is not (Positive or Negative))
        {
            throw new InvalidCastException();
        }

        var digits = BigInteger.Zero;
        for (var group = 0; group < groups; group++)
        {
            digits = (digits * 10_000) + BinaryPrimitives.ReadInt16BigEndian(bytes[(Header + (2 * group))..]);
        }

        var scale = (groups - weight - 1) * DigitsOfGroup;
        var number = scale < 0 ? Fit(digits * BigInteger.Pow(10, -scale), 0) : Fit(digits, scale);
        return sign == Negative ? -number : number;
    }

    private static decimal Fit(BigInteger digits, int scale)
    {
        for (var kept = Math.Min(scale, MostScale); kept >= 0; kept--)
        {
            if (Round(digits, scale - kept) is var rounded && rounded <= Largest)
            {
                return (decimal)rounded * new decimal(1, 0, 0, isNegative: false, (byte)kept);
            }
        }

        throw new OverflowException();
    }

    private static BigInteger Round(BigInteger digits, int cut)
    {
        var unit = BigInteger.Pow(10, cut);
        var (whole, rest) = BigInteger.DivRem(digits, unit);
        var half = (rest * 2).CompareTo(unit);
        return half > 0 || (half == 0 && !whole.IsEven) ? whole + 1 : whole;
    }
}
