using System.Text.Json;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Versions;

/// <summary>Finds out of a loaded catalog who uses what.</summary>
internal sealed class LineageReader(Catalog catalog)
{
    private readonly Names _names = new(catalog);
    private readonly SourceColumns _sources = new(catalog);
    private readonly List<LineageNode> _nodes = [];
    private readonly List<(LineageNode User, LineageNode Used)> _edges = [];

    public Lineage Read(IEnumerable<SavedQuestion> questions)
    {
        foreach (var dataset in catalog.Datasets)
        {
            OfDataset(dataset);
        }

        foreach (var way in catalog.Relationships)
        {
            _nodes.Add(Node(way));
            Add(Node(way), way.FromColumns.SelectMany(c => _sources.Of(way.From, c)).Concat(way.ToColumns.SelectMany(c => _sources.Of(way.To, c))));
        }

        foreach (var metric in catalog.Metrics)
        {
            OfMetric(metric);
        }

        foreach (var (model, entry) in catalog.Models.SelectMany(m => m.Glossary.Select(g => (m, g))))
        {
            OfTerm(entry, model);
        }

        foreach (var question in questions)
        {
            OfQuery(new LineageNode(LineageKind.Question, question.Name), question.Query);
        }

        return new Lineage(_nodes, _edges);
    }

    private void OfDataset(Dataset dataset)
    {
        var node = Node(dataset);
        _nodes.Add(node);
        Add(node, _sources.TablesOf(dataset));
        if (dataset.Filter is { } filter)
        {
            Add(node, Columns(dataset, filter));
        }

        if (dataset.SubtypeOf is { } super && _names.FindDataset(super, dataset.Model).Dataset is { } whole)
        {
            Add(node, [Node(whole)]);
        }

        Add(node, dataset.RowAccess.SelectMany(rule => Fields(rule.Filter, dataset)));
        foreach (var field in dataset.Fields)
        {
            _nodes.Add(Node(field));
            Add(Node(field), Columns(dataset, field.Expression).Concat(Fields(field.Expression, dataset)));
        }
    }

    private void OfMetric(Metric metric)
    {
        var node = new LineageNode(LineageKind.Metric, metric.Name);
        _nodes.Add(node);
        var parts = metric.PartNames.Select(catalog.FindMetric).OfType<Metric>().Distinct().ToList();
        Add(node, parts.Select(part => new LineageNode(LineageKind.Metric, part.Name)));
        if (metric.Target is { } target && catalog.FindMetric(target) is { } goal)
        {
            Add(node, [new LineageNode(LineageKind.Metric, goal.Name)]);
        }

        var ofParts = parts.SelectMany(part => Reads(part.Formula)).ToHashSet();
        Add(node, Reads(metric.Formula).Where(read => !ofParts.Contains(read)));
    }

    /// <summary>The rows that a formula counts, the fields that it reads, and the ways from the ones to the others.</summary>
    private HashSet<LineageNode> Reads(Formula? formula)
    {
        var reads = new HashSet<LineageNode>();
        foreach (var aggregate in Formulas.Aggregates(formula))
        {
            var fields = aggregate.Filters.Append<SqlNode>(aggregate.Call).Concat(Columns(aggregate.Selection)).SelectMany(Uses)
                .Concat(new[] { aggregate.Time }.Concat(Clocks(aggregate.Selection)).OfType<Field>().Select(f => (Field: f, Way: (Relationship?)null)));
            reads.Add(Node(aggregate.Root));
            foreach (var (field, way) in fields)
            {
                reads.Add(Node(field));
                reads.UnionWith(way is null ? [] : [Node(way)]);
                reads.UnionWith((_names.Reach.ShortestWay(aggregate.Root, field.Dataset) ?? []).Select(step => Node(step.Relationship)));
            }
        }

        return reads;
    }

    private static IEnumerable<Field?> Clocks(RowSelection? selection) => selection switch
    {
        SnapshotRows snapshot => [snapshot.Over],
        ValidRows valid => [valid.From, valid.To],
        FollowedRows followed => [followed.Event, followed.LaterEvent],
        _ => [],
    };

    private static Seq<SqlColumn> Columns(RowSelection? selection) => selection switch
    {
        SnapshotRows snapshot => snapshot.Per,
        FollowedRows followed => [followed.Entity],
        _ => [],
    };

    private void OfTerm(GlossaryEntry entry, SemanticModel model)
    {
        var node = new LineageNode(LineageKind.Term, entry.Term.In("en") ?? "");
        _nodes.Add(node);
        switch (entry)
        {
            case FilterTerm filter:
                Add(node, Fields(filter.Filter, filter.Dataset).Append(Node(filter.Dataset)));
                break;
            case FieldTerm field:
                Add(node, [Node(field.Field)]);
                break;
            case MetricsTerm metrics:
                Add(node, metrics.Metrics.Where(m => catalog.FindMetric(m) is not null).Select(m => new LineageNode(LineageKind.Metric, m)));
                break;
            case QueryTerm query:
                OfQuery(node, SemanticQueryJson.Write(query.Query));
                break;
        }
    }

    /// <summary>Every name in a query that is one of the catalog; its values are not looked at.</summary>
    private void OfQuery(LineageNode node, string query)
    {
        _nodes.Add(node);
        using var json = JsonDocument.Parse(query);
        var pending = new Stack<JsonElement>([json.RootElement]);
        while (pending.TryPop(out var next))
        {
            foreach (var (key, value) in next.ValueKind == JsonValueKind.Object ? next.EnumerateObject().Select(p => (p.Name, p.Value)) : [])
            {
                if (key is not ("value" or "values" or "as"))
                {
                    pending.Push(value);
                }
            }

            foreach (var item in next.ValueKind == JsonValueKind.Array ? next.EnumerateArray().ToList() : [])
            {
                pending.Push(item);
            }

            if (next.ValueKind == JsonValueKind.String && next.GetString() is { } name)
            {
                Add(node, Named(name));
            }
        }
    }

    private IEnumerable<LineageNode> Named(string name)
    {
        if (catalog.FindMetric(name) is { } metric)
        {
            yield return new LineageNode(LineageKind.Metric, metric.Name);
        }
        else if (catalog.FindDataset(name) is { } dataset)
        {
            yield return Node(dataset);
        }
        else if (name.Contains('.', StringComparison.Ordinal) && _names.FindField(name, new NameScope(null, null)).Use is { } use)
        {
            yield return Node(use.Field);
            if (use.Way is { } way)
            {
                yield return Node(way);
            }
        }
    }

    private IEnumerable<LineageNode> Columns(Dataset dataset, SqlExpression expression) =>
        SqlAnalysis.Columns(expression).Where(c => c.Table is null).SelectMany(c => _sources.Of(dataset, c.Name));

    private IEnumerable<LineageNode> Fields(SqlExpression expression, Dataset own) => SqlAnalysis.Columns(expression)
        .Where(c => c.Table is not null)
        .Select(c => _names.FindField(c.Table, c.Name, new NameScope(own, own.Model)).Use)
        .OfType<FieldUse>()
        .SelectMany(use => use.Way is { } way ? [Node(use.Field), Node(way)] : new[] { Node(use.Field) });

    private IEnumerable<(Field Field, Relationship? Way)> Uses(SqlNode node) => SqlAnalysis.Columns(node)
        .Select(c => _names.FindField(c.Table, c.Name, new NameScope(null, null)).Use)
        .OfType<FieldUse>()
        .Select(use => (use.Field, use.Way));

    private void Add(LineageNode user, IEnumerable<LineageNode> used) => _edges.AddRange(used.Where(u => u != user).Select(u => (user, u)));

    private LineageNode Node(Dataset dataset) => new(LineageKind.Dataset, catalog.NameOf(dataset));

    private LineageNode Node(Field field) => new(LineageKind.Field, catalog.NameOf(field));

    private LineageNode Node(Relationship way) => new(LineageKind.Relationship, catalog.NameOf(way));
}
