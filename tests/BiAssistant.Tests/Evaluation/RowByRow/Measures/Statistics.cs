namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>What can be said of a handful of numbers.</summary>
internal static class Statistics
{
    public static decimal? Average(IReadOnlyList<decimal> numbers) => numbers.Count == 0 ? null : numbers.Sum() / numbers.Count;

    /// <summary>The value below which this share of the numbers lies, between two neighbours in proportion: the 0.25 of 1, 2, 3, 4 is 1.75.</summary>
    public static decimal? Percentile(IReadOnlyList<decimal> numbers, decimal share)
    {
        if (numbers.Count == 0)
        {
            return null;
        }

        var sorted = numbers.Order().ToList();
        var place = share * (sorted.Count - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>The spread of a sample: divided by one less than there are; null for fewer than two.</summary>
    public static decimal? StandardDeviation(IReadOnlyList<decimal> numbers)
    {
        if (numbers.Count < 2)
        {
            return null;
        }

        var mean = numbers.Sum() / numbers.Count;
        return (decimal)Math.Sqrt((double)(numbers.Sum(n => (n - mean) * (n - mean)) / (numbers.Count - 1)));
    }
}
