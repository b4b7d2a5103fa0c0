using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>
/// A plan over several warehouses: each fact is aggregated where it lives, dimensions from elsewhere come as small tables of keys and labels, and everything
/// meets in the embedded engine. Where a fact needs such a dimension it is aggregated by the key first and put together after.
/// </summary>
internal static class MergedPlan
{
    public static Outcome<QueryPlan> Of(BoundQuery query)
    {
        var fragments = new List<PlanFragment>();
        var taken = Planner.PassesOf(query).Select(p => p.Name).ToHashSet();
        var rows = new QueryRows((of, pass) => RowsOf(of, pass, fragments, taken)).Of(query);
        return rows.Value is { } merge ? Outcome<QueryPlan>.Of(new QueryPlan(query, fragments.ToSeq(), merge)) : Outcome<QueryPlan>.Failed(rows.Issues);
    }

    private static Outcome<PlanNode> RowsOf(BoundQuery query, FactPass pass, List<PlanFragment> fragments, HashSet<string> taken)
    {
        var named = fragments.Any(f => f.Name == pass.Name) ? pass with { Name = UniqueName.Of(pass.Name, taken.Add) } : pass;
        var dimensions = RemoteDimensions.Of(named);
        return dimensions.IsEmpty ? Local(query, named, fragments) : WithDimensions(query, named, dimensions, fragments, taken);
    }

    private static Outcome<PlanNode> Local(BoundQuery query, FactPass pass, List<PlanFragment> fragments)
    {
        var groups = Planner.Grouped(pass);
        var aggregates = pass.Columns.Select(c => new PlanColumn(c.Name, c.Call)).ToSeq();
        Add(fragments, query, pass, pass.Aggregate(pass.Joins, pass.Filters, groups, aggregates), Planner.GroupColumns(query, pass), pass.Warehouse, pass.Name);
        return Outcome<PlanNode>.Of(new FragmentNode(pass.Name, Names(groups), Names(aggregates)));
    }

    private static Outcome<PlanNode> WithDimensions(BoundQuery query, FactPass pass, Seq<RemoteDimension> dimensions, List<PlanFragment> fragments, HashSet<string> taken)
    {
        var parts = pass.Columns.Select(c => (Column: c, Partial: PartialAggregate.Of(c))).ToList();
        if (parts.FirstOrDefault(p => p.Partial is null) is { Column: { } whole })
        {
            return Outcome<PlanNode>.Failed(PlanningIssues.NotInParts(whole.Name, dimensions[0].Joins.Root.Name));
        }

        if (pass.Groups.Concat(pass.Filters).FirstOrDefault(e => !IsLocal(e, dimensions) && !dimensions.Any(d => d.Covers(e))) is not null)
        {
            return Outcome<PlanNode>.Failed(PlanningIssues.AcrossWarehouses(dimensions[0].Joins.Root.Name));
        }

        if (pass.Selection is BoundSnapshot snapshot && !snapshot.Per.Add(snapshot.Over).AddRange(snapshot.Rows).All(e => IsLocal(e, dimensions)))
        {
            return Outcome<PlanNode>.Failed(PlanningIssues.AcrossWarehouses(dimensions[0].Joins.Root.Name));
        }

        var groups = query.Groups.Where(g => pass.GroupedBy.Contains(g.Name)).Zip(pass.Groups, (group, expression) => (group.Name, group.Type, Expression: expression)).ToSeq();
        var local = groups.Where(g => IsLocal(g.Expression, dimensions)).ToSeq();
        var keys = dimensions.SelectMany(d => d.Keys).Select(k => new PlanColumn(KeyName(k.Fact), k.Fact)).Distinct().ToSeq();
        var factGroups = local.Select(g => new PlanColumn(g.Name, g.Expression)).Concat(keys).ToSeq();
        var aggregates = parts.SelectMany(p => p.Partial?.Parts ?? []).ToSeq();
        var joins = pass.Joins with { Steps = pass.Joins.Steps.Where(s => !dimensions.Any(d => d.Has(s.Alias))).ToSeq() };
        var types = local.Select(g => new FragmentColumn(g.Name, g.Type)).ToSeq();
        Add(fragments, query, pass, pass.Aggregate(joins, pass.Filters.Where(f => IsLocal(f, dimensions)).ToSeq(), factGroups, aggregates), types, pass.Warehouse, pass.Name);

        PlanNode node = new FragmentNode(pass.Name, Names(factGroups), Names(aggregates));
        foreach (var dimension in dimensions)
        {
            node = Lookup(query, pass, dimension, groups.Where(g => dimension.Covers(g.Expression)).ToSeq(), node, fragments, taken);
        }

        return Outcome<PlanNode>.Of(new RegroupNode(
            node,
            groups.Select(g => new PlanColumn(g.Name, new SqlColumn(null, g.Name))).ToSeq(),
            parts.Select(p => new PlanColumn(p.Column.Name, p.Partial?.Whole ?? SqlNull.Instance)).ToSeq()));
    }

    private static LookupNode Lookup(
        BoundQuery query,
        FactPass pass,
        RemoteDimension dimension,
        Seq<(string Name, SqlType Type, SqlExpression Expression)> groups,
        PlanNode input,
        List<PlanFragment> fragments,
        HashSet<string> taken)
    {
        var name = taken.Add(dimension.Joins.Alias) ? dimension.Joins.Alias : UniqueName.Of($"{pass.Name}_{dimension.Joins.Alias}", taken.Add);
        var keys = dimension.Keys.Select(k => new PlanColumn($"{KeyName(k.Dimension)}_key", k.Dimension)).ToSeq();
        var columns = keys.AddRange(groups.Select(g => new PlanColumn(g.Name, g.Expression)));
        var filters = dimension.Filters.AddRange(pass.Filters.Where(dimension.Covers));
        var asked = pass.Filters.Any(dimension.Covers);
        Add(fragments, query, pass, new AggregateNode(dimension.Joins, filters, columns, []), groups.Select(g => new FragmentColumn(g.Name, g.Type)).ToSeq(), dimension.Warehouse, name);
        var on = dimension.Keys.Zip(keys, (pair, key) => new LookupKey(KeyName(pair.Fact), key.Name)).ToSeq();
        return new LookupNode(input, new FragmentNode(name, Names(columns), []), on, dimension.Crossing.KeepUnmatched && !asked);
    }

    private static void Add(
        List<PlanFragment> fragments, BoundQuery query, FactPass pass, AggregateNode root, Seq<FragmentColumn> types, string warehouse, string name)
    {
        var columns = root.Groups.Concat(root.Aggregates)
            .Select(c => types.FirstOrDefault(t => t.Name == c.Name) ?? new FragmentColumn(c.Name, SqlType.Unknown))
            .ToSeq();
        fragments.Add(new PlanFragment(name, warehouse, root, columns, Planner.Reads(pass.Members.Select(m => query.Sources[m]), warehouse)));
    }

    private static bool IsLocal(SqlExpression expression, Seq<RemoteDimension> dimensions) =>
        SqlAnalysis.Columns(expression).All(c => c.Table is null || !dimensions.Any(d => d.Has(c.Table)));

    private static string KeyName(SqlColumn column) => $"{column.Table}_{column.Name}";

    private static Seq<string> Names(Seq<PlanColumn> columns) => columns.Select(c => c.Name).ToSeq();
}
