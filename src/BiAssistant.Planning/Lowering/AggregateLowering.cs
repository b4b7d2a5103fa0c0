using System.Diagnostics;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>The rows of one join tree, grouped.</summary>
internal static class AggregateLowering
{
    public static SelectDraft Lower(AggregateNode node)
    {
        var from = node.Joins.Steps.Aggregate(
            Relation(node.Joins.Root, node.Joins.Alias),
            (left, step) => new SqlJoin(step.KeepUnmatched ? SqlJoinKind.Left : SqlJoinKind.Inner, left, Relation(step.Dataset, step.Alias), step.On));
        return new SelectDraft(from, node.Groups.AddRange(node.Aggregates))
        {
            Where = node.Filters.IsEmpty ? null : Predicates.All(node.Filters),
            GroupBy = node.Groups.Select(g => g.Expression).Distinct().ToSeq(),
            Grouped = true,
        };
    }

    private static SqlRelation Relation(Dataset dataset, string alias) => dataset.Source switch
    {
        SqlTable table => table with { Alias = table.Name[^1] == alias ? null : alias },
        SqlDerivedTable derived => derived with { Alias = alias },
        var other => throw new UnreachableException(other.GetType().Name),
    };
}
