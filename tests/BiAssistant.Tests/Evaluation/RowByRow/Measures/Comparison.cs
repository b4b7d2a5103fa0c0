namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>How much a measure has changed against an earlier span; nothing is said where either lies outside all data.</summary>
internal sealed record Comparison(Measure Inner, Length Offset, bool InPercent = false) : Measure
{
    public override IEnumerable<Measure> Parts => [Inner];

    public override decimal? In(Cell cell)
    {
        var earlier = new Earlier(Inner, Offset);
        var before = earlier.In(cell);
        if (!Inner.MayBeKnown(cell) || !earlier.MayBeKnown(cell))
        {
            return null;
        }

        var change = Term(Inner.In(cell)) - Term(before);
        return !InPercent ? change : before is null or 0 ? null : change / before;
    }

    private decimal? Term(decimal? value) => Inner.IsSumOrCount ? value ?? 0 : value;
}
