using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning;

/// <summary>
/// Passes that look at the same rows by periods of their own (this month and the month before, a running total, the last ninety days) read them once: aggregated by the small
/// periods that all of theirs are made of, and put together from these. What does not add up (a distinct count, a median) is put together only where each interval is one of them.
/// </summary>
internal static class BucketedRows
{
    /// <summary>The rows of each pass, in order.</summary>
    public static IEnumerable<PlanNode> Of(Seq<FactPass> passes)
    {
        var nodes = new Dictionary<string, PlanNode>();
        foreach (var sharing in passes.Where(IsPutTogether).GroupBy(p => new Rows(p)))
        {
            var bucket = sharing.First().Intervals!.Bucket!;
            var beside = passes.Where(p => p.Intervals is null && new Rows(p, bucket, sharing.Key.Conditions).Equals(sharing.Key) && IsOfWholeOnes(p, bucket));
            var together = sharing.Concat(beside).ToHashSet(ReferenceEqualityComparer.Instance);
            foreach (var (pass, node) in Shared(passes.Where(together.Contains).ToList(), bucket))
            {
                nodes[pass.Name] = node;
            }
        }

        return passes.Select(p => nodes.GetValueOrDefault(p.Name) ?? p.Aggregate(p.Joins, p.Filters, Planner.Grouped(p), p.Columns.Select(c => new PlanColumn(c.Name, c.Call)).ToSeq()));
    }

    private static bool IsPutTogether(FactPass pass) => pass is { Selection: null, EachRow: false, Intervals.Bucket: { } bucket } && PeriodOf(pass, bucket) >= 0 && (bucket.IsInterval || AddsUp(pass));

    /// <summary>Whether a pass that goes by each row's own period takes whole small periods only.</summary>
    private static bool IsOfWholeOnes(FactPass pass, BoundBucket bucket) =>
        pass is { Selection: null, EachRow: false }
        && (pass.Groups.Contains(bucket.Start) || AddsUp(pass))
        && pass.Filters.All(f => !Mentions(f, bucket.Instant) || (RowBound.Of(f) is { } bound && bound.Instant == bucket.Instant && IsEdge(bound, bucket)));

    private static bool IsEdge(RowBound bound, BoundBucket bucket) =>
        bound.At == (bound.IsFrom ? bucket.Asked.From : bucket.Asked.To) || (bucket.Grain == TimeGrain.Day && bound.At.TimeOfDay == TimeSpan.Zero);

    private static bool AddsUp(FactPass pass) => pass.Columns.All(c => c.Call is { Name: "SUM" or "COUNT", Distinct: false } or { Name: "MIN" or "MAX" });

    private static IEnumerable<(FactPass Pass, PlanNode Node)> Shared(List<FactPass> passes, BoundBucket bucket)
    {
        var first = passes[0];
        var names = new HashSet<string>(first.GroupedBy.Concat(passes.SelectMany(p => p.Columns).Select(c => c.Name)));
        var name = UniqueName.Of(TimeGrains.NameOf(bucket.Grain), free => free == first.GroupedBy[PeriodOf(first, bucket)] || names.Add(free));
        var start = new SqlColumn(null, name);
        var calls = passes.SelectMany(p => p.Columns).DistinctBy(c => c.Call).ToDictionary(c => c.Call, c => c.Name);
        var others = Planner.Grouped(first).Where((_, i) => i != PeriodOf(first, bucket)).ToSeq();
        var rows = new AggregateNode(
            first.Joins,
            SharedRows.Of(passes.Select(p => p.Filters).ToSeq()),
            others.Add(new PlanColumn(name, bucket.Start)),
            calls.Select(c => new PlanColumn(c.Value, c.Key)).ToSeq());
        foreach (var pass in passes)
        {
            var asTheyAre = pass.Intervals is null && pass.Groups.Contains(bucket.Start);
            var conditions = pass.Intervals is null ? pass.Filters.Except(rows.Filters).Where(f => Mentions(f, bucket.Instant)).Select(Moved).ToSeq() : [];
            var period = pass.Groups[PeriodOf(pass, bucket)];
            var groups = pass.GroupedBy.Zip(pass.Groups, (group, expression) => new PlanColumn(
                group,
                expression != period ? new SqlColumn(null, group) : pass.Intervals is not null ? period : Moved(period))).ToSeq();
            yield return (pass, new BucketNode(
                rows,
                name,
                groups,
                pass.Columns.Select(c => new PlanColumn(c.Name, Whole(c.Call, new SqlColumn(null, calls[c.Call]), asTheyAre, pass.Intervals?.Bucket))).ToSeq(),
                conditions.IsEmpty ? null : Predicates.All(conditions),
                pass.Intervals is { } intervals ? intervals with { On = Moved(intervals.On) } : null)
            {
                AsTheyAre = asTheyAre,
            });
        }

        SqlExpression Moved(SqlExpression expression) => expression == bucket.Start ? start : expression.Rewrite(e => e == bucket.Instant ? start : null);
    }

    /// <summary>Of a pass's groups, the one that is a period.</summary>
    private static int PeriodOf(FactPass pass, BoundBucket bucket) => pass.Groups.ToList().FindIndex(g => IsPeriod(g, pass, bucket));

    private static bool IsPeriod(SqlExpression group, FactPass pass, BoundBucket bucket) =>
        pass.Intervals is { } intervals ? group == new SqlColumn(intervals.Alias, BoundIntervals.Period) : Mentions(group, bucket.Instant);

    private static SqlExpression Whole(SqlAggregate call, SqlColumn part, bool asTheyAre, BoundBucket? own) =>
        asTheyAre ? part
        : own is { IsInterval: true } || call.Name == "MAX" ? new SqlAggregate("MAX", [part])
        : new SqlAggregate(call.Name == "MIN" ? "MIN" : "SUM", [part]);

    private static bool Mentions(SqlExpression expression, SqlExpression instant) => expression.DescendantsAndSelf().Any(e => e.Equals(instant));

    /// <summary>Whether an edge of time lies around all intervals, which say by themselves which rows count then.</summary>
    private static bool IsAround(RowBound bound, BoundIntervals intervals) => intervals.Periods.All(period =>
        (bound.IsFrom ? period.From : period.To) is { } edge && RowBound.InstantOf(edge) is { } at && (bound.IsFrom ? bound.At <= at : at <= bound.At));

    /// <summary>What passes that share rows have in common: all but their periods. A condition on the time that goes beyond these is no period: they share it or nothing.</summary>
    private sealed record Rows(string Warehouse, JoinTree Joins, Seq<string> GroupedBy, Seq<SqlExpression?> Others, Seq<SqlExpression> Conditions, SqlExpression Instant, SqlExpression Start)
    {
        public Rows(FactPass pass)
            : this(pass, pass.Intervals!.Bucket!, [.. pass.Filters.Where(f => RowBound.Of(f) is not { } bound || !IsAround(bound, pass.Intervals!))])
        {
        }

        /// <param name="shared">Conditions on the time that are shared.</param>
        public Rows(FactPass pass, BoundBucket bucket, Seq<SqlExpression> shared)
            : this(
                pass.Warehouse,
                pass.Joins,
                pass.GroupedBy,
                pass.Groups.Select(g => IsPeriod(g, pass, bucket) ? null : g).ToSeq(),
                pass.Filters.Where(f => RowBound.Of(f)?.Instant != bucket.Instant || shared.Contains(f)).ToSeq(),
                bucket.Instant,
                bucket.Start)
        {
        }
    }
}
