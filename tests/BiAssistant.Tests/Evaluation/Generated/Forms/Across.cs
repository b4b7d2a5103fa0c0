using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A number that looks beyond its own group: at all groups that share the groupings it is told within; at all there are, without any.</summary>
internal abstract record Across(Measure Inner, IReadOnlyList<Grouping> Within) : Measure
{
    public static readonly IReadOnlyList<string> Family = ["share", "rank", "overall", "mean of the groups", "another group's"];

    public override bool IsExact => Inner.IsExact;

    public override IEnumerable<Part> Parts => base.Parts.Append(Inner);

    /// <summary>A number that stands for itself, and some of the groupings of the answer, at least one less than there are.</summary>
    protected static (Measure Inner, IReadOnlyList<Grouping> Within)? Drawn(Drawing drawing, Func<Measure, bool> which)
    {
        if (drawing.By.Count == 0 || drawing.IsDeep || drawing.Deeper.Measure() is not { IsNumber: true } inner || !which(inner))
        {
            return null;
        }

        return (inner, drawing.By.Count > 1 && drawing.Chance.In100(50) ? [drawing.Chance.From(drawing.By)] : []);
    }

    protected static bool IsPlain(Measure measure) => !measure.Forms.Intersect(Family).Any();

    /// <summary>The groups that it looks at, itself included.</summary>
    protected IEnumerable<Cell> Others(Cell cell)
    {
        var free = cell.Asked.Places(grouping => !Within.Contains(grouping));
        return cell.Asked.Cells.Where(other => other.Key.Agrees(cell.Key, free)).Select(other => cell with { Key = other.Key });
    }

    /// <summary>The words of its form, and what it is told within.</summary>
    protected JsonObject Written(string form)
    {
        var json = new JsonObject { [form] = Inner.Json };
        if (Within.Count > 0)
        {
            json["within"] = new JsonArray([.. Within.Select(grouping => grouping.Json)]);
        }

        return json;
    }

    protected override IEnumerable<KeyedRow> GroundsOf(Cell cell) => Inner.Grounds(cell);
}
