namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>
/// A measure a length of time earlier: where the span is a whole period, as many whole periods earlier; else both its ends are moved. A part of one of the answer's periods, or of what
/// is gathered, is no period, however long it happens to be. So many fiscal periods that are made of weeks are only whole fiscal periods earlier. It is no sum that could be zero: what is
/// not there may lie before the first data.
/// </summary>
internal sealed record Earlier(Measure Inner, Length Offset) : Measure
{
    private const int MonthsPerQuarter = 3;
    private const int MonthsPerYear = 12;
    private const int WeeksPerQuarter = 13;
    private const int WeeksPerYear = 52;

    /// <summary>The ordinary calendar before the fiscal one.</summary>
    private static readonly Grain[] CoarsestFirst =
        [Grain.Year, Grain.FiscalYear, Grain.Quarter, Grain.FiscalQuarter, Grain.Month, Grain.FiscalMonth, Grain.Week, Grain.Day, Grain.Hour];

    public override IEnumerable<Measure> Parts => [Inner];

    public override decimal? In(Cell cell) => Inner.In(cell with { Span = SpanBefore(cell), IsEarlier = true });

    public override bool MayBeKnown(Cell cell) => Inner.MayBeKnown(cell with { Span = SpanBefore(cell), IsEarlier = true });

    /// <summary>The earlier span.</summary>
    public Span SpanBefore(Cell cell)
    {
        var span = cell.Span.ClosedAt(cell.Setting.Tomorrow);
        var calendar = cell.Setting.Calendar;
        var grain = cell.Grain is { } asked ? (calendar.IsOne(asked, span) ? asked : null)
            : cell.IsWindow ? null
            : CoarsestFirst.Cast<Grain?>().FirstOrDefault(g => calendar.IsOne(g!.Value, span));
        if (Offset.IsFiscal && calendar.Weeks is not null)
        {
            return grain >= Grain.FiscalMonth && Offset.Months % MonthsOf(grain.Value) == 0 ? Periods(calendar, grain.Value, span, MonthsOf(grain.Value)) : Offset.Before(span, calendar);
        }

        return grain switch
        {
            null => Offset.Before(span),
            Grain.Hour => calendar.PeriodOf(Grain.Hour, Offset.Before(span.From!.Value)),
            Grain.Day => calendar.PeriodOf(Grain.Day, Offset.Before(span.From!.Value)),
            Grain.Week => Weeks(span),
            _ => Periods(calendar, grain.Value, span, MonthsOf(grain.Value)),
        };
    }

    private static int MonthsOf(Grain grain) => grain switch
    {
        Grain.Month or Grain.FiscalMonth => 1,
        Grain.Quarter or Grain.FiscalQuarter => MonthsPerQuarter,
        _ => MonthsPerYear,
    };

    private Span Weeks(Span span)
    {
        var weeks = Offset.Unit switch
        {
            Unit.Year => WeeksPerYear * Offset.Amount,
            Unit.Quarter => WeeksPerQuarter * Offset.Amount,
            Unit.Month or Unit.FiscalMonth or Unit.FiscalQuarter or Unit.FiscalYear => throw new NotSupportedException("A month is not a number of weeks."),
            _ => 0,
        };
        return weeks > 0 ? new Length(weeks, Unit.Week).Before(span) : Offset.Before(span);
    }

    private Span Periods(WorkCalendar calendar, Grain grain, Span span, int months) =>
        Offset.Months is { } earlier && earlier % months == 0 ? calendar.Earlier(grain, span.From!.Value, earlier / months) : Offset.Before(span);
}
