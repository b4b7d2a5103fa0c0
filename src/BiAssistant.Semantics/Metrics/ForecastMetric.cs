using System.Diagnostics.CodeAnalysis;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>What a metric is expected to be; nothing composes on top of it.</summary>
public sealed class ForecastMetric : Metric
{
    [SetsRequiredMembers]
    internal ForecastMetric(KeyReader keys)
        : base(keys)
    {
        Metric = keys.RequiredText("metric") ?? "";
        Horizon = Durations.Interval(keys, "horizon");
        Season = keys.Text("season");
        Level = keys.Number("level");
    }

    public override string TypeName => "forecast";

    public string Metric { get; }

    /// <summary>How far ahead; null when it is not given.</summary>
    public SqlInterval? Horizon { get; }

    /// <summary>What repeats, such as <c>year</c>; null when nothing is said.</summary>
    public string? Season { get; }

    /// <summary>Of the band around it: 0.9 holds nine of ten; null when it is not given.</summary>
    public decimal? Level { get; }

    public override Seq<string> PartNames => [Metric];

    public override string Definition => $"forecast of {Metric}";

    internal override Formula? Expand(MetricScope scope) => scope.NotYet("forecasts cannot be computed yet");
}
