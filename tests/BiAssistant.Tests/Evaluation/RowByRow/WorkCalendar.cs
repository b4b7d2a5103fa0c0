namespace BiAssistant.Tests.Evaluation.RowByRow;

/// <summary>
/// A business's weeks and fiscal years. With weeks given (4, 4, 5 for a quarter) a fiscal year begins on the week start nearest to the declared day and what is left over
/// after four such quarters is the last month's.
/// </summary>
internal sealed record WorkCalendar(int StartMonth = 1, int StartDay = 1, DayOfWeek WeekStart = DayOfWeek.Monday)
{
    public static readonly WorkCalendar Ordinary = new();

    /// <summary>How many weeks the three months of a quarter have; null when fiscal months are as long as the calendar's.</summary>
    public (int First, int Second, int Third)? Weeks { get; init; }

    /// <summary>The period that holds an instant.</summary>
    public Span PeriodOf(Grain grain, DateTime instant)
    {
        var day = instant.Date;
        var month = new DateTime(day.Year, day.Month, 1);
        return grain switch
        {
            Grain.Hour => new Span(day.AddHours(instant.Hour), day.AddHours(instant.Hour + 1)),
            Grain.Day => new Span(day, day.AddDays(1)),
            Grain.Week => new Span(WeekOf(day), WeekOf(day).AddDays(7)),
            Grain.Month => new Span(month, month.AddMonths(1)),
            Grain.Quarter => new Span(month.AddMonths(-((day.Month - 1) % 3)), month.AddMonths(3 - ((day.Month - 1) % 3))),
            Grain.Year => new Span(new DateTime(day.Year, 1, 1), new DateTime(day.Year + 1, 1, 1)),
            Grain.FiscalMonth => Around(day, FiscalMonths(day), 1),
            Grain.FiscalQuarter => Around(day, FiscalMonths(day), 3),
            _ => Around(day, FiscalMonths(day), 12),
        };
    }

    /// <summary>The period so many periods earlier (later, when negative) than the one that holds an instant.</summary>
    public Span Earlier(Grain grain, DateTime instant, int periods)
    {
        var period = PeriodOf(grain, instant);
        for (var step = 0; step < Math.Abs(periods); step++)
        {
            period = PeriodOf(grain, periods > 0 ? period.From!.Value.AddTicks(-1) : period.To!.Value);
        }

        return period;
    }

    /// <summary>Whether a span is exactly one period of a grain.</summary>
    public bool IsOne(Grain grain, Span span) => span is { From: { } from, To: not null } && PeriodOf(grain, from) == span;

    private DateTime WeekOf(DateTime day)
    {
        while (day.DayOfWeek != WeekStart)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>The starts of fiscal months of several years around a day; every twelfth begins a year.</summary>
    private List<DateTime> FiscalMonths(DateTime day)
    {
        var starts = new List<DateTime>();
        for (var year = day.Year - 2; year <= day.Year + 2; year++)
        {
            var start = YearStart(year);
            for (var month = 0; month < 12; month++)
            {
                starts.Add(Weeks is { } weeks
                    ? start.AddDays(7 * (((month / 3) * (weeks.First + weeks.Second + weeks.Third)) + (month % 3 > 0 ? weeks.First : 0) + (month % 3 > 1 ? weeks.Second : 0)))
                    : Declared(year + ((StartMonth - 1 + month) / 12), ((StartMonth - 1 + month) % 12) + 1));
            }
        }

        return starts;
    }

    private DateTime YearStart(int year)
    {
        var declared = Declared(year, StartMonth);
        return Weeks is null ? declared : Enumerable.Range(-3, 7).Select(days => declared.AddDays(days)).Single(day => day.DayOfWeek == WeekStart);
    }

    /// <summary>The declared day of a month, or its last day when it has no such day.</summary>
    private DateTime Declared(int year, int month) => new(year, month, Math.Min(StartDay, DateTime.DaysInMonth(year, month)));

    private static Span Around(DateTime day, List<DateTime> months, int length)
    {
        var starts = months.Where((_, index) => index % length == 0).ToList();
        return new Span(starts.Last(start => start <= day), starts.First(start => start > day));
    }
}
