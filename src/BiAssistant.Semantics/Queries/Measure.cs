namespace BiAssistant.Semantics.Queries;

/// <summary>A number that is asked for.</summary>
public abstract record Measure
{
    private protected Measure()
    {
    }

    /// <summary>The name of its output column; null means the natural one (the metric's name, or <c>avg_field</c>).</summary>
    public string? As { get; init; }

    /// <summary>A condition for this measure alone; null when it has none.</summary>
    public Condition? Filter { get; init; }
}

/// <summary>A metric of the registry.</summary>
public sealed record MetricMeasure(string Metric) : Measure;

/// <summary>What an ad-hoc aggregate does with the values of a field.</summary>
public enum AggregateFunction
{
    Sum,
    Average,
    Min,
    Max,
    Median,
    Percentile,
    StandardDeviation,
    Count,
    CountDistinct,
}

/// <summary>An aggregate of a field that is no metric; the argument is the fraction of a percentile (0.9), null otherwise.</summary>
public sealed record AggregateMeasure(AggregateFunction Function, string Field, decimal? Argument = null) : Measure;

/// <summary>The number of rows of a dataset: "how many orders".</summary>
public sealed record CountMeasure(string Dataset) : Measure;

/// <summary>Arithmetic of measures.</summary>
public enum MeasureOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// <summary>Two measures combined, after both are aggregated.</summary>
public sealed record ArithmeticMeasure(MeasureOperator Operator, Measure Left, Measure Right) : Measure;
