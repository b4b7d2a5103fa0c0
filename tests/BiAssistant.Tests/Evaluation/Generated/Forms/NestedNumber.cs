using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>The one number that another query gives, the same for every group and every time.</summary>
internal sealed record NestedNumber(Question Query) : Measure
{
    public override string Form => "another query's number";

    public override bool IsExact => Query.Measures[0].IsExact;

    public override bool HasGrounds => false;

    public override IEnumerable<Part> Parts => base.Parts.Append(Query);

    /// <summary>For the right side of a calculation or a comparison, where it stands beside a number that says which groups there are.</summary>
    public static Measure? Draw(Drawing drawing)
    {
        if (drawing.IsDeep || drawing.Inner is not null)
        {
            return null;
        }

        var about = drawing.About(drawing.Chance.From(drawing.World.Things).Name);
        return about.Measure() is { IsNumber: true } number && !number.Forms.Intersect(TimeMoved.Family).Any()
            ? new NestedNumber(new Question
            {
                Measures = [number with { As = "q1" }],
                Where = drawing.Chance.In100(40) ? about.Condition() : null,
                Period = drawing.Chance.In100(25) && drawing.World.Thing(about.Roots[0]).Clock is not null ? drawing.Any(AllForms.Periods) : null,
            })
            : null;
    }

    protected override JsonObject Written() => new() { ["query"] = Query.Json };

    protected override IEnumerable<KeyedRow> GroundsOf(Cell cell) => [];

    protected override object? ValueIn(Cell cell) => cell.Asked.Inside(Query).Rows[0][0];
}
