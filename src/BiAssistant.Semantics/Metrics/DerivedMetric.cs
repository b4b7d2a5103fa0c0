using BiAssistant.Sql;

namespace BiAssistant.Semantics.Metrics;

/// <summary>Arithmetic over other metrics.</summary>
public sealed class DerivedMetric : Metric
{
    public override string TypeName => "derived";

    public required string Expression { get; init; }

    /// <summary>The metrics named in <see cref="Expression"/>.</summary>
    public Seq<string> Parts { get; internal set; }

    public override Seq<string> PartNames => Parts;

    public override string Definition => Expression;
}
