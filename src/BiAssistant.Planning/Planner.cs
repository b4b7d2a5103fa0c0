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
        var passes = FactPass.Combine(query);
        var remote = passes.Select(p => RemoteDimensions.Of(p)).ToSeq();
        if (passes.Select(p => p.Warehouse).Distinct().Count() == 1 && remote.All(r => r.IsEmpty))
        {
            return Outcome<QueryPlan>.Of(InOneWarehouse(query, passes));
        }

        return MergedPlan.Of(query, passes, remote);
    }

    /// <summary>Having, order and top over rows that hold the groups and measures of the query.</summary>
    internal static PlanNode Finished(BoundQuery query, PlanNode rows)
    {
        var filtered = query.Having is { } condition ? new FilterNode(rows, condition) : rows;
        var kept = query.Hidden.IsEmpty ? filtered : new PickNode(filtered, query.Groups.Select(g => g.Name).Concat(query.Measures.Select(m => m.Name)).ToSeq());
        var asked = Math.Max(1, query.Query.OrderBy.Count);
        return query.OrderBy.IsEmpty ? kept : new OrderNode(kept, query.OrderBy, query.Top, query.OrderBy.Take(asked).ToSeq());
    }

    /// <summary>Passes of each grain matched on its keys, the coarser ones beside the groups, and the measures computed from them.</summary>
    internal static PlanNode Matched(BoundQuery query, Seq<FactPass> passes, Seq<PlanNode> rows)
    {
        var keys = query.Groups.Select(g => g.Name).ToSeq();
        var grains = passes.Zip(rows).GroupBy(p => p.First.GroupedBy, p => p.Second).Select(g => (Keys: g.Key, Rows: Together(g.ToSeq(), g.Key))).OrderByDescending(g => g.Keys.Count).ToList();
        var matched = grains.Skip(1).Aggregate(grains[0].Rows, (groups, coarser) => new BesideNode(groups, coarser.Rows, coarser.Keys));
        var names = keys.Concat(passes.SelectMany(p => p.Columns).Select(c => c.Name)).Concat(query.Computed.Select(m => m.Name));
        return MeasureColumns.Over(matched, keys, query.Computed.Select(m => (m.Name, m.Formula)), leaf => Read(leaf, query, passes, rows.Count > 1), names);
    }

    internal static Seq<FragmentColumn> GroupColumns(BoundQuery query, FactPass pass) =>
        query.Groups.Where(g => pass.GroupedBy.Contains(g.Name)).Select(g => new FragmentColumn(g.Name, g.Type)).ToSeq();

    internal static Seq<PlanColumn> Grouped(FactPass pass) => pass.GroupedBy.Zip(pass.Groups, (name, expression) => new PlanColumn(name, expression)).ToSeq();

    private static PlanNode Together(Seq<PlanNode> rows, Seq<string> keys) => rows.Count == 1 ? rows[0] : new MatchNode(rows, keys);

    /// <summary>The tables of one warehouse that these sources may read, each once with all its columns.</summary>
    internal static SqlAllowList Reads(BoundQuery query, IEnumerable<int> sources, string warehouse) =>
        SqlAllowList.Of(sources.SelectMany(s => query.Sources[s].Reads).Where(r => r.Warehouse == warehouse).Select(r => r.Table));

    private static QueryPlan InOneWarehouse(BoundQuery query, Seq<FactPass> passes)
    {
        var warehouse = passes[0].Warehouse;
        PlanNode rows = passes is [var only] && !query.Computed.Any(m => FormulaExpressions.NeedsRows(m.Formula))
            ? only.Aggregate(only.Joins, only.Filters, Grouped(only), Inline(query, only))
            : Matched(query, passes, passes.Select(p => (PlanNode)p.Aggregate(p.Joins, p.Filters, Grouped(p), Columns(p))).ToSeq());
        var columns = query.Groups.Select(g => new FragmentColumn(g.Name, g.Type)).ToSeq().AddRange(query.Measures.Select(m => new FragmentColumn(m.Name, m.Type)));
        var reads = Reads(query, passes.SelectMany(p => p.Members), warehouse);
        return new QueryPlan(query, [new PlanFragment(passes[0].Name, warehouse, Finished(query, rows), columns, reads)], Merge: null);
    }

    private static Seq<PlanColumn> Columns(FactPass pass) => pass.Columns.Select(c => new PlanColumn(c.Name, c.Call)).ToSeq();

    private static Seq<PlanColumn> Inline(BoundQuery query, FactPass pass) =>
        query.Computed.Select(m => new PlanColumn(m.Name, FormulaExpressions.Of(m.Formula, leaf => ColumnOf(leaf, query, [pass]).Call))).ToSeq();

    /// <summary>A count that a pass has no row for is zero; any other aggregate is then unknown, and so is a balance that was not taken.</summary>
    private static SqlExpression Read(SourceAggregate leaf, BoundQuery query, Seq<FactPass> passes, bool mayMiss)
    {
        var column = ColumnOf(leaf, query, passes);
        var value = new SqlColumn(null, column.Name);
        return mayMiss && column.Call.Name == "COUNT" && query.Sources[leaf.Source].Selection is not BoundSnapshot ? new SqlFunction("COALESCE", [value, new SqlNumber(0)]) : value;
    }

    private static PassColumn ColumnOf(SourceAggregate leaf, BoundQuery query, Seq<FactPass> passes) =>
        passes.Select(p => p.ColumnOf(leaf, query)).OfType<PassColumn>().First();
}
