using System.Globalization;
using BiAssistant.Answers.Costs;
using BiAssistant.Sql;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Settings;

/// <summary>
/// Finds each warehouse's bound: what was said for it on the command line or in the deployment, else there for all, else in the settings file in the same order,
/// else what its kind of engine can bear.
/// </summary>
internal sealed class ReadBoundSettings(WorkspaceSettings settings, WorkspaceOptions options)
{
    private const string NoBound = "unlimited";

    /// <summary>The number of rows that a text says; null when it says none.</summary>
    public static long? RowsOf(string text) =>
        text.Trim() is var said && said == NoBound ? ReadBound.Unlimited
        : long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows
        : null;

    public ReadBounds Of(IEnumerable<(string Name, WarehouseUrl Place)> warehouses, List<Issue> issues)
    {
        var known = warehouses.ToList();
        foreach (var said in options.MostRowsRead.Concat(options.MostRowsAgreed).Concat(settings.MostRowsRead).Concat(settings.MostRowsAgreed))
        {
            Check(said, known.Select(w => w.Name).ToSeq(), issues);
        }

        return new ReadBounds(known.Select(w => new NamedBound(w.Name, BoundOf(w.Name, w.Place))).ToSeq());
    }

    private ReadBound BoundOf(string name, WarehouseUrl place)
    {
        var usual = Engines.All.Any(engine => engine.Scheme == place.Scheme && engine.OfFiles) ? ReadBound.OfFile : ReadBound.OfServer;
        var bound = Said(name, options.MostRowsRead, settings.MostRowsRead) is { } free ? ReadBound.Below(free) : usual;
        return Said(name, options.MostRowsAgreed, settings.MostRowsAgreed) is { } agreed ? bound with { Agreed = agreed } : bound;
    }

    private static long? Said(string name, Seq<NamedRows> first, Seq<NamedRows> second) =>
        Said(name, first) ?? Said(name, second);

    private static long? Said(string name, Seq<NamedRows> said) =>
        (said.FirstOrDefault(s => s.Warehouse == name) ?? said.FirstOrDefault(s => s.Warehouse is null)) is { } known ? RowsOf(known.Rows) : null;

    private static void Check(NamedRows said, Seq<string> names, List<Issue> issues)
    {
        if (RowsOf(said.Rows) is null)
        {
            issues.Add(new Issue("rows_read", $"'{said.Rows}' is no number of rows: a whole number such as 500000000 is expected, or {NoBound}."));
        }

        if (said.Warehouse is { } name && !names.Contains(name))
        {
            issues.Add(new Issue("rows_read", $"How many rows may be read is said for a warehouse '{name}', which is not connected.") { Suggestions = Nearest.To(name, names) });
        }
    }
}
