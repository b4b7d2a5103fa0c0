using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A field compared with a value; of an empty field nothing is known. An instant is compared with an instant.</summary>
internal sealed record Compared(Field Field, string Sign, object Value) : Condition
{
    private static readonly string[] Signs = ["=", "<>", "<", "<=", ">", ">="];

    public override string Form => "comparison";

    public override JsonObject Json
    {
        get
        {
            var json = Field.Json();
            json["operator"] = Sign;
            json["value"] = Literal.Of(Value, Value is DateTime { TimeOfDay.Ticks: 0 } ? Kind.Date : Kind.Timestamp);
            return json;
        }
    }

    public static Condition? Draw(Drawing drawing)
    {
        if (drawing.Field(column => column.Kind != Kind.Timestamp) is not { } field || drawing.Value(field) is not { } value)
        {
            return null;
        }

        return new Compared(field, value is string or bool ? drawing.Chance.Of("=", "<>") : drawing.Chance.From(Signs), value);
    }

    public override bool? Holds(Asked asked, Row row) => Field.Of(asked.World, row) is { } value ? Literal.Meets(Literal.Compare(value, Value), Sign) : null;
}
