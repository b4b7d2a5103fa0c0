using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;
using BiAssistant.Tests.Evaluation.RowByRow;
using Earlier = BiAssistant.Tests.Evaluation.RowByRow.Measures.Earlier;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A number some time earlier: of as many whole periods before, where the time is a whole period, else of both ends moved.</summary>
internal sealed record Shifted(Asking.Measure Inner, Length By) : TimeMoved(Inner)
{
    public override string Form => "earlier";

    protected override Asking.Cell? At(Asking.Cell cell) => base.At(cell) is { } there ? there with { IsEarlier = true } : null;

    /// <summary>What is not there may lie before the first rows.</summary>
    public override bool IsSumOrCount => false;

    public override bool IsZeroWhenMissing => Inner.IsZeroWhenMissing;

    public static Asking.Measure? Draw(Drawing drawing) => Moved(drawing) is { } inner
        ? new Shifted(inner, drawing.Chance.Of(new Length(1, Unit.Month), new Length(1, Unit.Year), new Length(1, Unit.Quarter), new Length(30, Unit.Day), new Length(2, Unit.Week), new Length(1, Unit.FiscalYear), new Length(1, Unit.FiscalMonth)))
        : null;

    protected override JsonObject Written() => new() { ["shifted"] = Inner.Json, ["by"] = SpanOf(By) };

    /// <summary>A length as the query has it.</summary>
    public static JsonObject SpanOf(Length length) => new() { ["count"] = length.Amount, ["grain"] = length.Unit switch
    {
        Unit.FiscalMonth => "fiscal_month",
        Unit.FiscalQuarter => "fiscal_quarter",
        Unit.FiscalYear => "fiscal_year",
        var unit => $"{unit}".ToLowerInvariant(),
    } };

    protected override Span? Map(Asking.Cell cell)
    {
        try
        {
            var setting = new Setting(cell.World.Now, cell.World.Calendar);
            var (grain, isWindow) = cell.Own ?? (cell.Grain, false);
            return new Earlier(new RowByRow.Measures.Number(0), By).SpanBefore(new RowByRow.Cell(setting, cell.Time) { Grain = grain, IsWindow = isWindow });
        }
        catch (NotSupportedException none)
        {
            throw new DeclinedException("no_such_period", none.Message);
        }
    }
}
