using BiAssistant.Semantics.Binding;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>Rows that something followed: a condition that a later row exists, which never multiplies them.</summary>
internal static class FollowedLowering
{
    /// <summary>Rows that came from several warehouses, those that something followed.</summary>
    public static SelectDraft Lower(FollowedNode node, Steps steps)
    {
        var input = Lowering.WindowFree(node.Input, steps);
        var later = node.Later is FragmentNode fragment ? FragmentLowering.Lower(fragment) : Lowering.Draft(node.Later, steps).AsTable("later", "what may have followed", steps);
        var both = input with { Columns = input.Columns.AddRange(later.Columns) };
        var exists = new SqlExists(new SqlSelect([new SqlSelectItem(new SqlNumber(1))], later.From) { Where = both.Over(node.On) });
        return input with { Where = input.Where is { } where ? new SqlBinary(SqlBinaryOperator.And, where, exists) : exists };
    }

    public static SqlExpression Condition(BoundFollowed followed, Steps steps) => new SqlExists(
        new SqlSelect([new SqlSelectItem(new SqlNumber(1))], AggregateLowering.Joined(followed.Joins, steps)) { Where = Predicates.All(followed.Filters) });
}
