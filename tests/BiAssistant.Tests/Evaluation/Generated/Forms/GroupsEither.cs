using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>At least one of two conditions on a group holds.</summary>
internal sealed record GroupsEither(GroupCondition Left, GroupCondition Right) : GroupCondition
{
    public override string Form => "or on groups";

    public override IEnumerable<Part> Parts => [Left, Right];

    public override IEnumerable<Measure> Hidden => Left.Hidden.Concat(Right.Hidden);

    public override JsonObject Json => new() { ["any"] = new JsonArray(Left.Json, Right.Json) };

    public static GroupCondition? Draw(GroupDrawing drawing) =>
        NumberCompared.Draw(drawing) is { } left && NumberCompared.Draw(drawing) is { } right && left != right ? new GroupsEither(left, right) : null;

    public override bool? Holds(Cell cell) => Left.Holds(cell) | Right.Holds(cell);
}
