using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A field whose value is one of several, or none of them; "empty" may be one of the several, and is then the same as any other.</summary>
internal sealed record Among(Field Field, IReadOnlyList<object?> Values, bool Not) : Condition
{
    public override string Form => "one of";

    public override JsonObject Json
    {
        get
        {
            var json = Field.Json();
            json["in"] = new JsonArray([.. Values.Select(value => Literal.Of(value, Kind.Date))]);
            json["negated"] = Not;
            return json;
        }
    }

    public static Condition? Draw(Drawing drawing)
    {
        if (drawing.Field(column => column.Kind is not (Kind.Timestamp or Kind.Truth)) is not { } field || drawing.Value(field) is not { } first)
        {
            return null;
        }

        List<object?> values = [first, .. Enumerable.Range(0, drawing.Chance.Between(0, 3)).Select(_ => drawing.Value(field)), .. drawing.Chance.In100(15) ? new object?[] { null } : []];
        return new Among(field, [.. values.Distinct()], drawing.Chance.In100(30));
    }

    public override bool? Holds(Asked asked, Row row)
    {
        var value = Field.Of(asked.World, row);
        return value is null && !Values.Contains(null) ? null : Values.Contains(value) != Not;
    }
}
