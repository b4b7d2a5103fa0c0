using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>How many rows the inner query gives.</summary>
internal sealed record ResultCount : Measure
{
    public override string Form => "number of results";

    public static Measure? Draw(Drawing drawing) => drawing.Inner is null ? null : new ResultCount();

    protected override JsonObject Written() => new() { ["rows"] = true };

    protected override IEnumerable<KeyedRow> GroundsOf(Cell cell) => cell.Grounds(Asked.Results);

    protected override object? ValueIn(Cell cell) => (decimal)cell.Rows(Asked.Results).Count();
}
