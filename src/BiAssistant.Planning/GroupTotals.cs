using System.Diagnostics;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;

namespace BiAssistant.Planning;

/// <summary>
/// Numbers of a coarser grain that need no pass of their own: where the groups' rows are the same rows and the aggregate adds up, it is put together from the
/// groups' own numbers. What does not add up (distinct counts, averages, medians), or counts rows in several groups, is computed anew.
/// </summary>
internal static class GroupTotals
{
    public static BoundQuery In(BoundQuery query)
    {
        var within = query with { Inner = query.Inner is { } inner ? In(inner) : null, Nested = query.Nested.Select(In).ToSeq() };
        return query.Sources.All(s => s.GroupedBy.Count == query.Groups.Count) ? within : Own(within);
    }

    private static BoundQuery Own(BoundQuery query) => query with
    {
        Measures = query.Measures.Select(m => m with { Formula = Of(m.Formula, query) }).ToSeq(),
        Hidden = query.Hidden.Select(m => m with { Formula = Of(m.Formula, query) }).ToSeq(),
    };

    private static Formula Of(Formula formula, BoundQuery query) => formula switch
    {
        SourceAggregate part => Finer(part, query) is { } finer ? new GroupTotal(part with { Source = finer }, query.Sources[part.Source].GroupedBy) : part,
        CalendarNumber or GroupTotal or InnerAggregate or NestedNumber => formula,
        AcrossGroups across => across with { Of = Of(across.Of, query) },
        ExpressionFormula expression => expression with { Parts = expression.Parts.Select(p => p with { Formula = Of(p.Formula, query) }).ToSeq() },
        _ => throw new UnreachableException(formula.GetType().Name),
    };

    private static int? Finer(SourceAggregate part, BoundQuery query)
    {
        var whole = query.Sources[part.Source];
        if (whole.GroupedBy.Count == query.Groups.Count || part.Call.Distinct || part.Call.Name is not ("SUM" or "COUNT" or "MIN" or "MAX"))
        {
            return null;
        }

        var used = query.Computed.SelectMany(m => FactPass.Leaves(m.Formula, "").Select(l => l.Aggregate)).ToList();
        var finer = query.Sources.Select((source, index) => (source, index)).FirstOrDefault(s =>
            s.source.GroupedBy.Count == query.Groups.Count && used.Contains(part with { Source = s.index }) && HasTheSameRows(s.source, whole));
        return finer.source is null ? null : finer.index;
    }

    private static bool HasTheSameRows(BoundSource finer, BoundSource whole) =>
        (finer.Warehouse, finer.Joins.Alias, finer.Joins.Root, finer.Filters, finer.Intervals, finer.Selection) == (whole.Warehouse, whole.Joins.Alias, whole.Joins.Root, whole.Filters, whole.Intervals, whole.Selection)
        && whole.Joins.Steps.All(finer.Joins.Steps.Contains)
        && !finer.Joins.CountsInEach && !finer.Joins.IsShared;
}
