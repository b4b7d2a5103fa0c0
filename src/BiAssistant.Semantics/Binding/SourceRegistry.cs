using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>What a measure asks of an aggregate: its own conditions, and the intervals that it looks at, outermost first.</summary>
internal sealed record LeafRequest(Seq<Condition> Own, string Measure, bool Timeless, Seq<PeriodOperator> Operators);

/// <summary>Binds each aggregate call to the rows that it is computed from; equal sets of rows are one source.</summary>
/// <param name="session">What this binding gathers.</param>
/// <param name="query">Whose conditions and period the rows meet.</param>
/// <param name="groups">What the rows are told apart by.</param>
/// <param name="periods">The intervals that they are counted in.</param>
/// <param name="found">The sources found so far, which the grains of one query share.</param>
internal sealed class SourceRegistry(BindingSession session, SemanticQuery query, GroupBinder groups, AnswerPeriods periods, SourceList found)
{
    private static readonly Seq<string> Linear = ["SUM", "AVG", "MIN", "MAX", "MEDIAN", "PERCENTILE", "STDDEV", "FIRST", "LAST"];

    private readonly RowIntervals _intervals = new(session, periods);
    /// <summary>The call over its source, with groups, filters and period in place; null, and issues, where something cannot be reached.</summary>
    public Formula? Bind(AggregateFormula leaf, LeafRequest request)
    {
        var source = new SourceBuilder(session, leaf.Root);
        var conditions = new ConditionBinder(session, source);
        var alias = _intervals.NeedsRelation(leaf, request.Operators) ? source.Free(BoundIntervals.Period + "s") : null;
        var grouped = groups.In(source, leaf.Time, request.Measure, alias);
        var rows = source.RootFilters();
        var asked = conditions.Conjuncts(query.Where);
        var interval = Interval(source, conditions, leaf, request, alias);
        var measured = request.Own.Select(c => conditions.Conjuncts(c)).ToList();
        var granted = session.IsGranted(leaf);
        var defined = session.Defined(granted, () => leaf.Filters.Select(f => source.Logical(f, leaf.Root)).ToList());
        var scaled = ScaledField(source, leaf.Call);
        var bound = session.Defined(granted, () => Call(source, leaf.Call, scaled is not null));
        if (grouped is null || rows is null || asked is null || interval is null || bound is null || measured.Contains(null) || defined.Contains(null))
        {
            return null;
        }

        var linked = source.Settle(grouped.Value, [.. asked.Value, .. measured.SelectMany(m => m.GetValueOrDefault())], joined: leaf.Selection is null);
        if (linked is null || source.Weighed(bound, request.Measure, leaf.Selection is UsualRows) is not { } weighed)
        {
            return null;
        }

        Seq<SqlExpression> chosen = [.. defined.OfType<SqlExpression>(), .. linked.Filters];
        Seq<SqlExpression> filters = [.. rows.Value, .. defined.OfType<SqlExpression>(), .. interval.Filters, .. linked.Filters];
        var read = new BoundSource(leaf.Root.Model.Warehouse ?? "", source.Tree, linked.Groups, filters.Distinct().ToSeq(), source.Reads) { GroupedBy = groups.Names, Intervals = interval.Intervals };
        return session.Defined(granted, () => Selected(source, leaf, interval, read, (rows.Value.AddRange(interval.Filters), chosen.Distinct().ToSeq()), weighed, scaled)) is { } selected
            ? Scaled(weighed == bound ? selected : Counted(selected, leaf.Call), scaled)
            : null;
    }

    /// <summary>The call over the rows that count of what was read.</summary>
    private Formula? Selected(SourceBuilder source, AggregateFormula leaf, RowInterval interval, BoundSource read, (Seq<SqlExpression> Are, Seq<SqlExpression> Chosen) rows, SqlAggregate call, Field? scaled)
    {
        switch (leaf.Selection)
        {
            case SnapshotRows moments:
                if (SelectionBinder.Snapshot(source, moments, rows.Are, groups.PeriodsOf(read.Groups, moments.Over)) is not { } snapshot)
                {
                    return null;
                }

                var index = IndexOf(read with { Joins = source.Tree, Filters = rows.Chosen, Reads = source.Reads, Selection = snapshot });
                return moments.Take == SnapshotTake.Average ? RowValues.OverMoments(index, call, each: !moments.Per.IsEmpty) : RowValues.AtMoment(index, call);
            case EndRows end:
                return SelectionBinder.End(session, source, end, read) is { } ends ? RowValues.OnlyValue(IndexOf(ends with { Joins = source.Tree, Reads = source.Reads }), call) : null;
            case ValidRows { Average: true } valid:
                return source.Field(valid.From) is { } since && source.Field(valid.To) is { } until
                    ? RowValues.OverDays(IndexOf(read), call, interval, valid, since, until)
                    : null;
            case FollowedRows events:
                return SelectionBinder.Followed(session, source, events) is { } followed
                    ? new SourceAggregate(IndexOf(read with { Joins = source.Tree, Reads = SourceList.Together(source.Reads, followed.Reads), Selection = followed.Rows }), call)
                    : null;
            case UsualRows rule:
                return SelectionBinder.Usual(session, leaf, rule, all => Value(all, leaf.Call, scaled)) is { } usual
                    ? Usual(read, call, rule, usual.Rows, usual.Low, usual.High, usual.Reads)
                    : null;
            default:
                return new SourceAggregate(IndexOf(read), call);
        }
    }

    private SourceAggregate Usual(BoundSource read, SqlAggregate call, UsualRows rule, BoundUsual rows, SqlExpression low, SqlExpression high, Seq<BoundRead> reads)
    {
        var x = call.Arguments[0];
        var (tooLow, tooHigh) = (new SqlBinary(SqlBinaryOperator.Less, x, low), new SqlBinary(SqlBinaryOperator.Greater, x, high));
        var kept = rule.Cap ? read : read with { Filters = read.Filters.Add(new SqlBetween(x, low, high)) };
        var capped = rule.Cap ? call with { Arguments = [new SqlCase(null, [new SqlWhen(tooLow, low), new SqlWhen(tooHigh, high)], x), .. call.Arguments.Skip(1)] } : call;
        return new SourceAggregate(IndexOf(kept with { Reads = SourceList.Together(read.Reads, reads), Selection = rows }), capped);
    }

    /// <summary>A number of rows that count in parts is a sum, and yet zero where there are none.</summary>
    private static Formula Counted(Formula aggregate, SqlAggregate call) => call.Name == "COUNT"
        ? new ExpressionFormula(new SqlFunction("COALESCE", [new SqlColumn(null, "parts"), new SqlNumber(0)]), [new FormulaPart("parts", aggregate)])
        : aggregate;

    private static Formula Scaled(Formula aggregate, Field? scaled) => scaled?.Scale is { } scale
        ? new ExpressionFormula(new SqlBinary(SqlBinaryOperator.Multiply, new SqlColumn(null, "stored"), new SqlNumber(scale)), [new FormulaPart("stored", aggregate)])
        : aggregate;

    private int IndexOf(BoundSource source) => found.IndexOf(source);

    private RowInterval? Interval(SourceBuilder source, ConditionBinder conditions, AggregateFormula leaf, LeafRequest request, string? alias)
    {
        var elsewhere = !request.Operators.IsEmpty || leaf.Selection is SnapshotRows or ValidRows;
        if (!elsewhere && query.Period is not AbsolutePeriod)
        {
            return new RowInterval([]);
        }

        if (request.Timeless || (elsewhere && leaf.Time is null))
        {
            session.Report(request.Timeless ? session.Issues.Timeless(request.Measure) : session.Issues.NoClock(request.Measure));
            return null;
        }

        if (elsewhere && leaf.Time is { } clock)
        {
            found.Clock(clock);
            return _intervals.For(source, leaf, clock, request.Operators, alias, request.Measure);
        }

        if (new PeriodFilter(session, source, conditions).For(leaf.Time, periods.Asked, request.Measure) is not var (field, condition))
        {
            return null;
        }

        found.Clock(field);
        return new RowInterval([condition]);
    }

    /// <summary>The scaled field that a linear aggregate is taken of: summed as stored, scaled once.</summary>
    internal static Field? ScaledField(SourceBuilder source, SqlAggregate call) =>
        !call.Distinct && Linear.Contains(call.Name) && !call.Arguments.IsEmpty && source.FieldOf(call.Arguments[0]) is { Scale: not null } field ? field : null;

    /// <summary>What a call aggregates, over another builder's relations.</summary>
    private static SqlExpression? Value(SourceBuilder source, SqlAggregate call, Field? scaled) =>
        scaled is not null ? source.AsStored(call.Arguments[0]) : source.Logical(call.Arguments[0], source.Root);

    private static SqlAggregate? Call(SourceBuilder source, SqlAggregate call, bool asStored)
    {
        if (asStored)
        {
            return source.AsStored(call.Arguments[0]) is { } stored
                && call.OrderBy.Select(o => source.Logical(o.Expression, source.Root)).ToList() is var order && !order.Contains(null)
                    ? call with
                    {
                        Arguments = [stored, .. call.Arguments.Skip(1)],
                        OrderBy = call.OrderBy.Zip(order.OfType<SqlExpression>(), (o, e) => o with { Expression = e }).ToSeq(),
                    }
                    : null;
        }

        return (SqlAggregate?)source.Logical(call, source.Root);
    }
}
