using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>Groups beside the coarser group that each is part of.</summary>
internal static class BesideLowering
{
    public static SelectDraft Lower(BesideNode node, Steps steps)
    {
        var groups = Lowering.Draft(node.Input, steps);
        groups = groups.Grouped || groups.Columns.Any(c => MeasureColumns.HasWindow(c.Expression)) ? groups.AsTable("totals", "one row a group", steps) : groups;
        var whole = Lowering.Draft(node.Coarser, steps).AsTable("wholes", node.Keys.IsEmpty ? "all groups together" : $"one row for each {string.Join(", ", node.Keys)}", steps);
        var on = node.Keys.Select(k => (SqlExpression)new SqlIsDistinct(groups[k], whole[k], Negated: true)).ToSeq();
        return groups with
        {
            From = node.Keys.IsEmpty ? new SqlJoin(SqlJoinKind.Cross, groups.From, whole.From) : new SqlJoin(SqlJoinKind.Left, groups.From, whole.From, Predicates.All(on)),
            Columns = groups.Columns.AddRange(whole.Columns.Where(c => !node.Keys.Contains(c.Name))),
        };
    }
}
