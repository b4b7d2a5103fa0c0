using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>The range of usual values: one row beside every row.</summary>
internal static class UsualLowering
{
    public static SqlRelation Join(SqlRelation rows, BoundUsual usual, Steps steps)
    {
        var range = new SqlSelect(usual.Ends.Select(e => new SqlSelectItem(e.Call, e.Name)).ToSeq(), AggregateLowering.Joined(usual.Joins, steps))
        {
            Where = usual.Filters.IsEmpty ? null : Predicates.All(usual.Filters),
        };
        var name = steps.Share(BoundUsual.Alias, range, "what values are usual");
        return new SqlJoin(SqlJoinKind.Cross, rows, new SqlTable([name], name == BoundUsual.Alias ? null : BoundUsual.Alias));
    }
}
