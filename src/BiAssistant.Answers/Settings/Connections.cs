using BiAssistant.Answers.Catalogs;
using BiAssistant.Answers.Costs;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Settings;

/// <summary>The warehouses of a workspace, and how many rows a question may read in each.</summary>
internal sealed record Connected(IReadOnlyList<IWarehouse> Warehouses, ReadBounds Reading);

/// <summary>Opens the warehouses of a workspace: those of the settings and those that were given, which win.</summary>
internal static class Connections
{
    public static Connected Open(CatalogSource source, WorkspaceOptions options, Catalog catalog, TimeProvider clock, List<Issue> issues)
    {
        var opened = new List<(IWarehouse Warehouse, WarehouseUrl Place)>();
        var given = options.Warehouses.Select(w => w.Name).ToHashSet();
        foreach (var twice in options.Warehouses.GroupBy(w => w.Name).Where(w => w.Count() > 1))
        {
            issues.Add(new Issue("warehouse_twice", $"The warehouse '{twice.Key}' is given more than once."));
        }

        foreach (var known in source.Settings.Warehouses.Where(w => !given.Contains(w.Name)))
        {
            Open(known, source.BaseFolder, clock, opened, issues);
        }

        foreach (var one in options.Warehouses.DistinctBy(w => w.Name))
        {
            CheckName(one.Name, catalog, options.Warehouses.Count + source.Settings.Warehouses.Count == 1, issues);
            Open(one, options.WorkingDirectory, clock, opened, issues);
        }

        var bounds = new ReadBoundSettings(source.Settings, options).Of(opened.Select(o => (o.Warehouse.Name, o.Place)), issues);
        return new Connected([.. opened.Select(o => o.Warehouse)], bounds);
    }

    private static void Open(NamedUrl named, string baseFolder, TimeProvider clock, List<(IWarehouse Warehouse, WarehouseUrl Place)> opened, List<Issue> issues)
    {
        var url = WarehouseUrl.Parse(named.Url, baseFolder);
        issues.AddRange(url.Issues.Select(issue => issue with { Message = $"Warehouse '{named.Name}': {issue.Message}" }));
        if (url.Value is { } place)
        {
            opened.Add((Engines.Open(named.Name, place, clock), place));
        }
    }

    /// <summary>A name must be one that a model says; the only connection may have any name when a model says none.</summary>
    private static void CheckName(string name, Catalog catalog, bool only, List<Issue> issues)
    {
        var said = catalog.Models.Select(m => m.Warehouse).OfType<string>().Distinct().ToList();
        if (said.Contains(name) || (only && catalog.Models.Any(m => m.Warehouse is null)))
        {
            return;
        }

        var expected = said.Count == 0 ? "no model names a warehouse, so only one can be connected" : $"the models know {string.Join(", ", said.Select(s => $"'{s}'"))}";
        issues.Add(new Issue("warehouse_unknown", $"No model speaks of a warehouse '{name}': {expected}.") { Suggestions = Nearest.To(name, said) });
    }
}
