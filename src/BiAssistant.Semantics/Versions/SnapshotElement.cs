using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Format;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;

namespace BiAssistant.Semantics.Versions;

/// <summary>What has a definition of its own in a catalog.</summary>
public enum ElementKind
{
    Model,
    Dataset,
    Field,
    Relationship,
    Metric,
    Term,
}

/// <summary>One element of a catalog and what its text says, key by key.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">The id of what it stands in; empty where names are unique without.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Keys">Its text.</param>
/// <param name="Format">The keys that it may have.</param>
/// <param name="Inner">Keys that hold elements of their own.</param>
internal sealed record SnapshotElement(ElementKind Kind, string Owner, string Name, YamlMap Keys, FormatElement Format, string[] Inner)
{
    /// <summary>The model that a metric stands in; empty for one in a file of its own.</summary>
    public string Home { get; init; } = "";

    public string Path => Owner.Length == 0 ? Name : $"{Owner}.{Name}";

    public string Id => $"{Kind} {Path}";

    /// <summary>The content but for the name, by which a renamed element is known again. A field without an expression is the column of its name.</summary>
    public string Content => Fingerprints.ContentOf(Keys, [.. Inner, Kind == ElementKind.Term ? "term" : "name"])
        + (Kind == ElementKind.Field && Keys.Find("expression") is null or YamlScalar { IsNull: true } ? Name : "");

    /// <summary>The canonical content of one key; empty where it is missing or says what holds anyway.</summary>
    public string ContentOf(string key)
    {
        var alone = new YamlMap(Keys.Source, Keys.Line, Keys.Column);
        alone.Pairs.AddRange(Keys.Pairs.Where(p => p.Key.Text == key || (key == "values" && p.Key.Text == "ordered")));
        return Fingerprints.ContentOf(alone);
    }

    /// <summary>What people know it by: the shortest name in its catalog.</summary>
    public string NameIn(Catalog catalog) => NodesIn(catalog) is [var only] && Kind is ElementKind.Dataset or ElementKind.Field or ElementKind.Relationship ? only.Name : Name;

    /// <summary>Where it stands in lines of use; a model stands for its datasets.</summary>
    public IReadOnlyList<LineageNode> NodesIn(Catalog catalog) => Kind switch
    {
        ElementKind.Model => [.. catalog.Models.Where(m => m.Name == Name).SelectMany(m => m.Datasets).Select(d => new LineageNode(LineageKind.Dataset, catalog.NameOf(d)))],
        ElementKind.Dataset => catalog.FindDataset(Path) is { } dataset ? [new LineageNode(LineageKind.Dataset, catalog.NameOf(dataset))] : [],
        ElementKind.Field => catalog.FindField(Path) is { } field ? [new LineageNode(LineageKind.Field, catalog.NameOf(field))] : [],
        ElementKind.Relationship => catalog.FindRelationship(Path) is { } way ? [new LineageNode(LineageKind.Relationship, catalog.NameOf(way))] : [],
        ElementKind.Metric => [new LineageNode(LineageKind.Metric, Name)],
        _ => [new LineageNode(LineageKind.Term, Name)],
    };
}
