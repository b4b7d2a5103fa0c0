using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A condition on a group does not hold; a group without the number meets neither it nor its opposite.</summary>
internal sealed record GroupsNegated(GroupCondition Inner) : GroupCondition
{
    public override string Form => "not on groups";

    public override IEnumerable<Part> Parts => [Inner];

    public override IEnumerable<Measure> Hidden => Inner.Hidden;

    public override JsonObject Json => new() { ["not"] = Inner.Json };

    public static GroupCondition? Draw(GroupDrawing drawing) => NumberCompared.Draw(drawing) is { } inner ? new GroupsNegated(inner) : null;

    public override bool? Holds(Cell cell) => !Inner.Holds(cell);
}
