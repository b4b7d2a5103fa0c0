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
    FiscalMonth,
    FiscalQuarter,
    FiscalYear,
}

/// <summary>A length of time, such as 28 days or 3 months.</summary>
internal sealed record Length(int Amount, Unit Unit)
{
    /// <summary>So many periods of the business's own calendar.</summary>
    public bool IsFiscal => Unit >= Unit.FiscalMonth;

    /// <summary>The periods that it is so many of.</summary>
    public Grain Grain => Enum.Parse<Grain>($"{Unit}");

    /// <summary>So many months; null for lengths that are days, weeks or hours.</summary>
    public int? Months => Unit switch
    {
        Unit.Month or Unit.FiscalMonth => Amount,
        Unit.Quarter or Unit.FiscalQuarter => 3 * Amount,
        Unit.Year or Unit.FiscalYear => 12 * Amount,
        _ => null,
    };

    /// <summary>An instant this much earlier: a month before 31 March is the last day of February.</summary>
    public DateTime Before(DateTime instant) => Moved(instant, -1);

    /// <summary>An instant this much earlier; so many fiscal periods, where these are made of weeks, are as far into the one so many before, or its end where it is shorter.</summary>
    public DateTime Before(DateTime instant, WorkCalendar calendar)
    {
        if (!IsFiscal || calendar.Weeks is null)
        {
            return Before(instant);
        }

        var fiscal = Unit switch
        {
            Unit.FiscalMonth => Grain.FiscalMonth,
            Unit.FiscalQuarter => Grain.FiscalQuarter,
            _ => Grain.FiscalYear,
        };
        var there = calendar.Earlier(fiscal, instant, Amount);
        var moved = there.From!.Value + (instant - calendar.PeriodOf(fiscal, instant).From!.Value);
        return moved < there.To ? moved : there.To!.Value;
    }

    /// <summary>An instant this much later.</summary>
    public DateTime After(DateTime instant) => Moved(instant, 1);

    public Span Before(Span span) => new(span.From is { } from ? Before(from) : null, span.To is { } to ? Before(to) : null);

    public Span Before(Span span, WorkCalendar calendar) => new(span.From is { } from ? Before(from, calendar) : null, span.To is { } to ? Before(to, calendar) : null);

    private DateTime Moved(DateTime instant, int direction) => Unit switch
    {
        Unit.Hour => instant.AddHours(direction * Amount),
        Unit.Day => instant.AddDays(direction * Amount),
        Unit.Week => instant.AddDays(direction * 7 * Amount),
        _ => instant.AddMonths(direction * (Months ?? 0)),
    };
}
