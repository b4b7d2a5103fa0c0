using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>Spans of a query as lengths of time.</summary>
internal static class TimeUnits
{
    /// <summary>Null for fiscal periods, which have no length of their own, and where there is no span.</summary>
    public static SqlInterval? Of(Span? span) => span?.Grain switch
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
