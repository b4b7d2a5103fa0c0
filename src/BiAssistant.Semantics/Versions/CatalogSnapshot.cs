using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Format;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Versions;

/// <summary>A catalog as it was at one time: what it means, and what its texts say of each element.</summary>
public sealed class CatalogSnapshot
{
    private readonly ILookup<string, SnapshotElement> _inside;

    private CatalogSnapshot(CatalogLoad load, IReadOnlyList<SnapshotElement> elements)
    {
        (Catalog, Errors, Elements) = (load.Catalog, load.Issues.Where(i => i.Severity == IssueSeverity.Error).ToSeq(), elements);
        _inside = elements.ToLookup(e => e.Owner);
    }

    public Catalog Catalog { get; }

    /// <summary>What is wrong with it.</summary>
    public Seq<Issue> Errors { get; }

    internal IReadOnlyList<SnapshotElement> Elements { get; }

    /// <summary>What stands directly in an element.</summary>
    internal IEnumerable<SnapshotElement> Inside(SnapshotElement element) => _inside[element.Path];

    public static CatalogSnapshot Of(IEnumerable<CatalogText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var all = texts.ToList();
        var load = CatalogLoader.Load(all);
        var content = CatalogContent.Read(all);
        var elements = content.Models.SelectMany(OfModel).Concat(content.Metrics.Select(m => Metric("", m)));
        return new CatalogSnapshot(load, [.. elements.DistinctBy(e => e.Id)]);
    }

    private static IEnumerable<SnapshotElement> OfModel(YamlMap model)
    {
        var name = CatalogContent.NameOf(model);
        yield return new SnapshotElement(ElementKind.Model, "", name, model, ModelFormat.Model, ["datasets", "families", "relationships", "metrics", "glossary"]);
        var made = FamilyReader.Expand(new KeyReader(model, "a semantic model", name, new IssueList()), new SemanticModel { Name = name });
        foreach (var dataset in made.Datasets.Select(d => d.Map))
        {
            yield return new SnapshotElement(ElementKind.Dataset, name, CatalogContent.NameOf(dataset), dataset, DatasetFormat.Dataset, ["fields"]);
            foreach (var field in Maps(dataset, "fields"))
            {
                yield return new SnapshotElement(ElementKind.Field, $"{name}.{CatalogContent.NameOf(dataset)}", CatalogContent.NameOf(field), field, FieldFormat.Field, []);
            }
        }

        foreach (var way in made.Relationships.Select(r => r.Map))
        {
            yield return new SnapshotElement(ElementKind.Relationship, name, CatalogContent.NameOf(way), way, RelationshipFormat.Relationship, []);
        }

        foreach (var term in Maps(model, "glossary"))
        {
            yield return new SnapshotElement(ElementKind.Term, name, TermOf(term), term, GlossaryFormat.Entry, []);
        }

        foreach (var metric in Maps(model, "metrics"))
        {
            yield return Metric(name, metric);
        }
    }

    private static SnapshotElement Metric(string model, YamlMap metric) => new(ElementKind.Metric, "", CatalogContent.NameOf(metric), metric, MetricFormat.Metric, []) { Home = model };

    private static string TermOf(YamlMap entry) =>
        new KeyReader(entry, "a glossary entry", "", new IssueList()).Words("term").In("en") ?? "";

    private static IEnumerable<YamlMap> Maps(YamlMap owner, string key) => owner.Find(key) switch
    {
        YamlList list => list.Items.OfType<YamlMap>(),
        YamlMap only => [only],
        _ => [],
    };
}
