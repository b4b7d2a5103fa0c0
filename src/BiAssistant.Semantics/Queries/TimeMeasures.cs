using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Metrics;

namespace BiAssistant.Semantics.Queries;

/// <summary>A number of periods of one grain: 3 months.</summary>
public sealed record Span(int Count, TimeGrain Grain);

/// <summary>
/// A measure so many periods earlier, or its change since then. Without a span: one period of the finest time that the answer is broken down by, so that
/// the percent change is the growth from month to month.
/// </summary>
public sealed record ShiftedMeasure(Measure Inner, Span? By = null, ComparisonShow Show = ComparisonShow.Value) : WrappedMeasure(Inner);

/// <summary>A measure gathered since the beginning of the data, the period itself included.</summary>
public sealed record RunningMeasure(Measure Inner) : WrappedMeasure(Inner);

/// <summary>How the periods of a rolling window become one number.</summary>
public enum WindowTake
{
    /// <summary>The measure of the whole window: the revenue of three months.</summary>
    Total,

    /// <summary>The average of the window's periods: the mean of three monthly revenues.</summary>
    Average,
}

/// <summary>A measure over a window that ends with each period and includes it.</summary>
public sealed record RollingMeasure(Measure Inner, Span Window, WindowTake Take = WindowTake.Total) : WrappedMeasure(Inner);

/// <summary>A measure from the start of the year (quarter, month) that holds a period to the period's end.</summary>
public sealed record ToDateMeasure(Measure Inner, TimeGrain Grain) : WrappedMeasure(Inner);

/// <summary>A measure over another period than the query's.</summary>
public sealed record PeriodMeasure(Measure Inner, Period Period) : WrappedMeasure(Inner);
