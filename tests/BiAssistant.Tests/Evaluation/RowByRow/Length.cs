namespace BiAssistant.Tests.Evaluation.RowByRow;

/// <summary>In what a length of time is counted.</summary>
internal enum Unit
{
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>A length of time, such as 28 days or 3 months.</summary>
internal sealed record Length(int Amount, Unit Unit)
{
    /// <summary>So many months; null for lengths that are days, weeks or hours.</summary>
    public int? Months => Unit switch
    {
        Unit.Month => Amount,
        Unit.Quarter => 3 * Amount,
        Unit.Year => 12 * Amount,
        _ => null,
    };

    /// <summary>An instant this much earlier: a month before 31 March is the last day of February.</summary>
    public DateTime Before(DateTime instant) => Moved(instant, -1);

    /// <summary>An instant this much later.</summary>
    public DateTime After(DateTime instant) => Moved(instant, 1);

    public Span Before(Span span) => new(span.From is { } from ? Before(from) : null, span.To is { } to ? Before(to) : null);

    private DateTime Moved(DateTime instant, int direction) => Unit switch
    {
        Unit.Hour => instant.AddHours(direction * Amount),
        Unit.Day => instant.AddDays(direction * Amount),
        Unit.Week => instant.AddDays(direction * 7 * Amount),
        _ => instant.AddMonths(direction * (Months ?? 0)),
    };
}
