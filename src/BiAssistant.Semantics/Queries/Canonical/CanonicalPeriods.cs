using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>Periods made absolute, and the default period of metrics where none is said.</summary>
internal sealed class CanonicalPeriods(Catalog catalog, DateTime now, BusinessCalendar calendar, List<Issue> issues)
{
    internal AbsolutePeriod Of(Period period)
    {
        var absolute = Periods.Resolve(period, now, calendar);
        if (absolute is { From: { } from, To: { } to } && from >= to)
        {
            issues.Add(new Issue("empty_period", "The period ends before it begins."));
        }

        return absolute;
    }

    /// <summary>
    /// The period of a whole query. "All data" stays said only where it overrides a default. Metrics whose defaults differ: the first one's holds for the
    /// whole answer, and a note says so.
    /// </summary>
    internal AbsolutePeriod? OfQuery(SemanticQuery query)
    {
        var said = query.Period is { } period ? Of(period) : null;
        if (said is not null and not { From: null, To: null })
        {
            return said;
        }

        var metrics = query.Measures.SelectMany(Metrics).Distinct().ToList();
        var defaults = metrics.Where(m => m is { DefaultPeriod: not null, Timeless: false }).ToList();
        if (defaults.Count == 0 || said is not null)
        {
            return defaults.Count > 0 ? said : said is null && query.GroupBy.All(g => g is not TimeGrouping) ? Implied(metrics, query) : null;
        }

        var periods = defaults.Select(m => PeriodText.Resolve(m.DefaultPeriod ?? "", now, calendar)).ToList();
        issues.AddRange(periods.SelectMany(p => p.Issues));
        var first = periods[0].Value;
        if (periods.Any(p => p.Value != first) || defaults.Count < metrics.Count)
        {
            issues.Add(new Issue("default_period_shared", $"No period was said: the usual period of \"{defaults[0].Name}\" was taken for every number.")
            {
                Severity = IssueSeverity.Note,
                Element = defaults[0].Name,
            });
        }

        return first;
    }

    /// <summary>A number that looks back from now, such as the year to date, is over what it looks back to: said, because "all data" would be untrue. Null where it is not the same for all.</summary>
    private AbsolutePeriod? Implied(List<Metric> metrics, SemanticQuery query)
    {
        var looks = query.Measures.Select(m => m is MetricMeasure { Metric: var name } ? metrics.Find(f => f.Name == name)?.Formula as PeriodFormula : null).ToList();
        if (looks.Count == 0 || looks.Contains(null) || looks[0]?.Operator is not (ToDate or Rolling) || looks.Any(l => l?.Operator != looks[0]?.Operator))
        {
            return null;
        }

        return looks[0]?.Operator.Map(new AbsolutePeriod(null, null), new IntervalClock(calendar, now, null));
    }

    private IEnumerable<Metric> Metrics(Measure measure) => measure switch
    {
        MetricMeasure metric => catalog.FindMetric(metric.Metric) is { } found ? [found] : [],
        ArithmeticMeasure arithmetic => Metrics(arithmetic.Left).Concat(Metrics(arithmetic.Right)),
        _ => [],
    };
}
