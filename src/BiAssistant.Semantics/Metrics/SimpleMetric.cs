namespace BiAssistant.Semantics.Metrics;

/// <summary>Aggregates over datasets, combined by arithmetic.</summary>
public sealed class SimpleMetric : Metric
{
    public override string TypeName => "simple";

    public required string Expression { get; init; }

    public override string Definition => Expression;
}
