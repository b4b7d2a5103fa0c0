using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>
/// One pass over a fact whose rows need others of another warehouse. The fact is aggregated by what it is told apart by and by the keys of what it needs; these
/// meet in the merge, where the rest is computed and the rows are put together. A row meets one row of each, so nothing is counted twice.
/// </summary>
internal sealed class MergedPass
{
    /// <summary>What the parts of an aggregate are called after it: <c>_in_all</c> at the longest.</summary>
    private const int LongestEnding = 7;

    private readonly MergedPlan _plan;
    private readonly FactPass _pass;
    private readonly Seq<FragmentColumn> _types;
    private readonly Seq<BoundSource> _sources;
    private readonly MergedSelection _chosen;
    private readonly Islands _islands;
    private readonly CarriedColumns _carried;
    private readonly HashSet<string> _names;
    private readonly List<PlanColumn> _parts = [];
    private readonly List<PlanColumn> _steps = [];
    private readonly Dictionary<int, List<SqlExpression>> _asked = [];
    private readonly Dictionary<string, SqlType> _keyTypes = [];
    private readonly Dictionary<int, HashSet<SqlExpression>> _exact = [];
    private SqlColumn? _rows;

    private MergedPass(MergedPlan plan, FactPass pass, Seq<FragmentColumn> types, Seq<BoundSource> sources)
    {
        _plan = plan;
        _pass = pass;
        _types = types;
        _sources = sources;
        _chosen = MergedSelection.Of(pass);
        _islands = Islands.Of(pass.Joins, _chosen.Aliases);
        _names = [.. pass.GroupedBy, .. pass.Columns.Select(c => c.Name)];
        _carried = new CarriedColumns(_islands, MayBeMissing, _names.Add);
        foreach (var texts in pass.Exact.GroupBy(e => _islands.HomeOf(e) ?? 0))
        {
            _exact[texts.Key] = [.. texts];
        }
    }

    /// <param name="plan">Takes the fragments.</param>
    /// <param name="pass">What is computed.</param>
    /// <param name="types">The pass's groups, and what their cells must be.</param>
    /// <param name="sources">What its texts may read.</param>
    public static Outcome<PlanNode> Rows(MergedPlan plan, FactPass pass, Seq<FragmentColumn> types, Seq<BoundSource> sources)
    {
        if (!Islands.IsWithin(pass))
        {
            return new MergedPass(plan, pass, types, sources).Rows();
        }

        var groups = Planner.Grouped(pass);
        var aggregates = pass.Columns.Select(c => new PlanColumn(c.Name, c.Call)).ToSeq();
        var columns = types.AddRange(aggregates.Select(a => new FragmentColumn(a.Name, SqlType.Unknown)));
        return Outcome<PlanNode>.Of(plan.Add(pass.Name, pass.Warehouse, pass.Aggregate(pass.Joins, pass.Filters, groups, aggregates), columns, sources));
    }

    private Outcome<PlanNode> Rows()
    {
        var after = _chosen.Filters.Where(f => !_islands.IsHome(f) && !IsPushed(f)).ToList();
        var groups = Planner.Grouped(_pass).Select(g => g with { Expression = Group(g) }).ToSeq();
        var conditions = after.Select(f => _carried.InMerge(f)).ToSeq();
        var selection = new MergedRows(_plan, _pass, _chosen, _carried, _sources, _names.Add);
        var wholes = new List<PlanColumn>();
        foreach (var column in _pass.Columns)
        {
            if (Whole(column, groups.Select(g => g.Expression).ToSeq()) is not { } whole)
            {
                return Outcome<PlanNode>.Failed(PlanningIssues.NotInParts(column.Name, (_islands.Away.IsEmpty ? _pass.Joins.Root : _islands.Away[0].Crossing.Dataset).Name));
            }

            wholes.Add(new PlanColumn(column.Name, whole));
        }

        var links = _islands.Away.Select((island, i) => Link(island, i + 1)).ToList();
        if (selection.TellApart() is { } apart)
        {
            _exact[0] = [.. _exact.GetValueOrDefault(0, []), .. apart];
        }

        var fact = Fact();
        var sets = new List<(KeySet Keys, SqlExpression Of)>();
        PlanNode node = fact;
        for (var i = 0; i < links.Count; i++)
        {
            var island = _islands.Away[i];
            var filters = island.Filters.AddRange(_asked.GetValueOrDefault(i + 1, []).Where(f => !IsSaidByLink(f, island)));
            var rows = new IslandRows(_plan, _pass.Name, island, _carried.Of(i + 1), Types(i + 1), Exact(i + 1), filters, _sources).Rows();
            if (rows.Value is not { } there)
            {
                return rows;
            }

            node = new LookupNode(node, there, links[i].On, MayBeMissing(i + 1)) { Keys = links[i].Keys, IsMany = island.IsMany };
            foreach (var (of, key) in there is FragmentNode && Narrows(island, i + 1) ? links[i].Keys.SelectMany(key => OfFact(key, island, i + 1)) : [])
            {
                var compared = _keyTypes[key.Dimension];
                sets.Add((
                    new KeySet(((FragmentNode)there).Fragment, key.Dimension, $"keys_{sets.Count + 1}", compared.Kind == SqlTypeKind.Date ? compared : JoinedTypes.Of(of, _pass.Joins)),
                    compared.Kind == SqlTypeKind.Date ? new SqlCast(of, SqlType.Date) : of));
            }
        }

        if (sets.Count > 0)
        {
            var within = sets.Select(s => (SqlExpression)new SqlInList(s.Of, [new SqlParameter(s.Keys.Parameter)]));
            _plan.Narrow(fact, sets.Select(s => s.Keys).ToSeq(), Root(within));
        }

        var counted = selection.Of(node, conditions);
        if (counted.Value is not { } chosen)
        {
            return counted;
        }

        node = _steps.Count == 0 ? chosen : new ExtendNode(chosen, _steps.ToSeq());
        return Outcome<PlanNode>.Of(_pass.EachRow ? new ComputeNode(node, [], groups) : new RegroupNode(node, groups, wholes.ToSeq()));
    }

    /// <summary>A condition about one island alone that no missing row meets is left to the island, and rows without one are dropped with it.</summary>
    private bool IsPushed(SqlExpression filter)
    {
        if (_islands.HomeOf(filter) is not { } home || home == Islands.Merge || (_islands.Away[home - 1].Crossing.KeepUnmatched && !Missing.Fails(filter)))
        {
            return false;
        }

        if (!_asked.TryGetValue(home, out var asked))
        {
            _asked[home] = asked = [];
        }

        asked.Add(filter);
        return true;
    }

    private bool MayBeMissing(int home) => _islands.Away[home - 1].Crossing.KeepUnmatched && !_asked.ContainsKey(home);

    /// <summary>That there is such a row is said by joining it.</summary>
    private static bool IsSaidByLink(SqlExpression filter, Island island) =>
        filter is SqlIsNull { Negated: true, Operand: SqlColumn key } && island.Links.Any(l => l is SqlBinary { Operator: SqlBinaryOperator.Equal } equal && (equal.Left == key || equal.Right == key));

    private SqlExpression Group(PlanColumn group) =>
        _islands.IsHome(group.Expression) ? _carried.Column(0, group.Expression, group.Name) : _carried.InMerge(group.Expression, group.Name);

    /// <summary>The aggregate as it is computed in the merge, and what the fact brings for it.</summary>
    private SqlExpression? Whole(PassColumn whole, Seq<SqlExpression> groups)
    {
        var column = ShortName.Of(whole.Name, room: LongestEnding) is var name && name == whole.Name ? whole : whole with { Name = UniqueName.Of(name, _names.Add) };
        var call = column.Call;
        var far = Conjuncts.OfMaybe(call.Filter).Where(c => !_islands.IsHome(c)).ToSeq();
        var own = Conjuncts.OfMaybe(call.Filter).Where(_islands.IsHome).ToSeq();
        if (call.Arguments.All(_islands.IsHome) && PartialAggregate.Of(column with { Call = call with { Filter = Conjuncts.Maybe(own) } }) is { } partial)
        {
            _parts.AddRange(partial.Parts);
            return far.IsEmpty ? partial.Whole : partial.Where(_carried.InMerge(Predicates.All(far)));
        }

        var argument = call.Filter is { } filter ? new SqlCase(null, [new SqlWhen(filter, call.Arguments[0])], null) : call.Arguments[0];
        var value = _carried.InMerge(argument, argument is not SqlColumn && _islands.IsHome(argument) ? UniqueName.Of(ShortName.Of(column.Name, "_value"), _names.Add) : null);
        if (WeightedAggregate.Of(column, value, RowsOfFact, groups) is not { } weighted)
        {
            return null;
        }

        _steps.AddRange(weighted.Steps);
        return weighted.Whole;
    }

    /// <summary>How many rows of the fact each of its rows in the merge stands for.</summary>
    private SqlColumn RowsOfFact()
    {
        if (_rows is null)
        {
            _rows = new SqlColumn(null, UniqueName.Of(ShortName.Of(_pass.Name, "_rows"), _names.Add));
            _parts.Add(new PlanColumn(_rows.Name, new SqlAggregate("COUNT", [new SqlStar()])));
        }

        return _rows;
    }

    private FragmentNode Fact()
    {
        var columns = Types(0).AddRange(_parts.Select(p => new FragmentColumn(p.Name, SqlType.Unknown)));
        return _plan.Add(_pass.Name, _pass.Warehouse, Root([]), columns, _sources);
    }

    private AggregateNode Root(IEnumerable<SqlExpression> within) =>
        _pass.Aggregate(_islands.Home, [.. _chosen.Filters.Where(_islands.IsHome), .. within], _carried.Of(0), _parts.ToSeq()) with
        {
            Exact = Exact(0),
            Intervals = _chosen.Intervals is null ? _pass.Intervals : null,
            Selection = _chosen.Selection is null ? _pass.Selection : null,
        };

    private Seq<SqlExpression> Exact(int home) => _exact.GetValueOrDefault(home, []).ToSeq();

    /// <summary>Whether rows that meet none of an island do not count, and the island leaves some of its rows out.</summary>
    private bool Narrows(Island island, int home) => !MayBeMissing(home) && (_asked.ContainsKey(home) || !island.Filters.IsEmpty);

    /// <summary>What the fact compares with a column of an island. Where a key has several columns each is sent by itself: that leaves out fewer rows than pairs would, and every engine can say it.</summary>
    private IEnumerable<(SqlExpression Of, LookupKey Key)> OfFact(LookupKey key, Island island, int home) =>
        from link in island.Links.OfType<SqlBinary>()
        let sides = Sides(link, home)
        where sides is { } both && _carried.Of(home).Any(c => c.Name == key.Dimension && c.Expression == both.Far) && _islands.HomeOf(both.Near) == 0
        select (sides.Value.Near, key);

    /// <summary>What the cells of a part's columns must be.</summary>
    private Seq<FragmentColumn> Types(int home) => _carried.Of(home)
        .Select(c => _types.FirstOrDefault(t => t.Name == c.Name) ?? new FragmentColumn(c.Name, _keyTypes.GetValueOrDefault(c.Name) ?? JoinedTypes.Of(c.Expression, _pass.Joins)))
        .ToSeq();

    /// <summary>Keys are compared as they are stored, so that differences are seen; days and truth, which some engines keep as something else, are what either side says.</summary>
    private void Compare(SqlExpression near, SqlExpression far, LookupKey key)
    {
        var types = new[] { near, far }.Select(e => JoinedTypes.Of(e, _pass.Joins)).ToList();
        _keyTypes[key.Input] = _keyTypes[key.Dimension] = types.Find(t => t.Kind is SqlTypeKind.Date or SqlTypeKind.Timestamp or SqlTypeKind.Boolean) ?? SqlType.Unknown;
        if (!types.Exists(t => t.IsNumeric || t.Kind is SqlTypeKind.Date or SqlTypeKind.Timestamp or SqlTypeKind.Boolean))
        {
            foreach (var side in new[] { near, far })
            {
                var home = _islands.HomeOf(side) ?? 0;
                _exact[home] = [.. _exact.GetValueOrDefault(home, []), side];
            }
        }
    }

    /// <summary>How rows meet an island, over columns that both sides bring.</summary>
    private (SqlExpression On, Seq<LookupKey> Keys) Link(Island island, int home)
    {
        var on = new List<SqlExpression>();
        var keys = new List<LookupKey>();
        foreach (var condition in island.Links)
        {
            if (Sides(condition, home) is not var (near, far, rebuilt))
            {
                on.Add(_carried.InMerge(condition));
                continue;
            }

            var left = _carried.InMerge(near);
            var right = _carried.Key(home, far, UniqueName.Of(ShortName.Of(far is SqlColumn column ? $"{column.Table}_{column.Name}" : island.Crossing.Alias, "_key"), _names.Add));
            on.Add(rebuilt(left, right));
            if (left is SqlColumn { Table: null } input)
            {
                keys.Add(new LookupKey(input.Name, right.Name));
                Compare(near, far, keys[^1]);
            }
        }

        return (on.Count == 0 ? Predicates.Always : Predicates.All(on.ToSeq()), keys.Count == island.Links.Count ? keys.ToSeq() : []);
    }

    /// <summary>The side of a comparison that is elsewhere and the side of the island.</summary>
    private (SqlExpression Near, SqlExpression Far, Func<SqlExpression, SqlExpression, SqlExpression> Rebuilt)? Sides(SqlExpression condition, int home) => condition switch
    {
        SqlBinary { Operator: SqlBinaryOperator.Equal } equal when _islands.HomeOf(equal.Right) == home => (equal.Left, equal.Right, (near, far) => equal with { Left = near, Right = far }),
        SqlBinary { Operator: SqlBinaryOperator.Equal } equal when _islands.HomeOf(equal.Left) == home => (equal.Right, equal.Left, (near, far) => equal with { Left = near, Right = far }),
        SqlIsDistinct { Negated: true } same when _islands.HomeOf(same.Right) == home => (same.Left, same.Right, (near, far) => same with { Left = near, Right = far }),
        _ => null,
    };
}
