using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>Binds which rows of an aggregate count, beyond filters and clock.</summary>
internal static class SelectionBinder
{
    /// <summary>The snapshot of each period and of each of what the metric keeps apart.</summary>
    public static BoundSnapshot? Snapshot(SourceBuilder source, SnapshotRows rows, Seq<SqlExpression> before, Seq<SqlExpression> periods)
    {
        var per = rows.Per.Select(p => source.Logical(p, source.Root)).ToList();
        return source.Field(rows.Over) is { } over && !per.Contains(null)
            ? new BoundSnapshot(before, periods.AddRange(per.OfType<SqlExpression>()), over, rows.Take)
            : null;
    }

    /// <summary>The last (first) of the rows that were asked for, in each group; nothing is last that has not come yet.</summary>
    public static BoundSource? End(BindingSession session, SourceBuilder source, EndRows rows, BoundSource read)
    {
        if (source.Field(rows.By) is not { } by)
        {
            return null;
        }

        var tomorrow = new SqlParameter("", new SqlDate(DateOnly.FromDateTime(session.Context.Now).AddDays(1)));
        var come = read.Filters.Add(new SqlBinary(SqlBinaryOperator.Less, by, tomorrow));
        return read with { Filters = [], Selection = new BoundSnapshot(come, read.Groups, by, rows.Last ? SnapshotTake.Last : SnapshotTake.First) };
    }

    /// <summary>The later rows of the same entity.</summary>
    public static (BoundFollowed Rows, Seq<BoundRead> Reads)? Followed(BindingSession session, SourceBuilder source, FollowedRows rows)
    {
        var later = new SourceBuilder(session, rows.Dataset, source.Taken);
        if (later.RootFilters() is not { } own
            || source.Logical(rows.Entity, source.Root) is not { } entity || later.Logical(rows.Entity, rows.Dataset) is not { } same
            || source.Field(rows.Event) is not { } first || later.Field(rows.LaterEvent) is not { } then)
        {
            return null;
        }

        // Where one of the two only knows the day, the other's time of day says nothing about which came first.
        if (rows.Event.Type.Kind == SqlTypeKind.Date ^ rows.LaterEvent.Type.Kind == SqlTypeKind.Date)
        {
            (first, then) = (new SqlCast(first, SqlType.Date), new SqlCast(then, SqlType.Date));
        }

        Seq<SqlExpression> ties =
        [
            new SqlBinary(SqlBinaryOperator.Equal, same, entity),
            new SqlBinary(SqlBinaryOperator.GreaterOrEqual, then, first),
        ];
        if (rows.Within is { } within)
        {
            ties = ties.Add(new SqlBinary(SqlBinaryOperator.LessOrEqual, then, new SqlDateAdd(within.Unit, new SqlNumber(within.Amount), first)));
        }

        if (RowsOf(rows.Dataset) == RowsOf(source.Root))
        {
            if (source.Root.PrimaryKey.IsEmpty)
            {
                session.Report(session.Issues.NotYet(Labels.Of(source.Root, session.Context.Language), "without a primary key a row cannot be told from itself, and no row follows itself."));
                return null;
            }

            ties = ties.Add(AnotherRow(source, later));
        }

        return (new BoundFollowed(later.Tree, own.AddRange(ties)), later.Reads);
    }

    /// <summary>The dataset whose rows these are: a kind told by its filter has those of its supertype.</summary>
    private static Dataset RowsOf(Dataset dataset) => dataset is { SharesRows: true, Supertype: { } super } ? RowsOf(super) : dataset;

    private static SqlExpression AnotherRow(SourceBuilder source, SourceBuilder later) => Predicates.Any(source.Root.PrimaryKey
        .Select(key => (SqlExpression)new SqlBinary(
            SqlBinaryOperator.NotEqual, later.Physical(later.RootAlias, later.Root, key), source.Physical(source.RootAlias, source.Root, key)))
        .ToSeq());

    /// <summary>The range of usual values, and its two ends over it.</summary>
    public static (BoundUsual Rows, SqlExpression Low, SqlExpression High, Seq<BoundRead> Reads)? Usual(
        BindingSession session, AggregateFormula leaf, UsualRows rule, Func<SourceBuilder, SqlExpression?> value)
    {
        var all = new SourceBuilder(session, leaf.Root);
        var own = all.RootFilters();
        var defined = leaf.Filters.Select(f => all.Logical(f, leaf.Root)).ToList();
        if (own is null || defined.Contains(null) || value(all) is not { } x)
        {
            return null;
        }

        var (ends, low, high) = Ends(rule, x);
        return (new BoundUsual(all.Tree, own.Value.AddRange(defined.OfType<SqlExpression>()), ends), low, high, all.Reads);
    }

    private static (Seq<BoundUsualEnd> Ends, SqlExpression Low, SqlExpression High) Ends(UsualRows rule, SqlExpression x)
    {
        var limit = new SqlNumber(rule.Limit);
        switch (rule.Method)
        {
            case OutlierMethod.InterquartileRange:
                var (lower, upper) = (End("lower_quartile"), End("upper_quartile"));
                var reach = new SqlBinary(SqlBinaryOperator.Multiply, limit, new SqlBinary(SqlBinaryOperator.Subtract, upper, lower));
                return (
                    [Percentile("lower_quartile", x, 0.25m), Percentile("upper_quartile", x, 0.75m)],
                    new SqlBinary(SqlBinaryOperator.Subtract, lower, reach),
                    new SqlBinary(SqlBinaryOperator.Add, upper, reach));
            case OutlierMethod.ZScore:
                var (mean, deviation) = (End("mean"), End("deviation"));
                var spread = new SqlBinary(SqlBinaryOperator.Multiply, limit, deviation);
                return (
                    [new BoundUsualEnd("mean", new SqlAggregate("AVG", [x])), new BoundUsualEnd("deviation", new SqlAggregate("STDDEV", [x]))],
                    new SqlBinary(SqlBinaryOperator.Subtract, mean, spread),
                    new SqlBinary(SqlBinaryOperator.Add, mean, spread));
            default:
                return ([Percentile("lowest", x, 1 - rule.Limit), Percentile("highest", x, rule.Limit)], End("lowest"), End("highest"));
        }
    }

    private static SqlColumn End(string name) => new(BoundUsual.Alias, name);

    private static BoundUsualEnd Percentile(string name, SqlExpression x, decimal fraction) => new(name, new SqlAggregate("PERCENTILE", [x, new SqlNumber(fraction)]));
}
