namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>A measure in hundredths of what it is, for the same group, in a base period.</summary>
internal sealed record Indexed(Measure Inner, Span Base) : Measure
{
    public override IEnumerable<Measure> Parts => [Inner];

    public override decimal? In(Cell cell)
    {
        var (number, basis) = (Inner.In(cell), Inner.In(cell with { Span = Base, Grain = null, IsWindow = false }));
        return basis is null or 0 ? null : 100 * number / basis;
    }
}
