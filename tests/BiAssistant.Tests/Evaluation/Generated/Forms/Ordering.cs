using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>One term of the asked order: a column of the answer.</summary>
internal sealed record Ordering(string By, bool Descending) : Part
{
    public override string Form => "order";

    public JsonObject Json => new() { ["by"] = By, ["direction"] = Descending ? "desc" : "asc" };
}
