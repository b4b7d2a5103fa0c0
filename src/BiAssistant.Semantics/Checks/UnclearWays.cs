using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Checks;

/// <summary>Definitions that name a field without saying on which of several ways it is reached: nobody could compute them, and no asker could choose.</summary>
internal static class UnclearWays
{
    public static void Check(Catalog catalog, CatalogDraft draft)
    {
        var graph = new JoinGraph(catalog);
        foreach (var field in draft.Fields.Where(f => f.Field.Rolled is null && f.Field.Unsupported is null))
        {
            var unclear = SqlAnalysis.Columns(field.Field.Expression).Where(c => c.Table is not null).Select(c => Unclear(c, field.Field.Dataset, catalog, graph)).OfType<string>().FirstOrDefault();
            if (unclear is not null)
            {
                Warn($"{catalog.NameOf(field.Field)} {unclear}", field.Keys.Element, field.ExpressionText?.At ?? field.Keys.Map.At, draft);
            }
        }

        foreach (var metric in catalog.Metrics.Where(m => m.Unsupported is null && m.PartNames.IsEmpty))
        {
            if (Formulas.Aggregates(metric.Formula).Select(a => Unclear(a, catalog, graph)).OfType<string>().FirstOrDefault() is { } unclear)
            {
                Warn($"{metric.Name} {unclear}", $"metrics/{metric.Name}", draft.PlaceOf(metric.Name), draft);
            }
        }
    }

    private static string? Unclear(AggregateFormula aggregate, Catalog catalog, JoinGraph graph) =>
        aggregate.Filters.Append(aggregate.Call).SelectMany(e => SqlAnalysis.Columns(e)).Select(c => Unclear(c, aggregate.Root, catalog, graph)).OfType<string>().FirstOrDefault();

    private static string? Unclear(SqlColumn column, Dataset root, Catalog catalog, JoinGraph graph)
    {
        if (column.Table is not { } table)
        {
            return null;
        }

        var named = catalog.FindDataset(table)?.FindField(column.Name) is null;
        var target = named ? graph.TargetOf(table) : catalog.FindDataset(table);
        if (target is null || graph.Ways(root, target, named ? table : null) is not { Count: > 1 } ways || JoinGraph.PartExclusively(ways) is not null)
        {
            return null;
        }

        var words = new WayWords(graph, root, target, ways, "en").Labels();
        return $"names {table}.{column.Name}, to which several ways lead from {root.Name}: by the {string.Join(", by the ", words)}. Say the relationship in place of '{table}', as in {graph.ViaOf(ways[0], root, target)}.{column.Name}, or mark one of the ways as preferred.";
    }

    private static void Warn(string message, string element, TextLocation? at, CatalogDraft draft) =>
        draft.Issues.Add(new Issue("unclear_way", message) { At = at, Element = element, Severity = IssueSeverity.Warning });
}
