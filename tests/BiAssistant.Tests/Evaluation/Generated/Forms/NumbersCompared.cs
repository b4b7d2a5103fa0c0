using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>Two numbers of the group compared, shown or not.</summary>
internal sealed record NumbersCompared(Measure Left, string Sign, Measure Right) : GroupCondition
{
    public override string Form => "groups by two numbers";

    public override IEnumerable<Part> Parts => [Left, Right];

    public override IEnumerable<Measure> Hidden => [Left, Right];

    public override JsonObject Json => new() { ["left"] = Left.Json, ["operator"] = Sign, ["right"] = Right.Json };

    public static GroupCondition? Draw(GroupDrawing drawing)
    {
        var left = drawing.Drawing.Chance.In100(50) ? drawing.Drawing.Chance.From(drawing.Measures) with { As = null } : drawing.Drawing.Deeper.Measure();
        return left is not null && (drawing.Drawing.Chance.In100(15) ? NestedNumber.Draw(drawing.Drawing) : drawing.Drawing.Deeper.Measure()) is { } right && left != right && left.IsNumber && right.IsNumber
            ? new NumbersCompared(left, drawing.Drawing.Chance.Of("<", "<=", ">", ">="), right)
            : null;
    }

    public override bool? Holds(Cell cell) => Left.In(cell) is decimal left && Right.In(cell) is decimal right
        ? Literal.Meets(NumberCompared.Rounded(left).CompareTo(NumberCompared.Rounded(right)), Sign)
        : null;

    public override bool IsClose(Cell cell) => !(Left.IsExact && Right.IsExact) && Left.In(cell) is decimal left && Right.In(cell) is decimal right && RowOrder.AreSame(left, right);
}
