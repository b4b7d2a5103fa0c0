using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// Conditions on the rows of another entity that belong to a row: they are gathered into one for each before they are joined, so that no row is counted twice
/// because it has several. A row that belongs to nobody meets no such condition, and neither does it meet its opposite.
/// </summary>
internal sealed class RelatedBinder(BindingSession session, SourceBuilder source)
{
    public SqlExpression? Bind(RelatedExists condition) =>
        Gathered(condition.Rows, rows => new SqlIsNull(rows.FirstKey, Negated: !condition.Negated));

    public SqlExpression? Bind(RelatedCount condition) =>
        Gathered(condition.Rows, rows => new SqlBinary(
            ConditionBinder.Operator(condition.Operator),
            Number(rows.Aggregate("rows_there", new SqlAggregate("COUNT", [new SqlStar()]))),
            new SqlParameter("", new SqlNumber(condition.Count))));

    /// <summary>As many different values are there as there are at all, of those that are asked for.</summary>
    public SqlExpression? Bind(RelatedEvery condition)
    {
        if (session.Catalog.FindField(condition.Field) is not { } field)
        {
            session.Report(session.Issues.Unknown("field", condition.Field));
            return null;
        }

        if (All(field, condition.Among) is not { } all)
        {
            return null;
        }

        var asksItsRows = condition.Among is { } among && AsksRowsOf(field.Dataset, among);
        var related = asksItsRows ? condition.Rows with { Where = Both(condition.Rows.Where, condition.Among) } : condition.Rows;
        return Gathered(related, rows => (asksItsRows || condition.Among is null || LeadsToOneOf(rows.Rows, field.Dataset, condition.Among)) && rows.Rows.Field(field) is { } value
            ? new SqlBinary(
                condition.Negated ? SqlBinaryOperator.Less : SqlBinaryOperator.Equal,
                Number(rows.Aggregate("values_there", new SqlAggregate("COUNT", [value]) { Distinct = true })),
                all)
            : null);
    }

    /// <summary>What a condition says of the gathered rows of each row that it is about.</summary>
    private SqlExpression? Gathered(RelatedRows asked, Func<Gathering, SqlExpression?> condition)
    {
        if (session.Catalog.FindDataset(asked.Dataset) is not { } dataset || (asked.Of is null ? source.Root : session.Catalog.FindDataset(asked.Of)) is not { } about)
        {
            session.Report(session.Issues.Unknown("dataset", session.Catalog.FindDataset(asked.Dataset) is null ? asked.Dataset : asked.Of ?? ""));
            return null;
        }

        var ways = session.Graph.Ways(dataset, about, asked.Via);
        if (ways.Count != 1 || ways[0].IsEmpty)
        {
            session.Report(ways.Count > 1 ? session.Issues.TwoWays(dataset, about, ways, session.Graph) : session.Issues.NoWay(dataset, about));
            return null;
        }

        return source.Reached(about, alias => source.Gather(dataset, ways[0], alias) is { } rows && Narrow(rows, asked) && condition(rows) is { } bound
            ? Whole(rows, bound, about, alias)
            : null);
    }

    /// <summary>The gathered rows are those that are asked for.</summary>
    private bool Narrow(Gathering rows, RelatedRows asked)
    {
        var conditions = new ConditionBinder(session, rows.Rows);
        if (conditions.Conjuncts(asked.Where) is not { } where || rows.Rows.Settle([], where, joined: true) is not { } settled)
        {
            return false;
        }

        rows.Keep(settled.Filters);
        if (asked.Period is not AbsolutePeriod period)
        {
            return true;
        }

        if (new PeriodFilter(session, rows.Rows, conditions).For(rows.Rows.Root.DefaultTime, period, Labels.Of(rows.Rows.Root, session.Context.Language)) is not { } within)
        {
            return false;
        }

        rows.Keep([within.Condition]);
        return true;
    }

    private SqlExpression Whole(Gathering rows, SqlExpression condition, Dataset about, string alias)
    {
        source.Join(rows);
        return source.MayBeMissing(alias) && !about.PrimaryKey.IsEmpty
            ? new SqlBinary(SqlBinaryOperator.And, new SqlIsNull(source.Physical(alias, about, about.PrimaryKey[0]), Negated: true), condition)
            : condition;
    }

    /// <summary>Whether a condition looks at nothing but fields of a dataset's own rows, so that it says the same wherever they are reached from.</summary>
    private bool AsksRowsOf(Dataset dataset, Condition condition) => condition switch
    {
        AllOf all => all.Conditions.All(c => AsksRowsOf(dataset, c)),
        AnyOf any => any.Conditions.All(c => AsksRowsOf(dataset, c)),
        Not not => AsksRowsOf(dataset, not.Condition),
        FieldComparison { Via: null } or FieldIn { Via: null } or FieldText { Via: null } or FieldEmpty { Via: null } or FieldPeriod { Via: null } or FieldsCompared { Via: null, OtherVia: null } =>
            ConditionFields.Of(condition).All(name => session.Catalog.FindField(name)?.Dataset == dataset),
        _ => false,
    };

    /// <summary>Of the gathered rows those stay that lead to a row of a dataset that meets a condition, as that row tells it: what lies beyond it may be reached by other ways too.</summary>
    private bool LeadsToOneOf(SourceBuilder gathered, Dataset dataset, Condition condition) => gathered.Reached(dataset, at =>
    {
        if (dataset.PrimaryKey.IsEmpty)
        {
            session.Report(session.Issues.NotYet(Labels.Of(dataset, session.Context.Language), "which of its rows are meant cannot be told without a primary key."));
            return null;
        }

        if (Asked(gathered, dataset, condition) is not { } rows)
        {
            return null;
        }

        var meant = new Gathering(rows.Source, gathered.Free($"{dataset.Name}_asked"), at, null) { KeepUnmatched = false };
        meant.Keep(rows.Filters);
        foreach (var key in dataset.PrimaryKey)
        {
            meant.Match(gathered.Physical(at, dataset, key), key, rows.Source.Physical(rows.Source.RootAlias, dataset, key));
        }

        gathered.Join(meant);
        return Predicates.Always;
    }) is not null;

    /// <summary>The rows of a dataset that meet a condition.</summary>
    private (SourceBuilder Source, Seq<SqlExpression> Filters)? Asked(SourceBuilder around, Dataset dataset, Condition? condition) =>
        around.Nested(dataset) is { } rows && rows.RootFilters() is { } own
            && new ConditionBinder(session, rows).Conjuncts(condition) is { } asked && rows.Settle([], asked, joined: true) is { } settled
            ? (rows, [.. own, .. settled.Filters]) : null;

    /// <summary>How many different values a field has among those that are asked for, one row beside every row.</summary>
    private SqlColumn? All(Field field, Condition? among)
    {
        if (Asked(source, field.Dataset, among) is not { } rows || rows.Source.Field(field) is not { } value)
        {
            return null;
        }

        var gathering = new Gathering(rows.Source, source.Free($"every_{field.Name}"), source.RootAlias, null) { KeepUnmatched = false };
        gathering.Keep(rows.Filters);
        var all = gathering.Aggregate("values_in_all", new SqlAggregate("COUNT", [value]) { Distinct = true });
        source.Join(gathering);
        return all;
    }

    private static SqlFunction Number(SqlColumn count) => new("COALESCE", [count, new SqlNumber(0)]);

    private static Condition? Both(Condition? one, Condition? other) => (one, other) switch
    {
        (null, _) => other,
        (_, null) => one,
        ({ } left, { } right) => new AllOf([left, right]),
    };
}
