using System.Diagnostics.CodeAnalysis;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>What of the two numbers is shown.</summary>
public enum ComparisonShow
{
    Value,
    Change,
    PercentChange,
}

/// <summary>A metric beside itself some periods earlier.</summary>
public sealed class ComparisonMetric : Metric
{
    [SetsRequiredMembers]
    internal ComparisonMetric(KeyReader keys)
        : base(keys)
    {
        Metric = keys.RequiredText("metric") ?? "";
        Offset = Durations.Interval(keys, "offset");
        Show = keys.Choice("show", [("value", ComparisonShow.Value), ("change", ComparisonShow.Change), ("percent_change", ComparisonShow.PercentChange)], ComparisonShow.Value);
        if (!keys.Has("offset"))
        {
            keys.Missing("offset");
        }
    }

    public override string TypeName => "comparison";

    public string Metric { get; }

    /// <summary>How much earlier; null only in a catalog with errors.</summary>
    public SqlInterval? Offset { get; }

    public ComparisonShow Show { get; }

    public override Seq<string> PartNames => [Metric];

    public override string Definition => $"{Show} of {Metric} against {Offset?.Amount} {Offset?.Unit} earlier";

    internal override Formula? Expand(MetricScope scope) => scope.NotYet("comparisons with earlier periods cannot be computed yet");
}
