using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using Grain = BiAssistant.Tests.Evaluation.RowByRow.Grain;
using Span = BiAssistant.Tests.Evaluation.RowByRow.Span;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A number since the start of the year, quarter or month that holds the last instant of the time.</summary>
internal sealed record ToDate(Measure Inner, Grain Grain) : TimeMoved(Inner)
{
    public override string Form => "to date";

    public static Measure? Draw(Drawing drawing) =>
        Moved(drawing) is { } inner ? new ToDate(inner, drawing.Chance.Of(Grain.Year, Grain.Quarter, Grain.Month, Grain.FiscalYear, Grain.FiscalQuarter)) : null;

    protected override JsonObject Written() => new() { ["to_date"] = Inner.Json, ["grain"] = TimeGroup.NameOf(Grain) };

    public override string? LooksBackBy => $"start of {Grain}";

    protected override Cell? At(Cell cell) => base.At(cell) is { } there ? there with { Own = (Grain, IsWindow: true) } : null;

    protected override Span? Map(Cell cell) => EndOf(cell) is { } end ? new Span(cell.World.Calendar.PeriodOf(Grain, end.AddTicks(-1)).From, end) : null;
}
