using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>Rows beside what a nested query says of the groups that they belong to. The nested query is a table with one row for each group, so that joining it multiplies nothing.</summary>
internal sealed class NestedBinder(BindingSession session, SourceBuilder source)
{
    /// <summary>
    /// The number that a nested query has for a row; zero for a group without rows where it is a sum or a count. Of a group that the query's own condition or cut has left out nothing is
    /// known: with fewer than five orders is not with none.
    /// </summary>
    public SqlExpression? Number(QueryGrouping grouping)
    {
        if (session.Nested(grouping.Query) is not { } nested || ByGroups(nested) is not { } alias)
        {
            return null;
        }

        var place = grouping.Column is null ? 0 : nested.Measures.TakeWhile(m => m.Name != grouping.Column).Count();
        var number = new SqlColumn(alias, nested.Measures[place].Name);
        return grouping.Query is { Having: null, Top: null } ? OfNone(grouping.Query.Measures[place], number) : number;
    }

    /// <summary>A field compared with a measure of the rows that share the row's groups, over the period that is asked about; zero of none where it is a sum or a count.</summary>
    public SqlExpression? Bind(FieldAgainstMeasure condition)
    {
        var query = new SemanticQuery { Measures = [condition.Measure], GroupBy = condition.Within, Period = session.Period };
        return Known(condition.Field) is { } field && source.Field(field, condition.Via) is { } value && session.Nested(query) is { } nested && ByGroups(nested) is { } alias
            ? new SqlBinary(ConditionBinder.Operator(condition.Operator), value, OfNone(condition.Measure, new SqlColumn(alias, nested.Measures[0].Name)))
            : null;
    }

    /// <summary>A field whose value is among the groups of a nested query; what people call by name is told by its key. An empty value is in no query and out of none.</summary>
    public SqlExpression? Bind(FieldInQuery condition)
    {
        if (Known(condition.Field) is not { } field || session.Nested(condition.Query) is not { } nested)
        {
            return null;
        }

        var group = nested.Groups.First(g => g.Role != GroupRole.Key && (condition.Column is null || g.Name == condition.Column));
        var keys = new InnerColumns(nested).KeysOf(group.Name);
        var byKey = !keys.IsEmpty && ReferenceEquals(group.Field, field);
        Seq<string> columns = byKey ? keys.Select(k => k.Name).ToSeq() : [group.Name];
        var values = byKey ? GroupBinder.KeyColumns(field).Select(key => source.Column(field.Dataset, key, condition.Via)).ToList() : [source.Field(field, condition.Via)];
        if (group.Role == GroupRole.Time)
        {
            session.Report(session.Issues.NotYet(group.Name, "its values are periods."));
            return null;
        }

        if (values.Contains(null))
        {
            return null;
        }

        var alias = source.Join(new NestedRows(nested, columns) { OnlyKeys = true }, values.OfType<SqlExpression>().ToSeq(), nullsMeet: false);
        var found = new SqlIsNull(new SqlColumn(alias, columns[0]), Negated: !condition.Negated);
        return condition.Negated ? new SqlBinary(SqlBinaryOperator.And, new SqlIsNull(values[0]!, Negated: true), found) : found;
    }

    private SqlExpression OfNone(Measure measure, SqlColumn number) =>
        MeasureBinder.IsZeroWhenEmpty(measure, session.Catalog) ? new SqlFunction("COALESCE", [number, new SqlNumber(0)]) : number;

    /// <summary>The nested rows of the groups that a row belongs to; null, and an issue, where it belongs to none.</summary>
    private string? ByGroups(BoundQuery nested)
    {
        if (nested.Groups.FirstOrDefault(g => g.Role == GroupRole.Time) is { } time)
        {
            session.Report(session.Issues.NotYet(time.Name, "rows are compared with those of their own period."));
            return null;
        }

        var fields = nested.Query.GroupBy.OfType<FieldGrouping>().SelectMany(g => session.Catalog.FindField(g.Field) is { } field
            ? GroupBinder.KeyColumns(field) is { IsEmpty: false } keys ? keys.Select(key => (SqlExpression?)source.Column(field.Dataset, key, g.Via)) : [source.Field(field, g.Via)]
            : []).ToList();
        return fields.Contains(null) ? null : source.Join(new NestedRows(nested, Told(nested)), fields.OfType<SqlExpression>().ToSeq(), nullsMeet: true);
    }

    /// <summary>What tells the groups apart: the keys of what is called by name, else the groups themselves.</summary>
    private static Seq<string> Told(BoundQuery nested) =>
        nested.Groups.Where((g, i) => g.Role == GroupRole.Key || nested.Groups.ElementAtOrDefault(i + 1)?.Role != GroupRole.Key).Select(g => g.Name).ToSeq();

    private Field? Known(string name)
    {
        var field = session.Catalog.FindField(name);
        if (field is null)
        {
            session.Report(session.Issues.Unknown("field", name));
        }

        return field;
    }
}
