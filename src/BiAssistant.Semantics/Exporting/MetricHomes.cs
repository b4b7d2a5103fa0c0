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

        return Root(metric.Formula) ?? metric.PartNames.Select(part => Model(part, seen)).OfType<string>().FirstOrDefault();
    }

    private static string? Root(Formula? formula) => formula switch
    {
        AggregateFormula aggregate => aggregate.Root.Model.Name,
        ExpressionFormula expression => expression.Parts.Select(part => Root(part.Formula)).OfType<string>().FirstOrDefault(),
        _ => null,
    };
}
