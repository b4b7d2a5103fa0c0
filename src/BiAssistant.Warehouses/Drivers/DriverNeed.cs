using System.Data.Common;
using BiAssistant.Sql;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses.Drivers;

/// <summary>The driver that an engine needs and the product does not bring along: which ones it is known to work with, and where another one is named.</summary>
/// <param name="Engine">The engine as people call it.</param>
/// <param name="Scheme">Its scheme in URLs; the variable <c>BI_ASSISTANT_DRIVER_SCHEME</c> names another driver for all its warehouses.</param>
/// <param name="Known">Tried in this order where none is named. Each assembly is called as its package.</param>
internal sealed record DriverNeed(string Engine, string Scheme, Seq<DriverName> Known)
{
    private string Variable => $"BI_ASSISTANT_DRIVER_{Scheme.ToUpperInvariant()}";

    /// <param name="warehouse">For the fault when there is no driver.</param>
    /// <param name="said">The driver that a URL names; null when it names none.</param>
    public DbProviderFactory Find(string warehouse, DriverName? said)
    {
        var wanted = Wanted(said);
        try
        {
            return wanted.Select(DriverFactories.Find).FirstOrDefault(found => found is not null)
                ?? throw new WarehouseFault(warehouse, new DriverMissing(Engine, wanted[0].ToString(), wanted[0].Assembly, DriverFactories.Folder));
        }
        catch (DriverUnfit error)
        {
            throw new WarehouseFault(warehouse, new DriverUnusable(error.Driver.ToString(), error.Message), error);
        }
    }

    /// <summary>The driver if it is there and can be loaded; null otherwise.</summary>
    public DbProviderFactory? Look(DriverName? said)
    {
        try
        {
            return Wanted(said).Select(DriverFactories.Find).FirstOrDefault(found => found is not null);
        }
        catch (DriverUnfit)
        {
            return null;
        }
    }

    private Seq<DriverName> Wanted(DriverName? said) =>
        (said ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? DriverName.Parse(name) : null)) is { } chosen ? [chosen] : Known;
}
