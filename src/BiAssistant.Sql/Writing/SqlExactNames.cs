using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing;

/// <summary>
/// Names that are in quotes for their case alone. Portable names are written as each engine folds them, so that <c>"fee"</c> of Snowflake would become FEE,
/// another column: such a name is refused. One that only labels an output and is named nowhere else may change its case.
/// </summary>
internal static class SqlExactNames
{
    public static Issue? Problem(SqlNode native, SqlDialect dialect)
    {
        var names = native.DescendantsAndSelf().SelectMany(Names).ToHashSet(StringComparer.Ordinal);
        names.UnionWith(native.DescendantsAndSelf().OfType<SqlSelectItem>().Except(Labels(native)).Select(item => item.Alias).OfType<string>());
        return names.FirstOrDefault(name => dialect.NativeName(name) != name) is { } exact
            ? new Issue("sql_unportable", $"The name \"{exact}\" is in quotes because its case matters to {dialect.Name}; portable names are folded as each engine folds them and do not say that.")
            : null;
    }

    private static IEnumerable<string> Names(SqlNode node) => node switch
    {
        SqlColumn column => Given(column.Table, column.Name),
        SqlStar star => Given(star.Table),
        SqlTable table => [.. table.Name, .. Given(table.Alias)],
        SqlDerivedTable derived => [derived.Alias],
        SqlCommonTable common => [common.Name],
        SqlJoin join => join.Using,
        _ => [],
    };

    private static IEnumerable<string> Given(params ReadOnlySpan<string?> names) => Seq.Create(names).OfType<string>();

    /// <summary>The selected items that give the outermost query its columns.</summary>
    private static IEnumerable<SqlSelectItem> Labels(SqlNode node) => node switch
    {
        SqlSelect select => select.Items,
        SqlSetOperation set => Labels(set.Left).Concat(Labels(set.Right)),
        _ => [],
    };
}
