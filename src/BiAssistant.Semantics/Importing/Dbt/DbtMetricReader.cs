using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Reads a metric in both published forms: with its keys under <c>type_params</c>, and with its keys at the top.</summary>
internal static class DbtMetricReader
{
    /// <summary>Null for a metric that is switched off or has no name.</summary>
    public static DbtMetric? Read(KeyReader keys)
    {
        if (!DbtMetaReader.IsEnabled(keys) || keys.RequiredText("name") is not { } name)
        {
            return null;
        }

        var parameters = keys.Node("type_params") is YamlMap older ? new KeyReader(older, keys.Kind, keys.Element, keys.Issues) : keys;
        var type = keys.Text("type")?.ToLowerInvariant() ?? (parameters.Has("measure") || parameters.Has("agg") ? "simple" : "");
        string? problem = null;
        DbtMetric? metric = type switch
        {
            "simple" => Simple(name, keys, parameters),
            "ratio" => Ratio(name, keys, parameters),
            "derived" => Derived(name, keys, parameters),
            "cumulative" => Cumulative(name, keys, parameters, ref problem),
            "conversion" => Conversion(name, keys, parameters, ref problem),
            _ => null,
        };
        problem ??= metric is not null ? null : type is "simple" or "ratio" or "derived" or "cumulative" or "conversion" ? $"it does not say what a {type} metric is made of" : type.Length == 0 ? "it has no type" : $"'{type}' is no type of metric that is known";
        return (problem is null ? metric! : new DbtUnreadableMetric(name, problem, keys.Map.At)) with
        {
            Label = keys.Text("label"),
            Description = keys.Text("description"),
            Meta = DbtMetaReader.Read(keys),
            Filters = DbtInputReader.Filters(keys),
        };
    }

    /// <summary>A simple metric of the current form is its own measure; null where it names one that stands elsewhere.</summary>
    public static DbtMeasure? MeasureOf(KeyReader keys) => keys.Has("agg") && keys.Text("name") is { } name ? DbtMeasureReader.Read(name, keys) : null;

    private static DbtSimpleMetric? Simple(string name, KeyReader keys, KeyReader parameters)
    {
        if (DbtInputReader.Read(parameters, "measure", isMeasure: true) is { } measure)
        {
            return new DbtSimpleMetric(name, measure, keys.Map.At);
        }

        return parameters.Has("agg") || parameters.Has("metric_aggregation_params")
            ? new DbtSimpleMetric(name, new DbtInput(name, keys.Map.At) { IsMeasure = true, FillNullsWith = parameters.Number("fill_nulls_with") }, keys.Map.At)
            : null;
    }

    private static DbtRatioMetric? Ratio(string name, KeyReader keys, KeyReader parameters) =>
        DbtInputReader.Read(parameters, "numerator") is { } numerator && DbtInputReader.Read(parameters, "denominator") is { } denominator
            ? new DbtRatioMetric(name, numerator, denominator, keys.Map.At)
            : null;

    private static DbtDerivedMetric? Derived(string name, KeyReader keys, KeyReader parameters)
    {
        var inputs = parameters.Items("metrics").Concat(parameters.Items("input_metrics")).Select(item => DbtInputReader.Read(item, parameters)).ToList();
        return parameters.Text("expr") is { Length: > 0 } expression && inputs.Count > 0 && !inputs.Contains(null)
            ? new DbtDerivedMetric(name, expression, inputs.OfType<DbtInput>().ToSeq(), keys.Map.At)
            : null;
    }

    private static DbtCumulativeMetric? Cumulative(string name, KeyReader keys, KeyReader parameters, ref string? problem)
    {
        var inner = parameters.Inner("cumulative_type_params", "'cumulative_type_params'");
        var of = DbtInputReader.Read(parameters, "measure", isMeasure: true)
            ?? (inner is null ? null : DbtInputReader.Read(inner, "measure", isMeasure: true) ?? DbtInputReader.Read(inner, "metric"))
            ?? DbtInputReader.Read(parameters, "input_metric")
            ?? DbtInputReader.Read(parameters, "metric");
        var window = (inner is null ? null : DbtSpans.Read(inner, "window", ref problem)) ?? DbtSpans.Read(parameters, "window", ref problem);
        return of is null ? null : new DbtCumulativeMetric(name, of, window, inner?.Text("grain_to_date") ?? parameters.Text("grain_to_date"), inner?.Text("period_agg") ?? parameters.Text("period_agg"), keys.Map.At);
    }

    private static DbtConversionMetric? Conversion(string name, KeyReader keys, KeyReader parameters, ref string? problem)
    {
        var given = parameters.Inner("conversion_type_params", "'conversion_type_params'") ?? parameters;
        var first = DbtInputReader.Read(given, "base_measure", isMeasure: true) ?? DbtInputReader.Read(given, "base_metric");
        var later = DbtInputReader.Read(given, "conversion_measure", isMeasure: true) ?? DbtInputReader.Read(given, "conversion_metric");
        var window = DbtSpans.Read(given, "window", ref problem);
        return first is null || later is null || given.Text("entity") is not { } entity ? null : new DbtConversionMetric(name, first, later, entity, keys.Map.At)
        {
            Window = window,
            Counts = given.Text("calculation")?.Equals("conversions", StringComparison.OrdinalIgnoreCase) == true,
            HasConstantProperties = given.Has("constant_properties"),
        };
    }
}
