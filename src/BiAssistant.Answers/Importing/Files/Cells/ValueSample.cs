namespace BiAssistant.Answers.Importing.Files.Cells;

/// <summary>The first values of a column, each by itself: for a column that stays text, how near it is to numbers or dates.</summary>
internal sealed class ValueSample
{
    private const int Most = 1_000;
    private const int LongestTyped = 64;

    public int Count { get; private set; }

    /// <summary>How many are a number or a date.</summary>
    public int Typed { get; private set; }

    /// <summary>The first that is neither.</summary>
    public (long Line, string Text)? Odd { get; private set; }

    public void Look(ReadOnlySpan<char> value, long line)
    {
        if (Count == Most)
        {
            return;
        }

        Count++;
        if (value.Length <= LongestTyped && IsTyped(value))
        {
            Typed++;
        }
        else
        {
            Odd ??= (line, value.Length > LongestTyped ? $"{value[..LongestTyped]}…" : value.ToString());
        }
    }

    private static bool IsTyped(ReadOnlySpan<char> value)
    {
        Span<char> room = stackalloc char[LongestTyped];
        return (NumberShape.TryRead(value, out var number) && ((number.TryDigits('.', room, out var point) && !point.LeadingZero) || (number.TryDigits(',', room, out var comma) && !comma.LeadingZero)))
            || Exponential.IsOne(value) || DateShape.TryRead(value, out _);
    }
}
