using BiAssistant.Sql;

namespace BiAssistant.Answers.Costs;

/// <summary>The bound of one warehouse.</summary>
public sealed record NamedBound(string Warehouse, ReadBound Bound);

/// <summary>The bounds of all warehouses that are connected; one that none is said for is taken for a server.</summary>
public sealed record ReadBounds(Seq<NamedBound> Named)
{
    public static readonly ReadBounds OfServers = new([]);

    public ReadBound Of(string warehouse) => Named.FirstOrDefault(n => n.Warehouse == warehouse)?.Bound ?? ReadBound.OfServer;
}
