using System.Globalization;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Reads how rows become a number: a measure of the older form, or the aggregation of a simple metric of the current one.</summary>
internal static class DbtMeasureReader
{
    public static DbtMeasure Read(string name, KeyReader keys)
    {
        var parameters = keys.Inner("agg_params", "'agg_params'");
        var aggregation = Aggregation(keys.Text("agg"));
        return new DbtMeasure(name, aggregation, keys.Text("expr") ?? (aggregation == "count" ? "" : name), keys.Map.At)
        {
            Label = keys.Text("label"),
            Description = keys.Text("description"),
            Meta = DbtMetaReader.Read(keys),
            Percentile = (parameters ?? keys).Text("percentile") is { } text && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var percentile) ? percentile : null,
            IsDiscrete = parameters?.FlagOrNull("use_discrete_percentile") == true || keys.Text("percentile_type")?.Equals("discrete", StringComparison.OrdinalIgnoreCase) == true,
            Time = keys.Text("agg_time_dimension"),
            Snapshot = Snapshot(keys),
            MakesMetric = keys.FlagOrNull("create_metric") == true,
        };
    }

    private static string Aggregation(string? word) => word?.ToLowerInvariant() switch
    {
        "avg" => "average",
        var other => other ?? "",
    };

    /// <summary>Without a choice it is the first moment that counts, in both forms.</summary>
    private static DbtSnapshot? Snapshot(KeyReader around)
    {
        if (around.Node("non_additive_dimension") is YamlScalar time)
        {
            return new DbtSnapshot(time.Text.Trim(), Last: false, []);
        }

        if (around.Inner("non_additive_dimension", "'non_additive_dimension'") is not { } keys || keys.RequiredText("name") is not { } name)
        {
            return null;
        }

        var choice = keys.Text("window_choice") ?? keys.Text("window_agg");
        var per = keys.Texts("window_groupings").AddRange(keys.Texts("group_by"));
        return new DbtSnapshot(name, choice?.Equals("max", StringComparison.OrdinalIgnoreCase) == true, per);
    }
}
