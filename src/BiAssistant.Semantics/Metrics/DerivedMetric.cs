namespace BiAssistant.Semantics.Metrics;

/// <summary>Arithmetic over other metrics.</summary>
public sealed class DerivedMetric : Metric
{
    public override string TypeName => "derived";

    public required string Expression { get; init; }

    public override string Definition => Expression;
}
