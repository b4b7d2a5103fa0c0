using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>The number of the group that has a given value in one of the groupings, and the same in the others; of two that are called the same, neither is meant.</summary>
internal sealed record OfMember(Measure Inner, FieldGroup Group, object Member, IReadOnlyList<Grouping> Rest) : Across(Inner, Rest)
{
    public override string Form => "another group's";

    public static Measure? Draw(Drawing drawing)
    {
        if (drawing.By.OfType<FieldGroup>().ToList() is not { Count: > 0 } fields || Drawn(drawing, IsPlain) is not var (inner, _))
        {
            return null;
        }

        var group = drawing.Chance.From(fields);
        return drawing.Value(group.Field) is { } member ? new OfMember(inner, group, member, [.. drawing.By.Where(other => other != group)]) : null;
    }

    protected override JsonObject Written() => new() { ["of_member"] = Inner.Json, ["group"] = Group.Json, ["member"] = Literal.Of(Member, Kind.Date) };

    protected override object? ValueIn(Cell cell)
    {
        var place = cell.Asked.Places(grouping => grouping == Group)[0];
        var members = Others(cell).Where(other => Equals(other.Key.Values[place], Member)).ToList();
        return members.Count == 1 ? Inner.In(members[0]) : null;
    }
}
