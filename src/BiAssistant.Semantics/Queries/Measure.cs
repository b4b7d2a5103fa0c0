using BiAssistant.Sql;

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

    /// <summary>The measures that it is made of, one level down.</summary>
    public virtual Seq<Measure> Parts => [];

    /// <summary>The same measure made of other parts, as many as <see cref="Parts"/>.</summary>
    internal virtual Measure With(Seq<Measure> parts) => this;
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
    Variance,

    /// <summary>The value at the earliest time.</summary>
    First,

    /// <summary>The value at the latest time.</summary>
    Last,
}

/// <summary>
/// An aggregate of a field that is no metric; the argument is the fraction of a percentile (0.9), null otherwise. <c>By</c> is the time by which first and last
/// are told, null meaning the default time of the field's dataset.
/// </summary>
public sealed record AggregateMeasure(AggregateFunction Function, string Field, decimal? Argument = null, string? By = null) : Measure;

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
public sealed record ArithmeticMeasure(MeasureOperator Operator, Measure Left, Measure Right) : Measure
{
    /// <summary>Whether it is the part of a measure that meets a condition, divided by all of it: a percentage.</summary>
    public bool IsPartOfWhole => Operator == MeasureOperator.Divide && Left.Filter is not null && Right.Filter is null && Left with { Filter = null, As = null } == Right with { As = null };

    public override Seq<Measure> Parts => [Left, Right];

    internal override Measure With(Seq<Measure> parts) => this with { Left = parts[0], Right = parts[1] };
}

/// <summary>A number that is given, as stored (20 % is 0.20).</summary>
public sealed record ConstantMeasure(decimal Value) : Measure;

/// <summary>A measure made of one other; a filter of its own narrows the rows that the other is computed from.</summary>
public abstract record WrappedMeasure : Measure
{
    private protected WrappedMeasure(Measure inner) => Inner = inner;

    public Measure Inner { get; init; }

    public override Seq<Measure> Parts => [Inner];

    internal override Measure With(Seq<Measure> parts) => this with { Inner = parts[0] };
}
