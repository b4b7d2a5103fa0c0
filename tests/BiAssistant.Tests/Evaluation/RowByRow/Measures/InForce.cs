namespace BiAssistant.Tests.Evaluation.RowByRow.Measures;

/// <summary>An aggregate of the rows that are in force on the last day of a span: begun by then and not ended. An empty end is open; a count of none is zero.</summary>
internal sealed record InForce(Aggregate Inner, Func<Row, DateTime?> From, Func<Row, DateTime?> To) : Measure
{
    /// <summary>The last day of a row is one on which it is in force.</summary>
    public bool ToInclusive { get; init; }

    /// <summary>Each row counts for the share of the span's days on which it is in force.</summary>
    public bool Average { get; init; }

    public override IEnumerable<Table> Roots => [Inner.Root];

    /// <summary>What began with the last row holds on.</summary>
    public override DateTime? LastData => DateTime.MaxValue;

    public override DateTime? FirstData => Inner.Root.Rows.Select(From).Where(time => time is not null).DefaultIfEmpty(null).Min();

    public override decimal? In(Cell cell)
    {
        if (cell.Span.From >= cell.Setting.Tomorrow)
        {
            return null;
        }

        var span = cell.Span.CutAt(cell.Setting.Tomorrow);
        return Average ? AverageOver(cell, span) : On(cell, span.To!.Value.AddTicks(-1).Date);
    }

    private decimal? On(Cell cell, DateTime day)
    {
        var inForce = Inner with { Filter = row => Inner.Filter(row) && IsInForce(row, day) };
        return inForce.In(cell with { Span = Span.Always, IsEarlier = false });
    }

    private decimal? AverageOver(Cell cell, Span span)
    {
        if (span.From is not { } from || span.To is not { } to || from.TimeOfDay != TimeSpan.Zero || to.TimeOfDay != TimeSpan.Zero)
        {
            throw new NotSupportedException("An average over days needs whole days between two ends.");
        }

        var days = Enumerable.Range(0, (int)(to - from).TotalDays).Select(n => from.AddDays(n)).ToList();
        var shares = Inner.Root.Rows
            .Where(row => Counts(cell, row))
            .Select(row => (Row: row, Days: days.Count(day => IsInForce(row, day))))
            .Where(row => row.Days > 0)
            .Select(row => (Inner.Function == Function.Count ? (Inner.Value(row.Row) is null ? 0 : 1) : (decimal?)Inner.Value(row.Row)) * row.Days / days.Count)
            .Where(share => share is not null)
            .ToList();
        return shares.Count == 0 && Inner.Function == Function.Sum ? null : shares.Sum();
    }

    private bool Counts(Cell cell, Row row) => Inner.Filter(row) && cell.Defines(Inner.Root, row) && cell.Asks(Inner.Root, row);

    private bool IsInForce(Row row, DateTime day) =>
        From(row) is { } from && from.Date <= day && (To(row) is not { } to || to.Date > day || (ToInclusive && to.Date == day));
}
