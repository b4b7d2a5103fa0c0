using System.Collections.Frozen;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Catalogs;

/// <summary>
/// Everything that the business has said about its data: models and metrics, names resolved, immutable. Elements compare by reference; two
/// catalogs with the same meaning have the same <see cref="Version"/>.
/// </summary>
public sealed class Catalog
{
    private readonly FrozenDictionary<string, Dataset> _datasets;
    private readonly FrozenDictionary<string, Metric> _metrics;
    private readonly FrozenDictionary<string, Relationship> _relationships;
    private readonly ILookup<string, Relationship> _waysByName;
    private readonly ILookup<string, Relationship> _waysByWord;

    public Catalog(Seq<SemanticModel> models, Seq<Metric> metrics, string version)
    {
        Models = models;
        Metrics = metrics;
        Version = version;
        var datasets = models.SelectMany(m => m.Datasets).ToList();
        _datasets = datasets
            .Select(d => KeyValuePair.Create(d.Id, d))
            .Concat(datasets.GroupBy(d => d.Name).Where(g => g.Count() == 1).Select(g => KeyValuePair.Create(g.Key, g.First())))
            .ToFrozenDictionary();
        var relationships = models.SelectMany(m => m.Relationships.Where(r => r.Overrides is null).Select(r => (Model: m, Relationship: r))).ToList();
        _relationships = relationships
            .Select(r => KeyValuePair.Create($"{r.Model.Name}.{r.Relationship.Name}", r.Relationship))
            .Concat(relationships.GroupBy(r => r.Relationship.Name).Where(g => g.Count() == 1).Select(g => KeyValuePair.Create(g.Key, g.First().Relationship)))
            .ToFrozenDictionary();
        _waysByName = models.SelectMany(m => m.Relationships.SelectMany(r => new[] { KeyValuePair.Create(r.Name, r), KeyValuePair.Create($"{m.Name}.{r.Name}", r) })).ToLookup(r => r.Key, r => r.Value);
        _waysByWord = models.SelectMany(m => m.Relationships)
            .SelectMany(r => WordsOf(r).Words.Select(w => w.Text.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Select(word => KeyValuePair.Create(word, r)))
            .ToLookup(r => r.Key, r => r.Value, StringComparer.OrdinalIgnoreCase);
        _metrics = metrics.ToFrozenDictionary(m => m.Name);
    }

    public static Catalog Empty { get; } = new([], [], "empty");

    public Seq<SemanticModel> Models { get; }

    public Seq<Metric> Metrics { get; }

    /// <summary>A hash over the canonical content: lower-case hexadecimal.</summary>
    public string Version { get; }

    public IEnumerable<Dataset> Datasets => Models.SelectMany(m => m.Datasets);

    public IEnumerable<Field> Fields => Datasets.SelectMany(d => d.Fields);

    public IEnumerable<Relationship> Relationships => Models.SelectMany(m => m.Relationships);

    /// <summary>A dataset by <c>name</c> where that is unique, or <c>model.name</c>.</summary>
    public Dataset? FindDataset(string name) => _datasets.GetValueOrDefault(name);

    /// <summary>A field by <c>dataset.field</c> or <c>model.dataset.field</c>.</summary>
    public Field? FindField(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? null : FindDataset(name[..dot])?.FindField(name[(dot + 1)..]);
    }

    /// <summary>A relationship by <c>name</c> where that is unique, or <c>model.name</c>; of those of a supertype and its kinds that share a name, the supertype's.</summary>
    public Relationship? FindRelationship(string name) => _relationships.GetValueOrDefault(name);

    /// <summary>
    /// The relationships that a name means: those of that name (<c>name</c> or <c>model.name</c>; a supertype and its kinds may each have one), else those whose role or
    /// synonyms say it, in any language.
    /// </summary>
    public IEnumerable<Relationship> FindRelationships(string name) => _waysByName.Contains(name) ? _waysByName[name] : _waysByWord[name.Trim()];

    public Metric? FindMetric(string name) => _metrics.GetValueOrDefault(name);

    private static LocalText WordsOf(Relationship relationship) => relationship.Role is { } role
        ? role.Singular.With(role.Plural).With(role.Synonyms).With(relationship.Synonyms)
        : relationship.Synonyms;

    /// <summary>The shortest name by which <see cref="FindDataset"/> finds it.</summary>
    public string NameOf(Dataset dataset) => ReferenceEquals(FindDataset(dataset.Name), dataset) ? dataset.Name : dataset.Id;

    /// <summary>The shortest name by which <see cref="FindRelationship"/> finds it.</summary>
    public string NameOf(Relationship relationship) =>
        ReferenceEquals(FindRelationship(relationship.Name), relationship) ? relationship.Name
        : $"{Models.First(m => m.Relationships.Any(r => ReferenceEquals(r, relationship))).Name}.{relationship.Name}";

    /// <summary>The shortest name by which <see cref="FindField"/> finds it.</summary>
    public string NameOf(Field field) => $"{NameOf(field.Dataset)}.{field.Name}";
}
