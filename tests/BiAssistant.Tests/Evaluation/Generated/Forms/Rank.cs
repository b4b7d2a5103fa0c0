using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>The place of a group among the others, 1 for the highest; those that are equal share a place, and one without the number has none.</summary>
internal sealed record Rank(Measure Inner, IReadOnlyList<Grouping> Within, bool Ascending) : Across(Inner, Within)
{
    public override string Form => "rank";

    public override bool IsExact => true;

    public static Measure? Draw(Drawing drawing) =>
        Drawn(drawing, inner => inner is Share || IsPlain(inner)) is var (inner, within) ? new Rank(inner, within, drawing.Chance.In100(30)) : null;

    protected override JsonObject Written()
    {
        var json = Written("rank");
        json["ascending"] = Ascending;
        return json;
    }

    protected override object? ValueIn(Cell cell) => cell.Asked.Value(Inner, cell) is decimal own
        ? 1m + Others(cell).Count(other => cell.Asked.Value(Inner, other) is decimal value && !RowOrder.AreSame(value, own) && (Ascending ? value < own : value > own))
        : null;
}
