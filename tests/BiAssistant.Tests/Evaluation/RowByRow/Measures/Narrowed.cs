namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>A measure for which a question asks a condition of its own.</summary>
internal sealed record Narrowed(Measure Inner, Condition Condition) : Measure
{
    public override IEnumerable<Measure> Parts => [Inner];

    public override bool IsSumOrCount => Inner.IsSumOrCount;

    public override decimal? In(Cell cell) => Inner.In(cell with { Asked = [.. cell.Asked, Condition] });
}
