using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>What one person may see. Deny when a rule exists and none matches.</summary>
internal static class AccessRules
{
    private const string UserPrefix = "user";

    public static bool MaySee(Asker asker, Dataset dataset) =>
        HasRole(asker, dataset.Access) && (dataset.RowAccess.IsEmpty || dataset.RowAccess.Any(r => r.Role == asker.Role));

    public static bool MaySee(Asker asker, Field field) => HasRole(asker, field.Access) && MaySee(asker, field.Dataset);

    /// <summary>A draft answers only its owner's roles.</summary>
    public static bool MaySee(Asker asker, Metric metric) =>
        HasRole(asker, metric.Access) && (metric.Status != MetricStatus.Draft || (metric.Owner is not null && metric.Owner == asker.Role));

    /// <summary>The rows of a dataset that the asker may see, over its logical fields; null when there is no rule. False is returned when an attribute that every matching rule needs is missing.</summary>
    public static bool TryRowFilter(Asker asker, Dataset dataset, out SqlExpression? filter)
    {
        filter = null;
        if (dataset.RowAccess.IsEmpty)
        {
            return true;
        }

        foreach (var rule in dataset.RowAccess.Where(r => r.Role == asker.Role))
        {
            if (WithAttributes(asker, rule.Filter) is { } known)
            {
                filter = filter is null ? known : new SqlBinary(SqlBinaryOperator.Or, filter, known);
            }
        }

        return filter is not null;
    }

    private static SqlExpression? WithAttributes(Asker asker, SqlExpression filter)
    {
        var missing = false;
        var replaced = filter.Rewrite(e =>
        {
            if (e is not SqlColumn { Table: UserPrefix } column)
            {
                return null;
            }

            var attribute = asker.Attributes.FirstOrDefault(a => a.Name == column.Name);
            missing |= attribute is null;
            return attribute is null ? SqlNull.Instance : new SqlParameter(column.Name, new SqlText(attribute.Value));
        });
        return missing ? null : replaced;
    }

    private static bool HasRole(Asker asker, Seq<string> roles) => roles.IsEmpty || (asker.Role is not null && roles.Contains(asker.Role));
}
