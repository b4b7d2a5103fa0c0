using BiAssistant.Semantics.Calendars;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>The period that another is compared with.</summary>
internal static class ComparedPeriods
{
    private const int MostPeriods = 10_000;

    private static readonly TimeGrain[] CoarsestFirst = [TimeGrain.Year, TimeGrain.FiscalYear, TimeGrain.Quarter, TimeGrain.FiscalQuarter, TimeGrain.Month, TimeGrain.FiscalMonth];

    /// <summary>
    /// As many whole years, quarters or months before, where the period is whole ones; else as many days. A running period has the same part of the one
    /// before: this month to the 15th is compared with last month to the 15th.
    /// </summary>
    internal static AbsolutePeriod Previous(AbsolutePeriod period, RelativePeriod? said, BusinessCalendar calendar)
    {
        if (period is not { From: { } from, To: { } to })
        {
            return period;
        }

        if (said is { Kind: RelativePeriodKind.Current, Grain: not TimeGrain.Hour and var running } && Periods.Next(from, running, calendar) != to)
        {
            return Running(period, from, to, running, calendar);
        }

        foreach (var grain in CoarsestFirst)
        {
            if (Count(from, to, grain, calendar) is { } count)
            {
                return new AbsolutePeriod(Periods.Shift(from, grain, -count, calendar), from);
            }
        }

        return new AbsolutePeriod(from - (to - from), from);
    }

    /// <summary>The same part of the period before the running one, which may be shorter: 1 to 30 March is compared with the whole of February.</summary>
    private static AbsolutePeriod Running(AbsolutePeriod period, DateTime from, DateTime to, TimeGrain grain, BusinessCalendar calendar)
    {
        var start = Periods.Previous(from, grain, calendar);
        return (calendar.Pattern == WeekPattern.None ? InMonths(grain) : grain) switch
        {
            TimeGrain.Year => YearAgo(period, calendar),
            TimeGrain.Quarter => new AbsolutePeriod(start, to.AddDays(-1).AddMonths(-3).AddDays(1)),
            TimeGrain.Month => new AbsolutePeriod(start, to.AddDays(-1).AddMonths(-1).AddDays(1)),
            _ => new AbsolutePeriod(start, start + (to - from) < from ? start + (to - from) : from),
        };
    }

    /// <summary>Fiscal periods that are made of calendar months go by these: a fiscal year to 31 March is compared with the one before to 31 March, leap day or not.</summary>
    private static TimeGrain InMonths(TimeGrain grain) => grain switch
    {
        TimeGrain.FiscalYear => TimeGrain.Year,
        TimeGrain.FiscalQuarter => TimeGrain.Quarter,
        TimeGrain.FiscalMonth => TimeGrain.Month,
        _ => grain,
    };

    /// <summary>
    /// The same days one year before (29 February is the 28th); whole weeks 52 weeks before; whole fiscal periods one fiscal year before.
    /// </summary>
    internal static AbsolutePeriod YearAgo(AbsolutePeriod period, BusinessCalendar calendar)
    {
        if (period is not { From: { } from, To: { } to })
        {
            return period;
        }

        if (Periods.GrainOf(period, calendar) == TimeGrain.Week)
        {
            return new AbsolutePeriod(from.AddDays(-364), to.AddDays(-364));
        }

        var fiscal = Count(from, to, TimeGrain.Month, calendar) is null && Count(from, to, TimeGrain.FiscalMonth, calendar) is not null;
        return fiscal
            ? new AbsolutePeriod(Periods.Shift(from, TimeGrain.FiscalMonth, -12, calendar), Periods.Shift(to, TimeGrain.FiscalMonth, -12, calendar))
            : new AbsolutePeriod(from.AddYears(-1), to is { Month: 2, Day: 29, TimeOfDay.Ticks: 0 } ? new DateTime(to.Year - 1, 3, 1) : to.AddYears(-1));
    }

    /// <summary>How many whole periods of a grain a span is; null when it is not whole ones.</summary>
    private static int? Count(DateTime from, DateTime to, TimeGrain grain, BusinessCalendar calendar)
    {
        if (Periods.Start(from, grain, calendar) != from || Periods.Start(to, grain, calendar) != to)
        {
            return null;
        }

        var (count, at) = (0, from);
        while (at < to && count < MostPeriods)
        {
            at = Periods.Next(at, grain, calendar);
            count++;
        }

        return at == to ? count : null;
    }
}
