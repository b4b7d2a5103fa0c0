using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using Span = BiAssistant.Tests.Evaluation.RowByRow.Span;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A number of everything up to the end of the time, and no further than today.</summary>
internal sealed record Running(Measure Inner) : TimeMoved(Inner)
{
    public override string Form => "running";

    public static Measure? Draw(Drawing drawing) => Moved(drawing) is { } inner ? new Running(inner) : null;

    protected override JsonObject Written() => new() { ["running"] = Inner.Json };

    protected override Cell? At(Cell cell) => base.At(cell) is { } there ? there with { IsGathered = true, Own = (null, IsWindow: true) } : null;

    protected override Span? Map(Cell cell) => EndOf(cell) is { } end ? new Span(null, end) : null;
}
