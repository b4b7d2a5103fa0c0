using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A field whose value is among the groups of another query, or is not; an empty value is neither. What is called by a name is told by its key, though the name be empty.</summary>
internal sealed record InQuery(Field Field, Question Query, bool Not) : Condition
{
    public override string Form => "in a result";

    public override IEnumerable<Part> Parts => [Query];

    public override JsonObject Json
    {
        get
        {
            var json = Field.Json();
            json["in_query"] = Query.Json;
            json["column"] = Field.Column;
            json["negated"] = Not;
            return json;
        }
    }

    public static Condition? Draw(Drawing drawing)
    {
        if (drawing.IsDeep || drawing.Field(column => column is { IsKey: false, Kind: Kind.Text or Kind.Whole or Kind.Truth }) is not { } field)
        {
            return null;
        }

        var roots = drawing.World.Things.Where(thing => drawing.World.Leads(thing.Name, field.Thing, null)).ToList();
        return roots.Count == 0 ? null : new InQuery(field, QuestionMaker.Found(drawing.About(drawing.Chance.From(roots).Name), new FieldGroup(field with { Via = null })), drawing.Chance.In100(35));
    }

    public override bool? Holds(Asked asked, Row row)
    {
        if (asked.World.Reach(row, Field.Thing, Field.Via) is not { } reached)
        {
            return null;
        }

        var told = new FieldGroup(Field).Columns(asked.World).Select(column => reached[column]).ToList();
        if (told[^1] is null)
        {
            return null;
        }

        return asked.Inside(Query).Rows.Any(other => other.Take(told.Count).SequenceEqual(told)) != Not;
    }
}
