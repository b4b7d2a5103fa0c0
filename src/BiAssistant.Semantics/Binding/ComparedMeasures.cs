using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// A query whose numbers stand beside those of another period, as one with more measures: each number, what it was, and its change, absolute and in percent.
/// Broken down by time, each period stands beside the one that lies as far back as the other period does.
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
        if (!query.GroupBy.Any(g => g is TimeGrouping))
        {
            return With(query, query.Measures.Zip(names).SelectMany(m => Beside(m.First, m.Second, other)));
        }

        return query.Period is AbsolutePeriod { From: { } from } && other.From is { } since && Back(since, from) is { } by
            ? With(query, query.Measures.Zip(names).SelectMany(m => Shifted(m.First, m.Second, by)))
            : null;
    }

    private static SemanticQuery With(SemanticQuery query, IEnumerable<Measure> measures) => query with { Measures = measures.ToSeq(), Compare = null };

    private static IEnumerable<Measure> Beside(Measure measure, string name, AbsolutePeriod other)
    {
        var now = measure with { As = null };
        var before = new PeriodMeasure(now, other);
        var change = new ArithmeticMeasure(MeasureOperator.Subtract, now, before);
        return [measure with { As = name }, before with { As = $"{name}_before" }, change with { As = $"{name}_change" }];
    }

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

    /// <summary>How far one start lies before another, in whole months where it can be said so, else in days.</summary>
    private static Span? Back(DateTime since, DateTime from)
    {
        var months = ((from.Year - since.Year) * 12) + from.Month - since.Month;
        return since >= from ? null
            : since.AddMonths(months) == from ? months % 12 == 0 ? new Span(months / 12, TimeGrain.Year) : new Span(months, TimeGrain.Month)
            : new Span((from - since).Days, TimeGrain.Day);
    }
}
