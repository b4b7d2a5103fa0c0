using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>The rows that a metric counts, and the time that periods apply to; null where they have none.</summary>
internal sealed record DbtRoot(DbtDataset Dataset, string? Clock);

/// <summary>A metric as it will be written, or why it will not.</summary>
internal sealed record DbtMetricDraft
{
    /// <summary>Its keys without name and words; null where it is left out.</summary>
    public YamlMap? Keys { get; private init; }

    /// <summary>Why it is left out, as the end of a sentence.</summary>
    public string? Problem { get; private init; }

    public Seq<DbtRoot> Roots { get; init; }

    /// <summary>Why its rows cannot be filtered further without becoming another number than dbt's; null when they can.</summary>
    public string? Unfilterable { get; init; }

    /// <summary>What stands for it where it is missing.</summary>
    public decimal? Fill { get; init; }

    /// <summary>It is zero by itself where there is none.</summary>
    public bool IsSum { get; init; }

    public static DbtMetricDraft Of(YamlMap keys) => new() { Keys = keys };

    public static DbtMetricDraft LeftOut(string problem) => new() { Problem = problem };
}
