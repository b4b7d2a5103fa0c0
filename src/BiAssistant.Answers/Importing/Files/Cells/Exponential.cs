using System.Globalization;

namespace BiAssistant.Answers.Importing.Files.Cells;

/// <summary>Numbers with an exponent, such as <c>1.5E+10</c>; <c>12E3</c>, which may be a code, is none.</summary>
internal static class Exponential
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>No double keeps more digits than these in every case.</summary>
    private const int SafeDigits = 15;

    public static bool IsOne(ReadOnlySpan<char> cell)
    {
        var e = cell.IndexOfAny('e', 'E');
        return e > 0 && e < cell.Length - 1 && (cell[e + 1] is '+' or '-' || cell[..e].Contains('.')) && char.IsAsciiDigit(cell[e - 1]) && TryValue(cell, out _);
    }

    /// <summary>12E3: digits, the letter, digits.</summary>
    public static bool IsBare(ReadOnlySpan<char> cell)
    {
        var e = cell.IndexOfAny('e', 'E');
        return e > 0 && e < cell.Length - 1 && char.IsAsciiDigit(cell[e - 1]) && char.IsAsciiDigit(cell[e + 1]) && TryValue(cell, out _);
    }

    /// <summary>The double that is written so; false where it would lose digits.</summary>
    public static bool TryValue(ReadOnlySpan<char> cell, out double value)
    {
        var size = cell is ['-', .. var unsigned] ? unsigned : cell;
        if (size is ['+', ..] or ['0', >= '0' and <= '9', ..] || !double.TryParse(cell, Style, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
        {
            value = 0;
            return false;
        }

        var written = Digits(cell);
        return written.Length <= SafeDigits || written == Digits(value.ToString("E16", CultureInfo.InvariantCulture)) || written == Digits(value.ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>The digits that count, without zeros around them.</summary>
    private static string Digits(ReadOnlySpan<char> number)
    {
        var e = number.IndexOfAny('e', 'E');
        var digits = new string([.. (e < 0 ? number : number[..e]).ToArray().Where(char.IsAsciiDigit)]);
        return digits.TrimStart('0').TrimEnd('0');
    }
}
