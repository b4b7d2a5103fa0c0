using System.Diagnostics.CodeAnalysis;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>How many of those that met with one event met with another within a window.</summary>
public sealed class ConversionMetric : Metric
{
    [SetsRequiredMembers]
    internal ConversionMetric(KeyReader keys)
        : base(keys)
    {
        Entity = keys.RequiredText("entity") ?? "";
        Base = keys.RequiredText("base") ?? "";
        Conversion = keys.RequiredText("conversion") ?? "";
        Within = Durations.Interval(keys, "within");
        IncludeOpen = keys.Flag("include_open");
    }

    public override string TypeName => "conversion";

    /// <summary>The field by which one thing is told from another.</summary>
    public string Entity { get; }

    /// <summary>Time field of the first event.</summary>
    public string Base { get; }

    /// <summary>Time field of the event that follows.</summary>
    public string Conversion { get; }

    /// <summary>How long it may take; null means any time.</summary>
    public SqlInterval? Within { get; }

    /// <summary>Cohorts whose window has not passed count too.</summary>
    public bool IncludeOpen { get; }

    public override Seq<string> PartNames => [];

    public override string Definition => $"{Base} → {Conversion} by {Entity}";

    internal override Formula? Expand(MetricScope scope) 
    {
        scope.Mentions("base", "conversion");
        return scope.NotYet("conversions cannot be computed yet");
    }
}
