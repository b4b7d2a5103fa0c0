using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A text that contains, begins or ends with another, letter case aside.</summary>
internal sealed record TextLike(Field Field, string Match, string Text, bool Not) : Condition
{
    public override string Form => "text";

    public override JsonObject Json
    {
        get
        {
            var json = Field.Json();
            json[Match] = Text;
            json["negated"] = Not;
            return json;
        }
    }

    public static Condition? Draw(Drawing drawing)
    {
        if (drawing.Field(column => column.Kind == Kind.Text) is not { } field || drawing.Value(field) is not string { Length: > 0 } whole)
        {
            return null;
        }

        var length = drawing.Chance.Between(1, Math.Min(4, whole.Length));
        var match = drawing.Chance.Of("contains", "starts_with", "ends_with");
        var text = match == "ends_with" ? whole[^length..] : whole[..length];
        return string.IsNullOrWhiteSpace(text) ? null : new TextLike(field, match, drawing.Chance.In100(20) ? text.ToUpperInvariant() : text, drawing.Chance.In100(25));
    }

    public override bool? Holds(Asked asked, Row row)
    {
        if (Field.Of(asked.World, row) is not string value)
        {
            return null;
        }

        var meets = Match switch
        {
            "contains" => value.Contains(Text, StringComparison.OrdinalIgnoreCase),
            "starts_with" => value.StartsWith(Text, StringComparison.OrdinalIgnoreCase),
            _ => value.EndsWith(Text, StringComparison.OrdinalIgnoreCase),
        };
        return meets != Not;
    }
}
