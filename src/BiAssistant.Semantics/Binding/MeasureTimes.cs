using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;

namespace BiAssistant.Semantics.Binding;

/// <summary>Measures of a query that look at other periods than the one that is asked for.</summary>
internal static class MeasureTimes
{
    /// <summary>Where the measure looks; null for one that has its own period, or that cannot be bound.</summary>
    public static PeriodOperator? Operator(Measure measure) => measure switch
    {
        ShiftedMeasure shifted => TimeUnits.Of(shifted.By) is { } offset ? new Earlier(offset) : null,
        RunningMeasure => new Running(),
        RollingMeasure rolling => TimeUnits.Of(rolling.Window) is { } window ? new Rolling(window) : null,
        ToDateMeasure toDate => new ToDate(toDate.Grain),
        PeriodMeasure { Period: AbsolutePeriod period } => new During(period),
        _ => null,
    };

    /// <summary>What it is called: as readings say it.</summary>
    public static LocalText Label(Measure measure, Catalog catalog) =>
        new([.. new[] { "en", "ko" }.Select(language => new LocalWord(language, ReadingPrinter.Print(measure, catalog, language)))]);

    /// <summary>Whether it is a sum or a count, so that a period with data but none of it has zero.</summary>
    public static bool IsZeroWhenMissing(Measure measure, Catalog catalog) => measure switch
    {
        MetricMeasure m => catalog.FindMetric(m.Metric) is { Missing: MissingPart.Zero } metric && (metric.Additive || metric.Formula is AggregateFormula { ZeroWhenMissing: true }),
        AggregateMeasure m => m.Function is AggregateFunction.Sum or AggregateFunction.Count or AggregateFunction.CountDistinct,
        CountMeasure => true,
        ShiftedMeasure { Show: not ComparisonShow.Value } => false,
        WrappedMeasure m => IsZeroWhenMissing(m.Inner, catalog),
        _ => false,
    };
}
