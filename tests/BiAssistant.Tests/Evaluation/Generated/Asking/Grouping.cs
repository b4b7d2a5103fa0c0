using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>What an answer is broken down by: one column, and after a name the key that tells namesakes apart.</summary>
internal abstract record Grouping : Part
{
    public abstract JsonObject Json { get; }

    /// <summary>The name of its column.</summary>
    public abstract string Name { get; }

    /// <summary>Names of its columns in the answer: its own, and those of a key behind it.</summary>
    public virtual IReadOnlyList<string> Columns(World world) => [Name];

    /// <summary>Its column gets a name of the product's own, so that an answer can have one such column and still be told apart.</summary>
    public virtual bool IsRenamed => false;

    /// <summary>It is a breakdown by time, which an answer is ordered by where no order is asked for.</summary>
    public virtual bool IsTime => false;

    /// <summary>A row's values in those columns.</summary>
    public abstract IReadOnlyList<object?> Of(Asked asked, Row row);
}
