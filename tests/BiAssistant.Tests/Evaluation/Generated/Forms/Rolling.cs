using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using Length = BiAssistant.Tests.Evaluation.RowByRow.Length;
using Span = BiAssistant.Tests.Evaluation.RowByRow.Span;
using Unit = BiAssistant.Tests.Evaluation.RowByRow.Unit;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A number of the length of time that ends with the time, or with today.</summary>
internal sealed record Rolling(Measure Inner, Length Window) : TimeMoved(Inner)
{
    public override string Form => "rolling";

    public static Measure? Draw(Drawing drawing) => Moved(drawing) is { } inner
        ? new Rolling(inner, drawing.Chance.Of(new Length(28, Unit.Day), new Length(3, Unit.Month), new Length(1, Unit.Year), new Length(6, Unit.Week), new Length(2, Unit.Quarter), new Length(1, Unit.FiscalYear), new Length(2, Unit.FiscalMonth)))
        : null;

    protected override JsonObject Written() => new() { ["rolling"] = Inner.Json, ["window"] = Shifted.SpanOf(Window) };

    public override string? LooksBackBy => $"window {Window}";

    protected override Cell? At(Cell cell) => base.At(cell) is { } there ? there with { Own = (Window.IsFiscal ? Window.Grain : null, IsWindow: true) } : null;

    protected override Span? Map(Cell cell) => EndOf(cell) is { } end ? new Span(Window.Before(end, cell.World.Calendar), end) : null;
}
