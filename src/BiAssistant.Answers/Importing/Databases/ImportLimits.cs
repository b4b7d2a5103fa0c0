namespace BiAssistant.Answers.Importing.Databases;

/// <summary>How long an import may look at a database: each limit passed leaves a guess unproven, and says so.</summary>
public sealed record ImportLimits
{
    public static readonly ImportLimits Default = new();

    /// <summary>For the list of tables and columns.</summary>
    public TimeSpan Schema { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For one query over the rows of a table.</summary>
    public TimeSpan Query { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>For all queries over rows together.</summary>
    public TimeSpan Rows { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>A table that the engine takes for larger is not looked at.</summary>
    public long LargestTable { get; init; } = 20_000_000;
}
