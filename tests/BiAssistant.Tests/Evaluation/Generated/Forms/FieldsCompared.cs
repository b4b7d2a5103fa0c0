using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>Two fields of one row compared.</summary>
internal sealed record FieldsCompared(Field Field, string Sign, Field Other) : Condition
{
    public override string Form => "field against field";

    public override JsonObject Json
    {
        get
        {
            var json = Field.Json();
            json["operator"] = Sign;
            json["other"] = Other.Name;
            if (Other.Via is not null)
            {
                json["other_via"] = Other.Via;
            }

            return json;
        }
    }

    public static Condition? Draw(Drawing drawing)
    {
        if (drawing.Field(column => column.Kind != Kind.Truth) is not { } field)
        {
            return null;
        }

        var kind = field.In(drawing.World);
        return drawing.Field(column => column.Kind == kind.Kind || (column.IsNumber && kind.IsNumber)) is { } other && other != field
            ? new FieldsCompared(field, kind.Kind == Kind.Text ? drawing.Chance.Of("=", "<>") : drawing.Chance.Of("=", "<>", "<", ">="), other)
            : null;
    }

    public override bool? Holds(Asked asked, Row row) =>
        Field.Of(asked.World, row) is { } one && Other.Of(asked.World, row) is { } other ? Literal.Meets(Literal.Compare(one, other), Sign) : null;
}
