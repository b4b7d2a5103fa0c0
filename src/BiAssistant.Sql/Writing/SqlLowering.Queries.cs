using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing;

/// <summary>Queries, relations and names on their way into a dialect.</summary>
internal abstract partial class SqlLowering
{
    protected SqlNode Node(SqlNode node) => node switch
    {
        SqlExpression expression => Lower(expression),
        SqlQuery query => WholeQuery(query),
        SqlTable table => Table(table),
        SqlDerivedTable derived => new SqlDerivedTable(Query(derived.Query), Named(derived.Alias)),
        SqlJoin join => (SqlJoin)Children(join with { On = null }) with { On = join.On is null ? null : Condition(join.On), Using = join.Using.Select(Named).ToSeq() },
        SqlCommonTable common => common with { Name = Named(common.Name), Query = Query(common.Query) },
        SqlSelectItem item => Item(item),
        SqlOrder order => new SqlOrder(Lower(order.Expression), order.Descending, order.Nulls),
        _ => Children(node),
    };

    protected virtual SqlQuery WholeQuery(SqlQuery query)
    {
        if (query.Limit < 0 || query.Offset < 0)
        {
            Refuse("sql_negative_limit", "A number of rows cannot be negative.");
        }

        if (query is SqlSelect { Items.IsEmpty: true })
        {
            Refuse("sql_nothing_selected", "A query needs at least one column.");
        }

        var asked = Dialect.HasNullOrder ? query : SqlNullOrders.Sayable(query, Dialect);
        return asked is SqlSelect select ? Select(select) : (SqlQuery)Children(asked);
    }

    protected virtual SqlSelect Select(SqlSelect select)
    {
        var bare = (SqlSelect)Children(select with { Where = null, Having = null, Qualify = null, OrderBy = [] });
        return bare with
        {
            Where = select.Where is null ? null : Condition(select.Where),
            Having = select.Having is null ? null : Condition(select.Having),
            Qualify = select.Qualify is null ? null : Condition(select.Qualify),
            OrderBy = select.OrderBy.Select(order => (SqlOrder)Node(order)).ToSeq(),
        };
    }

    /// <summary>The terms of a window's ordering, with keys for the nulls where they cannot be ordered by words.</summary>
    protected Seq<SqlOrder> Orders(Seq<SqlOrder> orders) =>
        (Dialect.HasNullOrder ? orders : SqlNullOrders.WithKeys(orders, Dialect)).Select(order => (SqlOrder)Node(order)).ToSeq();

    private SqlTable Table(SqlTable table)
    {
        var name = table.Name.Select(Named).ToSeq();
        var alias = table.Alias is null ? null : Named(table.Alias);
        return new SqlTable(name, alias == name[^1] ? null : alias);
    }

    private SqlSelectItem Item(SqlSelectItem item)
    {
        var expression = Lower(item.Expression);
        var alias = item.Alias is null ? null : Named(item.Alias);
        return new SqlSelectItem(expression, expression is SqlColumn column && column.Name == alias ? null : alias);
    }

    protected virtual string Named(string name)
    {
        if (name.Length == 0 || name.Contains('\0'))
        {
            Refuse("sql_bad_name", "A name of a table or column cannot be empty or hold a zero character.");
        }
        else if (Dialect.LengthOf(name) > Dialect.LongestName)
        {
            Refuse("sql_name_too_long", $"The name '{name}' is longer than the {Dialect.LongestName} characters that {Dialect.Name} keeps.");
        }

        return Dialect.NativeName(name);
    }
}
