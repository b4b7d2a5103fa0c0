using System.Collections.Concurrent;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Catalogs;

/// <summary>
/// One step from each row to at most one other row: along a relationship, or against a one-to-one relationship, bridges that are declared so included. It never
/// multiplies rows.
/// </summary>
/// <param name="Relationship">The way.</param>
/// <param name="Reversed">From the relationship's <c>to</c> to its <c>from</c>, which only a one-to-one allows.</param>
public sealed record ToOneStep(Relationship Relationship, bool Reversed)
{
    public Dataset Start => Reversed ? Relationship.To : Relationship.From;

    public Dataset End => Reversed ? Relationship.From : Relationship.To;

    /// <summary>The columns that are compared: the start's and the end's.</summary>
    public Seq<(string Start, string End)> Columns => Reversed
        ? Relationship.ToColumns.Zip(Relationship.FromColumns).ToSeq()
        : Relationship.FromColumns.Zip(Relationship.ToColumns).ToSeq();

    public Seq<string> StartColumns => Reversed ? Relationship.ToColumns : Relationship.FromColumns;

    public Seq<string> EndColumns => Reversed ? Relationship.FromColumns : Relationship.ToColumns;

    /// <summary>From a row of a subtype to the row of the supertype that it is.</summary>
    public bool IsUp => Relationship.Subtype is { } kind && ReferenceEquals(kind, Start);

    /// <summary>From a row of a supertype to the row of one kind, where it is of that kind.</summary>
    public bool IsDown => Relationship.Subtype is { } kind && ReferenceEquals(kind, End);

    /// <summary>Rows may lack the other row: then an outer join keeps them.</summary>
    public bool MayBeMissing => !IsUp && (Reversed || Relationship.Bridge is not null ? !Relationship.Required : Relationship.Optional || IsDown);
}

/// <summary>
/// Which datasets are reached from which over to-one steps only. Ways that cannot be walked yet are left out, and so are ways sideways: up to a supertype and
/// down again to another of its kinds, where no row ever is.
/// </summary>
public sealed class ToOneReach
{
    private readonly Dictionary<Dataset, List<ToOneStep>> _steps = [];
    private readonly ConcurrentDictionary<(Dataset From, bool Surely), Reached> _reached = new();

    public ToOneReach(IEnumerable<Relationship> relationships)
    {
        ArgumentNullException.ThrowIfNull(relationships);
        foreach (var relationship in relationships.Where(r => r is { Unsupported: null, LeadsToMany: false }))
        {
            foreach (var step in StepsOf(relationship))
            {
                Add(step);
            }
        }
    }

    /// <summary>The to-one steps that a relationship allows.</summary>
    public static IEnumerable<ToOneStep> StepsOf(Relationship relationship)
    {
        var (forth, back) = (new ToOneStep(relationship, Reversed: false), new ToOneStep(relationship, Reversed: true));
        // Without columns only the way up is known: rows of one source are their own supertype's rows.
        return !relationship.OneToOne ? [forth]
            : relationship.FromColumns.IsEmpty && relationship.Bridge is null ? [forth.IsUp ? forth : back]
            : [forth, back];
    }

    /// <summary>The steps that can be taken from a dataset, in the order of the catalog.</summary>
    public IReadOnlyList<ToOneStep> StepsFrom(Dataset dataset) => _steps.TryGetValue(dataset, out var steps) ? steps : [];

    /// <summary>Every dataset reached from this one, itself first, nearest first.</summary>
    public IReadOnlyCollection<Dataset> From(Dataset dataset) => ReachedFrom(dataset, surely: false).Last.Keys;

    /// <summary>Whether each row of the first dataset leads to at most one row of the second; each reaches itself.</summary>
    public bool Reaches(Dataset from, Dataset to) => ReachedFrom(from, surely: false).Last.ContainsKey(to);

    /// <summary>Whether it does without a step against its direction: along relationships, and up to supertypes.</summary>
    public bool LeadsTo(Dataset from, Dataset to) => ReachedFrom(from, surely: true).Last.ContainsKey(to);

    /// <summary>Whether the relationship is a to-one step that can be taken from the dataset or from one that it reaches.</summary>
    public bool Reaches(Dataset from, Relationship way) => Reaches(from, way.From) || (way.OneToOne && Reaches(from, way.To));

    /// <summary>A shortest way; empty to the dataset itself, null when there is none.</summary>
    public Seq<ToOneStep>? ShortestWay(Dataset from, Dataset to)
    {
        var reached = ReachedFrom(from, surely: false);
        if (!reached.Last.TryGetValue(to, out var last))
        {
            return null;
        }

        var steps = new List<ToOneStep>();
        for (var at = last; at.Step is { } step; at = reached.Before[at])
        {
            steps.Add(step);
        }

        steps.Reverse();
        return steps.ToSeq();
    }

    /// <summary>
    /// Every way that visits no dataset twice, shortest first: more than one means that they may differ in meaning. Bounded by
    /// <paramref name="longest"/> steps and <paramref name="most"/> ways.
    /// </summary>
    public Seq<Seq<ToOneStep>> Ways(Dataset from, Dataset to, int longest = 8, int most = 50)
    {
        var found = new List<Seq<ToOneStep>>();
        var pending = new Queue<Seq<ToOneStep>>([[]]);
        while (found.Count < most && pending.Count < 100_000 && pending.TryDequeue(out var way))
        {
            var end = way.IsEmpty ? from : way[^1].End;
            if (ReferenceEquals(end, to))
            {
                found.Add(way);
                continue;
            }

            if (way.Count < longest)
            {
                foreach (var step in StepsFrom(end).Where(s => Reaches(s.End, to) && !ReferenceEquals(s.End, from) && !way.Any(w => ReferenceEquals(w.End, s.End)) && Follows(s, way)))
                {
                    pending.Enqueue(way.Add(step));
                }
            }
        }

        return found.ToSeq();
    }

    /// <summary>Whether a step may come after a way: never sideways, and where a kind has a relationship of its own in place of its supertype's, only that one.</summary>
    public bool Follows(ToOneStep step, Seq<ToOneStep> way)
    {
        if (way.IsEmpty)
        {
            return true;
        }

        var climbed = way.Reverse().TakeWhile(s => s.IsUp).ToList();
        return climbed.Count > 0
            ? !step.IsDown && !climbed.Exists(up => StepsFrom(up.Start).Any(own => own.Relationship.Overrides == step.Relationship))
            : !way[^1].IsDown || step.Relationship.Overrides is not { } general || !ReferenceEquals(general.To, step.End);
    }

    private Reached ReachedFrom(Dataset from, bool surely) => _reached.GetOrAdd((from, surely), asked =>
    {
        var start = new Arrival(asked.From, null);
        var reached = new Reached(new Dictionary<Dataset, Arrival> { [asked.From] = start }, []);
        var seen = new HashSet<(Dataset, bool Climbed)> { (asked.From, false) };
        var pending = new Queue<Arrival>([start]);
        while (pending.TryDequeue(out var at))
        {
            var climbed = at.Step is { IsUp: true };
            foreach (var step in StepsFrom(at.Dataset).Where(s => !(climbed && s.IsDown) && !(asked.Surely && ((s.Reversed && !s.IsUp) || s.IsDown))))
            {
                var next = new Arrival(step.End, step);
                if (seen.Add((step.End, step.IsUp)))
                {
                    reached.Before.TryAdd(next, at);
                    reached.Last.TryAdd(step.End, next);
                    pending.Enqueue(next);
                }
            }
        }

        return reached;
    });

    private void Add(ToOneStep step)
    {
        if (!_steps.TryGetValue(step.Start, out var steps))
        {
            _steps[step.Start] = steps = [];
        }

        steps.Add(step);
    }

    /// <summary>A dataset and the last step to it; without a step where the search began.</summary>
    private sealed record Arrival(Dataset Dataset, ToOneStep? Step);

    /// <summary>How each dataset was first arrived at, and from where each arrival came.</summary>
    private sealed record Reached(Dictionary<Dataset, Arrival> Last, Dictionary<Arrival, Arrival> Before);
}
