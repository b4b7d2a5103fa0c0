using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>There is a related row for every value that a field has at all, of those that are asked for; where there is no value, all meet it.</summary>
internal sealed record RelatedEvery(Related Related, Field Field, Condition? Among, bool Not) : Condition
{
    public override string Form => "every one related";

    public override IEnumerable<Part> Parts => Among is null ? [Related] : [Related, Among];

    public override JsonObject Json
    {
        get
        {
            var json = new JsonObject { ["every"] = Field.Name, ["has"] = Related.Json, ["negated"] = Not };
            if (Among is not null)
            {
                json["among"] = Among.Json;
            }

            return json;
        }
    }

    public static Condition? Draw(Drawing drawing)
    {
        if (Related.Draw(drawing) is not { } related)
        {
            return null;
        }

        var fields = drawing.About(related.Thing).Fields(column => column is { IsKey: false, Kind: Kind.Text or Kind.Truth or Kind.Whole }).Where(field => field.Via is null).ToList();
        if (fields.Count == 0)
        {
            return null;
        }

        var field = drawing.Chance.From(fields);
        return new RelatedEvery(related, field, drawing.Chance.In100(60) ? drawing.About(field.Thing).Condition() : null, drawing.Chance.In100(40));
    }

    public override bool? Holds(Asked asked, Row row)
    {
        if (Related.About(asked, row) is not { } about)
        {
            return null;
        }

        var all = Values(asked.World.Rows[Field.Thing].Where(one => Among is null || Among.Holds(asked, one) == true).Select(one => one[Field.Column]));
        var there = Values(Related.Rows(asked, about).Select(one => asked.World.Reach(one, Field.Thing, null)).OfType<Row>().Where(one => Among is null || Among.Holds(asked, one) == true).Select(one => one[Field.Column]));
        return (there == all) != Not;
    }

    private static int Values(IEnumerable<object?> values) => values.OfType<object>().Distinct().Count();
}
