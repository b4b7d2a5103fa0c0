using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing.Rewriting;

/// <summary>
/// Groups first, and what is computed from them in a query around it, for an engine that gives columns another group's average, or none, where only different rows are wanted and one
/// column computes with an aggregate: <c>SELECT DISTINCT AVG(x), MAX(y) + 1 … GROUP BY z</c>.
/// </summary>
internal static class GroupsFirst
{
    private const string Table = "grouped";

    public static SqlQuery Rewrite(SqlQuery query, Action<string> unsayable) => SelectRewriting.EachSelect(query, select =>
    {
        if (select.GroupBy.IsEmpty || !select.Distinct || !select.Items.Any(ComputesWithAggregate))
        {
            return select;
        }

        if (!select.Items.Any(item => SqlAnalysis.HasSubquery(item)) && new Apart(select).Select() is { } rewritten)
        {
            return rewritten;
        }

        unsayable("DISTINCT over what is computed from groups");
        return select;
    });

    private static bool ComputesWithAggregate(SqlSelectItem item) => item.Expression is not SqlAggregate && !SqlAnalysis.Aggregates(item.Expression).IsEmpty;

    /// <summary>One select on its way into the two.</summary>
    private sealed class Apart(SqlSelect select)
    {
        private readonly List<SqlSelectItem> _inner = [];

        /// <summary>Null where something else is read than keys and aggregates.</summary>
        public SqlSelect? Select()
        {
            var items = select.Items.Select(SelectRewriting.Named).Select(item => item with { Expression = Outside(item.Expression) }).ToSeq();
            var order = select.OrderBy.Select(term => term with { Expression = Outside(term.Expression) }).ToSeq();
            var inner = select with { With = [], Items = _inner.ToSeq(), OrderBy = [], Limit = null, Offset = null, Distinct = false };
            return items.SelectMany(item => SqlAnalysis.Columns(item)).Any(column => column.Table != Table) || order.SelectMany(term => SqlAnalysis.Columns(term)).Any(column => column.Table is not (null or Table))
                ? null
                : new SqlSelect(items, new SqlDerivedTable(inner, Table)) { With = select.With, Distinct = select.Distinct, OrderBy = order, Limit = select.Limit, Offset = select.Offset };
        }

        private SqlExpression Outside(SqlExpression expression) => SelectRewriting.Replace(expression, Computed);

        private SqlExpression? Computed(SqlExpression expression) => expression switch
        {
            SqlWindow window => window with
            {
                Function = (SqlExpression)SqlTree.MapChildren(window.Function, part => part is SqlExpression argument ? Outside(argument) : part),
                PartitionBy = window.PartitionBy.Select(Outside).ToSeq(),
                OrderBy = window.OrderBy.Select(term => term with { Expression = Outside(term.Expression) }).ToSeq(),
            },
            _ when expression is SqlAggregate || select.GroupBy.Contains(expression) => Column(expression),
            _ => null,
        };

        private SqlColumn Column(SqlExpression expression)
        {
            var item = _inner.Find(known => known.Expression == expression);
            if (item is null)
            {
                var name = UniqueName.Of(expression is SqlColumn column ? column.Name : "number", free => _inner.TrueForAll(known => known.Alias != free));
                _inner.Add(item = new SqlSelectItem(expression, name));
            }

            return new SqlColumn(Table, item.Alias!);
        }
    }
}
