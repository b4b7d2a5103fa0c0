using System.Text;
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
        SqlJoin join => (SqlJoin)Children(join) with { Using = join.Using.Select(Named).ToSeq() },
        SqlCommonTable common => common with { Name = Named(common.Name), Query = Query(common.Query) },
        SqlSelectItem item => Item(item),
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

        return (SqlQuery)Children(query);
    }

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

    protected string Named(string name)
    {
        if (name.Length == 0 || name.Contains('\0'))
        {
            Refuse("sql_bad_name", "A name of a table or column cannot be empty or hold a zero character.");
        }
        else if (Encoding.UTF8.GetByteCount(name) > Dialect.LongestName)
        {
            Refuse("sql_name_too_long", $"The name '{name}' is longer than the {Dialect.LongestName} bytes that {Dialect.Name} keeps.");
        }

        return Dialect.NativeName(name);
    }
}
