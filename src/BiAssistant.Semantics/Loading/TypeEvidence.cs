using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Loading;

/// <summary>
/// What a field is, where neither its datatype nor its expression tells: what is added up, averaged, multiplied or counted in a unit is a number, and what lists values is of
/// their kind. Dates are left alone: whether a text is one only its warehouse knows.
/// </summary>
internal static class TypeEvidence
{
    private static readonly SqlType Number = new(SqlTypeKind.Decimal);

    public static void Apply(IEnumerable<SemanticModel> models, IEnumerable<Metric> metrics)
    {
        foreach (var dataset in models.SelectMany(m => m.Datasets))
        {
            foreach (var field in dataset.Fields.Where(IsOpen))
            {
                field.Type = Of(field);
            }
        }

        foreach (var formula in metrics.SelectMany(m => Formulas.Aggregates(m.Formula)).Where(f => f.Call.Name is "SUM" or "AVG" or "MEDIAN"))
        {
            foreach (var column in formula.Call.Arguments.SelectMany(Factors))
            {
                if ((column.Table is null || column.Table == formula.Root.Name || column.Table == formula.Root.Id) && formula.Root.FindField(column.Name) is { } field && IsOpen(field))
                {
                    field.Type = Number;
                }
            }
        }
    }

    private static bool IsOpen(Field field) => field is { Type.Kind: SqlTypeKind.Unknown, InheritedFrom: null, IsTime: false };

    private static SqlType Of(Field field) =>
        field.Format is ValueFormat.Money or ValueFormat.Percent or ValueFormat.Duration or ValueFormat.Number or ValueFormat.Integer || !field.Unit.IsEmpty
            || field.DefaultAggregate is DefaultAggregate.Sum or DefaultAggregate.Average ? Number
        : field.Values.IsEmpty ? SqlType.Unknown
        : field.Values.All(v => v.Value is SqlText) ? SqlType.Text
        : field.Values.All(v => v.Value is SqlBoolean) ? SqlType.Boolean
        : SqlType.Unknown;

    /// <summary>The columns that a sum is made of by multiplication and division alone; of a difference it may be dates.</summary>
    private static IEnumerable<SqlColumn> Factors(SqlExpression expression) => expression switch
    {
        SqlColumn column => [column],
        SqlBinary { Operator: SqlBinaryOperator.Multiply or SqlBinaryOperator.Divide } product => Factors(product.Left).Concat(Factors(product.Right)),
        _ => [],
    };
}
