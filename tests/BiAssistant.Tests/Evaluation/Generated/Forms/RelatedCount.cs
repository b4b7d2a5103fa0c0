using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>How many related rows there are; a row that belongs to nobody meets neither such a condition nor its opposite.</summary>
internal sealed record RelatedCount(Related Related, string Sign, int Count) : Condition
{
    public override string Form => "so many related";

    public override IEnumerable<Part> Parts => [Related];

    public override JsonObject Json => new() { ["count"] = Related.Json, ["operator"] = Sign, ["value"] = Count };

    public static Condition? Draw(Drawing drawing) =>
        Related.Draw(drawing) is { } related
            ? drawing.Chance.In100(60) ? new RelatedCount(related, drawing.Chance.Of("<", ">="), drawing.Chance.Between(1, 4)) : new RelatedCount(related, drawing.Chance.Of("=", "<>", "<=", ">"), drawing.Chance.Between(0, 3))
            : null;

    public override bool? Holds(Asked asked, Row row) => Related.About(asked, row) is { } about ? Literal.Meets(Related.Rows(asked, about).Count().CompareTo(Count), Sign) : null;
}
