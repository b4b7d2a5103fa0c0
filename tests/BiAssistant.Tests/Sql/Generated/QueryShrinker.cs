using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Sql.Generated;

/// <summary>Makes a failing query smaller while it still fails: leaves parts out, and puts a part in the place of the whole.</summary>
internal static class QueryShrinker
{
    private const int MostAttempts = 500;

    public static async Task<SqlQuery> ShrinkAsync(SqlQuery query, Func<SqlQuery, Task<bool>> stillFails)
    {
        var attempts = 0;
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            foreach (var smaller in Smaller(query).Cast<SqlQuery>())
            {
                if (++attempts > MostAttempts)
                {
                    return query;
                }

                if (await stillFails(smaller))
                {
                    (query, isSmaller) = (smaller, true);
                    break;
                }
            }
        }

        return query;
    }

    private static IEnumerable<SqlNode> Smaller(SqlNode node)
    {
        foreach (var smaller in Own(node))
        {
            yield return smaller;
        }

        var children = SqlTree.Children(node);
        for (var i = 0; i < children.Count; i++)
        {
            foreach (var smaller in Smaller(children[i]))
            {
                var at = 0;
                yield return SqlTree.MapChildren(node, child => at++ == i ? smaller : child);
            }
        }
    }

    private static IEnumerable<SqlNode> Own(SqlNode node) => node switch
    {
        SqlQuery query => OfQuery(query),
        SqlJoin join => [join.Left, join.Right],
        SqlAggregate { Filter: not null } aggregate => [aggregate with { Filter = null }],
        SqlWindow window => [window.Function, window with { PartitionBy = [] }, window with { Frame = null }, .. Without(window.OrderBy).Select(orders => window with { OrderBy = orders })],
        SqlInList { Items.Count: > 1 } list => Without(list.Items).Select(items => list with { Items = items }),
        SqlCase { Branches.Count: > 1 } choice => [choice with { Branches = [choice.Branches[0]] }, .. Parts(choice)],
        SqlExpression expression and not SqlLiteral => Parts(expression),
        _ => [],
    };

    private static IEnumerable<SqlNode> Parts(SqlExpression expression) =>
        SqlTree.Children(expression).SelectMany(child => child is SqlWhen branch ? [branch.Result, branch.Condition] : child is SqlExpression part ? [part] : Enumerable.Empty<SqlExpression>());

    private static IEnumerable<SqlQuery> OfQuery(SqlQuery query)
    {
        foreach (var steps in Without(query.With))
        {
            yield return query with { With = steps };
        }

        if (query.Limit is not null || query.Offset is not null)
        {
            yield return query with { Limit = null, Offset = null };
        }

        foreach (var orders in Without(query.OrderBy))
        {
            yield return query with { OrderBy = orders };
        }

        if (query is SqlSetOperation set)
        {
            yield return set.Left;
            yield return set.Right;
        }
        else if (query is SqlSelect select)
        {
            foreach (var smaller in OfSelect(select))
            {
                yield return smaller;
            }
        }
    }

    private static IEnumerable<SqlQuery> OfSelect(SqlSelect select)
    {
        if (select.From is SqlDerivedTable derived)
        {
            yield return derived.Query;
        }

        yield return select with { Where = null };
        yield return select with { Having = null };
        yield return select with { Distinct = false };
        foreach (var keys in Without(select.GroupBy))
        {
            yield return select with { GroupBy = keys };
        }

        foreach (var items in Without(select.Items).Where(items => !items.IsEmpty))
        {
            yield return select with { Items = items };
        }
    }

    private static IEnumerable<Seq<T>> Without<T>(Seq<T> items) => items.Select((_, left) => items.Where((_, at) => at != left).ToSeq());
}
