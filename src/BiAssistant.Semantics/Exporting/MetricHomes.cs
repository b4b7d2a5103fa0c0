using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;

namespace BiAssistant.Semantics.Exporting;

/// <summary>In which model a metric of its own file is told: that of the rows that it counts first.</summary>
internal sealed class MetricHomes(Catalog catalog, IReadOnlyList<string> models)
{
    public string Of(string metric) => Model(metric, []) is { } home && models.Contains(home) ? home : models[0];

    private string? Model(string name, HashSet<string> seen)
    {
        if (!seen.Add(name) || catalog.FindMetric(name) is not { } metric)
        {
            return null;
        }

        return Formulas.Aggregates(metric.Formula).Select(a => a.Root.Model.Name).FirstOrDefault() ?? metric.PartNames.Select(part => Model(part, seen)).OfType<string>().FirstOrDefault();
    }
}
