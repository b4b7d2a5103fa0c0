using System.Diagnostics;
using System.Globalization;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Answers.Composition;

/// <summary>What people read for a range of numbers: of 100, 500 the three are "under 100", "100 to under 500" and "500 or more"; of whole numbers the last of a range is said, "2 to 4".</summary>
internal static class RangeLabels
{
    /// <summary>The words for a cell that holds a range, as its query told it; null for none.</summary>
    public static string? Of(BoundRanges ranges, object? cell, string language)
    {
        if (cell is null)
        {
            return null;
        }

        var told = Convert.ToDecimal(cell, CultureInfo.InvariantCulture);
        (decimal? From, decimal? To) bounds = ranges.Buckets switch
        {
            BucketEdges { Edges: var edges } => (told == 0 ? null : edges[(int)told - 1], told == edges.Count ? null : edges[(int)told]),
            BucketWidth width => (told, told + width.Width),
            _ => throw new UnreachableException(ranges.Buckets.GetType().Name),
        };
        var korean = language == "ko";
        return bounds switch
        {
            (null, { } end) => korean ? $"{Text(end)} 미만" : $"under {Text(end)}",
            ({ } start, null) => korean ? $"{Text(start)} 이상" : $"{Text(start)} or more",
            ({ } start, { } end) when ranges.Whole && IsWhole(start) && IsWhole(end) => end - start == 1 ? Text(start) : korean ? $"{Text(start)}~{Text(end - 1)}" : $"{Text(start)} to {Text(end - 1)}",
            ({ } start, { } end) => korean ? $"{Text(start)} 이상 {Text(end)} 미만" : $"{Text(start)} to under {Text(end)}",
            _ => throw new UnreachableException("A range has a bound."),
        };
    }

    private static bool IsWhole(decimal number) => number == decimal.Truncate(number);

    private static string Text(decimal number) => number.ToString("#,0.############", CultureInfo.InvariantCulture);
}
