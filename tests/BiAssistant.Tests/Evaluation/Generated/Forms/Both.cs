using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>Two conditions hold: a no is a no, whatever is not known of the other.</summary>
internal sealed record Both(Condition Left, Condition Right) : Condition
{
    public override string Form => "and";

    public override IEnumerable<Part> Parts => [Left, Right];

    public override JsonObject Json => new() { ["all"] = new JsonArray(Left.Json, Right.Json) };

    public static Condition? Draw(Drawing drawing) =>
        !drawing.IsDeep && drawing.Deeper.Condition() is { } left && drawing.Deeper.Condition() is { } right ? new Both(left, right) : null;

    public override bool? Holds(Asked asked, Row row) => Left.Holds(asked, row) & Right.Holds(asked, row);
}
