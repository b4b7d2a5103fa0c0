using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A number of all groups together, computed anew from their rows.</summary>
internal sealed record Overall(Measure Inner, IReadOnlyList<Grouping> Within) : Across(Inner, Within)
{
    public override string Form => "overall";

    public static Measure? Draw(Drawing drawing) => Drawn(drawing, IsPlain) is var (inner, within) ? new Overall(inner, within) : null;

    public override bool HasGrounds => false;

    /// <summary>The rows of its parts.</summary>
    public IEnumerable<KeyedRow> Inside(Cell cell) => Inner.Grounds(Filter is null ? cell : cell.Narrowed(Filter));

    protected override JsonObject Written() => Written("overall");

    /// <summary>A whole says nothing of which groups there are.</summary>
    protected override IEnumerable<KeyedRow> GroundsOf(Cell cell) => [];

    protected override object? ValueIn(Cell cell) => Inner.In(cell.Within(Within));
}
