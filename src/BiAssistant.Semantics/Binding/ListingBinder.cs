using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// Rows of a dataset one by one: its own fields and those of what each row belongs to. What the asker may not see of a sensitive field is there as a mask; the
/// dataset's key stands beside the rest, unseen, so that equal rows stay two.
/// </summary>
internal sealed class ListingBinder(BindingSession session, SemanticQuery query, Listing listing)
{
    private const string Mask = "•••";

    public BoundQuery? Bind()
    {
        if (session.Catalog.FindDataset(listing.Dataset) is not { } dataset)
        {
            session.Report(session.Issues.Unknown("dataset", listing.Dataset));
            return null;
        }

        var source = new SourceBuilder(session, dataset);
        var conditions = new ConditionBinder(session, source);
        var rows = source.RootFilters();
        var asked = conditions.Conjuncts(query.Where);
        var columns = Columns(source, dataset);
        Seq<Field> clocks = [];
        Seq<SqlExpression> within = [];
        if (query.Period is AbsolutePeriod period)
        {
            if (new PeriodFilter(session, source, conditions).For(dataset.DefaultTime, period, Labels.Of(dataset, session.Context.Language)) is not { } told)
            {
                return null;
            }

            (clocks, within) = ([told.Field], [told.Condition]);
        }

        if (rows is null || asked is null || columns is null || source.Settle([], asked.Value, joined: true) is not { } settled)
        {
            return null;
        }

        Seq<SqlExpression> filters = [.. rows.Value, .. within, .. settled.Filters];
        var read = new BoundSource(dataset.Model.Warehouse ?? "", source.Tree, columns.Select(c => c.Value).ToSeq(), filters.Distinct().ToSeq(), source.Reads)
        {
            GroupedBy = columns.Select(c => c.Column.Name).ToSeq(),
        };
        new DisprovedClaims(session).Judge([read], query.Period);
        var facts = new BindingFacts(
            query.Period as AbsolutePeriod,
            clocks,
            query.Period is AbsolutePeriod running && Periods.IsRunning(running, session.Context.Now),
            session.DefaultFilters,
            session.Assumptions,
            session.Notes,
            session.NestedMetrics,
            session.Touched)
        {
            NeedsExtents = session.NeedsExtents,
        };
        return new BoundQuery(query, columns.Select(c => c.Column).ToSeq(), [read], [], null, Order(columns, dataset), query.Top, facts);
    }

    private List<(BoundGroup Column, SqlExpression Value)>? Columns(SourceBuilder source, Dataset dataset)
    {
        var groups = new GroupBinder(session, listing.Fields.Select(f => (Grouping)f).ToSeq(), OutputNames.Of(query, session.Catalog).Groups);
        if (groups.Columns() is not { } named)
        {
            return null;
        }

        var columns = new List<(BoundGroup, SqlExpression)>();
        foreach (var field in listing.Fields)
        {
            var known = session.Catalog.FindField(field.Field)!;
            var own = groups.NamesOf([field]).Select(name => named.First(c => c.Name == name)).ToList();
            Seq<SqlExpression?> values = known.Sensitive && !AccessRules.MaySee(session.Context.As, known)
                ? own.Select(_ => (SqlExpression?)new SqlText(Mask)).ToSeq()
                : GroupBinder.KeyColumns(known).Select(key => (SqlExpression?)source.Column(known.Dataset, key, field.Via)).Prepend(source.Field(known, field.Via)).ToSeq();
            if (values.Contains(null))
            {
                return null;
            }

            columns.AddRange(own.Zip(values, (column, value) => (value is SqlText ? column with { Type = SqlType.Text, Field = null } : column, value!)));
        }

        foreach (var key in dataset.PrimaryKey)
        {
            var name = UniqueName.Of($"row_{key}", free => columns.TrueForAll(c => c.Item1.Name != free));
            columns.Add((new BoundGroup(name, LocalText.Empty, SqlType.Unknown, GroupRole.Key, null, null) { Masked = true }, source.Physical(source.RootAlias, dataset, key)));
        }

        return columns;
    }

    /// <summary>The asked order, else by the time that the rows go by where it is shown; then as they are shown, and by key.</summary>
    private Seq<BoundOrder> Order(List<(BoundGroup Column, SqlExpression Value)> columns, Dataset dataset)
    {
        var time = columns.Select(c => c.Column).FirstOrDefault(c => c.Field is not null && ReferenceEquals(c.Field, dataset.DefaultTime));
        var first = query.OrderBy.IsEmpty
            ? time is null ? [] : [new BoundOrder(time.Name, Descending: false)]
            : query.OrderBy.Select(o => new BoundOrder(o.By, o.Descending)).ToSeq();
        return first.AddRange(columns.Where(c => first.All(o => o.Name != c.Column.Name)).Select(c => new BoundOrder(c.Column.Name, Descending: false)));
    }
}
