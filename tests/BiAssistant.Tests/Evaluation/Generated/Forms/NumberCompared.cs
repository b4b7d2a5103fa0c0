using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A number of the group compared with a given one.</summary>
internal sealed record NumberCompared(string Measure, string Sign, decimal Value) : GroupCondition
{
    public override string Form => "groups by a number";

    public override JsonObject Json => new() { ["measure"] = Measure, ["operator"] = Sign, ["value"] = Value };

    public static GroupCondition? Draw(GroupDrawing drawing) => drawing.Drawing.Chance.From(drawing.Measures) is var measure && measure.IsNumber
        ? new NumberCompared(measure.As!, drawing.Drawing.Chance.Of("<", "<=", ">", ">=", "<>"), drawing.Drawing.Chance.Of(0m, 1m, 2m, 5m, 10m, 0.5m))
        : null;

    public override bool? Holds(Cell cell) => Compared(cell).In(cell) is decimal value ? Literal.Meets(Rounded(value).CompareTo(Value), Sign) : null;

    public override bool IsClose(Cell cell) => !Compared(cell).IsExact && Compared(cell).In(cell) is decimal value && RowOrder.AreSame(value, Value);

    private Measure Compared(Cell cell) => cell.Asked.Question.Measures.First(measure => measure.As == Measure);

    /// <summary>Digits beyond the twelfth are an engine's own.</summary>
    public static decimal Rounded(decimal value) => Math.Round(value, 12);
}
