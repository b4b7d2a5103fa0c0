namespace BiAssistant.Tests.Evaluation.RowByRow;

/// <summary>One row of a table.</summary>
internal sealed class Row(Table table, IReadOnlyDictionary<string, object?> cells)
{
    public object? this[string column] => cells[column];

    public decimal? Number(string column) => (decimal?)this[column];

    public DateTime? Time(string column) => (DateTime?)this[column];

    public string? Text(string column) => (string?)this[column];

    /// <summary>The one row that it points to, or none.</summary>
    public Row? To(string link) => table.Follow(this, link);
}
