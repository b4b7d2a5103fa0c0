using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Loading;

/// <summary>From where a name is said: a dataset's own fields come first, then those of the model.</summary>
internal readonly record struct NameScope(Dataset? Own, SemanticModel? Home);

/// <summary>A field that a name stands for, and the relationship that the name walks; <c>Start</c> is the dataset whose rows the field is said of.</summary>
internal sealed record FieldUse(Field Field, Dataset Start, Relationship? Way)
{
    /// <summary>The dataset that a root must reach for this field.</summary>
    public bool IsReachedFrom(Dataset root, ToOneReach reach) =>
        Way is null ? reach.Reaches(root, Start)
        : ReferenceEquals(Field.Dataset, Way.To) ? reach.Reaches(root, Way.From)
        : reach.Reaches(root, Way.To);
}

/// <summary>Why a name stands for nothing, as a sentence, with the nearest right names.</summary>
internal sealed record NameProblem(string Code, string Message, Seq<string> Suggestions);

/// <summary>Everything in the catalog that has a name.</summary>
internal sealed class Names
{
    private readonly Catalog _catalog;
    private readonly ILookup<string, Dataset> _datasets;
    private readonly Lazy<ILookup<string, Field>> _fields;
    private readonly Dictionary<Relationship, SemanticModel> _homes = [];
    private readonly ILookup<string, Relationship> _relationships;

    public Names(Catalog catalog)
    {
        _catalog = catalog;
        _datasets = catalog.Datasets.ToLookup(d => d.Name);
        _fields = new Lazy<ILookup<string, Field>>(() => catalog.Fields.ToLookup(f => f.Name));
        foreach (var model in catalog.Models)
        {
            foreach (var relationship in model.Relationships)
            {
                _homes[relationship] = model;
            }
        }

        _relationships = catalog.Relationships.ToLookup(r => r.Name);
        Reach = new ToOneReach(catalog.Relationships);
        Graph = new JoinGraph(catalog);
    }

    public ToOneReach Reach { get; }

    /// <summary>The ways that binding will choose from.</summary>
    public JoinGraph Graph { get; }

    /// <summary>A dataset: the model's own, else the only one of that name, else <c>model.name</c>.</summary>
    public static (Dataset? Dataset, NameProblem? Problem) FindDataset(string name, SemanticModel? home, ILookup<string, Dataset> byName)
    {
        var dot = name.LastIndexOf('.');
        var candidates = dot < 0
            ? byName[name].ToList()
            : byName[name[(dot + 1)..]].Where(d => d.Model.Name == name[..dot]).ToList();
        if (candidates.Count > 1)
        {
            candidates = candidates.Where(d => ReferenceEquals(d.Model, home)).ToList() is [var own] ? [own] : candidates;
        }

        switch (candidates)
        {
            case [var only]:
                return (only, null);
            case []:
                var nearest = Nearest.To(name, byName.Select(g => g.Key).Concat(dot < 0 ? [] : byName.SelectMany(g => g).Select(d => d.Id)));
                return (null, new NameProblem("unknown_dataset", $"There is no dataset '{name}'.{Nearest.Question(nearest)}", nearest));
            default:
                var ids = candidates.Select(d => d.Id).ToSeq();
                return (null, new NameProblem("ambiguous_dataset", $"'{name}' is a dataset of several models: {string.Join(", ", ids)}. Say which one.", ids));
        }
    }

    public (Dataset? Dataset, NameProblem? Problem) FindDataset(string name, SemanticModel? home) => FindDataset(name, home, _datasets);

    public Relationship? FindRelationship(string name, SemanticModel? home)
    {
        var dot = name.LastIndexOf('.');
        var candidates = _relationships[dot < 0 ? name : name[(dot + 1)..]].Where(r => r.Overrides is null && (dot < 0 || _homes[r].Name == name[..dot])).ToList();
        return candidates switch
        {
            [var only] => only,
            [] => null,
            _ => candidates.Where(r => ReferenceEquals(_homes[r], home)).ToList() is [var own] ? own : null,
        };
    }

    /// <summary>The relationships that lead to a dataset's rows from those of another.</summary>
    public IEnumerable<Relationship> PointingTo(Dataset dataset) => _catalog.Relationships.Where(r => ReferenceEquals(r.To, dataset) && r is { Unsupported: null, LeadsToMany: false });

    public (FieldUse? Use, NameProblem? Problem) FindField(string name, NameScope scope)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? FindField(null, name, scope) : FindField(name[..dot], name[(dot + 1)..], scope);
    }

    public (FieldUse? Use, NameProblem? Problem) FindField(string? prefix, string name, NameScope scope) =>
        prefix is null ? Unprefixed(name, scope) : Prefixed(prefix, name, scope);

    /// <summary>The column by which the rest of the product knows a field: the shortest name of its dataset or relationship, and its own.</summary>
    public SqlColumn Column(FieldUse use) =>
        new(use.Way is { } way ? _catalog.NameOf(way) : _catalog.NameOf(use.Start), use.Field.Name);

    public string NameOf(Dataset dataset) => _catalog.NameOf(dataset);

    public string NameOf(Field field) => _catalog.NameOf(field);

    private (FieldUse?, NameProblem?) Prefixed(string prefix, string name, NameScope scope)
    {
        var (dataset, problem) = FindDataset(prefix, scope.Home);
        if (dataset?.FindField(name) is { } field)
        {
            return (new FieldUse(field, dataset, null), null);
        }

        if (FindRelationship(prefix, scope.Home) is { } way)
        {
            if (way.To.FindField(name) is { } target)
            {
                return (new FieldUse(target, way.To, way), null);
            }

            if (way.OneToOne && way.From.FindField(name) is { } back)
            {
                return (new FieldUse(back, way.From, way), null);
            }

            dataset ??= way.To;
        }

        if (dataset is null)
        {
            var ways = Nearest.To(prefix, _relationships.Select(g => g.Key));
            return (null, problem! with { Suggestions = problem!.Suggestions.AddRange(ways).Select(s => $"{s}.{name}").ToSeq() });
        }

        var nearest = Nearest.To(name, dataset.Fields.Concat(dataset.Derived).Select(f => f.Name));
        return (null, new NameProblem("unknown_field", $"{prefix} has no field '{name}'.{Nearest.Question(nearest)}", nearest.Select(n => $"{prefix}.{n}").ToSeq()));
    }

    private (FieldUse?, NameProblem?) Unprefixed(string name, NameScope scope)
    {
        if (scope.Own is { } own && own.FindField(name) is { } mine)
        {
            return (new FieldUse(mine, own, null), null);
        }

        var everywhere = _fields.Value[name].ToList();
        var atHome = everywhere.Where(f => ReferenceEquals(f.Dataset.Model, scope.Home)).ToList();
        switch (atHome.Count > 0 ? atHome : everywhere)
        {
            case [var only]:
                return (new FieldUse(only, only.Dataset, null), null);
            case []:
                var known = scope.Own is { } dataset ? dataset.Fields.Concat(dataset.Derived).Select(f => f.Name) : _fields.Value.Select(g => g.Key);
                var nearest = Nearest.To(name, known);
                return (null, new NameProblem("unknown_field", $"There is no field '{name}'{In(scope)}.{Nearest.Question(nearest)}", nearest));
            case var several:
                var names = several.Select(NameOf).Take(8).ToSeq();
                return (null, new NameProblem("ambiguous_field", $"'{name}' stands for several fields: {string.Join(", ", names)}. Say which one.", names));
        }
    }

    private static string In(NameScope scope) => scope.Own is { } own ? $" in {own.Name}" : "";
}
