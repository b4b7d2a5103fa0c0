using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A field from one value to another, both included.</summary>
internal sealed record InRange(Field Field, object From, object To) : Condition
{
    public override string Form => "range";

    public override IEnumerable<Part> Parts => [];

    public override JsonObject Json => new() { ["all"] = new JsonArray(new Compared(Field, ">=", From).Json, new Compared(Field, "<=", To).Json) };

    public static Condition? Draw(Drawing drawing)
    {
        if (drawing.Field(column => column.IsNumber || column.Kind == Kind.Date) is not { } field || drawing.Value(field) is not { } one || drawing.Value(field) is not { } other)
        {
            return null;
        }

        return Literal.Compare(one, other) <= 0 ? new InRange(field, one, other) : new InRange(field, other, one);
    }

    public override bool? Holds(Asked asked, Row row) =>
        Field.Of(asked.World, row) is { } value ? Literal.Compare(value, From) >= 0 && Literal.Compare(value, To) <= 0 : null;
}
