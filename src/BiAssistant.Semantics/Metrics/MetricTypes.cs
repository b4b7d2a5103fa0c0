using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Metrics;

/// <summary>Every type of metric and how it is read: the one list to which a new type is added.</summary>
internal static class MetricTypes
{
    private static readonly (string Name, Func<KeyReader, Metric> Read)[] All =
    [
        ("simple", keys => new SimpleMetric(keys)),
        ("ratio", keys => new RatioMetric(keys)),
        ("derived", keys => new DerivedMetric(keys)),
        ("cumulative", keys => new CumulativeMetric(keys)),
        ("semi-additive", keys => new SemiAdditiveMetric(keys)),
        ("comparison", keys => new ComparisonMetric(keys)),
        ("conversion", keys => new ConversionMetric(keys)),
        ("target", keys => new TargetMetric(keys)),
        ("forecast", keys => new ForecastMetric(keys)),
    ];

    public static Metric? Read(KeyReader keys)
    {
        var text = keys.Text("type");
        var type = text is null ? All[0] : Array.Find(All, t => t.Name == text);
        if (type.Read is null)
        {
            var nearest = Nearest.To(text!, All.Select(t => t.Name));
            keys.Error("wrong_value", $"'{text}' is no type of metric; the types are {string.Join(", ", All.Select(t => t.Name))}.{Nearest.Question(nearest)}", keys.Map.Find("type")!, nearest);
            return null;
        }

        var metric = type.Read(keys);
        keys.Done();
        return metric;
    }
}
