using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using Span = BiAssistant.Tests.Evaluation.RowByRow.Span;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A number of a period of its own, whatever is asked for.</summary>
internal sealed record InPeriod(Measure Inner, Period Period) : TimeMoved(Inner)
{
    public override string Form => "in a period of its own";

    public override IEnumerable<Part> Parts => base.Parts.Append(Period);

    public static Measure? Draw(Drawing drawing) => Moved(drawing) is { } inner && drawing.Any(AllForms.Periods) is { } period ? new InPeriod(inner, period) : null;

    protected override JsonObject Written() => new() { ["in_period"] = Inner.Json, ["period"] = Period.Json };

    protected override Cell? At(Cell cell) => base.At(cell) is { } there ? there with { Own = (null, IsWindow: false) } : null;

    protected override Span? Map(Cell cell) => Period.In(cell.World);
}
