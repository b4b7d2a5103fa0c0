using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing.Rewriting;

/// <summary>What rewritings of whole queries share: they go through every select, innermost first, and keep the names of its columns.</summary>
internal static class SelectRewriting
{
    /// <summary>The query with each of its selects rewritten, those of steps and subqueries too.</summary>
    public static SqlQuery EachSelect(SqlQuery query, Func<SqlSelect, SqlQuery> rewrite) => (SqlQuery)Node(query, rewrite);

    private static SqlNode Node(SqlNode node, Func<SqlSelect, SqlQuery> rewrite)
    {
        var mapped = SqlTree.MapChildren(node, child => Node(child, rewrite));
        return mapped is SqlSelect select ? rewrite(select) : mapped;
    }

    /// <summary>Replaces expressions from the top: what is replaced is not looked into.</summary>
    public static T Replace<T>(T node, Func<SqlExpression, SqlExpression?> replacement)
        where T : SqlNode
    {
        return (T)Replaced(node);

        SqlNode Replaced(SqlNode current) => current is SqlExpression expression && replacement(expression) is { } replaced
            ? replaced
            : SqlTree.MapChildren(current, Replaced);
    }

    /// <summary>An item with a name for its column, so that it keeps the name when its expression changes.</summary>
    public static SqlSelectItem Named(SqlSelectItem item) => item is { Alias: null, Expression: SqlColumn column } ? item with { Alias = column.Name } : item;

    /// <summary>A group's key may be said as the position of a column.</summary>
    public static SqlExpression MeantKey(SqlExpression key, SqlSelect select) =>
        key is SqlNumber { Value: >= 1 } position && position.Value <= select.Items.Count ? select.Items[(int)position.Value - 1].Expression : key;

    /// <summary>Engines disagree on whether a bare name means a table's column or what an alias stands for.</summary>
    public static bool IsAmbiguousKey(SqlExpression key, SqlSelect select) => key is SqlColumn { Table: null } column
        && select.Items.Any(item => string.Equals(item.Alias, column.Name, StringComparison.OrdinalIgnoreCase) && item.Expression != key);

    /// <summary>The select's own expressions, and the conditions of its joins: all but what its tables hold.</summary>
    public static IEnumerable<SqlNode> Expressions(SqlSelect select) =>
        [.. select.Items, .. Some(select.Where), .. select.GroupBy, .. Some(select.Having), .. Some(select.Qualify), .. select.OrderBy, .. Conditions(select.From)];

    private static IEnumerable<SqlExpression> Conditions(SqlRelation? relation) =>
        relation is SqlJoin join ? [.. Conditions(join.Left), .. Conditions(join.Right), .. Some(join.On)] : [];

    private static IEnumerable<SqlExpression> Some(SqlExpression? expression) => expression is null ? [] : [expression];

    /// <summary>The aliases of the relations in FROM.</summary>
    public static IEnumerable<string> Aliases(SqlRelation? relation) => relation switch
    {
        SqlTable table => [table.Alias ?? table.Name[^1]],
        SqlDerivedTable derived => [derived.Alias],
        SqlJoin join => Aliases(join.Left).Concat(Aliases(join.Right)),
        _ => [],
    };

    /// <summary>Whether it names a relation that neither it nor a query in it reads, but one around it.</summary>
    public static bool ReadsOutside(SqlQuery query)
    {
        var own = query.DescendantsAndSelf().OfType<SqlSelect>().SelectMany(select => Aliases(select.From)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return SqlAnalysis.Columns(query).Any(column => column.Table is { } table && !own.Contains(table));
    }

    /// <summary>Whether a subquery below gives one of these aliases to a relation of its own, so that the name means two things.</summary>
    public static bool IsShadowed(SqlSelect select, IEnumerable<string> aliases)
    {
        var taken = aliases.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Expressions(select).SelectMany(node => node.DescendantsAndSelf()).OfType<SqlSelect>().Any(inner => Aliases(inner.From).Any(taken.Contains));
    }
}
