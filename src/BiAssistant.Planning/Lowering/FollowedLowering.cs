using BiAssistant.Semantics.Binding;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>Rows that something followed: a condition that a later row exists, which never multiplies them.</summary>
internal static class FollowedLowering
{
    public static SqlExpression Condition(BoundFollowed followed, Steps steps) => new SqlExists(
        new SqlSelect([new SqlSelectItem(new SqlNumber(1))], AggregateLowering.Joined(followed.Joins, steps)) { Where = Predicates.All(followed.Filters) });
}
