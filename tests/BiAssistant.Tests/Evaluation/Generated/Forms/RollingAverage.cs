using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using Function = BiAssistant.Tests.Evaluation.RowByRow.Measures.Function;
using Length = BiAssistant.Tests.Evaluation.RowByRow.Length;
using Span = BiAssistant.Tests.Evaluation.RowByRow.Span;
using Unit = BiAssistant.Tests.Evaluation.RowByRow.Unit;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>
/// The mean of a number over the periods of a window that ends with the time, or with today: of those that there can be data of. None of a sum or count is zero there, and a
/// period without any other number does not count.
/// </summary>
internal sealed record RollingAverage(Measure Inner, Length Window) : TimeMoved(Inner)
{
    public override string Form => "rolling average";

    public override bool IsExact => false;

    public override bool IsSumOrCount => false;

    public override bool IsZeroWhenMissing => Inner.IsZeroWhenMissing;

    public static Measure? Draw(Drawing drawing) => Moved(drawing) is { } inner
        ? new RollingAverage(inner, drawing.Chance.Of(new Length(7, Unit.Day), new Length(3, Unit.Month), new Length(2, Unit.Year), new Length(4, Unit.Week), new Length(2, Unit.Quarter), new Length(2, Unit.FiscalQuarter), new Length(3, Unit.FiscalMonth)))
        : null;

    protected override JsonObject Written() => new() { ["rolling"] = Inner.Json, ["window"] = Shifted.SpanOf(Window), ["take"] = "average" };

    protected override Span? Map(Cell cell) => EndOf(cell) is { } end ? new Span(Window.Before(end, cell.World.Calendar), end) : null;

    public override string? LooksBackBy => $"window {Window}";

    protected override IEnumerable<Cell> Looked(Cell cell) => cell.IsOfNoTime ? [cell.Moved(Cell.Never)] : EndOf(cell) is { } end ? PartsOf(cell, end).Select(part => cell.Moved(part) with { Own = (Window.Grain, IsWindow: true) }) : [];

    protected override object? ValueIn(Cell cell)
    {
        var parts = IsTold(cell) ? Looked(cell).ToList() : [];
        if (AddsUp(Inner) && parts.Count(Inner.Reaches) is > 0 and var there)
        {
            return (decimal?)base.ValueIn(cell) / there;
        }

        var numbers = parts.Where(Inner.Reaches).Select(part => (decimal?)Inner.In(part) ?? (Inner.IsZeroWhereMissing(part) ? 0 : null)).OfType<decimal>().ToList();
        return numbers.Count == 0 ? null : numbers.Sum() / numbers.Count;
    }

    /// <summary>Its numbers of several times are the number of all of them when they are added.</summary>
    private static bool AddsUp(Measure measure) => measure switch
    {
        RowCount or Aggregated { Function: Function.Sum or Function.Count } => true,
        Named { Metric.Meaning: RowCount or Aggregated or Calculated { IsSumOrCount: true } } named => AddsUp(named.Metric.Meaning),
        Calculated { Sign: '+' or '-' } both => AddsUp(both.Left) && AddsUp(both.Right),
        _ => false,
    };

    /// <summary>So many periods, each as long as the others, the last of which ends there.</summary>
    private IEnumerable<Span> PartsOf(Cell cell, DateTime end) => Enumerable.Range(0, Window.Amount).Select(place =>
        new Span(new Length(place + 1, Window.Unit).Before(end, cell.World.Calendar), place == 0 ? end : new Length(place, Window.Unit).Before(end, cell.World.Calendar)));
}
