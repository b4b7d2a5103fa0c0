using System.Globalization;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Deciding;

/// <summary>
/// Turns dates as they were said into periods. A month, quarter or half year without its year is the latest that has begun; in a range the other end's
/// year decides.
/// </summary>
internal sealed class PeriodResolver(DateTime now, BusinessCalendar calendar)
{
    /// <summary>Null when the words are no period that exists.</summary>
    public Period? Resolve(Sense sense) => sense switch
    {
        RelativePeriodSense relative => relative.Period,
        FixedPeriodSense term => PeriodText.Resolve(term.From, term.To, now, calendar).Value,
        DateSense date => Absolute(WithYear(date)),
        RangeSense range => Absolute(range),
        PartOfPeriodSense { Whole: { } whole } part => Part(part, whole),
        AroundDaySense around => Resolve(around.Day) is AbsolutePeriod { From: { } day } ? Periods.Of(day, around.Grain, calendar) : null,
        _ => null,
    };

    /// <summary>Every period of a list by itself; empty when one of them is none.</summary>
    public IReadOnlyList<AbsolutePeriod> Each(PeriodListSense list)
    {
        var year = list.Periods.OfType<DateSense>().Select(d => d.Year).LastOrDefault(y => y is not null);
        var periods = list.Periods.Select(p => p is DateSense { HasYear: false } open && year is not null ? open with { Year = year } : p).Select(Ends).OfType<AbsolutePeriod>().ToList();
        return periods.Count == list.Periods.Count ? periods : [];
    }

    /// <summary>The first or last units of a period that begin in it; null where it has fewer.</summary>
    private AbsolutePeriod? Part(PartOfPeriodSense part, Sense whole)
    {
        if (Ends(whole) is not { From: { } from, To: { } to })
        {
            return null;
        }

        // Weeks of a month are seven days each from its start, and no weeks of the calendar cut off by it.
        var (start, end) = part.Grain == TimeGrain.Week ? (part.First ? from : to.AddDays(-7 * part.Count), part.First ? from.AddDays(7 * part.Count) : to) : part.First ? (from, Periods.Shift(from, part.Grain, part.Count, calendar)) : (Periods.Shift(to, part.Grain, -part.Count, calendar), to);
        return start >= from && end <= to ? new AbsolutePeriod(start, end) : null;
    }

    /// <summary>Neighbouring periods as one, and their width; null when there is a gap between them.</summary>
    public (AbsolutePeriod Whole, TimeGrain Grain)? Resolve(PeriodListSense list)
    {
        var periods = Each(list).OrderBy(p => p.From).ToList();
        if (periods.Count == 0)
        {
            return null;
        }

        for (var i = 1; i < periods.Count; i++)
        {
            if (periods[i].From != periods[i - 1].To)
            {
                return null;
            }
        }

        TimeGrain? grain = list.Periods[0] switch
        {
            RelativePeriodSense relative => relative.Period.Grain,
            DateSense { Day: not null } => TimeGrain.Day,
            DateSense { Month: not null } => TimeGrain.Month,
            DateSense { Quarter: not null, Fiscal: true } => TimeGrain.FiscalQuarter,
            DateSense { Quarter: not null } => TimeGrain.Quarter,
            DateSense { Half: not null } => null,
            DateSense { Fiscal: true } => TimeGrain.FiscalYear,
            _ => TimeGrain.Year,
        };
        return grain is { } known ? (new AbsolutePeriod(periods[0].From, periods[^1].To), known) : null;
    }

    private AbsolutePeriod? Absolute(RangeSense range)
    {
        var (first, last) = (range.From, range.To);
        if (first is DateSense { HasYear: false } open && last is DateSense { HasYear: true } closed)
        {
            var year = YearOf(closed);
            first = open with { Year = Before(open, closed) ? year : year - 1 };
        }
        else if (first is DateSense { HasYear: true } start && last is DateSense { HasYear: false } end)
        {
            var year = YearOf(start);
            last = end with { Year = Before(start, end) ? year : year + 1 };
        }
        else if (first is DateSense { HasYear: false } a && last is DateSense { HasYear: false } b)
        {
            var year = YearOf(WithYear(b));
            (first, last) = (a with { Year = Before(a, b) ? year : year - 1 }, b with { Year = year });
        }

        var begin = first is null ? null : Ends(first);
        var finish = last is null ? null : Ends(last);
        if ((first is not null && begin is null) || (last is not null && finish is null))
        {
            return null;
        }

        var from = range.FromIsAfter ? begin?.To : begin?.From;
        var to = range.ToIsBefore ? finish?.From : finish?.To;
        return from >= to ? null : new AbsolutePeriod(from, to);
    }

    private AbsolutePeriod? Ends(Sense sense) => Resolve(sense) is { } period ? Periods.Resolve(period, now, calendar) : null;

    private int YearOf(DateSense date) => date.Year ?? now.Year - (date.YearsAgo ?? 0);

    private static bool Before(DateSense a, DateSense b) => Position(a) <= Position(b);

    private static int Position(DateSense date) =>
        ((date.Month ?? (date.Quarter is { } quarter ? (quarter * 3) - 2 : date.Half == 2 ? 7 : 1)) * 100) + (date.Day ?? 0);

    private DateSense WithYear(DateSense date)
    {
        if (date.HasYear)
        {
            return date with { Year = YearOf(date), YearsAgo = null };
        }

        var thisYear = date with { Year = now.Year };
        return Absolute(thisYear)?.From <= now ? thisYear : date with { Year = now.Year - 1 };
    }

    private AbsolutePeriod? Absolute(DateSense date)
    {
        if (date.Year is not { } year || year is < 1 or > 9998)
        {
            return null;
        }

        if (date.Fiscal)
        {
            return Fiscal(date, year);
        }

        var (from, to) = date switch
        {
            { Month: { } month, Day: { } day } when day <= DateTime.DaysInMonth(year, month) => (new DateTime(year, month, day), new DateTime(year, month, day).AddDays(1)),
            { Day: not null } => (default, default),
            { Month: { } month } => (new DateTime(year, month, 1), new DateTime(year, month, 1).AddMonths(1)),
            { Quarter: { } quarter } => (new DateTime(year, (quarter * 3) - 2, 1), new DateTime(year, (quarter * 3) - 2, 1).AddMonths(3)),
            { Half: { } half } => (new DateTime(year, (half * 6) - 5, 1), new DateTime(year, (half * 6) - 5, 1).AddMonths(6)),
            _ => (new DateTime(year, 1, 1), new DateTime(year + 1, 1, 1)),
        };
        return to == default ? null : new AbsolutePeriod(from, to);
    }

    private AbsolutePeriod? Fiscal(DateSense date, int year)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"FY{year}");
        if (!PeriodText.Resolve(name, now, calendar).Succeeded || PeriodText.Resolve(name, now, calendar).Value is not { From: { } start } whole)
        {
            return null;
        }

        return date switch
        {
            { Month: not null } or { Day: not null } or { Half: not null } => null,
            { Quarter: { } quarter } => Periods.Of(Periods.Shift(start, TimeGrain.FiscalQuarter, quarter - 1, calendar), TimeGrain.FiscalQuarter, calendar),
            _ => whole,
        };
    }
}
