namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>One measure divided by another; no sum, even where it is divided by a number.</summary>
internal sealed record Ratio(Measure Of, Measure By) : Measure
{
    public override IEnumerable<Measure> Parts => [Of, By];

    public override decimal? In(Cell cell)
    {
        var (of, by) = (Of.In(cell), By.In(cell));
        return by is null or 0 ? null : of / by;
    }
}
