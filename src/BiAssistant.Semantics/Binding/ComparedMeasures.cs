using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// A query whose numbers stand beside those of another period, as one with more measures: each number, what it was, and its change, absolute and in percent.
/// Broken down by the numbers' own time, each period stands beside the one that lies as far back as the other period does; a time of a field is a group like any other.
/// </summary>
internal static class ComparedMeasures
{
    /// <summary>The query itself where it compares nothing; null where its periods cannot be matched one by one.</summary>
    public static SemanticQuery? In(SemanticQuery query, Catalog catalog)
    {
        if (query.Compare is not CompareWith { Period: AbsolutePeriod other })
        {
            return query;
        }

        var names = OutputNames.Of(query, catalog).Measures;
        if (query is { Over: { } results, GroupBy.IsEmpty: true })
        {
            return With(query, query.Measures.Zip(names).SelectMany(m => Beside(m.First, m.Second, now => new QueryMeasure(new SemanticQuery { Measures = [now], Over = During(results, other) }))));
        }

        var byTime = query.GroupBy.Any(g => g is TimeGrouping { Field: null });
        if (query.Period is AbsolutePeriod asked && Back(asked, other) is { } by && (byTime || LeadsTo(by, asked, other, catalog)))
        {
            return With(query, query.Measures.Zip(names).SelectMany(m => Shifted(m.First, m.Second, by)));
        }

        return byTime ? null : With(query, query.Measures.Zip(names).SelectMany(m => Beside(m.First, m.Second, now => new PeriodMeasure(now, other))));
    }

    private static SemanticQuery With(SemanticQuery query, IEnumerable<Measure> measures) => query with { Measures = measures.ToSeq(), Compare = null };

    private static IEnumerable<Measure> Beside(Measure measure, string name, Func<Measure, Measure> elsewhere)
    {
        var now = measure with { As = null };
        var before = elsewhere(now);
        var change = new ArithmeticMeasure(MeasureOperator.Subtract, now, before);
        return [measure with { As = name }, before with { As = $"{name}_before" }, change with { As = $"{name}_change" }];
    }

    /// <summary>The question whose results are asked about, over another period.</summary>
    private static SemanticQuery During(SemanticQuery results, AbsolutePeriod other) =>
        results is { Period: null, Over: { } deeper } ? results with { Over = During(deeper, other) } : results with { Period = other };

    private static IEnumerable<Measure> Shifted(Measure measure, string name, Span by)
    {
        var now = measure with { As = null };
        return
        [
            measure with { As = name },
            new ShiftedMeasure(now, by) { As = $"{name}_before" },
            new ShiftedMeasure(now, by, ComparisonShow.Change) { As = $"{name}_change" },
        ];
    }

    /// <summary>Whether that far back from the one lies exactly the other: a week has none a month earlier, and a month of another length does not end with it.</summary>
    private static bool LeadsTo(Span by, AbsolutePeriod asked, AbsolutePeriod other, Catalog catalog) =>
        asked.To is not null && MeasureTimes.Operator(new ShiftedMeasure(new ConstantMeasure(0), by)) is { } back
        && catalog.Models.Select(m => m.Calendar).Distinct().All(calendar => back.Map(asked, new IntervalClock(calendar, DateTime.MaxValue.Date.AddDays(-1), null)) == other);

    /// <summary>How far the other period lies before the one that is asked about, in whole months where it can be said so, else in days; null where it is no such period.</summary>
    private static Span? Back(AbsolutePeriod asked, AbsolutePeriod other)
    {
        if (asked.From is not { } from || other.From is not { } since || since >= from)
        {
            return null;
        }

        var months = ((from.Year - since.Year) * 12) + from.Month - since.Month;
        return since.AddMonths(months) != from ? new Span((from - since).Days, TimeGrain.Day)
            : months % 12 == 0 ? new Span(months / 12, TimeGrain.Year)
            : new Span(months, TimeGrain.Month);
    }
}
