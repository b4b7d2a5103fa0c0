using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>Rows joined to rows that came from another warehouse.</summary>
internal static class LookupLowering
{
    public static SelectDraft Lower(LookupNode node, Steps steps)
    {
        var input = Lowering.Draft(node.Input, steps);
        var dimension = node.Dimension is FragmentNode fragment ? FragmentLowering.Lower(fragment) : Lowering.Draft(node.Dimension, steps).AsTable("looked_up", "one row for each key", steps);
        var both = input with { Columns = input.Columns.AddRange(dimension.Columns) };
        return both with { From = new SqlJoin(node.KeepUnmatched ? SqlJoinKind.Left : SqlJoinKind.Inner, input.From, dimension.From, both.Over(node.On)) };
    }
}
