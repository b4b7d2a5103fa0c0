namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>A measure against the part of its target that the begun part of a period would have to reach: half of it when half of the days are over.</summary>
internal sealed record Pace(Measure Inner, Measure Target) : Measure
{
    private static readonly Grain[] Whole = [Grain.Month, Grain.Quarter, Grain.FiscalQuarter, Grain.Year, Grain.FiscalYear];

    private static readonly Grain[] All = [Grain.Hour, Grain.Day, Grain.Week, Grain.FiscalMonth, .. Whole];

    public override IEnumerable<Measure> Parts => [Inner, Target];

    public override decimal? In(Cell cell)
    {
        var span = cell.Span.ClosedAt(cell.Setting.Tomorrow);
        if (span.From is not { } from)
        {
            throw new NotSupportedException("Of what has no beginning nobody can say how far it has come.");
        }

        var whole = WholeOf(cell, span, from);
        var gone = new Span(whole.From, whole.To).Meet(new Span(null, cell.Setting.Tomorrow))?.Days ?? 0;
        var (number, due) = (Inner.In(cell), Target.In(cell with { Span = whole }) * gone / whole.Days);
        return due is null or 0 ? null : number / due;
    }

    private static Span WholeOf(Cell cell, Span span, DateTime from)
    {
        var calendar = cell.Setting.Calendar;
        if (cell.IsWindow)
        {
            return span.To == cell.Setting.Tomorrow && cell.Grain is { } gathered && calendar.PeriodOf(gathered, from) is var period && period.From == from ? period : span;
        }

        if (cell.Grain is { } grain)
        {
            return calendar.PeriodOf(grain, from);
        }

        if (All.Any(g => calendar.IsOne(g, span)) || span.To != cell.Setting.Tomorrow)
        {
            return span;
        }

        return Whole.Select(g => calendar.PeriodOf(g, from)).FirstOrDefault(p => p.From == from && p.Contains(cell.Setting.Now)) ?? span;
    }
}
