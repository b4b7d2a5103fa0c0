using System.Globalization;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>What one person may see. Deny when a rule exists and none matches.</summary>
public static class AccessRules
{
    private const string UserPrefix = "user";

    /// <summary>What is a kind of something is seen by those who see both.</summary>
    public static bool MaySee(Asker asker, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.Lineage.All(d =>
            HasRole(asker, d.Access) && (ReferenceEquals(asker, Asker.Product) || d.RowAccess.IsEmpty || d.RowAccess.Any(r => r.Role == asker.Role)));
    }

    /// <summary>Whether the values of a field may be listed, filtered, grouped, sorted or aggregated; those of a sensitive field that may not are masked.</summary>
    public static bool MaySee(Asker asker, Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return HasRole(asker, field.Access) && MaySee(asker, field.Dataset);
    }

    /// <summary>A draft answers only its owner's roles.</summary>
    public static bool MaySee(Asker asker, Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return HasRole(asker, metric.Access) && (metric.Status != MetricStatus.Draft || (metric.Owner is not null && metric.Owner == asker.Role));
    }

    /// <summary>Whether a physical column gives away values that the asker may not see: it is all that a field of theirs is.</summary>
    internal static bool MaySee(Asker asker, Dataset dataset, string column) =>
        dataset.Fields.Where(f => f.Expression is SqlColumn { Table: null } only && only.Name == column).All(f => HasRole(asker, f.Access))
        && (dataset is not { SharesRows: true, Supertype: { } super } || MaySee(asker, super, column));

    /// <summary>A metric with roles of its own says to whom its number may be told, whatever the fields that it is computed from say.</summary>
    internal static bool Grants(Asker asker, Metric metric) => !metric.Access.IsEmpty && HasRole(asker, metric.Access);

    /// <summary>The rows of a dataset that the asker may see, over its logical fields; null when there is no rule. False is returned when an attribute that every matching rule needs is missing.</summary>
    internal static bool TryRowFilter(Asker asker, Dataset dataset, out SqlExpression? filter)
    {
        filter = null;
        if (dataset.RowAccess.IsEmpty || ReferenceEquals(asker, Asker.Product))
        {
            return true;
        }

        foreach (var rule in dataset.RowAccess.Where(r => r.Role == asker.Role))
        {
            if (WithAttributes(asker, dataset, rule.Filter) is { } known)
            {
                filter = filter is null ? known : new SqlBinary(SqlBinaryOperator.Or, filter, known);
            }
        }

        return filter is not null;
    }

    /// <summary>The rule with the asker's attributes in place, each in the type that it is compared with; null when one is missing or is no value of that type.</summary>
    private static SqlExpression? WithAttributes(Asker asker, Dataset dataset, SqlExpression filter)
    {
        var missing = false;
        var replaced = filter.Rewrite(e => e switch
        {
            SqlColumn { Table: UserPrefix } column => Attribute(column.Name),
            SqlBinary { Left: SqlColumn column } binary => binary with { Right = As(TypeOf(column), binary.Right) },
            SqlBinary { Right: SqlColumn column } binary => binary with { Left = As(TypeOf(column), binary.Left) },
            SqlInList { Operand: SqlColumn column } list => list with { Items = list.Items.Select(i => As(TypeOf(column), i)).ToSeq() },
            SqlBetween { Operand: SqlColumn column } between => between with { Low = As(TypeOf(column), between.Low), High = As(TypeOf(column), between.High) },
            _ => null,
        });
        return missing ? null : replaced;

        SqlExpression Attribute(string name)
        {
            var attribute = asker.Attributes.FirstOrDefault(a => a.Name == name);
            missing |= attribute is null;
            return attribute is null ? SqlNull.Instance : new SqlParameter(name, new SqlText(attribute.Value));
        }

        SqlExpression As(SqlType type, SqlExpression value)
        {
            if (value is not SqlParameter { Value: SqlText { Value: var text } } attribute)
            {
                return value;
            }

            var typed = Typed(text, type);
            missing |= typed is null;
            return attribute with { Value = typed ?? SqlNull.Instance };
        }

        SqlType TypeOf(SqlColumn column) => (column.Table is null || column.Table == dataset.Name || column.Table == dataset.Id ? dataset.FindField(column.Name)?.Type : null) ?? SqlType.Unknown;
    }

    private static SqlLiteral? Typed(string text, SqlType type) => type.Kind switch
    {
        _ when type.IsNumeric => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new SqlNumber(number) : null,
        SqlTypeKind.Boolean => bool.TryParse(text, out var flag) ? new SqlBoolean(flag) : null,
        SqlTypeKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new SqlDate(day) : null,
        _ => new SqlText(text),
    };

    private static bool HasRole(Asker asker, Seq<string> roles) =>
        roles.IsEmpty || ReferenceEquals(asker, Asker.Product) || (asker.Role is not null && roles.Contains(asker.Role));
}
