using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>The rows of an island as a fact's rows meet them: one for each key, with the columns that are brought into the merge.</summary>
/// <param name="plan">Takes the fragments.</param>
/// <param name="fact">The pass that needs them.</param>
/// <param name="island">Where they live.</param>
/// <param name="columns">What they bring.</param>
/// <param name="types">What the cells of these must be.</param>
/// <param name="exact">Those of its expressions whose texts are told apart to the last character.</param>
/// <param name="filters">Conditions that they must all meet.</param>
/// <param name="sources">What their texts may read.</param>
internal sealed class IslandRows(
    MergedPlan plan, string fact, Island island, Seq<PlanColumn> columns, Seq<FragmentColumn> types, Seq<SqlExpression> exact, Seq<SqlExpression> filters, Seq<BoundSource> sources)
{
    public Outcome<PlanNode> Rows()
    {
        var name = plan.Free(island.Crossing.Alias, $"{fact}_{island.Crossing.Alias}");
        return island.Crossing switch
        {
            { Gathered: { } gathered } => Gathered(gathered, name),
            { Nested: { OnlyKeys: true } nested } => plan.Results(nested.Query, name, rows => Shaped(new RegroupNode(rows, nested.Keys.Select(k => new PlanColumn(k, new SqlColumn(null, k))).ToSeq(), [])), types),
            { Nested: { } nested } => plan.Results(nested.Query, name, Shaped, types),
            _ => Outcome<PlanNode>.Of(plan.Add(name, island.Warehouse, new AggregateNode(island.Joins, filters, columns, []) { Exact = exact }, types, sources)),
        };
    }

    private Outcome<PlanNode> Gathered(GatheredRows gathered, string name)
    {
        var pass = new FactPass(
            name,
            Islands.WarehouseOf(gathered.Joins.Root),
            gathered.Joins,
            gathered.Keys.Select(k => k.Name).ToSeq(),
            gathered.Keys.Select(k => k.Expression).ToSeq(),
            gathered.Filters,
            [],
            gathered.Aggregates.Select(a => new PassColumn(a.Name, (SqlAggregate)a.Expression)).ToSeq())
        {
            Exact = gathered.Keys.Where(k => exact.Contains(new SqlColumn(island.Crossing.Alias, k.Name))).Select(k => k.Expression).ToSeq(),
        };
        if (Islands.IsWithin(gathered.Joins, pass.Warehouse))
        {
            var rows = pass.Aggregate(pass.Joins, pass.Filters, Planner.Grouped(pass), pass.Columns.Select(c => new PlanColumn(c.Name, c.Call)).ToSeq());
            return Outcome<PlanNode>.Of(plan.Add(name, pass.Warehouse, Shaped(rows), types, sources));
        }

        var merged = MergedPass.Rows(plan, pass, gathered.Keys.Select(k => new FragmentColumn(k.Name, JoinedTypes.Of(k.Expression, gathered.Joins))).ToSeq(), sources);
        return merged.Value is { } found ? Outcome<PlanNode>.Of(Shaped(found)) : merged;
    }

    /// <summary>Results under the names of the columns that they bring, those that meet the conditions.</summary>
    private ComputeNode Shaped(PlanNode rows) => new(
        filters.IsEmpty ? rows : new FilterNode(rows, ByName(Predicates.All(filters))),
        [],
        columns.Select(c => c with { Expression = ByName(c.Expression) }).ToSeq());

    private static SqlExpression ByName(SqlExpression expression) => expression.Rewrite(e => e is SqlColumn column ? new SqlColumn(null, column.Name) : null);
}
