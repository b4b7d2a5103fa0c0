using BiAssistant.Tests.Evaluation.Generated.Worlds;
using Span = BiAssistant.Tests.Evaluation.RowByRow.Span;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>What one number is asked of: a group of a query, over a time, of rows that meet what numbers ask for themselves.</summary>
internal sealed record Cell(Asked Asked, Key Key)
{
    public World World => Asked.World;

    /// <summary>Another time than the query's; null when it is that one.</summary>
    public Span? Span { get; init; }

    /// <summary>Places of the key where any value will do: all of them for the whole.</summary>
    public IReadOnlyCollection<int> Free { get; init; } = [];

    /// <summary>Filters of numbers around the one that is asked.</summary>
    public Narrowing? Narrowing { get; init; }

    /// <summary>The rows of a thing that count here.</summary>
    public IEnumerable<Row> Rows(string thing) => Asked.Rows(thing, Narrowing, Span).Where(row => row.Key.Agrees(Key, Free)).Select(row => row.Row);

    /// <summary>The rows of a thing that count in any group.</summary>
    public IEnumerable<KeyedRow> Grounds(string thing) => Asked.Rows(thing, Narrowing, Span);

    public Cell Narrowed(Condition filter) => this with { Narrowing = new Narrowing(filter, Narrowing) };
}

/// <summary>Conditions that hold together.</summary>
internal sealed record Narrowing(Condition Filter, Narrowing? Outer)
{
    public bool Holds(Asked asked, Row row) => Filter.Holds(asked, row) == true && Outer?.Holds(asked, row) != false;
}
