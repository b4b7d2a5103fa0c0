using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>The number of rows of a thing.</summary>
internal sealed record RowCount(string Thing) : Measure
{
    public override string Form => "number of rows";

    public override bool IsSumOrCount => true;

    public override bool IsCount => true;

    public override IEnumerable<string> Things => [Thing];

    public static Measure? Draw(Drawing drawing) => new RowCount(drawing.Chance.From(drawing.Roots));

    protected override JsonObject Written() => new() { ["count"] = Thing };

    protected override IEnumerable<KeyedRow> GroundsOf(Cell cell) => cell.Grounds(Thing);

    protected override object? ValueIn(Cell cell) => (decimal)cell.Rows(Thing).Count();
}
