using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
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

        return Gathered(condition.Rows with { Where = Both(condition.Rows.Where, condition.Among) }, rows => rows.Rows.Field(field) is { } value
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

    /// <summary>How many different values a field has among those that are asked for, one row beside every row.</summary>
    private SqlColumn? All(Field field, Condition? among)
    {
        if (source.Nested(field.Dataset) is not { } rows || rows.RootFilters() is not { } own || rows.Field(field) is not { } value
            || new ConditionBinder(session, rows).Conjuncts(among) is not { } asked || rows.Settle([], asked, joined: true) is not { } settled)
        {
            return null;
        }

        var gathering = new Gathering(rows, source.Free($"every_{field.Name}"), source.RootAlias, null) { KeepUnmatched = false };
        gathering.Keep(own);
        gathering.Keep(settled.Filters);
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
