using BiAssistant.Sql;

namespace BiAssistant.Planning.Lowering;

/// <summary>Rows aggregated by small periods as a step that every pass over them shares, and its rows put together.</summary>
internal static class BucketLowering
{
    public static SelectDraft Lower(BucketNode node, Steps steps)
    {
        var fact = node.Rows.Joins.Root.Name;
        var grain = node.Grain.Replace('_', ' ');
        var rows = Lowering.Draft(node.Rows, steps).AsTable($"{fact}_by_{node.Grain}", $"{fact.Replace('_', ' ')} by {grain}, each row read once", steps);
        var groups = Over(rows, node.Groups);
        return new SelectDraft(
            node.Intervals is { } intervals ? IntervalLowering.Join(rows.From, intervals with { On = rows.Over(intervals.On) }, steps) : rows.From,
            groups.AddRange(Over(rows, node.Aggregates)))
        {
            Where = node.Condition is { } condition ? rows.Over(condition) : null,
            GroupBy = node.AsTheyAre ? [] : groups.Select(g => g.Expression).ToSeq(),
            Grouped = !node.AsTheyAre,
        };
    }

    private static Seq<PlanColumn> Over(SelectDraft rows, Seq<PlanColumn> columns) => columns.Select(c => c with { Expression = rows.Over(c.Expression) }).ToSeq();
}
