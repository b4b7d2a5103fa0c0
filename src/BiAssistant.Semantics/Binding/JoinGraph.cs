using System.Collections.Concurrent;
using System.Collections.Frozen;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// Chooses among the ways that never multiply rows. Every acyclic way counts, never the shortest alone, because two ways mean two things (a ticket's site
/// is where it was raised, or where it was solved); a relationship's name or a preference declared in the catalog decides.
/// </summary>
public sealed class JoinGraph(Catalog catalog)
{
    private readonly ToOneReach _reach = new(catalog.Relationships);
    private readonly FrozenDictionary<string, Seq<ToOneStep>> _byName = catalog.Relationships
        .Where(r => r.Unsupported is null)
        .GroupBy(r => r.Name)
        .ToFrozenDictionary(g => g.Key, g => g.SelectMany(Steps).ToSeq());

    private readonly ConcurrentDictionary<(Dataset From, Dataset To, string? Via), Seq<Seq<ToOneStep>>> _ways = new();

    /// <summary>The ways from one dataset to another that are left to choose from, over the named relationship when one is named; the empty way when they are the same.</summary>
    public Seq<Seq<ToOneStep>> Ways(Dataset from, Dataset to, string? via = null) => _ways.GetOrAdd((from, to, via), asked => Find(asked.From, asked.To, asked.Via));

    /// <summary>Where a relationship leads, by its name; null when there is none.</summary>
    public Dataset? TargetOf(string relationship) => _byName.GetValueOrDefault(relationship).FirstOrDefault()?.Relationship.To;

    private static IEnumerable<ToOneStep> Steps(Relationship relationship) =>
        relationship.OneToOne ? [new ToOneStep(relationship, false), new ToOneStep(relationship, true)] : [new ToOneStep(relationship, false)];

    private Seq<Seq<ToOneStep>> Find(Dataset start, Dataset end, string? via)
    {
        if (via is null)
        {
            return Preferred(_reach.Ways(start, end));
        }

        var over =
            from step in _byName.GetValueOrDefault(via)
            from before in _reach.Ways(start, step.Start)
            from after in _reach.Ways(step.End, end)
            select before.Add(step).AddRange(after);
        return Preferred(over.Distinct().ToSeq());
    }

    /// <summary>Where ways part, a preferred step beats the others that start at the same place.</summary>
    private static Seq<Seq<ToOneStep>> Preferred(Seq<Seq<ToOneStep>> ways)
    {
        var left = ways;
        for (var step = 0; left.Count > 1 && left.Any(w => w.Count > step); step++)
        {
            var here = left.Where(w => w.Count > step).ToSeq();
            if (here.Any(w => w[step].Relationship.Preferred) && here.Select(w => w[step]).Distinct().Count() > 1)
            {
                left = here.Where(w => w[step].Relationship.Preferred).ToSeq();
            }
        }

        return left;
    }
}
