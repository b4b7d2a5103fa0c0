using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>A way that goes over one bridge on which a row may meet many.</summary>
/// <param name="Before">To-one steps to the rows on this side of the bridge.</param>
/// <param name="Bridge">The bridge.</param>
/// <param name="Reversed">From the bridge's <c>to</c> to its <c>from</c>.</param>
/// <param name="After">To-one steps from the rows on the other side.</param>
internal sealed record BridgeWay(Seq<ToOneStep> Before, Relationship Bridge, bool Reversed, Seq<ToOneStep> After)
{
    private Bridge Legs => Bridge.Bridge!;

    public Dataset Links => Legs.Links;

    public Dataset Near => Reversed ? Bridge.To : Bridge.From;

    public Dataset Far => Reversed ? Bridge.From : Bridge.To;

    /// <summary>Steps from a link to the thing on this side.</summary>
    public Seq<ToOneStep> ToNear => Reversed ? Legs.Forth : Legs.Back;

    /// <summary>Steps from a link to the thing on the other side.</summary>
    public Seq<ToOneStep> ToFar => Reversed ? Legs.Back : Legs.Forth;

    /// <summary>Everything that is walked, in order, for those who are told of it.</summary>
    public Seq<ToOneStep> Steps => Before.Add(new ToOneStep(Bridge, Reversed)).AddRange(After);

    /// <summary>
    /// The ways from one dataset to another over one bridge, over the named relationship when one is named. What is counted by link needs no bridge, and no way
    /// comes back to where it began unless the bridge is named.
    /// </summary>
    public static Seq<BridgeWay> Between(JoinGraph graph, Dataset start, Dataset end, string? via) =>
        graph.Bridges.SelectMany(bridge => Over(graph, bridge, start, end, via)).Distinct().ToSeq();

    private static IEnumerable<BridgeWay> Over(JoinGraph graph, Relationship bridge, Dataset start, Dataset end, string? via)
    {
        var legs = bridge.Bridge!;
        var names = graph.Names(via);
        var place = Array.FindIndex(names, n => graph.Names(n, bridge));
        var splits = place >= 0 ? [(names[..place], names[(place + 1)..])] : Enumerable.Range(0, names.Length + 1).Select(n => (names[..n], names[n..]));
        return
            from split in splits
            from reversed in legs.Before.IsEmpty && bridge.From != bridge.To ? [false, true] : new[] { false }
            let ends = reversed ? (Near: bridge.To, Far: bridge.From) : (Near: bridge.From, Far: bridge.To)
            from before in graph.Ways(start, ends.Near, Together(split.Item1))
            from after in graph.Ways(ends.Far, end, Together(split.Item2))
            let way = new BridgeWay(before.AddRange(legs.Before), bridge, reversed, after)
            where place >= 0 || !way.Returns(start)
            select way;
    }

    private static string? Together(string[] names) => names.Length == 0 ? null : string.Join(JoinGraph.Then, names);

    private bool Returns(Dataset start)
    {
        var visited = Before.Select(s => s.End).Prepend(start).ToList();
        return visited.Contains(Links) || visited.Contains(Far) || After.Any(s => visited.Contains(s.End) || s.End == Links);
    }
}
