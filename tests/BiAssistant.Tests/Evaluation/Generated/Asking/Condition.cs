using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>A condition on rows. Of what is not known it says neither yes nor no (null), and only a yes keeps a row.</summary>
internal abstract record Condition : Part
{
    public abstract JsonObject Json { get; }

    /// <param name="asked">The query whose rows are looked at.</param>
    /// <param name="row">One of them.</param>
    public abstract bool? Holds(Asked asked, Row row);
}
