using System.Collections.Frozen;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>One to-one step along a relationship; reversed when a one-to-one is walked from its target.</summary>
public sealed record JoinEdge(Relationship Relationship, bool Reversed)
{
    public Dataset From => Reversed ? Relationship.To : Relationship.From;

    public Dataset To => Reversed ? Relationship.From : Relationship.To;

    /// <summary>Whether a row of <see cref="From"/> may have no row of <see cref="To"/>: a child without a parent, or a one-to-one walked backwards.</summary>
    public bool MayMiss => Reversed ? !Relationship.Required : Relationship.Optional;
}

/// <summary>
/// The ways that never multiply rows: each dataset's to-one steps. Every acyclic way is found, never the shortest alone, because two ways mean two things
/// (a ticket's site is where it was raised, or where it was solved).
/// </summary>
public sealed class JoinGraph
{
    private const int LongestWay = 8;
    private const int MostWays = 64;

    private readonly FrozenDictionary<Dataset, Seq<JoinEdge>> _edges;
    private readonly FrozenSet<string> _relationshipNames;

    public JoinGraph(Catalog catalog)
    {
        var edges = new Dictionary<Dataset, List<JoinEdge>>();
        foreach (var relationship in catalog.Relationships.Where(r => r.Through.IsEmpty))
        {
            Add(new JoinEdge(relationship, Reversed: false));
            if (relationship.OneToOne)
            {
                Add(new JoinEdge(relationship, Reversed: true));
            }
        }

        _edges = edges.ToFrozenDictionary(e => e.Key, e => e.Value.ToSeq());
        _relationshipNames = catalog.Relationships.Select(r => r.Name).ToFrozenSet();

        void Add(JoinEdge edge)
        {
            if (!edges.TryGetValue(edge.From, out var list))
            {
                edges[edge.From] = list = [];
            }

            list.Add(edge);
        }
    }

    public bool IsRelationship(string name) => _relationshipNames.Contains(name);

    /// <summary>Every acyclic way from one dataset to another; the empty way when they are the same and no relationship is named. A named relationship must be the last step when <paramref name="via"/> is given.</summary>
    public Seq<Seq<JoinEdge>> Ways(Dataset from, Dataset to, string? via = null)
    {
        if (ReferenceEquals(from, to) && via is null)
        {
            return [[]];
        }

        var found = new List<Seq<JoinEdge>>();
        Walk(from, [], [from]);
        return Preferred(found);

        void Walk(Dataset at, Seq<JoinEdge> way, Seq<Dataset> visited)
        {
            if (way.Count == LongestWay || found.Count == MostWays)
            {
                return;
            }

            foreach (var edge in EdgesOf(at))
            {
                var longer = way.Add(edge);
                if (ReferenceEquals(edge.To, to) && (via is null || edge.Relationship.Name == via))
                {
                    found.Add(longer);
                }
                else if (!visited.Contains(edge.To))
                {
                    Walk(edge.To, longer, visited.Add(edge.To));
                }
            }
        }
    }

    /// <summary>The targets of a relationship by name, from anywhere.</summary>
    public Dataset? TargetOf(string relationship) =>
        _edges.Values.SelectMany(e => e).FirstOrDefault(e => !e.Reversed && e.Relationship.Name == relationship)?.To;

    private Seq<JoinEdge> EdgesOf(Dataset dataset) => _edges.GetValueOrDefault(dataset);

    /// <summary>Where ways part, a preferred step beats the others that start at the same place.</summary>
    private static Seq<Seq<JoinEdge>> Preferred(List<Seq<JoinEdge>> ways)
    {
        var left = ways;
        for (var step = 0; left.Count > 1 && step < LongestWay; step++)
        {
            var here = left.Where(w => w.Count > step).ToList();
            if (here.Any(w => w[step].Relationship.Preferred) && here.Select(w => w[step]).Distinct().Count() > 1)
            {
                left = here.Where(w => w[step].Relationship.Preferred).ToList();
            }
        }

        return left.ToSeq();
    }
}
