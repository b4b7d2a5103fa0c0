using System.Diagnostics;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>The rows of one join tree, grouped.</summary>
internal static class AggregateLowering
{
    public static SelectDraft Lower(AggregateNode node, Steps steps)
    {
        var from = node.Intervals is { } intervals ? IntervalLowering.Join(Joined(node.Joins, steps), intervals, steps) : Joined(node.Joins, steps);
        var draft = new SelectDraft(from, node.Groups.AddRange(node.Aggregates))
        {
            Where = node.Filters.IsEmpty ? null : Predicates.All(ZonedBounds.With(Predicates.Each(node.Filters))),
            GroupBy = node.EachRow ? [] : node.Groups.Select(g => g.Expression).Concat(steps.TellsTextsApart ? [] : node.Exact.Select(Bytes)).Distinct().ToSeq(),
            Grouped = !node.EachRow,
        };
        return node.Selection switch
        {
            null => draft,
            BoundSnapshot snapshot => SnapshotLowering.Lower(draft, snapshot, steps),
            BoundFollowed followed => draft with { Where = draft.Where is { } where ? new SqlBinary(SqlBinaryOperator.And, where, FollowedLowering.Condition(followed, steps)) : FollowedLowering.Condition(followed, steps) },
            BoundUsual usual => draft with { From = UsualLowering.Join(from, usual, steps) },
            var other => throw new UnreachableException(other.GetType().Name),
        };
    }

    private static SqlCast Bytes(SqlExpression text) => new(text, SqlType.Binary);

    /// <summary>The relations of a join tree.</summary>
    public static SqlRelation Joined(JoinTree joins, Steps steps) => Joined(Relation(joins.Root, joins.Alias), joins.Steps, steps);

    private static SqlRelation Joined(SqlRelation first, Seq<JoinStep> joins, Steps steps) => joins.Aggregate(
        first,
        (left, step) => new SqlJoin(step.KeepUnmatched ? SqlJoinKind.Left : SqlJoinKind.Inner, left, Joined(Relation(step, steps), step.Within, steps), step.On));

    private static SqlRelation Relation(JoinStep step, Steps steps) =>
        step.Gathered is { } gathered ? new SqlDerivedTable(Gathered(gathered, steps), step.Alias)
        : step.Nested is { } nested ? Results(nested, step.Alias, steps)
        : Relation(step.Dataset, step.Alias);

    /// <summary>The results of a nested query as a step of its own.</summary>
    private static SqlTable Results(NestedRows nested, string alias, Steps steps)
    {
        var rows = Planner.RowsInOneWarehouse(nested.Query);
        var keys = nested.Keys.Select(k => new PlanColumn(k, new SqlColumn(null, k))).ToSeq();
        var draft = Lowering.Draft(nested.OnlyKeys ? new RegroupNode(rows, keys, []) : rows, steps);
        var name = steps.Share(alias, draft.ToSelect(), nested.OnlyKeys ? "what is looked for" : "what rows are compared with");
        return new SqlTable([name], name == alias ? null : alias);
    }

    /// <summary>Gathered rows as a table of their own; keys alone are distinct rows.</summary>
    private static SqlSelect Gathered(GatheredRows rows, Steps steps)
    {
        var columns = rows.Keys.Concat(rows.Aggregates).Select(c => new PlanColumn(c.Name, c.Expression)).ToSeq();
        var draft = new SelectDraft(Joined(rows.Joins, steps), columns) { Where = rows.Filters.IsEmpty ? null : Predicates.All(rows.Filters) };
        return rows.Aggregates.IsEmpty
            ? draft.ToSelect() with { Distinct = true }
            : (draft with { GroupBy = rows.Keys.Select(k => k.Expression).ToSeq() }).ToSelect();
    }

    private static SqlRelation Relation(Dataset dataset, string alias) => dataset.Source switch
    {
        SqlTable table => table with { Alias = table.Name[^1] == alias ? null : alias },
        SqlDerivedTable derived => derived with { Alias = alias },
        var other => throw new UnreachableException(other.GetType().Name),
    };
}
