namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>How values that are too far off are found.</summary>
internal enum FarOff
{
    /// <summary>Further from the quartiles than so many times the distance between them.</summary>
    Iqr,

    /// <summary>Further from the mean than so many standard deviations.</summary>
    ZScore,

    /// <summary>Beyond a percentile, or its mirror image at the low end.</summary>
    Percentile,
}

/// <summary>Far-off values, and whether they are left out or moved to the nearer bound.</summary>
internal sealed record Outliers(FarOff Method, decimal Limit, bool Cap)
{
    /// <summary>The bounds over all values of the metric.</summary>
    public Bounds Of(IReadOnlyList<decimal> values)
    {
        switch (Method)
        {
            case FarOff.Iqr:
                var (low, high) = (Statistics.Percentile(values, 0.25m), Statistics.Percentile(values, 0.75m));
                return new Bounds(low - (Limit * (high - low)), high + (Limit * (high - low)), Cap);
            case FarOff.ZScore:
                var (mean, spread) = (Statistics.Average(values), Statistics.StandardDeviation(values));
                return new Bounds(mean - (Limit * spread), mean + (Limit * spread), Cap);
            default:
                return new Bounds(Statistics.Percentile(values, 1 - Limit), Statistics.Percentile(values, Limit), Cap);
        }
    }
}

/// <summary>Between what a value is taken as it is; a bound that cannot be told holds nothing back.</summary>
internal sealed record Bounds(decimal? Low, decimal? High, bool Cap)
{
    public decimal? Apply(decimal value) =>
        value < Low ? (Cap ? Low : null)
        : value > High ? (Cap ? High : null)
        : value;
}
