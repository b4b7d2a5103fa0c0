using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A number of the group from one to another, both included.</summary>
internal sealed record NumberBetween(string Measure, decimal From, decimal To) : GroupCondition
{
    public override string Form => "groups by a range of a number";

    public override JsonObject Json => new() { ["all"] = new JsonArray(Least.Json, Most.Json) };

    public static GroupCondition? Draw(GroupDrawing drawing) => drawing.Drawing.Chance.From(drawing.Measures) is var measure && measure.IsNumber
        ? new NumberBetween(measure.As!, drawing.Drawing.Chance.Of(-3m, 0m, 1m, 2m), drawing.Drawing.Chance.Of(2m, 5m, 10m, 100m, 0.5m, 300m))
        : null;

    public override bool? Holds(Cell cell) => Least.Holds(cell) & Most.Holds(cell);

    public override bool IsClose(Cell cell) => Least.IsClose(cell) || Most.IsClose(cell);

    private NumberCompared Least => new(Measure, ">=", From);

    private NumberCompared Most => new(Measure, "<=", To);
}
