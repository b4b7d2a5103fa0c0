using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>Both conditions on a group hold.</summary>
internal sealed record GroupsBoth(GroupCondition Left, GroupCondition Right) : GroupCondition
{
    public override string Form => "and on groups";

    public override IEnumerable<Part> Parts => [Left, Right];

    public override IEnumerable<Measure> Hidden => Left.Hidden.Concat(Right.Hidden);

    public override JsonObject Json => new() { ["all"] = new JsonArray(Left.Json, Right.Json) };

    public static GroupCondition? Draw(GroupDrawing drawing) =>
        NumberCompared.Draw(drawing) is { } left && NumberCompared.Draw(drawing) is { } right && left != right ? new GroupsBoth(left, right) : null;

    public override bool? Holds(Cell cell) => Left.Holds(cell) & Right.Holds(cell);
}
