using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Versions;

/// <summary>What stands in a line of use, from the warehouse to the question.</summary>
public enum LineageKind
{
    Table,
    Column,
    Dataset,
    Relationship,
    Field,
    Metric,
    Term,
    Question,
}

/// <summary>One thing in a line of use, by the name under which people know it; columns and tables are told apart by warehouse.</summary>
public sealed record LineageNode(LineageKind Kind, string Name, string? Warehouse = null);

/// <summary>A question that is kept somewhere (asked before, saved, part of a report) and its semantic query as JSON.</summary>
public sealed record SavedQuestion(string Name, string Query);

/// <summary>Who uses what: from physical columns over fields and metrics to terms and questions.</summary>
public sealed class Lineage
{
    private readonly ILookup<LineageNode, LineageNode> _madeOf;
    private readonly ILookup<LineageNode, LineageNode> _usedBy;
    private readonly List<LineageNode> _nodes;

    internal Lineage(IEnumerable<LineageNode> nodes, IEnumerable<(LineageNode User, LineageNode Used)> edges)
    {
        var all = edges.Distinct().OrderBy(e => e.User.Kind).ThenBy(e => e.User.Name, StringComparer.Ordinal).ThenBy(e => e.Used.Kind).ThenBy(e => e.Used.Name, StringComparer.Ordinal).ToList();
        _madeOf = all.ToLookup(e => e.User, e => e.Used);
        _usedBy = all.ToLookup(e => e.Used, e => e.User);
        _nodes = [.. nodes.Concat(all.SelectMany(e => new[] { e.User, e.Used })).Distinct().OrderBy(n => n.Kind).ThenBy(n => n.Name, StringComparer.Ordinal)];
    }

    public static Lineage Of(Catalog catalog, IEnumerable<SavedQuestion> questions)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(questions);
        return new LineageReader(catalog).Read(questions);
    }

    /// <summary>Everything of that name, letter case aside where no other has it.</summary>
    public Seq<LineageNode> Find(string name)
    {
        var exact = _nodes.FindAll(n => n.Name == name);
        return (exact.Count > 0 ? exact : _nodes.FindAll(n => n.Name.Equals(name, StringComparison.OrdinalIgnoreCase))).ToSeq();
    }

    public Seq<string> Nearest(string name) => Sql.Nearest.To(name, _nodes.Where(n => n.Kind != LineageKind.Question).Select(n => n.Name));

    /// <summary>What it is made of, one level down.</summary>
    public Seq<LineageNode> MadeOf(LineageNode node) => _madeOf[node].ToSeq();

    /// <summary>What uses it, one level up.</summary>
    public Seq<LineageNode> UsedBy(LineageNode node) => _usedBy[node].ToSeq();

    /// <summary>Everything that uses one of these, however far up; these themselves are left out.</summary>
    public Seq<LineageNode> AllUsersOf(IEnumerable<LineageNode> nodes)
    {
        var starts = nodes.ToHashSet();
        var found = new HashSet<LineageNode>(starts);
        var pending = new Queue<LineageNode>(starts);
        while (pending.TryDequeue(out var node))
        {
            foreach (var user in _usedBy[node].Where(found.Add))
            {
                pending.Enqueue(user);
            }
        }

        return found.Except(starts).OrderBy(n => n.Kind).ThenBy(n => n.Name, StringComparer.Ordinal).ToSeq();
    }
}
