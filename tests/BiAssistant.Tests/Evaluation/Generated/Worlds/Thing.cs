namespace BiAssistant.Tests.Evaluation.Generated.Worlds;

/// <summary>A dataset: its table, what tells its rows apart, and where they lead.</summary>
internal sealed record Thing(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<string> Key)
{
    /// <summary>The column that people call a row by; names repeat. Null when there is none.</summary>
    public string? Label { get; init; }

    /// <summary>The column that periods go by; null when there is none.</summary>
    public string? Clock { get; init; }

    public Column Column(string name) => Columns.First(column => column.Name == name);
}

/// <summary>Each row of one thing leads to one row of another, or to none where the link is optional: by the columns that hold the other's key.</summary>
internal sealed record Link(string Name, string From, string To, IReadOnlyList<string> Columns)
{
    public bool Optional { get; init; }

    /// <summary>Of several links between the same things, the one that is meant when none is named.</summary>
    public bool Preferred { get; init; }
}
