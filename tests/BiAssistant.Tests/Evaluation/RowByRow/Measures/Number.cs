namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>The same number everywhere.</summary>
internal sealed record Number(decimal Value) : Measure
{
    public override decimal? In(Cell cell) => Value;
}
