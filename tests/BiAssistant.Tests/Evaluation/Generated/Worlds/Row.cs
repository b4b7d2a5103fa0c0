namespace BiAssistant.Tests.Evaluation.Generated.Worlds;

/// <summary>One row of a thing.</summary>
internal sealed class Row(string thing, IReadOnlyDictionary<string, object?> cells)
{
    public string Thing { get; } = thing;

    public IReadOnlyDictionary<string, object?> Cells { get; } = cells;

    public object? this[string column] => Cells[column];
}
