using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A field that has no value, or has one; a row that leads nowhere has none.</summary>
internal sealed record Empty(Field Field, bool IsEmpty) : Condition
{
    public override string Form => "empty";

    public override JsonObject Json
    {
        get
        {
            var json = Field.Json();
            json["empty"] = IsEmpty;
            return json;
        }
    }

    public static Condition? Draw(Drawing drawing) => drawing.Field(_ => true) is { } field ? new Empty(field, drawing.Chance.In100(35)) : null;

    public override bool? Holds(Asked asked, Row row) => Field.Of(asked.World, row) is null == IsEmpty;
}
