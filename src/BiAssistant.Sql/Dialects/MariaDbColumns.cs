using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing.Rewriting;

namespace BiAssistant.Sql.Dialects;

/// <summary>Columns that MariaDB 10.11 does not find, or finds in the wrong rows, said as something computed from them that has their values.</summary>
internal static class MariaDbColumns
{
    public static SqlSelect Rewrite(SqlSelect select) => InWindows(InHaving(select));

    /// <summary>HAVING finds a key of the groups by its name alone, and none where two keys have one name (<c>GROUP BY a.opened, b.opened</c>): in its own group a key is the least of itself.</summary>
    private static SqlSelect InHaving(SqlSelect select)
    {
        var alike = select.GroupBy.OfType<SqlColumn>().Distinct().GroupBy(key => key.Name, StringComparer.OrdinalIgnoreCase).Where(keys => keys.Count() > 1).SelectMany(keys => keys).ToHashSet();
        return select.Having is null || alike.Count == 0
            ? select
            : select with { Having = SelectRewriting.Replace(select.Having, part => part is SqlAggregate ? part : part is SqlColumn key && alike.Contains(key) ? new SqlAggregate("MIN", [key]) : null) };
    }

    /// <summary>
    /// Where a column of a step or of a query in FROM is what a window is computed of and is compared with the rows of a query in WHERE (IN, EXISTS), the window's column is also taken for
    /// those rows', and rows of the answer are lost. What is computed from it is not.
    /// </summary>
    private static SqlSelect InWindows(SqlSelect select)
    {
        var asked = select.Where is null ? [] : Asking(select.Where).SelectMany(part => SqlAnalysis.Columns(part)).Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return asked.Count == 0 ? select : select with
        {
            Items = select.Items.Select(item => SelectRewriting.Replace(item, Computed)).ToSeq(),
            OrderBy = select.OrderBy.Select(order => SelectRewriting.Replace(order, Computed)).ToSeq(),
        };

        SqlExpression? Computed(SqlExpression expression) => expression is SqlWindow window
            ? window with { Function = (SqlExpression)SqlTree.MapChildren(window.Function, part => part is SqlColumn column && asked.Contains(column.Name) ? new SqlFunction("COALESCE", [column]) : part) }
            : null;
    }

    /// <summary>The smallest conditions that hold a query.</summary>
    private static IEnumerable<SqlExpression> Asking(SqlExpression condition) => condition switch
    {
        SqlBinary { Operator: SqlBinaryOperator.And or SqlBinaryOperator.Or } both => Asking(both.Left).Concat(Asking(both.Right)),
        _ => condition.DescendantsAndSelf().Any(part => part is SqlQuery) ? [condition] : [],
    };
}
