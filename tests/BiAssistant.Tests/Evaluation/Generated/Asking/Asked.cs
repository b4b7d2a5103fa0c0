using BiAssistant.Tests.Evaluation.Generated.Worlds;
using Span = BiAssistant.Tests.Evaluation.RowByRow.Span;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>A query in a world: looks at every row for every cell, and at nothing else.</summary>
internal sealed class Asked(World world, Question question)
{
    private readonly Dictionary<(string Thing, Narrowing? Narrowing, Span? Span), IReadOnlyList<KeyedRow>> _rows = [];
    private IReadOnlyList<Cell>? _cells;

    public World World { get; } = world;

    public Question Question { get; } = question;

    public Span Period { get; } = question.Period?.In(world) ?? Span.Always;

    /// <summary>Every group, before any condition on its numbers.</summary>
    public IReadOnlyList<Cell> Cells => _cells ??= Groups();

    /// <summary>The rows of a thing that the query asks for, each with the group that it is in.</summary>
    public IReadOnlyList<KeyedRow> Rows(string thing, Narrowing? narrowing, Span? span)
    {
        if (!_rows.TryGetValue((thing, narrowing, span), out var rows))
        {
            var time = span ?? Period;
            rows = [.. World.Rows[thing]
                .Where(row => IsWithin(row, time) && (Question.Where is null || Question.Where.Holds(this, row) == true) && narrowing?.Holds(this, row) != false)
                .Select(row => new KeyedRow(row, new Key([.. Question.By.SelectMany(grouping => grouping.Of(this, row))])))];
            _rows.Add((thing, narrowing, span), rows);
        }

        return rows;
    }

    public Answer Answer()
    {
        var kept = Cells.Where(cell => Question.Having is null || Question.Having.Holds(cell) == true);
        var rows = kept.Select(cell => (IReadOnlyList<object?>)[.. cell.Key.Values, .. Question.Measures.Select(measure => measure.In(cell))]).ToList();
        return Question.Arranged(World, new Answer(Question.Columns(World), rows));
    }

    /// <summary>Where rows have no time of their own they are in no period.</summary>
    private bool IsWithin(Row row, Span time) =>
        time == Span.Always || (World.Thing(row.Thing).Clock is { } clock ? time.Contains((DateTime?)row[clock]) : throw new DeclinedException("no_time", row.Thing));

    private List<Cell> Groups()
    {
        var whole = new Cell(this, new Key([]));
        return Question.By.Count == 0
            ? [whole]
            : [.. Question.Computed.SelectMany(measure => measure.Grounds(whole)).Select(row => row.Key).Distinct().Select(key => new Cell(this, key))];
    }
}
