namespace BiAssistant.Tests.Evaluation.RowByRow;

/// <summary>What numbers are told apart by: how its value is reached from the rows of each table that can reach it.</summary>
internal sealed record Dimension(string Name)
{
    private readonly Dictionary<Table, Func<Row, object?>> _ways = [];

    public Dimension From(Table table, Func<Row, object?> value)
    {
        _ways.Add(table, value);
        return this;
    }

    public bool Reaches(Table table) => _ways.ContainsKey(table);

    public object? Of(Table table, Row row) => _ways[table](row);
}

/// <summary>What a row's value must meet; a question's filter, a metric's filter, or the group that a cell is in.</summary>
internal sealed record Condition(Dimension Dimension, Func<object?, bool> Holds)
{
    /// <summary>The rows of one group; rows without a value are a group of their own.</summary>
    public static Condition Is(Dimension dimension, object? value) => new(dimension, other => Equals(other, value));

    public bool IsMet(Table table, Row row) => Holds(Dimension.Of(table, row));
}
