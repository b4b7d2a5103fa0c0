using System.Diagnostics;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>Turns a plan node into one SELECT as an analyst would write it: a common table for each step that needs one, no step that does not.</summary>
public static class Lowering
{
    public static SqlQuery Lower(PlanNode node)
    {
        var steps = new Steps();
        var select = node is OrderNode order ? OrderLowering.Lower(order, steps) : Draft(node, steps).ToSelect();
        return Parameters.Named(select with { With = steps.ToSeq() });
    }

    internal static SelectDraft Draft(PlanNode node, Steps steps) => node switch
    {
        AggregateNode n => AggregateLowering.Lower(n, steps),
        MatchNode n => MatchLowering.Lower(n, steps),
        FragmentNode n => FragmentLowering.Lower(n),
        ComputeNode n => Computed(Draft(n.Input, steps), n),
        FilterNode n => Draft(n.Input, steps).Keep(n.Condition),
        LookupNode n => LookupLowering.Lower(n, steps),
        RegroupNode n => Regrouped(Draft(n.Input, steps), n),
        OrderNode => throw new UnreachableException("An order is always the last step."),
        _ => throw new UnreachableException(node.GetType().Name),
    };

    private static SelectDraft Computed(SelectDraft input, ComputeNode node) => input with
    {
        Columns = node.Keys.Select(k => new PlanColumn(k, input[k])).Concat(node.Measures.Select(m => m with { Expression = input.Over(m.Expression) })).ToSeq(),
    };

    private static SelectDraft Regrouped(SelectDraft input, RegroupNode node)
    {
        var groups = node.Groups.Select(g => g with { Expression = input.Over(g.Expression) }).ToSeq();
        return input with
        {
            Columns = groups.AddRange(node.Aggregates.Select(a => a with { Expression = input.Over(a.Expression) })),
            GroupBy = groups.Select(g => g.Expression).ToSeq(),
            Grouped = true,
        };
    }
}
