using System.Collections.Concurrent;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Catalogs;

/// <summary>
/// One step from each row to at most one other row: along a relationship, or against a one-to-one relationship. It never multiplies rows.
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

    /// <summary>Rows may lack the other row: then an outer join keeps them.</summary>
    public bool MayBeMissing => Reversed ? !Relationship.Required : Relationship.Optional;
}

/// <summary>Which datasets are reached from which over to-one steps only. Ways that cannot be walked yet are left out.</summary>
public sealed class ToOneReach
{
    private readonly Dictionary<Dataset, List<ToOneStep>> _steps = [];
    private readonly ConcurrentDictionary<Dataset, Dictionary<Dataset, ToOneStep?>> _reached = new();

    public ToOneReach(IEnumerable<Relationship> relationships)
    {
        ArgumentNullException.ThrowIfNull(relationships);
        foreach (var relationship in relationships.Where(r => r.Unsupported is null))
        {
            Add(new ToOneStep(relationship, Reversed: false));
            if (relationship.OneToOne)
            {
                Add(new ToOneStep(relationship, Reversed: true));
            }
        }
    }

    /// <summary>The steps that can be taken from a dataset, in the order of the catalog.</summary>
    public IReadOnlyList<ToOneStep> StepsFrom(Dataset dataset) => _steps.TryGetValue(dataset, out var steps) ? steps : [];

    /// <summary>Every dataset reached from this one, itself first, nearest first.</summary>
    public IReadOnlyCollection<Dataset> From(Dataset dataset) => Reached(dataset).Keys;

    /// <summary>Whether each row of the first dataset leads to at most one row of the second; each reaches itself.</summary>
    public bool Reaches(Dataset from, Dataset to) => Reached(from).ContainsKey(to);

    /// <summary>Whether the relationship is a to-one step that can be taken from the dataset or from one that it reaches.</summary>
    public bool Reaches(Dataset from, Relationship way) => Reaches(from, way.From) || (way.OneToOne && Reaches(from, way.To));

    /// <summary>A shortest way; empty to the dataset itself, null when there is none.</summary>
    public Seq<ToOneStep>? ShortestWay(Dataset from, Dataset to)
    {
        var reached = Reached(from);
        if (!reached.TryGetValue(to, out var last))
        {
            return null;
        }

        var steps = new List<ToOneStep>();
        for (var step = last; step is not null; step = reached[step.Start])
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
                foreach (var step in StepsFrom(end).Where(s => Reaches(s.End, to) && !ReferenceEquals(s.End, from) && !way.Any(w => ReferenceEquals(w.End, s.End))))
                {
                    pending.Enqueue(way.Add(step));
                }
            }
        }

        return found.ToSeq();
    }

    private Dictionary<Dataset, ToOneStep?> Reached(Dataset from) => _reached.GetOrAdd(from, start =>
    {
        var reached = new Dictionary<Dataset, ToOneStep?> { [start] = null };
        var pending = new Queue<Dataset>([start]);
        while (pending.TryDequeue(out var next))
        {
            foreach (var step in StepsFrom(next))
            {
                if (reached.TryAdd(step.End, step))
                {
                    pending.Enqueue(step.End);
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
}
