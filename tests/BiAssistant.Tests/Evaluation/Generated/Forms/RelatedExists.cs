using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>There is a related row, or there is none; a row that belongs to nobody meets neither.</summary>
internal sealed record RelatedExists(Related Related, bool Not) : Condition
{
    public override string Form => Not ? "none related" : "some related";

    public override IEnumerable<Part> Parts => [Related];

    public override JsonObject Json => new() { ["exists"] = Related.Json, ["negated"] = Not };

    public static Condition? Draw(Drawing drawing) => Related.Draw(drawing) is { } related ? new RelatedExists(related, drawing.Chance.In100(40)) : null;

    public override bool? Holds(Asked asked, Row row) => Related.About(asked, row) is { } about ? Related.Rows(asked, about).Any() != Not : null;
}
