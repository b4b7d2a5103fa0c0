using System.Collections.Frozen;
using WorkCalendar = BiAssistant.Tests.Evaluation.RowByRow.WorkCalendar;

namespace BiAssistant.Tests.Evaluation.Generated.Worlds;

/// <summary>A business that nobody has: what there is, how it is linked, its rows, its metrics, its calendar, and what time it is.</summary>
internal sealed record World(
    IReadOnlyList<Thing> Things,
    IReadOnlyList<Link> Links,
    IReadOnlyList<Metric> Metrics,
    IReadOnlyDictionary<string, IReadOnlyList<Row>> Rows,
    WorkCalendar Calendar,
    DateTime Now)
{
    private readonly Dictionary<(string From, string To, string? Via), (IReadOnlyList<Link>? One, int Count)> _ways = [];
    private readonly Dictionary<(Row, Link), Row?> _followed = [];

    /// <summary>Words for conditions.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>The things that are kept in another warehouse than the rest.</summary>
    public IReadOnlySet<string> Elsewhere { get; init; } = FrozenSet<string>.Empty;

    public Thing Thing(string name) => Things.First(thing => thing.Name == name);

    public Metric Metric(string name) => Metrics.First(metric => metric.Name == name);

    public Link Link(string name) => Links.First(link => link.Name == name);

    /// <summary>The row of another thing that a row belongs to, itself when it is one; null where it belongs to none.</summary>
    /// <exception cref="DeclinedException">There is no way there, or there are several.</exception>
    public Row? Reach(Row row, string thing, string? via)
    {
        Row? at = row;
        foreach (var link in Way(row.Thing, thing, via))
        {
            at = at is null ? null : Follow(at, link);
        }

        return at;
    }

    public bool Leads(string from, string to, string? via) => Found(from, to, via).One is not null;

    /// <summary>Whether a row leads somewhere over a link.</summary>
    public bool Follows(Row row, Link link) => Follow(row, link) is not null;

    /// <summary>The same with other rows; nothing that was looked up before is remembered.</summary>
    public World With(IReadOnlyDictionary<string, IReadOnlyList<Row>> rows) => new(Things, Links, Metrics, rows, Calendar, Now) { Terms = Terms, Elsewhere = Elsewhere };

    /// <summary>The same, one thing or more of it in another warehouse, but not all.</summary>
    public World Apart(Chance chance) => new(Things, Links, Metrics, Rows, Calendar, Now) { Terms = Terms, Elsewhere = chance.Some(Things, chance.Between(1, Things.Count - 1)).Select(thing => thing.Name).ToFrozenSet() };

    private IReadOnlyList<Link> Way(string from, string to, string? via)
    {
        var (one, count) = Found(from, to, via);
        return one ?? throw new DeclinedException(count == 0 ? "no_join_path" : "two_ways", $"from {from} to {to}");
    }

    private (IReadOnlyList<Link>? One, int Count) Found(string from, string to, string? via)
    {
        if (!_ways.TryGetValue((from, to, via), out var found))
        {
            var all = Ways(from, to, via).ToList();
            var ways = Preferred(all.FindAll(way => !all.Exists(other => GoesPast(way, other))), 0);
            found = (ways.Count == 1 ? ways[0] : null, ways.Count);
            _ways.Add((from, to, via), found);
        }

        return found;
    }

    /// <summary>Every way that comes past nothing twice; over the named link, where one is named. A thing's link to itself is taken only where it is named.</summary>
    private IEnumerable<IReadOnlyList<Link>> Ways(string start, string end, string? via) => via is null
        ? Simple(start, end, [start])
        : from named in Links.Where(link => link.Name == via)
          from before in Simple(start, named.From, [start])
          from after in Simple(named.To, end, [named.To])
          where !before.Concat(after).Contains(named)
          select before.Append(named).Concat(after).ToList() as IReadOnlyList<Link>;

    private IEnumerable<IReadOnlyList<Link>> Simple(string from, string to, IReadOnlyList<string> seen)
    {
        if (from == to)
        {
            yield return [];
        }

        foreach (var link in Links.Where(link => link.From == from && !seen.Contains(link.To)))
        {
            foreach (var rest in Simple(link.To, to, [.. seen, link.To]))
            {
                yield return [link, .. rest];
            }
        }
    }

    /// <summary>Whether one way comes by others to where another comes by a preferred link, and goes on alike: what a preferred link joins is joined by no other way.</summary>
    private static bool GoesPast(IReadOnlyList<Link> way, IReadOnlyList<Link> other) => Enumerable.Range(0, other.Count).Any(i => other[i].Preferred
        && way.Take(i).SequenceEqual(other.Take(i))
        && way.Count - (other.Count - i - 1) is var meets && meets > i && way.Skip(meets).SequenceEqual(other.Skip(i + 1))
        && way.Skip(i).Take(meets - i).ToList() is var between && between[^1].To == other[i].To && !between.Contains(other[i]) && !(between is [{ Preferred: true }]));

    /// <summary>Where ways part, those over a preferred link are left.</summary>
    private static List<IReadOnlyList<Link>> Preferred(List<IReadOnlyList<Link>> ways, int step)
    {
        if (ways.Count < 2 || ways.TrueForAll(way => way.Count <= step))
        {
            return ways;
        }

        var ended = ways.Where(way => way.Count <= step);
        var branches = ways.Where(way => way.Count > step).GroupBy(way => way[step]).ToList();
        var kept = branches.Count > 1 && branches.Exists(branch => branch.Key.Preferred) ? branches.Where(branch => branch.Key.Preferred) : branches;
        return [.. ended, .. kept.SelectMany(branch => Preferred([.. branch], step + 1))];
    }

    private Row? Follow(Row row, Link link)
    {
        if (!_followed.TryGetValue((row, link), out var found))
        {
            var key = Thing(link.To).Key;
            found = Rows[link.To].SingleOrDefault(other => key.Zip(link.Columns).All(pair => row[pair.Second] is { } value && Equals(other[pair.First], value)));
            _followed.Add((row, link), found);
        }

        return found;
    }
}
