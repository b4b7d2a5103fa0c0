using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using Function = BiAssistant.Tests.Evaluation.RowByRow.Measures.Function;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>An aggregate of a number of the inner query, over its rows.</summary>
internal sealed record ColumnAggregated(Function Function, string Column, bool OfExact) : Measure
{
    private static readonly Function[] Functions =
        [Function.Sum, Function.Average, Function.Average, Function.Min, Function.Max, Function.Median, Function.Count, Function.Percentile];

    public override string Form => $"{Aggregated.WordOf(Function)} of results";

    public override bool IsExact => Function == Function.Count || (OfExact && Function is Function.Sum or Function.Min or Function.Max);

    public static Measure? Draw(Drawing drawing)
    {
        var numbers = drawing.Inner?.Measures.Where(measure => measure.IsNumber).ToList() ?? [];
        return numbers.Count > 0 && drawing.Chance.From(numbers) is { As: { } name } number ? new ColumnAggregated(drawing.Chance.From(Functions), name, number.IsExact) : null;
    }

    protected override JsonObject Written()
    {
        var json = new JsonObject { ["aggregate"] = Aggregated.WordOf(Function), ["column"] = Column };
        if (Function == Function.Percentile)
        {
            json["argument"] = Aggregated.Share;
        }

        return json;
    }

    protected override IEnumerable<KeyedRow> GroundsOf(Cell cell) => cell.Grounds(Asked.Results);

    protected override object? ValueIn(Cell cell) => Aggregated.Value(Function, cell.Rows(Asked.Results).Select(row => row[Column]));
}
