using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Worlds;
using Span = BiAssistant.Tests.Evaluation.RowByRow.Span;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>A time that is asked for.</summary>
internal abstract record Period : Part
{
    public abstract JsonObject Json { get; }

    public abstract Span In(World world);
}
