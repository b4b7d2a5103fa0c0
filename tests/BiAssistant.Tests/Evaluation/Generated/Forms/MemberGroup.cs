using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A number of each member, of the question's period and whatever else it asks, or a range of it; a sum or count is zero for one without rows.</summary>
internal sealed record MemberGroup(Measure Measure, FieldGroup Per, Ranges? Ranges) : Grouping
{
    public override string Form => Ranges is null ? "by a number of members" : "by ranges of members";

    public override bool IsRenamed => true;

    public override string Name => Ranges is null ? "g1" : "g1_range";

    public override IEnumerable<Part> Parts => [Measure, Per];

    public override JsonObject Json
    {
        get
        {
            var json = new JsonObject { ["measure"] = Measure.Json, ["per"] = Per.Json };
            Ranges?.AddTo(json);
            return json;
        }
    }

    public static Grouping? Draw(Drawing drawing) =>
        Members(drawing) is var (root, per) && drawing.About(root).Measure() is { IsNumber: true, IsExact: true, StandsAlone: true } measure
            ? new MemberGroup(measure with { As = "g1" }, per, drawing.Chance.In100(50) ? Ranges.Draw(drawing.Chance) : null)
            : null;

    /// <summary>Members that every row belongs to one of at most, and a thing that is counted for each.</summary>
    public static (string Root, FieldGroup Per)? Members(Drawing drawing)
    {
        var fields = drawing.Fields(column => column is { Kind: not (Kind.Decimal or Kind.Timestamp), IsKey: false }).Where(field => field.Via is null).ToList();
        if (drawing.IsDeep || fields.Count == 0)
        {
            return null;
        }

        var named = fields.Where(field => drawing.World.Thing(field.Thing).Label == field.Column).ToList();
        var field = drawing.Chance.From(named.Count > 0 && drawing.Chance.In100(70) ? named : fields);
        return (drawing.Chance.Of([.. drawing.World.Things.Where(thing => drawing.World.Leads(thing.Name, field.Thing, null))]).Name, new FieldGroup(field));
    }

    public override IReadOnlyList<object?> Of(Asked asked, Row row)
    {
        var answer = asked.Inside(this, () => new Question { Measures = [Measure], By = [Per], Period = asked.About });
        var number = OfGroup.Number(asked, row, [Per], Measure, answer);
        return [Ranges is null ? number : Ranges.Of(number)];
    }
}
