using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries;

/// <summary>What is made of a query's answer at the very end; nothing composes on top of it.</summary>
public abstract record Analysis
{
    private protected Analysis()
    {
    }
}

/// <summary>Whether the numbers rise or fall over the periods.</summary>
public sealed record TrendAnalysis : Analysis;

/// <summary>How the numbers will go on for so many periods, within a band that holds with the probability of the level.</summary>
public sealed record ForecastAnalysis(Span Horizon, decimal Level = 0.9m) : Analysis;

/// <summary>Which periods are out of the ordinary, by more than so many usual deviations.</summary>
public sealed record AnomalyAnalysis(decimal Deviations = 3) : Analysis;

/// <summary>How the query's two numbers go together; with a lag, the second so many periods after the first.</summary>
public sealed record CorrelationAnalysis(int Lag = 0) : Analysis;

/// <summary>What the change between the compared periods comes from; no groupings means every one that is reached.</summary>
public sealed record DriversAnalysis(Seq<FieldGrouping> By = default) : Analysis;

/// <summary>The query's number against a target (a metric or a number); null means the metric's own.</summary>
public sealed record TargetAnalysis(Measure? Target = null, TargetShow Show = TargetShow.Attainment) : Analysis;

/// <summary>What somebody says of the query's number.</summary>
public enum ClaimKind
{
    Is,
    AtLeast,
    AtMost,
    Rose,
    Fell,
    Unchanged,
}

/// <summary>
/// Whether what was said is true. The amount is a number as stored; of a rise or fall it is how much at the least (null: at all), and with <c>Relative</c> a
/// fraction of the earlier number: "did margin halve" is a fall by the fraction 0.5.
/// </summary>
public sealed record ClaimAnalysis(ClaimKind Claim, decimal? Amount = null, bool Relative = false) : Analysis;
