using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>Where the claims of a catalog about its data are written: primary and unique keys, relationships, checks, freshness.</summary>
public sealed class Places
{
    private readonly Dictionary<(object Element, string Key), TextLocation> _places = [];

    /// <summary>Where a key of a dataset or relationship stands, such as <c>primary_key</c>, or <c>checks 0</c> for the first check; the element itself where the key is not written.</summary>
    public TextLocation? Find(object element, string key) =>
        _places.TryGetValue((element, key), out var place) || _places.TryGetValue((element, ""), out place) ? place : null;

    internal void Add(Dataset dataset, KeyReader keys)
    {
        Add(dataset, "", keys.Map.At);
        foreach (var key in (ReadOnlySpan<string>)["primary_key", "freshness"])
        {
            if (keys.Map.Find(key) is { } node)
            {
                Add(dataset, key, node.At);
            }
        }

        foreach (var (item, i) in keys.Items("unique_keys").Select((item, i) => (item, i)))
        {
            Add(dataset, $"unique_keys {i}", item.At);
        }
    }

    internal void Add(object element, string key, TextLocation place) => _places[(element, key)] = place;
}
