using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>A metric of a dbt project.</summary>
internal abstract record DbtMetric(string Name, TextLocation At) : DbtElement(Name, At)
{
    public Seq<DbtFilter> Filters { get; init; }
}

/// <summary>A metric or measure that another metric is made of.</summary>
internal sealed record DbtInput(string Name, TextLocation At)
{
    public string? Alias { get; init; }

    public Seq<DbtFilter> Filters { get; init; }

    public DbtSpan? Offset { get; init; }

    /// <summary>From the beginning of which grain it is taken; null means as it is.</summary>
    public string? OffsetToGrain { get; init; }

    /// <summary>What stands where it is missing; null means nothing does.</summary>
    public decimal? FillNullsWith { get; init; }

    /// <summary>The measure, and no metric, of that name.</summary>
    public bool IsMeasure { get; init; }

    /// <summary>Why it cannot be read, as the end of a sentence; null when it can.</summary>
    public string? Problem { get; init; }
}

/// <summary>One measure.</summary>
internal sealed record DbtSimpleMetric(string Name, DbtInput Measure, TextLocation At) : DbtMetric(Name, At);

/// <summary>One metric divided by another.</summary>
internal sealed record DbtRatioMetric(string Name, DbtInput Numerator, DbtInput Denominator, TextLocation At) : DbtMetric(Name, At);

/// <summary>Arithmetic over metrics.</summary>
internal sealed record DbtDerivedMetric(string Name, string Expression, Seq<DbtInput> Inputs, TextLocation At) : DbtMetric(Name, At);

/// <summary>A metric gathered over time: since the beginning, over a window, or from the beginning of a grain.</summary>
/// <param name="PeriodAggregation">Which value of a longer period counts, such as <c>last</c>; null when it is not said.</param>
internal sealed record DbtCumulativeMetric(string Name, DbtInput Of, DbtSpan? Window, string? GrainToDate, string? PeriodAggregation, TextLocation At) : DbtMetric(Name, At);

/// <summary>How many met with one event after another.</summary>
internal sealed record DbtConversionMetric(string Name, DbtInput Base, DbtInput Conversion, string Entity, TextLocation At) : DbtMetric(Name, At)
{
    public DbtSpan? Window { get; init; }

    /// <summary>The number of those that followed, and not their share.</summary>
    public bool Counts { get; init; }

    public bool HasConstantProperties { get; init; }
}

/// <summary>A metric that cannot be read.</summary>
/// <param name="Problem">Why, as the end of a sentence.</param>
internal sealed record DbtUnreadableMetric(string Name, string Problem, TextLocation At) : DbtMetric(Name, At);
