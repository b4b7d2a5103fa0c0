using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>
/// Decides how a bound query is computed. Each fact is aggregated at the query's grain inside its own join tree before it meets another, so no join ever
/// multiplies rows; facts of one warehouse meet there, facts of several meet in the merge.
/// </summary>
public static class Planner
{
    /// <summary>The plan, or why there is none.</summary>
    public static Outcome<QueryPlan> Plan(BoundQuery query)
    {
        if (query.Facts.NeedsExtents)
        {
            return Outcome<QueryPlan>.Failed(PlanningIssues.NeedsPeriod());
        }

        query = GroupTotals.In(query);
        var passes = PassesOf(query).ToSeq();
        if (passes.IsEmpty)
        {
            return Outcome<QueryPlan>.Of(new QueryPlan(query, [], RowsInOneWarehouse(query)));
        }

        return passes.Select(p => p.Warehouse).Distinct().Count() == 1 && passes.All(Islands.IsWithin)
            ? InOneWarehouse(query, passes)
            : MergedPlan.Of(query);
    }

    internal static Seq<FragmentColumn> GroupColumns(BoundQuery query, FactPass pass) =>
        query.Groups.Where(g => pass.GroupedBy.Contains(g.Name)).Select(g => new FragmentColumn(g.Name, g.Type)).ToSeq();

    internal static Seq<PlanColumn> Grouped(FactPass pass) => pass.GroupedBy.Zip(pass.Groups, (name, expression) => new PlanColumn(name, expression)).ToSeq();

    /// <summary>The tables of one warehouse that these sources may read, each once with all its columns.</summary>
    internal static SqlAllowList Reads(IEnumerable<BoundSource> sources, string warehouse) =>
        SqlAllowList.Of(sources.SelectMany(s => s.Reads).Where(r => r.Warehouse == warehouse).Select(r => r.Table));

    /// <summary>A count that a pass has no row for is zero; any other aggregate is then unknown, and so is a balance that was not taken.</summary>
    internal static SqlExpression Read(SourceAggregate leaf, BoundQuery query, Seq<FactPass> passes, bool mayMiss)
    {
        var column = ColumnOf(leaf, query, passes);
        var value = new SqlColumn(null, column.Name);
        return mayMiss && column.Call.Name == "COUNT" && query.Sources[leaf.Source].Selection is not BoundSnapshot ? new SqlFunction("COALESCE", [value, new SqlNumber(0)]) : value;
    }

    internal static IEnumerable<FactPass> PassesOf(BoundQuery query) =>
        FactPass.Combine(query).Concat(query.Inner is { } inner ? PassesOf(inner) : []).Concat(query.Nested.SelectMany(PassesOf));

    /// <summary>The rows of a query that lives in one warehouse altogether.</summary>
    internal static PlanNode RowsInOneWarehouse(BoundQuery query) =>
        new QueryRows((BoundQuery _, Seq<FactPass> passes) => BucketedRows.Of(passes).Select(rows => Outcome<PlanNode>.Of(rows)))
            .Of(GroupTotals.In(query)).Value ?? throw new System.Diagnostics.UnreachableException("A pass of one warehouse always has rows.");

    private static Outcome<QueryPlan> InOneWarehouse(BoundQuery query, Seq<FactPass> passes)
    {
        var root = RowsInOneWarehouse(query);
        var columns = query.Groups.Select(g => new FragmentColumn(g.Name, g.Type)).Concat(query.Measures.Select(m => new FragmentColumn(m.Name, m.Type))).ToSeq();
        var fragment = new PlanFragment(passes[0].Name, passes[0].Warehouse, root, columns, Reads(query.AllSources, passes[0].Warehouse));
        return Outcome<QueryPlan>.Of(new QueryPlan(query, [fragment], Merge: null));
    }

    private static PassColumn ColumnOf(SourceAggregate leaf, BoundQuery query, Seq<FactPass> passes) =>
        passes.Select(p => p.ColumnOf(leaf, query)).OfType<PassColumn>().First();
}
