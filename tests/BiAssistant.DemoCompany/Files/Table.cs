namespace BiAssistant.DemoCompany.Files;

/// <summary>What a column holds, whatever an engine calls it.</summary>
internal enum ColumnKind
{
    Text,
    Whole,
    Money,
    Day,
    Flag,
}

/// <summary>A column of a table to be written.</summary>
internal sealed record Column(string Name, ColumnKind Kind, bool Nullable = false);

/// <summary>A table to be written: its columns, and its rows with string, int, decimal, DateOnly, bool or null in the columns' order.</summary>
internal sealed record Table(string Name, IReadOnlyList<Column> Columns, IEnumerable<object?[]> Rows);
