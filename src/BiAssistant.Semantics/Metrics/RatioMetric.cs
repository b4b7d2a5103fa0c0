using BiAssistant.Sql;

namespace BiAssistant.Semantics.Metrics;

/// <summary>One metric divided by another, after both are aggregated.</summary>
public sealed class RatioMetric : Metric
{
    public override string TypeName => "ratio";

    public required string Numerator { get; init; }

    public required string Denominator { get; init; }

    public override Seq<string> PartNames => [Numerator, Denominator];

    public override string Definition => $"{Numerator} / {Denominator}";
}
