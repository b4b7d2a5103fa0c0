using System.Collections.Concurrent;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// Chooses among the ways that never multiply rows. Every acyclic way counts, never the shortest alone, because two ways mean two things (a ticket's site
/// is where it was raised, or where it was solved); a relationship's name or a preference declared in the catalog decides.
/// </summary>
public sealed class JoinGraph(Catalog catalog)
{
    /// <summary>What stands between the relationships of a way that takes more than one name to be told: <c>sold_by/manager</c>.</summary>
    public const char Then = '/';

    private readonly ToOneReach _reach = new(catalog.Relationships);
    private readonly ConcurrentDictionary<(Dataset From, Dataset To, string? Via), Seq<Seq<ToOneStep>>> _ways = new();

    /// <summary>The bridges on which a row may meet many.</summary>
    public Seq<Relationship> Bridges { get; } = catalog.Relationships.Where(r => r is { Unsupported: null, LeadsToMany: true, Bridge: not null }).ToSeq();

    /// <summary>The ways from one dataset to another that are left to choose from, over the named relationships when some are named; the empty way when they are the same.</summary>
    public Seq<Seq<ToOneStep>> Ways(Dataset from, Dataset to, string? via = null) => _ways.GetOrAdd((from, to, via), asked => Find(asked.From, asked.To, asked.Via));

    /// <summary>Where a relationship leads, by its name; null when there is none.</summary>
    public Dataset? TargetOf(string relationship) => catalog.FindRelationship(relationship)?.To ?? catalog.FindRelationships(relationship).FirstOrDefault()?.To;

    /// <summary>
    /// How many steps the ways share before exactly one of them applies to a row, as the relationships that they then take declare (<c>exclusive</c>); null
    /// where more than one may.
    /// </summary>
    public static int? PartExclusively(Seq<Seq<ToOneStep>> ways)
    {
        var shared = SharedSteps(ways);
        var parting = ways.Where(w => w.Count > shared).Select(w => w[shared]).ToList();
        return parting.Count == ways.Count
            && parting.Distinct().Count() == ways.Count
            && parting[0].Relationship.Exclusive is { } group
            && parting.TrueForAll(s => !s.Reversed && s.Relationship.Exclusive == group) ? shared : null;
    }

    /// <summary>The shortest text that singles out one of several ways: the name of a relationship that it takes, or several in their order.</summary>
    public string ViaOf(Seq<ToOneStep> way, Dataset from, Dataset to)
    {
        var names = way.Select(s => catalog.NameOf(s.Relationship)).ToList();
        var single = way.OrderBy(s => s.Relationship.Subtype is not null).Select(s => catalog.NameOf(s.Relationship)).FirstOrDefault(n => Ways(from, to, n) is [var only] && only == way);
        return single ?? string.Join(Then, names);
    }

    internal static int SharedSteps(Seq<Seq<ToOneStep>> ways)
    {
        var shared = 0;
        while (ways.All(w => w.Count > shared && w[shared] == ways[0][shared]))
        {
            shared++;
        }

        return shared;
    }

    /// <summary>The relationships that are named, one text for each.</summary>
    internal string[] Names(string? via) => via is null ? [] : catalog.FindRelationships(via).Any() ? [via] : via.Split(Then);

    internal bool Names(string name, Relationship way) => catalog.FindRelationships(name).Contains(way);

    private Seq<Seq<ToOneStep>> Find(Dataset start, Dataset end, string? via)
    {
        var names = Names(via);
        var ways = Over(start, end, names).Distinct().Where(IsSound).ToList();
        var direct = ways.Where(w => !Returns(w, start)).ToList();
        return WayChoice.Preferred(WayChoice.Distinct(direct.Count > 0 && via is null ? direct : ways));
    }

    private Seq<Seq<ToOneStep>> Over(Dataset start, Dataset end, string[] names)
    {
        if (names is [])
        {
            return _reach.Ways(start, end);
        }

        var over =
            from way in catalog.FindRelationships(names[0]).Where(r => r is { Unsupported: null, LeadsToMany: false })
            from step in ToOneReach.StepsOf(way)
            from before in _reach.Ways(start, step.Start).Where(w => !Returns(w, start))
            from after in Over(step.End, end, names[1..])
            select before.Add(step).AddRange(after);
        return over.ToSeq();
    }

    /// <summary>Whether each step may follow those before it, and no relationship is taken there and back.</summary>
    private bool IsSound(Seq<ToOneStep> way) =>
        way.Select(s => s.Relationship).Distinct().Count() == way.Count && Enumerable.Range(1, Math.Max(0, way.Count - 1)).All(n => _reach.Follows(way[n], way.Take(n).ToSeq()));

    /// <summary>Whether a way comes back to things of a kind that it left: from a ship to the ship that tows it. That is meant only where it is said, or where no other way leads there.</summary>
    private static bool Returns(Seq<ToOneStep> way, Dataset start)
    {
        var tops = new List<Dataset> { start.Lineage.Last() };
        foreach (var step in way.Where(s => s.Relationship.Subtype is null))
        {
            var top = step.End.Lineage.Last();
            if (tops.Contains(top))
            {
                return true;
            }

            tops.Add(top);
        }

        return false;
    }
}
