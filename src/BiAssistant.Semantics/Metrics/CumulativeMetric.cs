using System.Diagnostics.CodeAnalysis;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Metrics;

/// <summary>A metric gathered over time: since the beginning, over a window, or from the start of a year, quarter or month.</summary>
public sealed class CumulativeMetric : Metric
{
    private bool _gathersSums;

    [SetsRequiredMembers]
    internal CumulativeMetric(KeyReader keys)
        : base(keys)
    {
        Metric = keys.RequiredText("metric") ?? "";
        Running = keys.Flag("running");
        Window = Durations.Interval(keys, "window");
        ToDate = keys.Choice("to_date", [("year", TimeGrain.Year), ("quarter", TimeGrain.Quarter), ("month", TimeGrain.Month), ("fiscal_year", TimeGrain.FiscalYear)], (TimeGrain?)null);
        if ((Running ? 1 : 0) + (keys.Has("window") ? 1 : 0) + (keys.Has("to_date") ? 1 : 0) != 1)
        {
            keys.Error("unclear_metric", "A cumulative metric says exactly one of running, window and to_date.", keys.Map);
        }
    }

    public override string TypeName => "cumulative";

    public string Metric { get; }

    public bool Running { get; }

    public SqlInterval? Window { get; }

    /// <summary>From the start of which period; null when it is none.</summary>
    public TimeGrain? ToDate { get; }

    public override Seq<string> PartNames => [Metric];

    internal override string ViewOf => Metric;

    internal override bool IsZeroWhenMissing => this is { Missing: MissingPart.Zero, IndexTo: null } && _gathersSums;

    public override string Definition => Running ? $"running {Metric}" : ToDate is { } grain ? $"{Metric}, {grain} to date" : $"{Metric} over {Window?.Amount} {Window?.Unit}";

    internal override Formula? Expand(MetricScope scope)
    {
        PeriodOperator? gathered = ToDate is { } grain ? new ToDate(grain) : Window is { } length ? new Rolling(length) : Running ? new Running() : null;
        _gathersSums = scope.IsZeroWhenMissing(Metric);
        return gathered is not null && scope.Part(Metric) is { } of ? new PeriodFormula(gathered, of) : null;
    }
}
