namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>A measure whose every aggregate counts only rows that meet a condition.</summary>
internal sealed record Filtered(Measure Inner, Condition Condition) : Measure
{
    public override IEnumerable<Measure> Parts => [Inner];

    public override bool IsSumOrCount => Inner.IsSumOrCount;

    public override decimal? In(Cell cell) => Inner.In(cell with { Defined = [.. cell.Defined, Condition] });
}
