using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>
/// Facts matched on their keys: their rows are stacked and each key's rows made one. Unlike a full join this matches null keys, needs no engine to have one,
/// and stays one pass for any number of facts.
/// </summary>
internal static class MatchLowering
{
    private const string Stacked = "facts";

    public static SelectDraft Lower(MatchNode node, Steps steps)
    {
        var inputs = node.Inputs.Select(i => Named(i, steps)).ToSeq();
        return node.Keys.IsEmpty ? SideBySide(inputs) : Stack(inputs, node, node.Periods is { } periods ? PeriodLowering.Keys(periods, node.Keys, inputs.Select(i => i.Name), steps) : null);
    }

    /// <summary>Without keys each input is one row.</summary>
    private static SelectDraft SideBySide(Seq<(string Name, SelectDraft Draft)> inputs) => new(
        inputs.Select(i => (SqlRelation)new SqlTable([i.Name])).Aggregate((left, right) => new SqlJoin(SqlJoinKind.Cross, left, right)),
        inputs.SelectMany(i => i.Draft.Columns.Select(c => new PlanColumn(c.Name, new SqlColumn(i.Name, c.Name)))).ToSeq());

    /// <param name="inputs">The facts' rows.</param>
    /// <param name="node">What is matched.</param>
    /// <param name="more">Keys that no fact has to have; null where there are none.</param>
    private static SelectDraft Stack(Seq<(string Name, SelectDraft Draft)> inputs, MatchNode node, SqlSelect? more)
    {
        var keys = node.Keys;
        var measures = Measures(inputs, node);
        var stacked = inputs.Select(SqlQuery (i) => new SqlSelect(
                keys.Select(k => new SqlSelectItem(new SqlColumn(null, k)))
                    .Concat(measures.Select(m => i.Draft.Columns.Any(c => c.Name == m.Name) ? new SqlSelectItem(new SqlColumn(null, m.Name)) : new SqlSelectItem(m.Expression, m.Name)))
                    .ToSeq(),
                new SqlTable([i.Name])))
            .Concat(more is null ? [] : [more with { Items = more.Items.Concat(measures.Select(m => new SqlSelectItem(m.Expression, m.Name))).ToSeq() }])
            .Aggregate((left, right) => new SqlSetOperation(SqlSetOperator.Union, All: true, left, right));
        var columns = keys.Select(k => new PlanColumn(k, new SqlColumn(Stacked, k)))
            .Concat(measures.Select(m => new PlanColumn(m.Name, new SqlAggregate("MAX", [new SqlColumn(Stacked, m.Name)]))))
            .ToSeq();
        return new SelectDraft(new SqlDerivedTable(stacked, Stacked), columns)
        {
            GroupBy = keys.Select(k => (SqlExpression)new SqlColumn(Stacked, k)).ToSeq(),
            Grouped = true,
        };
    }

    /// <summary>Each measure with what stands for it in the rows of the other facts.</summary>
    private static Seq<PlanColumn> Measures(Seq<(string Name, SelectDraft Draft)> inputs, MatchNode node)
    {
        var mustSay = inputs.Count + (node.Periods is null ? 0 : 1) > 2;
        return inputs.Zip(node.Inputs, (input, fact) => input.Draft.Columns
                .Where(c => !node.Keys.Contains(c.Name))
                .Select(c => new PlanColumn(c.Name, mustSay ? MissingMeasure.Of(fact, input.Name, c.Name) : SqlNull.Instance)))
            .SelectMany(columns => columns)
            .DistinctBy(c => c.Name)
            .ToSeq();
    }

    private static (string Name, SelectDraft Draft) Named(PlanNode node, Steps steps)
    {
        var draft = Lowering.Draft(node, steps);
        return node is FragmentNode fragment
            ? (fragment.Fragment, draft)
            : (steps.Add(NameOf(node), draft.ToSelect(), $"{NameOf(node).Replace('_', ' ')}, one row a group"), draft);
    }

    private static string NameOf(PlanNode node) => node switch
    {
        AggregateNode aggregate => $"{aggregate.Joins.Root.Name}_totals",
        BucketNode bucket => NameOf(bucket.Rows),
        RegroupNode regroup => NameOf(regroup.Input),
        LookupNode lookup => NameOf(lookup.Input),
        FilterNode filter => NameOf(filter.Input),
        ExtendNode extend => NameOf(extend.Input),
        FragmentNode fragment => $"{fragment.Fragment}_totals",
        _ => "totals",
    };
}
