using System.Collections.Frozen;
using BiAssistant.Sql;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Merge;

namespace BiAssistant.Answers.Execution;

/// <summary>The warehouses that are connected, by the names that models call them. A model that names none means the only one.</summary>
public sealed class WarehouseSet : IAsyncDisposable
{
    private readonly FrozenDictionary<string, IWarehouse> _byName;

    public WarehouseSet(IEnumerable<IWarehouse> warehouses)
    {
        var all = warehouses.ToList();
        (_byName, First) = (all.ToFrozenDictionary(w => w.Name), all.FirstOrDefault());
    }

    /// <summary>The one that was named first, in the settings or on the command line; null when none is connected.</summary>
    public IWarehouse? First { get; }

    /// <summary>The embedded engine in which rows of several warehouses meet.</summary>
    public MergeEngine Merge { get; } = new();

    public IEnumerable<string> Names => _byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>The warehouse of that name; null or empty means the only one.</summary>
    public Outcome<IWarehouse> Find(string? name)
    {
        if (!string.IsNullOrEmpty(name))
        {
            return _byName.TryGetValue(name, out var named) ? Outcome<IWarehouse>.Of(named) : Missing(name);
        }

        return _byName.Count == 1
            ? Outcome<IWarehouse>.Of(_byName.Values[0])
            : Outcome<IWarehouse>.Failed(new Issue(
                "warehouse_not_said",
                _byName.Count == 0
                    ? "No warehouse is connected: give one with --warehouse NAME=URL."
                    : "The model does not say which of the connected warehouses holds its data: add 'warehouse: NAME' to it.")
            {
                Suggestions = Names.ToSeq(),
            });
    }

    /// <summary>The dialect of the warehouse of that name, found as <see cref="Find"/> does.</summary>
    public Outcome<WarehouseDialect> DialectOf(string? name)
    {
        var found = Find(name);
        return found.Value is { } warehouse
            ? Outcome<WarehouseDialect>.Of(new WarehouseDialect(warehouse.Name, warehouse.Dialect))
            : Outcome<WarehouseDialect>.Failed(found.Issues);
    }

    public async ValueTask DisposeAsync()
    {
        await Merge.DisposeAsync().ConfigureAwait(false);
        foreach (var warehouse in _byName.Values)
        {
            await warehouse.DisposeAsync().ConfigureAwait(false);
        }
    }

    private Outcome<IWarehouse> Missing(string name) => Outcome<IWarehouse>.Failed(new Issue(
        "warehouse_not_connected",
        $"The data is in the warehouse '{name}', which is not connected: give it with --warehouse {name}=URL.")
    {
        Suggestions = Names.ToSeq(),
    });
}
