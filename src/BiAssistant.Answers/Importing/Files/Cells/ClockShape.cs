namespace BiAssistant.Answers.Importing.Files.Cells;

/// <summary>A cell, or the rest of one, that is a time of day: 9:30, 09:30:15.250, 9:30 PM, 오후 9:30, perhaps with a zone: Z, +09:00.</summary>
/// <param name="Ticks">Since midnight, in 100 ns.</param>
/// <param name="Digits">How many digits after the second count.</param>
/// <param name="Offset">Minutes that the zone is ahead of UTC; null without zone.</param>
internal readonly record struct ClockShape(long Ticks, int Digits, int? Offset)
{
    /// <summary>Of 100 ns, which is what the framework counts in.</summary>
    public const int MostDigits = 7;

    private const int WidestOffset = 18 * 60;

    public static bool TryRead(ReadOnlySpan<char> text, out ClockShape clock)
    {
        clock = default;
        var rest = text;
        var half = Half.None;
        if (rest.StartsWith("오전", StringComparison.Ordinal) || rest.StartsWith("오후", StringComparison.Ordinal))
        {
            half = rest[1] == '전' ? Half.Morning : Half.Afternoon;
            rest = rest[2..].TrimStart(' ');
        }

        if (!TryNumber(ref rest, 1, 2, out var hour) || !TryMark(ref rest, ':') || !TryNumber(ref rest, 2, 2, out var minute))
        {
            return false;
        }

        var (second, ticks, digits) = (0, 0L, 0);
        if (TryMark(ref rest, ':') && (!TryNumber(ref rest, 2, 2, out second) || !TryFraction(ref rest, out ticks, out digits)))
        {
            return false;
        }

        if (half == Half.None)
        {
            half = HalfAfter(ref rest);
        }

        if (!TryOffset(rest, out var offset) || hour > 23 || minute > 59 || second > 59 || (half != Half.None && hour > 12))
        {
            return false;
        }

        hour = half switch
        {
            Half.Morning => hour % 12,
            Half.Afternoon => (hour % 12) + 12,
            _ => hour,
        };
        clock = new ClockShape((((hour * 60L) + minute) * 60 + second) * TimeSpan.TicksPerSecond + ticks, digits, offset);
        return true;
    }

    private enum Half
    {
        None,
        Morning,
        Afternoon,
    }

    private static Half HalfAfter(ref ReadOnlySpan<char> rest)
    {
        var word = rest.TrimStart(' ');
        var half = word.StartsWith("AM", StringComparison.OrdinalIgnoreCase) ? Half.Morning : word.StartsWith("PM", StringComparison.OrdinalIgnoreCase) ? Half.Afternoon : Half.None;
        rest = half == Half.None ? rest : word[2..];
        return half;
    }

    private static bool TryFraction(ref ReadOnlySpan<char> rest, out long ticks, out int digits)
    {
        (ticks, digits) = (0, 0);
        if (rest.IsEmpty || rest[0] is not ('.' or ','))
        {
            return true;
        }

        var length = 0;
        while (1 + length < rest.Length && char.IsAsciiDigit(rest[1 + length]))
        {
            length++;
        }

        var fraction = rest.Slice(1, length).TrimEnd('0');
        for (var i = 0; i < MostDigits; i++)
        {
            ticks = (ticks * 10) + (i < fraction.Length ? fraction[i] - '0' : 0);
        }

        digits = fraction.Length;
        rest = rest[(1 + length)..];
        return length is > 0 and <= 9;
    }

    private static bool TryOffset(ReadOnlySpan<char> rest, out int? offset)
    {
        offset = null;
        var zone = rest.TrimStart(' ');
        if (zone.IsEmpty)
        {
            return rest.IsEmpty;
        }

        if (zone is "Z" or "z" or "UTC" or "GMT")
        {
            offset = 0;
            return true;
        }

        var sign = zone[0] switch { '+' => 1, '-' or '\u2212' => -1, _ => 0 };
        var digits = zone[1..];
        if (sign == 0 || !TryNumber(ref digits, 2, 2, out var hours))
        {
            return false;
        }

        _ = TryMark(ref digits, ':');
        var minutes = 0;
        if (digits.IsEmpty || (TryNumber(ref digits, 2, 2, out minutes) && digits.IsEmpty && minutes < 60))
        {
            offset = sign * ((hours * 60) + minutes);
            return Math.Abs(offset.Value) <= WidestOffset;
        }

        return false;
    }

    private static bool TryMark(ref ReadOnlySpan<char> rest, char mark)
    {
        if (rest.IsEmpty || rest[0] != mark)
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }

    private static bool TryNumber(ref ReadOnlySpan<char> rest, int least, int most, out int value)
    {
        var length = 0;
        value = 0;
        while (length < most && length < rest.Length && char.IsAsciiDigit(rest[length]))
        {
            value = (value * 10) + (rest[length++] - '0');
        }

        rest = rest[length..];
        return length >= least;
    }
}
