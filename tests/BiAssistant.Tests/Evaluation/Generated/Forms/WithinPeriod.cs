using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A time field within a period.</summary>
internal sealed record WithinPeriod(Field Field, Period Period) : Condition
{
    public override string Form => "a time within a period";

    public override IEnumerable<Part> Parts => [Period];

    public override JsonObject Json
    {
        get
        {
            var json = Field.Json();
            json["period"] = Period.Json;
            return json;
        }
    }

    public static Condition? Draw(Drawing drawing) =>
        drawing.Field(column => column.IsTime) is { } field && drawing.Any(AllForms.Periods) is { } period ? new WithinPeriod(field, period) : null;

    public override bool? Holds(Asked asked, Row row) => Field.Of(asked.World, row) is DateTime time ? Period.In(asked.World).Contains(time) : null;
}
