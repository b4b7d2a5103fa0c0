using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing.Rewriting;

/// <summary>A FULL JOIN b as a table: the rows of a LEFT JOIN b, and the rows of b for which there is none in a.</summary>
internal static class FullJoins
{
    public static SqlQuery Rewrite(SqlQuery query, Action<string> unsayable) => SelectRewriting.EachSelect(query, select =>
    {
        for (var number = 1; Find(select.From) is { } join; number++)
        {
            if (Without(select, join, number == 1 ? "joined" : $"joined_{number}") is not { } rewritten)
            {
                unsayable("FULL JOIN in this query");
                return select;
            }

            select = rewritten;
        }

        return select;
    });

    /// <summary>The innermost full join, so that its sides hold none.</summary>
    private static SqlJoin? Find(SqlRelation? relation) =>
        relation is SqlJoin join ? Find(join.Left) ?? Find(join.Right) ?? (join.Kind == SqlJoinKind.Full ? join : null) : null;

    private static SqlSelect? Without(SqlSelect select, SqlJoin join, string name)
    {
        var left = SelectRewriting.Aliases(join.Left).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var right = SelectRewriting.Aliases(join.Right).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var outside = select with { From = Replaced(select.From, join, new SqlTable([name]), _ => null) };
        var columns = SelectRewriting.Expressions(outside).SelectMany(node => SqlAnalysis.Columns(node)).Distinct().ToList();
        var outputs = select.Items.Select(item => item.Alias).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (join.On is null || select.Items.Any(item => item.Expression is SqlStar)
            || SelectRewriting.IsShadowed(outside, [.. left, .. right, name]) || columns.Any(column => column.Table is null && !outputs.Contains(column.Name)))
        {
            return null;
        }

        // Where no column is read, the rows are counted all the same.
        var read = columns.Where(column => column.Table is { } table && (left.Contains(table) || right.Contains(table))).ToList();
        var matched = new SqlSelect(Items(read, _ => true), join with { Kind = SqlJoinKind.Left });
        var missing = new SqlSelect(Items(read, column => right.Contains(column.Table ?? "")), join.Right)
        {
            Where = new SqlExists(new SqlSelect([new SqlSelectItem(new SqlNumber(1))], join.Left) { Where = join.On }, Negated: true),
        };
        var rows = new SqlDerivedTable(new SqlSetOperation(SqlSetOperator.Union, All: true, matched, missing), name);
        var bare = outside with { From = null, Items = select.Items.Select(SelectRewriting.Named).ToSeq() };
        return SelectRewriting.Replace(bare, Moved) with { From = Replaced(select.From, join, rows, Moved) };

        SqlColumn? Moved(SqlExpression expression) => expression is SqlColumn column && read.Contains(column) ? new SqlColumn(name, Column(column)) : null;
    }

    /// <summary>The tables with the join as one of them, and the conditions of the other joins as they read then.</summary>
    private static SqlRelation? Replaced(SqlRelation? relation, SqlJoin join, SqlRelation by, Func<SqlExpression, SqlExpression?> moved)
    {
        if (ReferenceEquals(relation, join))
        {
            return by;
        }

        return relation is SqlJoin other
            ? new SqlJoin(other.Kind, Replaced(other.Left, join, by, moved)!, Replaced(other.Right, join, by, moved)!, other.On is null ? null : SelectRewriting.Replace(other.On, moved))
            : relation;
    }

    private static Seq<SqlSelectItem> Items(List<SqlColumn> columns, Func<SqlColumn, bool> isThere) => columns.Count == 0
        ? [new SqlSelectItem(new SqlNumber(1), "one")]
        : columns.Select(column => new SqlSelectItem(isThere(column) ? column : SqlNull.Instance, Column(column))).ToSeq();

    private static string Column(SqlColumn column) => $"{column.Table}_{column.Name}";
}
