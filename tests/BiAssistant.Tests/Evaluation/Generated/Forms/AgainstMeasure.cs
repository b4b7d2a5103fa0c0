using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>
/// A field compared with a number of the rows that have the same values in some groupings, of all rows without any: those of the question's period, whatever else it asks.
/// A sum or count of no rows is zero.
/// </summary>
internal sealed record AgainstMeasure(Field Field, string Sign, Measure Measure, IReadOnlyList<Grouping> Within) : Condition
{
    public override string Form => Within.Count == 0 ? "field against a number" : "field against a number of its group";

    public override IEnumerable<Part> Parts => [Measure, .. Within];

    public override JsonObject Json
    {
        get
        {
            var json = Field.Json();
            json["operator"] = Sign;
            json["measure"] = Measure.Json;
            if (Within.Count > 0)
            {
                json["within"] = new JsonArray([.. Within.Select(grouping => grouping.Json)]);
            }

            return json;
        }
    }

    public static Condition? Draw(Drawing drawing)
    {
        if (drawing.IsDeep || drawing.Field(column => column is { IsNumber: true, IsKey: false }) is not { } field)
        {
            return null;
        }

        var root = drawing.Chance.In100(60) ? field.Thing : drawing.Chance.From(drawing.World.Things).Name;
        var about = drawing.About(root);
        var shared = drawing.Fields(column => column is { Kind: not (Kind.Decimal or Kind.Timestamp), IsKey: false }).Where(other => other.Via is null && drawing.World.Leads(root, other.Thing, null)).ToList();
        var within = shared.Count == 0 || drawing.Chance.In100(30) ? [] : drawing.Chance.Some(shared, drawing.Chance.Of(1, 1, 2)).Select(other => (Grouping)new FieldGroup(other)).ToList();
        return (within.Count == 0 && drawing.Chance.In100(20) ? NestedNumber.Draw(drawing) : about.Measure()) is { IsNumber: true } measure && !measure.Forms.Intersect(TimeMoved.Family).Any()
            ? new AgainstMeasure(field, drawing.Chance.Of("<", "<=", ">", ">="), measure, within)
            : null;
    }

    public override bool? Holds(Asked asked, Row row)
    {
        var answer = asked.Inside(this, () => new Question { Measures = [Measure with { As = "m" }], By = Within, Period = asked.About });
        return Field.Of(asked.World, row) is decimal value && OfGroup.Number(asked, row, Within, Measure, answer) is decimal other
            ? Literal.Meets(NumberCompared.Rounded(value).CompareTo(NumberCompared.Rounded(other)), Sign)
            : null;
    }
}
