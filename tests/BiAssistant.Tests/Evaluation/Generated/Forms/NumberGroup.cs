using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>
/// What another query says of the group that a row belongs to, or a range of it. A sum or count is zero for a group that has no rows; of one that the query has left out
/// nothing is known.
/// </summary>
internal sealed record NumberGroup(Question Query, Ranges? Ranges) : Grouping
{
    public override string Form => Ranges is null ? "by a number of another query" : "by ranges of another query";

    public override bool IsRenamed => true;

    public override string Name => Ranges is null ? "g1" : "g1_range";

    public override IEnumerable<Part> Parts => [Query];

    public override JsonObject Json
    {
        get
        {
            var json = new JsonObject { ["query"] = Query.Json, ["column"] = "g1" };
            Ranges?.AddTo(json);
            return json;
        }
    }

    public static Grouping? Draw(Drawing drawing)
    {
        var chance = drawing.Chance;
        if (MemberGroup.Members(drawing) is not var (root, per))
        {
            return null;
        }

        var query = QuestionMaker.Inside(drawing.About(root), per);
        var number = query.Measures[0];
        return number is { IsNumber: true, IsExact: true, StandsAlone: true } && query.Order.Count == 0
            ? new NumberGroup(query with { Measures = [number with { As = "g1" }], Having = query.Having is NumberCompared having ? having with { Measure = "g1" } : null }, chance.In100(50) ? Ranges.Draw(chance) : null)
            : null;
    }

    public override IReadOnlyList<object?> Of(Asked asked, Row row)
    {
        var answer = asked.Inside(Query);
        var isCut = Query.Having is not null || Query.Top is not null;
        var number = isCut ? OfGroup.Row(asked, row, Query.By, answer)?[^1] : OfGroup.Number(asked, row, Query.By, Query.Measures[0], answer);
        return [Ranges is null ? number : Ranges.Of(number)];
    }
}
