using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>Periods made absolute, and the default period of metrics where none is said.</summary>
internal sealed class CanonicalPeriods(CanonicalScope scope, BusinessCalendar calendar)
{
    internal AbsolutePeriod Of(Period period)
    {
        if (period is RelativePeriod { Grain: var grain } && !calendar.Computes(grain))
        {
            scope.Report("calendar_not_read", $"Fiscal periods are whatever the rows of {calendar.Dataset} say, and those are not read yet. Give the days from and to, or group by a field of {calendar.Dataset}.");
        }

        var absolute = Periods.Resolve(period, scope.Now, calendar);
        if (absolute is { From: { } from, To: { } to } && from >= to)
        {
            scope.Report("empty_period", "The period ends before it begins.");
        }

        return absolute;
    }

    /// <summary>
    /// The period of a whole query, and what it was said by. "All data" stays said only where it overrides a default. Metrics whose defaults differ: the
    /// first one's holds for the whole answer, and a note says so.
    /// </summary>
    internal (AbsolutePeriod? Period, Period? Said) OfQuery(SemanticQuery query)
    {
        var said = query.Period is { } period ? Of(period) : null;
        if (said is not null and not { From: null, To: null })
        {
            return (said, query.Period);
        }

        var metrics = query.Measures.SelectMany(Metrics).Distinct().ToList();
        var defaults = metrics.Where(m => m is { DefaultPeriod: not null, Timeless: false }).ToList();
        if (defaults.Count == 0 || said is not null)
        {
            return (defaults.Count > 0 ? said : said is null && query.GroupBy.All(g => g is not TimeGrouping) ? Implied(query) : null, null);
        }

        var periods = defaults.Select(m => PeriodText.Resolve(m.DefaultPeriod ?? "", scope.Now, calendar)).ToList();
        scope.Issues.AddRange(periods.SelectMany(p => p.Issues));
        var first = periods[0].Value;
        if (periods.Any(p => p.Value != first) || defaults.Count < metrics.Count)
        {
            scope.Issues.Add(new Issue("default_period_shared", $"No period was said: the usual period of \"{defaults[0].Name}\" was taken for every number.")
            {
                Severity = IssueSeverity.Note,
                Element = defaults[0].Name,
            });
        }

        return (first, PeriodText.Parse(defaults[0].DefaultPeriod ?? "", calendar).Value);
    }

    /// <summary>A number that looks back from now, such as the year to date, is over what it looks back to: said, because "all data" would be untrue. Null where it is not the same for all.</summary>
    private AbsolutePeriod? Implied(SemanticQuery query)
    {
        var looks = query.Measures.Select(Looks).Distinct().ToList();
        return looks is [ToDate or Rolling or FiscalRolling] ? looks[0]?.Map(new AbsolutePeriod(null, null), new IntervalClock(calendar, scope.Now, null)) : null;
    }

    private PeriodOperator? Looks(Measure measure) => measure switch
    {
        MetricMeasure { Metric: var name } => (scope.Catalog.FindMetric(name)?.Formula as PeriodFormula)?.Operator,
        GroupMeasure or MemberMeasure => Looks(((WrappedMeasure)measure).Inner),
        _ => MeasureTimes.Operator(measure),
    };

    /// <summary>The other period of a comparison, absolute; it needs one to be compared with.</summary>
    internal CompareWith? Compared(Compare? compare, AbsolutePeriod? period, Period? said)
    {
        if (compare is null)
        {
            return null;
        }

        if (period is not { From: not null, To: not null })
        {
            scope.Report("compare_without_period", "A comparison needs a period with a beginning and an end: say which period is compared.");
            return null;
        }

        var other = compare switch
        {
            ComparePrevious => ComparedPeriods.Previous(period, said as RelativePeriod, calendar),
            CompareYearAgo => ComparedPeriods.YearAgo(period, calendar),
            CompareWith with => Of(with.Period),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (other == period)
        {
            scope.Report("compared_with_itself", "A period is compared with itself.");
        }

        return new CompareWith(other);
    }

    private IEnumerable<Metric> Metrics(Measure measure) => measure switch
    {
        MetricMeasure metric => scope.Catalog.FindMetric(metric.Metric) is { } found ? [found] : [],
        _ => measure.Parts.SelectMany(Metrics),
    };
}
