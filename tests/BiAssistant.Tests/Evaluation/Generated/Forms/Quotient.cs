using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A metric that is one divided by another, after both are known; nothing is divided by zero. It is in the catalog alone.</summary>
internal sealed record Quotient(Measure Of, Measure By) : Measure
{
    public override string Form => "ratio";

    public override bool IsExact => false;

    public override IEnumerable<Part> Parts => base.Parts.Concat([Of, By]);

    protected override JsonObject Written() => throw new NotSupportedException("A ratio is said by the name of its metric.");

    protected override IEnumerable<KeyedRow> GroundsOf(Cell cell) => Of.Grounds(cell).Concat(By.Grounds(cell));

    protected override object? ValueIn(Cell cell) => By.In(cell) is decimal by and not 0 && Of.In(cell) is decimal of ? of / by : null;
}
