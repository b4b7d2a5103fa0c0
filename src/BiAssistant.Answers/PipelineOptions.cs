using BiAssistant.Answers.Costs;

namespace BiAssistant.Answers;

/// <summary>How answers are computed.</summary>
public sealed record PipelineOptions
{
    public static readonly PipelineOptions Default = new();

    /// <summary>The clock when a question brings none; null means the real one, local to the model's time zone.</summary>
    public DateTime? Clock { get; init; }

    /// <summary>The clock stands still because the data is a demonstration; answers say so.</summary>
    public bool Demo { get; init; }

    /// <summary>The most rows of an answer.</summary>
    public int RowLimit { get; init; } = 10_000;

    /// <summary>The most time that one query of a warehouse may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many rows one question may read in each warehouse.</summary>
    public ReadBounds Reading { get; init; } = ReadBounds.OfServers;
}
