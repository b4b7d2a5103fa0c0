using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>A field of a dataset as an expression names it from elsewhere.</summary>
internal sealed record DbtPlacedField(SqlColumn Column, DbtField Field);

/// <summary>Finds what dbt's names mean, such as <c>customer__region</c>, as it finds them: along entities, from the rows that a measure counts.</summary>
internal sealed class DbtReach(Seq<DbtDataset> datasets, Seq<DbtLink> links)
{
    private readonly Dictionary<string, DbtDataset> _byModel = datasets.ToDictionary(dataset => dataset.Model.Name);
    private readonly ILookup<DbtDataset, DbtLink> _from = links.ToLookup(link => link.From);
    private readonly ILookup<DbtDataset, DbtLink> _to = links.ToLookup(link => link.To);

    public Seq<DbtDataset> Datasets { get; } = datasets;

    public Seq<DbtLink> Links { get; } = links;

    public DbtDataset? Dataset(string semanticModel) => _byModel.GetValueOrDefault(semanticModel);

    /// <summary>A dimension by its own name, over the entities before it; null where none is found, or more than one.</summary>
    public DbtPlacedField? Dimension(DbtDataset root, IReadOnlyList<string> entities, string name) => Find(root, entities, dataset => dataset.Dimension(name));

    /// <summary>An entity's key over the entities before it; the row's own where there is none before.</summary>
    public DbtPlacedField? Entity(DbtDataset root, IReadOnlyList<string> entities, string name) => Find(root, entities, dataset => dataset.Entity(name));

    private DbtPlacedField? Find(DbtDataset root, IReadOnlyList<string> entities, Func<DbtDataset, DbtField?> of)
    {
        var ends = new List<(DbtDataset Dataset, DbtLink? Last)> { (root, null) };
        foreach (var entity in entities)
        {
            ends = [.. ends.SelectMany(end => Step(end, entity)).DistinctBy(end => (end.Dataset, end.Last?.Name))];
        }

        var found = ends.Select(end => (end.Dataset, end.Last, Field: of(end.Dataset))).Where(end => end.Field is not null).ToList();
        if (found.Exists(end => end.Last is null))
        {
            found = [found.Find(end => end.Last is null)];
        }

        return found is [{ Field: { } field } only] ? new DbtPlacedField(Named(only.Dataset, only.Last, field), field) : null;
    }

    /// <summary>The rows themselves where they are what the entity names, and the row that each leads to by it.</summary>
    private IEnumerable<(DbtDataset Dataset, DbtLink? Last)> Step((DbtDataset Dataset, DbtLink? Last) at, string entity)
    {
        if (at.Dataset.Model.PrimaryEntity == entity)
        {
            yield return at;
        }

        foreach (var link in _from[at.Dataset].Where(link => link.Entity == entity))
        {
            yield return (link.To, link);
        }

        foreach (var link in _to[at.Dataset].Where(link => link.IsOneToOne && link.Entity == entity))
        {
            yield return (link.From, link);
        }
    }

    /// <summary>By its dataset where only one way leads there, else by the way.</summary>
    private SqlColumn Named(DbtDataset dataset, DbtLink? last, DbtField field) =>
        new(last is null || _to[dataset].Count() + _from[dataset].Count(link => link.IsOneToOne) <= 1 ? dataset.Name : last.Name, field.Name);
}
