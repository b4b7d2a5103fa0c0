using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using Length = BiAssistant.Tests.Evaluation.RowByRow.Length;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>How much a number has changed since an earlier time; nothing is said of times before or after all rows, or of periods after all data, and within them a missing sum is zero, unless a part of it is not known.</summary>
internal sealed record Changed(Measure Inner, Length By, bool InPercent) : Measure
{
    private Shifted Before => new(Inner, By);

    public override string Form => InPercent ? "growth" : "change";

    public override bool IsExact => !InPercent && Inner.IsExact;

    public override IEnumerable<Part> Parts => base.Parts.Append(Inner);

    public static Measure? Draw(Drawing drawing) => Shifted.Draw(drawing) is Shifted shifted ? new Changed(shifted.Inner, shifted.By, drawing.Chance.In100(50)) : null;

    public override bool Reaches(Cell cell) => Inner.Reaches(cell) || Before.Reaches(cell);

    protected override JsonObject Written() => new() { ["shifted"] = Inner.Json, ["by"] = Shifted.SpanOf(By), ["show"] = InPercent ? "percent_change" : "change" };

    protected override IEnumerable<KeyedRow> GroundsOf(Cell cell) => Before.Grounds(cell).Concat(Inner.Grounds(cell));

    protected override object? ValueIn(Cell cell)
    {
        if (!TimeMoved.IsTold(cell))
        {
            return null;
        }

        var before = (decimal?)Before.In(cell);
        var change = Inner.Reaches(cell) && Before.Reaches(cell) ? Term(cell, (decimal?)Inner.In(cell)) - Term(cell, before) : null;
        return !InPercent ? change : before is null or 0 ? null : change / before;
    }

    private decimal? Term(Cell cell, decimal? value) => Inner.IsZeroWhereMissing(cell) ? value ?? 0 : value;
}
