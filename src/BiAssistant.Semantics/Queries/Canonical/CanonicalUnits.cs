using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Queries.Canonical;

/// <summary>Amounts whose unit is in the data are told apart by it: unless a query names one unit, it is broken down by them.</summary>
internal sealed class CanonicalUnits(Catalog catalog, List<Issue> issues)
{
    /// <summary>The query with a breakdown for each field of units that its measures would mix.</summary>
    internal SemanticQuery Split(SemanticQuery query)
    {
        foreach (var unit in query.Measures.SelectMany(Mixed).Distinct().ToList())
        {
            var name = catalog.NameOf(unit);
            if (query.GroupBy.Any(g => g is FieldGrouping field && ReferenceEquals(catalog.FindField(field.Field), unit)) || Names(query.Where, unit))
            {
                continue;
            }

            query = query with { GroupBy = query.GroupBy.Add(new FieldGrouping(name)) };
            issues.Add(new Issue("split_by_unit", $"The amounts are in several units, which do not add up, so they are shown by {Labels.InSentence(Labels.Of(unit, "en"))}.")
            {
                Severity = IssueSeverity.Note,
                Element = name,
            });
        }

        return query;
    }

    /// <summary>The groupings among a query's that tell the units of a measure apart, so that a total over other groups stays within each unit.</summary>
    internal IEnumerable<Grouping> Kept(Measure measure, Seq<Grouping> groups)
    {
        var units = Mixed(measure).ToList();
        return groups.Where(g => g is FieldGrouping field && units.Any(u => ReferenceEquals(catalog.FindField(field.Field), u)));
    }

    /// <summary>The fields whose units a measure adds up, unless it names one.</summary>
    private IEnumerable<Field> Mixed(Measure measure) => UnitsOf(measure).Where(u => !Names(measure.Filter, u));

    private IEnumerable<Field> UnitsOf(Measure measure) => measure switch
    {
        MetricMeasure m when catalog.FindMetric(m.Metric) is { } metric => Formulas.Aggregates(metric.Formula).SelectMany(a => UnitsOf(a, metric)),
        AggregateMeasure { Function: not (AggregateFunction.Count or AggregateFunction.CountDistinct) } m when catalog.FindField(m.Field) is { } field => UnitOf(field),
        _ => measure.Parts.SelectMany(Mixed),
    };

    private IEnumerable<Field> UnitsOf(AggregateFormula leaf, Metric metric)
    {
        if (leaf.Call.Name == "COUNT" || Conversions(metric).Contains(leaf.Call))
        {
            return [];
        }

        var own = metric.UnitField is { } said && FindField(said, leaf.Root) is { } declared ? [declared] : Enumerable.Empty<Field>();
        var mixed = SqlAnalysis.Columns(leaf.Call).Select(FieldOf).OfType<Field>().SelectMany(UnitOf);
        return own.Concat(mixed).Where(unit => !leaf.Filters.Any(f => Names(f, unit)));
    }

    /// <summary>The aggregates that are in one unit because their metric says so: amounts that another field makes into it, such as a rate. A unit that is only said of bare amounts converts nothing.</summary>
    private IEnumerable<SqlAggregate> Conversions(Metric metric) =>
        !metric.PartNames.IsEmpty ? metric.PartNames.Select(catalog.FindMetric).OfType<Metric>().SelectMany(Conversions)
        : metric.Unit.IsEmpty || metric.UnitField is not null ? []
        : Formulas.Aggregates(metric.Formula).Select(a => a.Call).Where(call => SqlAnalysis.Columns(call).Select(FieldOf).OfType<Field>().Any(f => f.UnitField is null));

    private IEnumerable<Field> UnitOf(Field field) => field.UnitField is { } name && FindField(name, field.Dataset) is { } unit ? [unit] : [];

    private Field? FindField(string name, Dataset home) =>
        home.FindField(name) ?? catalog.FindField(name) ?? catalog.Fields.Where(f => f.Name == name).Take(2).ToList() switch { [var only] => only, _ => null };

    private Field? FieldOf(SqlColumn column) => column.Table is not { } table ? null
        : (catalog.FindDataset(table) ?? catalog.FindRelationship(table)?.To)?.FindField(column.Name);

    private bool Names(Condition? condition, Field unit) => condition switch
    {
        FieldComparison { Operator: ComparisonOperator.Equal } c => ReferenceEquals(catalog.FindField(c.Field), unit),
        FieldIn { Negated: false, Values: [_] } c => ReferenceEquals(catalog.FindField(c.Field), unit),
        AllOf all => all.Conditions.Any(c => Names(c, unit)),
        _ => false,
    };

    private bool Names(SqlExpression filter, Field unit) => filter switch
    {
        SqlBinary { Operator: SqlBinaryOperator.Equal, Left: SqlColumn column, Right: SqlLiteral } => ReferenceEquals(FieldOf(column), unit),
        SqlBinary { Operator: SqlBinaryOperator.And } both => Names(both.Left, unit) || Names(both.Right, unit),
        _ => false,
    };
}
