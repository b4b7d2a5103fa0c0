using System.Diagnostics;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>Turns a plan node into one SELECT as an analyst would write it: a common table for each step that needs one, no step that does not.</summary>
public static class Lowering
{
    private static readonly SqlRelation OneRow = new SqlDerivedTable(new SqlSelect([new SqlSelectItem(new SqlNumber(1), "one")], null), "one_row");

    /// <param name="node">The last step of a plan.</param>
    /// <param name="tellsTextsApart">Whether texts that are equal to the engine are the same texts.</param>
    public static SqlQuery Lower(PlanNode node, bool tellsTextsApart = true)
    {
        var steps = new Steps { TellsTextsApart = tellsTextsApart, Taken = Fragments(node).ToHashSet() };
        var select = node is OrderNode order ? OrderLowering.Lower(order, steps) : Draft(node, steps).ToSelect();
        return Parameters.Named(select with { With = steps.ToSeq() });
    }

    private static IEnumerable<string> Fragments(PlanNode node) => node is FragmentNode { Fragment: var name } ? [name] : node.Sources.SelectMany(Fragments);

    internal static SelectDraft Draft(PlanNode node, Steps steps) => node switch
    {
        AggregateNode n => AggregateLowering.Lower(n, steps),
        BucketNode n => BucketLowering.Lower(n, steps),
        MatchNode n => MatchLowering.Lower(n, steps),
        FragmentNode n => FragmentLowering.Lower(n),
        ComputeNode n => Computed(n, steps),
        ExtendNode n => Extended(n, steps),
        BesideNode n => BesideLowering.Lower(n, steps),
        PickNode n => Picked(Draft(n.Input, steps), n.Columns),
        FilterNode n => WindowFree(n.Input, steps).Keep(n.Condition),
        LookupNode n => LookupLowering.Lower(n, steps),
        IntervalsNode n => MergedIntervalsLowering.Lower(n, steps),
        MomentsNode n => MomentsLowering.Lower(n, steps),
        FollowedNode n => FollowedLowering.Lower(n, steps),
        RegroupNode n => Regrouped(n, steps),
        OneRowNode => new SelectDraft(OneRow, []),
        OrderNode n => OrderLowering.Cut(n, steps),
        _ => throw new UnreachableException(node.GetType().Name),
    };

    /// <summary>The rows as a table of their own where they look at other rows: a condition on a window, or a window on one, is about what it came to.</summary>
    internal static SelectDraft WindowFree(PlanNode node, Steps steps)
    {
        var draft = Draft(node, steps);
        return draft.Columns.Any(c => MeasureColumns.HasWindow(c.Expression)) ? draft.AsTable("compared", "numbers that look at other groups", steps) : draft;
    }

    private static SelectDraft Picked(SelectDraft input, Seq<string> columns) => input with { Columns = columns.Select(c => new PlanColumn(c, input[c])).ToSeq() };

    private static SelectDraft Computed(ComputeNode node, Steps steps)
    {
        var input = Ready(node.Input, node.Measures, steps);
        return input with
        {
            Columns = node.Keys.Select(k => new PlanColumn(k, input[k])).Concat(node.Measures.Select(m => m with { Expression = input.Over(m.Expression) })).ToSeq(),
        };
    }

    private static SelectDraft Extended(ExtendNode node, Steps steps)
    {
        var input = Ready(node.Input, node.Columns, steps);
        return input with { Columns = input.Columns.AddRange(node.Columns.Select(c => c with { Expression = input.Over(c.Expression) })) };
    }

    /// <summary>Rows that columns can be computed over: groups are a table before anything looks across them.</summary>
    private static SelectDraft Ready(PlanNode node, Seq<PlanColumn> columns, Steps steps)
    {
        var input = WindowFree(node, steps);
        return input.Grouped && columns.Any(c => MeasureColumns.HasWindow(c.Expression)) ? input.AsTable("totals", "one row a group", steps) : input;
    }

    private static SelectDraft Regrouped(RegroupNode node, Steps steps)
    {
        var input = WindowFree(node.Input, steps);
        input = input.Grouped ? input.AsTable("results", "one row for each result of the inner question", steps) : input;
        var groups = node.Groups.Select(g => g with { Expression = input.Over(g.Expression) }).ToSeq();
        return input with
        {
            Columns = groups.AddRange(node.Aggregates.Select(a => a with { Expression = input.Over(a.Expression) })),
            GroupBy = groups.Select(g => g.Expression).ToSeq(),
            Grouped = true,
        };
    }
}
