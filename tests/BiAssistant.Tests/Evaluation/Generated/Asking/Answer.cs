namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>A column of an answer: a group's, or a number's, which has the same digits everywhere when it is exact.</summary>
internal sealed record AnswerColumn(string Name, bool IsNumber, bool IsExact);

/// <summary>An answer: its rows in their order.</summary>
internal sealed record Answer(IReadOnlyList<AnswerColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>The order that is asked for, by place; rows that it leaves equal come by their groups, as these stand in the answer.</summary>
    public IReadOnlyList<(int Place, bool Descending)> Order { get; init; } = [];

    /// <summary>Places of times; where no order is asked for the rows come by the first of them as they stand in the answer.</summary>
    public IReadOnlyList<int> Times { get; init; } = [];

    /// <summary>Rows of which an engine's own digits say which are kept.</summary>
    public IReadOnlyList<Tie> Ties { get; init; } = [];

    /// <summary>Rows of which an engine's own digits say whether a condition on groups holds.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Unsure { get; init; } = [];

    public bool HasRows => Rows.Any(row => row.Any(cell => cell is not null));

    public int Place(string name) => Columns.Select((column, place) => (column, place)).First(column => column.column.Name == name).place;
}
