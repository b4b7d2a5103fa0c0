using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>The part that a group has of the whole, of what adds up.</summary>
internal sealed record Share(Measure Inner, IReadOnlyList<Grouping> Within) : Across(Inner, Within)
{
    public override string Form => "share";

    public override bool IsExact => false;

    public static Measure? Draw(Drawing drawing) => Drawn(drawing, inner => inner.IsSumOrCount && IsPlain(inner)) is var (inner, within) ? new Share(inner, within) : null;

    protected override JsonObject Written() => Written("share");

    protected override object? ValueIn(Cell cell) =>
        Inner.In(cell) is decimal part && Inner.In(cell.Within(Within)) is decimal whole and not 0 ? part / whole : null;
}
