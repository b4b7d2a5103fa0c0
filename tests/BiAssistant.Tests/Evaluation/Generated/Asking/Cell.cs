using BiAssistant.Tests.Evaluation.Generated.Worlds;
using Grain = BiAssistant.Tests.Evaluation.RowByRow.Grain;
using Span = BiAssistant.Tests.Evaluation.RowByRow.Span;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>What one number is asked of: a group of a query, over a time, of rows that meet what numbers ask for themselves.</summary>
internal sealed record Cell(Asked Asked, Key Key)
{
    /// <summary>No time at all.</summary>
    public static readonly Span Never = new(DateTime.MinValue, DateTime.MinValue);

    public World World => Asked.World;

    /// <summary>Another time than the query's; null when it is that one.</summary>
    public Span? Span { get; init; }

    /// <summary>A number around the one that is asked gathers all that was before, so that what lies earlier still may be asked for.</summary>
    public bool IsGathered { get; init; }

    /// <summary>A number around the one that is asked looks at an earlier time.</summary>
    public bool IsEarlier { get; init; }

    /// <summary>It is the group of rows that have no time.</summary>
    public bool IsOfNoTime => Span == Never || (Span is null && Asked.TimePlace is { } place && !Free.Contains(place) && Key.Values.Count > place && Key.Values[place] is null);

    /// <summary>The time that it is of: its own period of those that the answer is broken down by, else the query's.</summary>
    public Span Time => Span ?? (Asked.TimePlace is { } place && !Free.Contains(place) && Key.Values[place] is DateTime start ? Asked.PeriodOf(start) : Asked.Period);

    /// <summary>Of which grain its time may be a period where a number around the one that is asked has its own time, and whether that is gathered; null where it is one of the answer's.</summary>
    public (Grain? Grain, bool IsWindow)? Own { get; init; }

    /// <summary>It is told for periods of this grain; null where it is of the whole time.</summary>
    public Grain? Grain => IsOfAllTime ? null : Asked.Grain;

    /// <summary>It is a whole of which the periods of the answer are parts.</summary>
    public bool IsOfAllTime { get; init; }

    /// <summary>Places of the key where any value will do: all of them for the whole.</summary>
    public IReadOnlyCollection<int> Free { get; init; } = [];

    /// <summary>What is asked is a part of a metric, which says itself what a missing part is.</summary>
    public bool InMetric { get; init; }

    /// <summary>Filters of numbers around the one that is asked.</summary>
    public Narrowing? Narrowing { get; init; }

    /// <summary>The rows of a thing that count here.</summary>
    public IEnumerable<Row> Rows(string thing) => All(thing, Narrowing, Span).Where(row => row.Key.Agrees(Key, Free)).Select(row => row.Row);

    /// <summary>
    /// Whether none of a number is a zero here, said so where periods stand without rows or beside another one: where there can be data of it. Null where it is what it is.
    /// </summary>
    public bool? IsZero(Measure measure) => !IsOfAllTime && Asked.EveryPeriod is { } every ? every.Holds(this) && measure.Reaches(Left)
        : Asked.Question.Compare is not null ? measure.Reaches(this)
        : null;

    /// <summary>The same of what conditions on the clock leave of its time: "of the last ten days" is a period, too.</summary>
    private Cell Left => Span is null && !IsOfNoTime && EveryPeriod.SpanOf(Asked) is { } left && Time.Meet(left) is { } there ? this with { Span = there } : this;

    /// <summary>The rows of a thing that count in any group.</summary>
    public IEnumerable<KeyedRow> Grounds(string thing) => All(thing, Narrowing, Span);

    /// <summary>The whole that has the same values as this one in some of the groupings.</summary>
    public Cell Within(IReadOnlyList<Grouping> kept)
    {
        var free = Asked.Places(grouping => !kept.Contains(grouping));
        return this with { Free = [.. Free, .. free], IsOfAllTime = IsOfAllTime || (Asked.TimePlace is { } place && free.Contains(place)) };
    }

    /// <summary>The same of another time.</summary>
    public Cell Moved(Span span) => this with { Span = span, Free = Asked.TimePlace is { } place ? [.. Free, place] : Free };

    /// <summary>All time has nothing earlier, unless it is gathered on purpose.</summary>
    private IReadOnlyList<KeyedRow> All(string thing, Narrowing? narrowing, Span? span) => IsEarlier && !IsGathered && span is { From: null }
        ? throw new DeclinedException("no_such_period", "all time has nothing earlier")
        : Asked.Rows(thing, narrowing, span);

    public Cell Narrowed(Condition filter) => this with { Narrowing = new Narrowing(filter, Narrowing) };
}

/// <summary>Conditions that hold together.</summary>
internal sealed record Narrowing(Condition Filter, Narrowing? Outer)
{
    public bool Holds(Asked asked, Row row) => Filter.Holds(asked, row) == true && Outer?.Holds(asked, row) != false;
}
