using System.Diagnostics.CodeAnalysis;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Metrics;

/// <summary>How a number stands to its target.</summary>
public enum TargetShow
{
    Attainment,
    Variance,
    Pace,
}

/// <summary>A metric against its target.</summary>
public sealed class TargetMetric : Metric
{
    [SetsRequiredMembers]
    internal TargetMetric(KeyReader keys)
        : base(keys)
    {
        Metric = keys.RequiredText("metric") ?? "";
        Show = keys.Choice("show", [("attainment", TargetShow.Attainment), ("variance", TargetShow.Variance), ("pace", TargetShow.Pace)], TargetShow.Attainment);
        keys.RequiredText("target");
    }

    public override string TypeName => "target";

    public string Metric { get; }

    public TargetShow Show { get; }

    public override Seq<string> PartNames => [Metric, Target ?? ""];

    public override string Definition => $"{Show} of {Metric} against {Target}";

    internal override Formula? Expand(MetricScope scope) => scope.NotYet("targets cannot be computed yet");
}
