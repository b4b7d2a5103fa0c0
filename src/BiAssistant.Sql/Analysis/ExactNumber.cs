using System.Numerics;

namespace BiAssistant.Sql.Analysis;

/// <summary>A decimal number without a limit on its digits: <c>Unscaled / 10^Scale</c>. Its arithmetic never rounds.</summary>
internal readonly record struct ExactNumber(BigInteger Unscaled, int Scale)
{
    private const int MostScale = 28;
    private static readonly BigInteger Limit = BigInteger.One << 96;

    public static ExactNumber Of(decimal value)
    {
        var bits = decimal.GetBits(value);
        var digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return new ExactNumber(value < 0 ? -digits : digits, value.Scale);
    }

    /// <summary>The digits without the sign and without zeros in front.</summary>
    public int Digits => Unscaled.IsZero ? 1 : BigInteger.Abs(Unscaled).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;

    /// <summary>The same number as a decimal; null where it has too many digits for one.</summary>
    public decimal? Value
    {
        get
        {
            var (digits, scale) = (Unscaled, Scale);
            while ((scale > MostScale || BigInteger.Abs(digits) >= Limit) && scale > 0 && digits % 10 == 0)
            {
                (digits, scale) = (digits / 10, scale - 1);
            }

            return scale <= MostScale && BigInteger.Abs(digits) < Limit ? AsDecimal(digits, scale) : null;
        }
    }

    /// <summary>The same number with so many decimals; null where they cannot hold it.</summary>
    public decimal? WithScale(int scale) =>
        scale >= Scale ? new ExactNumber(Unscaled * BigInteger.Pow(10, scale - Scale), scale).Value
        : Unscaled % BigInteger.Pow(10, Scale - scale) == 0 ? new ExactNumber(Unscaled / BigInteger.Pow(10, Scale - scale), scale).Value
        : null;

    public static ExactNumber operator +(ExactNumber left, ExactNumber right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return new ExactNumber(left.At(scale) + right.At(scale), scale);
    }

    public static ExactNumber operator -(ExactNumber left, ExactNumber right) => left + new ExactNumber(-right.Unscaled, right.Scale);

    public static ExactNumber operator *(ExactNumber left, ExactNumber right) => new(left.Unscaled * right.Unscaled, left.Scale + right.Scale);

    /// <summary>The quotient where it ends (7 / 2, not 1 / 3); null where it does not.</summary>
    public ExactNumber? DividedBy(ExactNumber divisor)
    {
        var scale = Math.Max(Scale, divisor.Scale);
        var (above, below) = (At(scale), divisor.At(scale));
        var common = BigInteger.GreatestCommonDivisor(above, below) * below.Sign;
        (above, below) = (above / common, below / common);
        var decimals = 0;
        for (; below != 1; decimals++)
        {
            if (decimals > MostScale)
            {
                return null;
            }

            above *= 10;
            var next = BigInteger.GreatestCommonDivisor(above, below);
            (above, below) = (above / next, below / next);
        }

        return new ExactNumber(above, decimals);
    }

    private BigInteger At(int scale) => Unscaled * BigInteger.Pow(10, scale - Scale);

    private static decimal AsDecimal(BigInteger digits, int scale)
    {
        var size = BigInteger.Abs(digits);
        return new decimal((int)(uint)(size & uint.MaxValue), (int)(uint)((size >> 32) & uint.MaxValue), (int)(uint)(size >> 64), digits.Sign < 0, (byte)scale);
    }
}
