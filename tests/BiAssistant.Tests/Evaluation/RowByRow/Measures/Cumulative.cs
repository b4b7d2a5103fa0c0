namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>A measure gathered up to the end of a span, and no further than today. A span that begins after today has nothing.</summary>
internal abstract record Cumulative(Measure Inner) : Measure
{
    public override IEnumerable<Measure> Parts => [Inner];

    public override bool IsSumOrCount => Inner.IsSumOrCount;

    public override decimal? In(Cell cell) =>
        cell.Span.From >= cell.Setting.Tomorrow ? null : Inner.In(Over(cell, Gathered(cell.Span.CutAt(cell.Setting.Tomorrow).To!.Value, cell.Setting.Calendar)));

    public override bool MayBeKnown(Cell cell) => Inner.MayBeKnown(Over(cell, Gathered(cell.Span.CutAt(cell.Setting.Tomorrow).To!.Value, cell.Setting.Calendar)));

    /// <summary>The grain whose periods it gathers; null where that is a length, or everything.</summary>
    protected virtual Grain? Periods => null;

    private Cell Over(Cell cell, Span span) => cell with { Span = span, Grain = Periods, IsWindow = true, IsGathered = cell.IsGathered || span.From is null };

    protected abstract Span Gathered(DateTime to, WorkCalendar calendar);
}

/// <summary>Since the beginning.</summary>
internal sealed record Running(Measure Inner) : Cumulative(Inner)
{
    protected override Span Gathered(DateTime to, WorkCalendar calendar) => new(null, to);
}

/// <summary>Over the length that ends with the span: 28 days up to its end.</summary>
internal sealed record Window(Measure Inner, Length Length) : Cumulative(Inner)
{
    protected override Grain? Periods => Length.IsFiscal ? Length.Grain : null;

    protected override Span Gathered(DateTime to, WorkCalendar calendar) => new(Length.Before(to), to);
}

/// <summary>From the start of the year, quarter or month that holds the span's last instant.</summary>
internal sealed record ToDate(Measure Inner, Grain Of) : Cumulative(Inner)
{
    protected override Grain? Periods => Of;

    protected override Span Gathered(DateTime to, WorkCalendar calendar) => new(calendar.PeriodOf(Of, to.AddTicks(-1)).From, to);
}
