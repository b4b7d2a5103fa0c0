using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing.Rewriting;

/// <summary>QUALIFY as a WHERE around the query, in which the condition is a column.</summary>
internal static class QualifyFilters
{
    private const string Table = "qualified";
    private const string Kept = "is_kept";

    public static SqlQuery Rewrite(SqlQuery query, Action<string> unsayable) => SelectRewriting.EachSelect(query, select =>
    {
        if (select.Qualify is null)
        {
            return select;
        }

        var items = select.Items.Select(SelectRewriting.Named).ToList();
        if (select.Distinct || items.Any(item => item.Alias is null) || IsAmbiguous(select.Qualify, items) || select.OrderBy.Any(order => Output(order.Expression, items) is null))
        {
            unsayable("QUALIFY in this query");
            return select;
        }

        var inner = select with
        {
            With = [],
            OrderBy = [],
            Limit = null,
            Offset = null,
            Qualify = null,
            Items = items.Append(new SqlSelectItem(SelectRewriting.Replace(select.Qualify, expression => Meant(expression, items)), Kept)).ToSeq(),
        };
        return new SqlSelect(items.Select(item => new SqlSelectItem(new SqlColumn(Table, item.Alias ?? ""))).ToSeq(), new SqlDerivedTable(inner, Table))
        {
            With = select.With,
            Where = new SqlColumn(Table, Kept),
            OrderBy = select.OrderBy.Select(order => order with { Expression = Output(order.Expression, items) ?? order.Expression }).ToSeq(),
            Limit = select.Limit,
            Offset = select.Offset,
        };
    });

    /// <summary>Engines disagree on what a name means that is both a column and another column's alias.</summary>
    private static bool IsAmbiguous(SqlExpression condition, List<SqlSelectItem> items) => SqlAnalysis.Columns(condition).Any(column =>
        Meant(column, items) is { } meant && meant != column && SqlAnalysis.Columns(meant).Any(read => string.Equals(read.Name, column.Name, StringComparison.OrdinalIgnoreCase)));

    private static SqlExpression? Meant(SqlExpression expression, List<SqlSelectItem> items) =>
        expression is SqlColumn { Table: null } column ? items.Find(item => string.Equals(item.Alias, column.Name, StringComparison.OrdinalIgnoreCase))?.Expression : null;

    private static SqlColumn? Output(SqlExpression term, List<SqlSelectItem> items)
    {
        var item = items.Find(item => item.Expression == term || (term is SqlColumn { Table: null } column && string.Equals(item.Alias, column.Name, StringComparison.OrdinalIgnoreCase)));
        return item?.Alias is { } name ? new SqlColumn(Table, name) : null;
    }
}
