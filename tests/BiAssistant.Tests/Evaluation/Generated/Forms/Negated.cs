using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A condition does not hold; where nothing is known of it, nothing is known of this.</summary>
internal sealed record Negated(Condition Inner) : Condition
{
    public override string Form => "not";

    public override IEnumerable<Part> Parts => [Inner];

    public override JsonObject Json => new() { ["not"] = Inner.Json };

    public static Condition? Draw(Drawing drawing) => !drawing.IsDeep && drawing.Deeper.Condition() is { } inner ? new Negated(inner) : null;

    public override bool? Holds(Asked asked, Row row) => !Inner.Holds(asked, row);
}
