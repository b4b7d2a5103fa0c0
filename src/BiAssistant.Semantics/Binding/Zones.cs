using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// Times with a zone are read in the model's own, where they are first touched: days, hours and periods are then local everywhere, and the day on which the
/// clocks change has its 23 or 25 hours. Plain timestamps are local already.
/// </summary>
internal static class Zones
{
    private const string Utc = "UTC";
    private const string Function = "TIMEZONE";

    /// <summary>The value as local time; one that is local already stays.</summary>
    public static SqlExpression Local(SqlExpression value, SqlType type, SemanticModel model) =>
        type.Kind == SqlTypeKind.TimestampTz && !value.DescendantsAndSelf().Any(e => e is SqlFunction { Name: Function })
            ? new SqlFunction(Function, [new SqlText(model.TimeZone ?? Utc), value])
            : value;
}
