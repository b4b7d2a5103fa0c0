using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Queries.Canonical;

internal sealed partial class CanonicalConditions
{
    /// <summary>The field whose name comes first stands on the left; a negated equality is an inequality, and a negated order stays one (empty values meet neither side).</summary>
    private Condition Compared(FieldsCompared compared, bool negated)
    {
        var canonical = compared with
        {
            Field = Name(compared.Field),
            Other = Name(compared.Other),
            Via = scope.Names.Relationship(compared.Via),
            OtherVia = scope.Names.Relationship(compared.OtherVia),
        };
        if ((canonical.Field, canonical.Via) == (canonical.Other, canonical.OtherVia))
        {
            scope.Report("compared_with_itself", $"\"{canonical.Field}\" is compared with itself.", canonical.Field);
        }

        if (string.CompareOrdinal($"{canonical.Field} {canonical.Via}", $"{canonical.Other} {canonical.OtherVia}") > 0)
        {
            canonical = new FieldsCompared(canonical.Other, Comparing.Mirrored(canonical.Operator), canonical.Field, canonical.OtherVia, canonical.Via);
        }

        return Negated(canonical, canonical.Operator, negated, o => canonical with { Operator = o });
    }

    private Condition? Against(FieldAgainstMeasure against, bool negated)
    {
        var groupings = new CanonicalGroupings(scope, asked, null);
        var within = CanonicalColumns.Sorted(against.Within.Select(groupings.Of).Distinct());
        var measure = new CanonicalMeasures(scope, this, groupings, within, asked, null).Part(against.Measure);
        if (measure is ConstantMeasure { Value: var value })
        {
            return Of(new FieldComparison(against.Field, against.Operator, new SqlNumber(value), against.Via), negated);
        }

        var canonical = new FieldAgainstMeasure(Name(against.Field), against.Operator, measure, within, scope.Names.Relationship(against.Via));
        return Negated(canonical, canonical.Operator, negated, o => canonical with { Operator = o });
    }

    private FieldInQuery Member(FieldInQuery member)
    {
        var (query, columns) = CanonicalQuery.Inside(member.Query, scope);
        var column = member.Column is { } said ? columns.Renamed(said) : null;
        if (column is null ? query.GroupBy.Count != 1 : !columns.Groups.Contains(column))
        {
            scope.Report("which_column", "A field is looked for among the groups of a nested query: say in which of its groupings.", member.Column, columns.Groups);
        }

        return member with { Field = Name(member.Field), Query = query, Column = query.GroupBy.Count == 1 ? null : column, Via = scope.Names.Relationship(member.Via) };
    }

    private RelatedRows Related(RelatedRows rows) => new(
        DatasetName(rows.Dataset),
        Of(rows.Where),
        rows.Period is { } period && periods.Of(period) is { } absolute and not { From: null, To: null } ? absolute : null,
        rows.Of is { } about ? DatasetName(about) : null,
        scope.Names.Relationship(rows.Via));

    /// <summary>At least one is existence, none is absence; a count is told by "at least" and "fewer than".</summary>
    private Condition? Counted(RelatedCount counted)
    {
        var rows = Related(counted.Rows);
        var (comparison, count) = counted.Operator switch
        {
            ComparisonOperator.Greater when counted.Count < int.MaxValue => (ComparisonOperator.GreaterOrEqual, counted.Count + 1),
            ComparisonOperator.LessOrEqual when counted.Count < int.MaxValue => (ComparisonOperator.Less, counted.Count + 1),
            _ => (counted.Operator, counted.Count),
        };
        switch (comparison)
        {
            case ComparisonOperator.GreaterOrEqual when count <= 0:
            case ComparisonOperator.NotEqual when count < 0:
                return null;
            case ComparisonOperator.Less when count <= 0:
            case ComparisonOperator.Equal when count < 0:
                scope.Report("no_values", $"There are never fewer than no {rows.Dataset}, so nothing can meet the condition.", rows.Dataset);
                return null;
            case ComparisonOperator.GreaterOrEqual when count == 1:
            case ComparisonOperator.NotEqual when count == 0:
                return new RelatedExists(rows);
            case ComparisonOperator.Less when count == 1:
            case ComparisonOperator.Equal when count == 0:
                return new RelatedExists(rows, Negated: true);
            default:
                return new RelatedCount(rows, comparison, count);
        }
    }

    private static Condition Negated(Condition condition, ComparisonOperator comparison, bool negated, Func<ComparisonOperator, Condition> with) => comparison switch
    {
        _ when !negated => condition,
        ComparisonOperator.Equal or ComparisonOperator.NotEqual => with(Comparing.Opposite(comparison)),
        _ => new Not(condition),
    };

    private string DatasetName(string name) => scope.Names.Dataset(name) is { } dataset ? scope.Catalog.NameOf(dataset) : name;
}
