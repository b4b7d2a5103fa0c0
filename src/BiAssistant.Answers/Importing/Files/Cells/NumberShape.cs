namespace BiAssistant.Answers.Importing.Files.Cells;

/// <summary>
/// What a cell that is a number is written with: digits, a decimal mark, groups of three, a sign before or after or as parentheses, a currency or percent.
/// A number is taken only where nothing of it is lost: leading zeros, signs of telephone numbers and anything else make it text.
/// </summary>
internal readonly ref struct NumberShape
{
    private const int LongestWithPlus = 7;

    private NumberShape(ReadOnlySpan<char> core, bool negative, string? unit, bool plus, bool inWords)
    {
        Core = core;
        Negative = negative;
        Unit = unit;
        Plus = plus;
        InWords = inWords;
    }

    public const string Percent = "%";

    public bool Negative { get; }

    /// <summary>A currency's code or sign, or '%'.</summary>
    public string? Unit { get; }

    /// <summary>The number without sign and unit.</summary>
    private ReadOnlySpan<char> Core { get; }

    private bool Plus { get; }

    /// <summary>Written with a unit or in parentheses: as a person writes, not as a machine does.</summary>
    private bool InWords { get; }

    /// <summary>Takes sign and unit off; false where what is left does not begin and end as a number does.</summary>
    public static bool TryRead(ReadOnlySpan<char> cell, out NumberShape shape)
    {
        shape = default;
        var rest = cell;
        var (minus, plus, words) = (0, 0, false);
        if (rest is ['(', .. var inside, ')'])
        {
            rest = inside.Trim();
            (minus, words) = (1, true);
        }

        string? unit = null;
        for (var part = 0; part < 4 && rest.Length > 0; part++)
        {
            if (rest[0] is '-' or '\u2212')
            {
                minus++;
                rest = rest[1..].TrimStart();
            }
            else if (rest[0] == '+')
            {
                plus++;
                rest = rest[1..];
            }
            else if (unit is null && Units.Before(rest, out var length) is { } before)
            {
                (unit, words) = (before, true);
                rest = rest[length..].TrimStart();
            }
        }

        for (var part = 0; part < 2 && rest.Length > 0; part++)
        {
            if (rest[^1] is '-' or '\u2212')
            {
                minus++;
                rest = rest[..^1].TrimEnd();
            }
            else if (unit is null && Units.After(rest, out var length) is { } after)
            {
                (unit, words) = (after, true);
                rest = rest[..^length].TrimEnd();
            }
        }

        if (rest.IsEmpty || minus + plus > 1 || !(char.IsAsciiDigit(rest[0]) || rest[0] is '.' or ',') || !char.IsAsciiDigit(rest[^1]))
        {
            return false;
        }

        shape = new NumberShape(rest, minus == 1, unit, plus == 1, words);
        return true;
    }

    /// <summary>The number's digits under one decimal mark; false where it is none under it.</summary>
    /// <param name="digits">The digits alone, without mark and groups: at least as long as the cell.</param>
    public bool TryDigits(char mark, Span<char> digits, out NumberDigits number)
    {
        number = default;
        var (length, scale, group, inGroup, sinceMark) = (0, 0, '\0', 0, false);
        foreach (var letter in Core)
        {
            if (char.IsAsciiDigit(letter))
            {
                digits[length++] = letter;
                scale += sinceMark ? 1 : 0;
                inGroup++;
            }
            else if (letter == mark)
            {
                if (sinceMark || (group != '\0' && inGroup != 3))
                {
                    return false;
                }

                sinceMark = true;
            }
            else if (IsGroup(letter, mark) && !sinceMark && (group == '\0' ? inGroup is > 0 and <= 3 : group == letter && inGroup == 3))
            {
                (group, inGroup) = (letter, 0);
            }
            else
            {
                return false;
            }
        }

        var whole = length - scale;
        if (length == 0 || (!sinceMark && group != '\0' && inGroup != 3) || (whole == 0 && scale == 0) || (group == ' ' && !sinceMark && !InWords)
            || (Plus && whole > LongestWithPlus))
        {
            return false;
        }

        var leadingZero = whole > 1 && digits[0] == '0';
        number = new NumberDigits(Math.Max(whole, 1), scale, group != '\0', leadingZero, length);
        return true;
    }

    /// <summary>The value of digits that <see cref="TryDigits"/> gave, as a fraction where it was written in percent.</summary>
    public decimal Value(ReadOnlySpan<char> digits, int scale)
    {
        UInt128 size = 0;
        foreach (var digit in digits)
        {
            size = (size * 10) + (uint)(digit - '0');
        }

        var low = (ulong)size;
        return new decimal((int)(uint)low, (int)(uint)(low >> 32), (int)(uint)(size >> 64), Negative && size != 0, (byte)(scale + (Unit == Percent ? 2 : 0)));
    }

    private static bool IsGroup(char letter, char mark) => letter switch
    {
        ',' or '.' => letter != mark,
        ' ' or '\u00A0' or '\u202F' or '\'' or '\u2019' => true,
        _ => false,
    };
}

/// <summary>What the digits of a number need: how many before and after the decimal mark.</summary>
/// <param name="LeadingZero">Zeros before it would be lost as a number: 007.</param>
/// <param name="Length">How many digits in all.</param>
internal readonly record struct NumberDigits(int Whole, int Scale, bool Grouped, bool LeadingZero, int Length);
