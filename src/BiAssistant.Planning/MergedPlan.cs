using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;

namespace BiAssistant.Planning;

/// <summary>
/// A plan over several warehouses: each fact is aggregated where it lives, what it needs from elsewhere comes as small tables of keys, and everything meets in
/// the embedded engine.
/// </summary>
internal sealed class MergedPlan
{
    private readonly List<PlanFragment> _fragments = [];
    private readonly HashSet<string> _waiting;
    private readonly HashSet<string> _taken;

    private MergedPlan(IEnumerable<string> names) => (_waiting, _taken) = ([.. names], [.. names]);

    public static Outcome<QueryPlan> Of(BoundQuery query)
    {
        var plan = new MergedPlan(Planner.PassesOf(query).Select(p => p.Name));
        var rows = plan.Rows(query);
        return rows.Value is { } merge ? Outcome<QueryPlan>.Of(new QueryPlan(query, plan._fragments.ToSeq(), merge)) : Outcome<QueryPlan>.Failed(rows.Issues);
    }

    /// <summary>A name for rows that no others have: the wanted one, or one after the other.</summary>
    public string Free(string wanted, string otherwise) => _taken.Add(wanted) ? wanted : UniqueName.Of(otherwise, _taken.Add);

    /// <summary>One query for one warehouse; its rows in the merge.</summary>
    public FragmentNode Add(string name, string warehouse, PlanNode root, Seq<FragmentColumn> columns, IEnumerable<BoundSource> sources)
    {
        _fragments.Add(new PlanFragment(name, warehouse, root, columns, Planner.Reads(sources, warehouse)));
        return new FragmentNode(name, columns.Select(c => c.Name).ToSeq(), []);
    }

    /// <summary>A fragment's rows need not hold what lies outside of these keys.</summary>
    public void Narrow(FragmentNode fragment, Seq<KeySet> keys, PlanNode narrowed)
    {
        var place = _fragments.FindIndex(f => f.Name == fragment.Fragment);
        _fragments[place] = _fragments[place] with { Keys = keys, Narrowed = narrowed };
    }

    /// <summary>The rows of a nested query: one fragment where one warehouse can compute them, else put together as the query's own are.</summary>
    public Outcome<PlanNode> Results(BoundQuery nested, string name, Func<PlanNode, PlanNode> shaped, Seq<FragmentColumn> columns)
    {
        if (Islands.WarehouseOf(nested) is { } only)
        {
            return Outcome<PlanNode>.Of(Add(name, only, shaped(Planner.RowsInOneWarehouse(nested)), columns, nested.AllSources));
        }

        var rows = Rows(GroupTotals.In(nested));
        return rows.Value is { } found ? Outcome<PlanNode>.Of(shaped(found)) : rows;
    }

    private Outcome<PlanNode> Rows(BoundQuery query) => new QueryRows(Rows).Of(query);

    private Outcome<PlanNode> Rows(BoundQuery query, FactPass pass)
    {
        // What a pass needs from elsewhere may be a pass of the same name, which is put in before it.
        var name = _waiting.Remove(pass.Name) ? pass.Name : Free(pass.Name, pass.Name);
        return MergedPass.Rows(this, pass with { Name = name }, Planner.GroupColumns(query, pass), pass.Members.Select(m => query.Sources[m]).ToSeq());
    }
}
