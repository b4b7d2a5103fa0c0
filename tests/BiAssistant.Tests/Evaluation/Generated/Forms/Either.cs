using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>At least one of two conditions holds: a yes is a yes, whatever is not known of the other.</summary>
internal sealed record Either(Condition Left, Condition Right) : Condition
{
    public override string Form => "or";

    public override IEnumerable<Part> Parts => [Left, Right];

    public override JsonObject Json => new() { ["any"] = new JsonArray(Left.Json, Right.Json) };

    public static Condition? Draw(Drawing drawing) =>
        !drawing.IsDeep && drawing.Deeper.Condition() is { } left && drawing.Deeper.Condition() is { } right ? new Either(left, right) : null;

    public override bool? Holds(Asked asked, Row row) => Left.Holds(asked, row) | Right.Holds(asked, row);
}
