using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>
/// Which rows of a fact count, and when, decided in the merge, where its rows stand beside those of other warehouses. They are aggregated by everything that this looks at, so rows
/// that are together have one answer.
/// </summary>
internal sealed class MergedRows
{
    private readonly MergedPlan _plan;
    private readonly FactPass _pass;
    private readonly MergedSelection _chosen;
    private readonly CarriedColumns _carried;
    private readonly Seq<BoundSource> _sources;
    private readonly Func<string, bool> _free;
    private readonly SqlExpression? _within;
    private readonly Seq<SqlExpression> _per;
    private readonly SqlExpression? _over;
    private readonly Seq<SqlExpression> _afterwards;
    private readonly Seq<SqlExpression> _ties;

    /// <summary>Everything that is looked at is brought from now on.</summary>
    public MergedRows(MergedPlan plan, FactPass pass, MergedSelection chosen, CarriedColumns carried, Seq<BoundSource> sources, Func<string, bool> free)
    {
        (_plan, _pass, _chosen, _carried, _sources, _free) = (plan, pass, chosen, carried, sources, free);
        _within = chosen.Intervals is { } intervals ? carried.InMerge(intervals.On) : null;
        if (chosen.Selection is BoundSnapshot snapshot)
        {
            _per = snapshot.Per.Select(p => carried.InMerge(p)).ToSeq();
            _over = carried.InMerge(snapshot.Over);
            carried.InMerge(BoundSnapshot.Moments);
        }

        _afterwards = chosen.Afterwards.Select(f => carried.InMerge(f)).ToSeq();
        _ties = chosen.Selection is BoundFollowed followed ? followed.Filters.Where(f => !IsLater(f, followed)).Select(f => carried.InMerge(f)).ToSeq() : [];
    }

    /// <summary>Texts of the fact by which rows elsewhere are told to be about the same; they are told apart to the last character.</summary>
    public IEnumerable<SqlExpression>? TellApart() => _chosen.Selection is BoundFollowed followed
        ? Same(followed).Select(s => s.Near).Where(near => !JoinedTypes.Of(near, _pass.Joins).IsNumeric && _carried.Of(0).Any(c => c.Expression == near))
        : null;

    /// <summary>The rows that count, once for each period that they count in.</summary>
    /// <param name="rows">The fact's beside those of other warehouses.</param>
    /// <param name="conditions">What they have to meet at all.</param>
    public Outcome<PlanNode> Of(PlanNode rows, Seq<SqlExpression> conditions)
    {
        var node = rows;
        if (_chosen.Intervals is { } intervals)
        {
            var columns = _carried.Merged(intervals.Alias);
            node = new IntervalsNode(node, intervals with { On = _within!.Rewrite(e => e is SqlColumn { Table: null } c ? columns.FirstOrDefault(p => p.Name == c.Name)?.Expression : null) }, columns);
        }

        if (_chosen.Selection is BoundUsual usual)
        {
            var range = Range(usual);
            if (range.Value is not { } found)
            {
                return range;
            }

            node = new BesideNode(node, found, []);
        }

        node = conditions.IsEmpty ? node : new FilterNode(node, Predicates.All(conditions));
        switch (_chosen.Selection)
        {
            case BoundSnapshot snapshot:
                node = new MomentsNode(node, _per, _over!, snapshot.Take, UniqueName.Of("moment", _free), _carried.Merged(BoundSnapshot.Alias)[0].Name);
                return Outcome<PlanNode>.Of(_afterwards.IsEmpty ? node : new FilterNode(node, Predicates.All(_afterwards)));
            case BoundFollowed followed:
                return Followed(node, followed);
            default:
                return Outcome<PlanNode>.Of(node);
        }
    }

    /// <summary>The range of usual values, over all rows that the metric is about: a pass of its own.</summary>
    private Outcome<PlanNode> Range(BoundUsual usual)
    {
        var ends = usual.Ends.Select(e => new PassColumn(e.Name, e.Call)).ToSeq();
        var pass = new FactPass(_plan.Free(BoundUsual.Alias, $"{_pass.Name}_{BoundUsual.Alias}"), Islands.WarehouseOf(usual.Joins.Root), usual.Joins, [], [], usual.Filters, [], ends);
        var rows = MergedPass.Rows(_plan, pass, [], _sources);
        return rows.Value is { } range
            ? Outcome<PlanNode>.Of(new ComputeNode(range, [], _carried.Merged(BoundUsual.Alias).Select(c => c with { Expression = new SqlColumn(null, ((SqlColumn)c.Expression).Name) }).ToSeq()))
            : rows;
    }

    /// <summary>Rows that may have followed, by what ties them to those before: a pass of its own.</summary>
    private Outcome<PlanNode> Followed(PlanNode node, BoundFollowed followed)
    {
        var columns = followed.Joins.Steps.SelectMany(s => s.Flat).Select(s => s.Alias).Prepend(followed.Joins.Alias).SelectMany(alias => _carried.Merged(alias)).ToSeq();
        var same = Same(followed).ToList();
        var pass = new FactPass(
            _plan.Free("later", $"{_pass.Name}_later"),
            Islands.WarehouseOf(followed.Joins.Root),
            followed.Joins,
            columns.Select(c => c.Name).ToSeq(),
            columns.Select(c => c.Expression).ToSeq(),
            followed.Filters.Where(f => IsLater(f, followed)).ToSeq(),
            [],
            [])
        {
            Exact = same.Select(s => s.Far).Where(far => !JoinedTypes.Of(far, followed.Joins).IsNumeric).ToSeq(),
        };
        var later = MergedPass.Rows(_plan, pass, columns.Select(c => new FragmentColumn(c.Name, JoinedTypes.Of(c.Expression, followed.Joins))).ToSeq(), _sources);
        return later.Value is { } rows
            ? Outcome<PlanNode>.Of(new FollowedNode(node, rows, Predicates.All(_ties))
            {
                Keys = _ties.OfType<SqlBinary>()
                    .Where(t => t is { Operator: SqlBinaryOperator.Equal, Left: SqlColumn, Right: SqlColumn })
                    .Select(t => (Left: ((SqlColumn)t.Left).Name, Right: ((SqlColumn)t.Right).Name))
                    .Select(t => columns.Any(c => c.Name == t.Left) ? new LookupKey(t.Right, t.Left) : new LookupKey(t.Left, t.Right))
                    .ToSeq(),
            })
            : later;
    }

    /// <summary>What is to be equal: the side of the rows before, and that of the later ones.</summary>
    private static IEnumerable<(SqlExpression Near, SqlExpression Far)> Same(BoundFollowed followed) =>
        followed.Filters.OfType<SqlBinary>().Where(f => f.Operator == SqlBinaryOperator.Equal && !IsLater(f, followed))
            .Select(f => IsLater(f.Left, followed) ? (f.Right, f.Left) : (f.Left, f.Right));

    private static bool IsLater(SqlExpression expression, BoundFollowed followed) => SqlAnalysis.Columns(expression).All(c =>
        c.Table == followed.Joins.Alias || followed.Joins.Steps.SelectMany(s => s.Flat).Any(s => s.Alias == c.Table));
}
