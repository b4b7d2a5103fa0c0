using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Queries;

/// <summary>Measures that look at other periods than the one that is asked for.</summary>
internal static class MeasureTimes
{
    /// <summary>Where the measure looks; null for one that has its own period, or that cannot be bound.</summary>
    internal static PeriodOperator? Operator(Measure measure) => measure switch
    {
        ShiftedMeasure { By: { } by } => Length(by) is { } offset ? new Earlier(offset) : new FiscalEarlier(by),
        RunningMeasure => new Running(),
        RollingMeasure rolling => Length(rolling.Window) is { } window ? new Rolling(window) : new FiscalRolling(rolling.Window),
        ToDateMeasure toDate => new ToDate(toDate.Grain),
        PeriodMeasure { Period: AbsolutePeriod period } => new During(period),
        _ => null,
    };

    /// <summary>Whether a measure looks at other periods, however these are said: its own may still be told from now, and its span be left to the breakdown.</summary>
    internal static bool LooksElsewhere(Measure measure) =>
        measure is ShiftedMeasure or RunningMeasure or RollingMeasure or ToDateMeasure or PeriodMeasure || measure.Parts.Any(LooksElsewhere);

    /// <summary>Null for fiscal periods, which have no length of their own, and where there is no span.</summary>
    internal static SqlInterval? Length(Span? span) => span?.Grain switch
    {
        TimeGrain.Hour => new SqlInterval(span.Count, SqlTimeUnit.Hour),
        TimeGrain.Day => new SqlInterval(span.Count, SqlTimeUnit.Day),
        TimeGrain.Week => new SqlInterval(span.Count, SqlTimeUnit.Week),
        TimeGrain.Month => new SqlInterval(span.Count, SqlTimeUnit.Month),
        TimeGrain.Quarter => new SqlInterval(span.Count, SqlTimeUnit.Quarter),
        TimeGrain.Year => new SqlInterval(span.Count, SqlTimeUnit.Year),
        _ => null,
    };
}
