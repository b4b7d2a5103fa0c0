using System.Diagnostics;

namespace BiAssistant.Sql.Tree;

/// <summary>The one place that knows the children of every kind of node; every pass over the tree goes through it.</summary>
public static class SqlTree
{
    /// <summary>The same node with each direct child replaced; a child's replacement must fit its place (an expression for an expression).</summary>
    public static SqlNode MapChildren(SqlNode node, Func<SqlNode, SqlNode> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return node switch
        {
            SqlQuery query => MapQuery(query, map),
            SqlExpression expression => MapExpression(expression, map),
            SqlTable or SqlFrameEnd => node,
            SqlDerivedTable derived => derived with { Query = One(derived.Query, map) },
            SqlJoin join => join with { Left = One(join.Left, map), Right = One(join.Right, map), On = Maybe(join.On, map) },
            SqlCommonTable common => common with { Query = One(common.Query, map) },
            SqlSelectItem item => item with { Expression = One(item.Expression, map) },
            SqlOrder order => order with { Expression = One(order.Expression, map) },
            SqlWhen branch => new SqlWhen(One(branch.Condition, map), One(branch.Result, map)),
            SqlFrame frame => frame with { From = One(frame.From, map), To = One(frame.To, map) },
            _ => throw new UnreachableException(node?.GetType().Name),
        };
    }

    /// <summary>The direct children, in the order in which they are written.</summary>
    public static IReadOnlyList<SqlNode> Children(SqlNode node)
    {
        var children = new List<SqlNode>();
        MapChildren(node, child =>
        {
            children.Add(child);
            return child;
        });
        return children;
    }

    /// <summary>The node and everything below it, parents first, without recursion.</summary>
    public static IEnumerable<SqlNode> DescendantsAndSelf(this SqlNode node)
    {
        var pending = new Stack<SqlNode>([node]);
        while (pending.TryPop(out var next))
        {
            yield return next;
            var children = Children(next);
            for (var i = children.Count - 1; i >= 0; i--)
            {
                pending.Push(children[i]);
            }
        }
    }

    /// <summary>The number of nodes on the longest way down, counted without recursion.</summary>
    public static int Height(this SqlNode node)
    {
        var highest = 0;
        var pending = new Stack<(SqlNode Node, int Depth)>([(node, 1)]);
        while (pending.TryPop(out var next))
        {
            highest = Math.Max(highest, next.Depth);
            foreach (var child in Children(next.Node))
            {
                pending.Push((child, next.Depth + 1));
            }
        }

        return highest;
    }

    /// <summary>Replaces expressions bottom-up, inside subqueries too; null keeps an expression as it is.</summary>
    public static SqlExpression Rewrite(this SqlExpression expression, Func<SqlExpression, SqlExpression?> map) =>
        (SqlExpression)RewriteNode(expression, map);

    /// <inheritdoc cref="Rewrite(SqlExpression, Func{SqlExpression, SqlExpression?})"/>
    public static SqlQuery Rewrite(this SqlQuery query, Func<SqlExpression, SqlExpression?> map) =>
        (SqlQuery)RewriteNode(query, map);

    private static SqlNode RewriteNode(SqlNode node, Func<SqlExpression, SqlExpression?> map)
    {
        var mapped = MapChildren(node, child => RewriteNode(child, map));
        return mapped is SqlExpression expression ? map(expression) ?? expression : mapped;
    }

    private static SqlQuery MapQuery(SqlQuery query, Func<SqlNode, SqlNode> map)
    {
        var with = Many(query.With, map);
        SqlQuery body = query switch
        {
            SqlSelect select => select with
            {
                Items = Many(select.Items, map),
                From = Maybe(select.From, map),
                Where = Maybe(select.Where, map),
                GroupBy = Many(select.GroupBy, map),
                Having = Maybe(select.Having, map),
                Qualify = Maybe(select.Qualify, map),
            },
            SqlSetOperation set => set with { Left = One(set.Left, map), Right = One(set.Right, map) },
            _ => throw new UnreachableException(query.GetType().Name),
        };
        return body with { With = with, OrderBy = Many(query.OrderBy, map) };
    }

    private static SqlExpression MapExpression(SqlExpression expression, Func<SqlNode, SqlNode> map) => expression switch
    {
        SqlLiteral or SqlParameter or SqlColumn or SqlStar or SqlNow or SqlWord => expression,
        SqlUnary unary => unary with { Operand = One(unary.Operand, map) },
        SqlBinary binary => binary with { Left = One(binary.Left, map), Right = One(binary.Right, map) },
        SqlCase choice => choice with { Operand = Maybe(choice.Operand, map), Branches = Many(choice.Branches, map), Else = Maybe(choice.Else, map) },
        SqlCast cast => cast with { Operand = One(cast.Operand, map) },
        SqlBetween between => between with { Operand = One(between.Operand, map), Low = One(between.Low, map), High = One(between.High, map) },
        SqlInList list => list with { Operand = One(list.Operand, map), Items = Many(list.Items, map) },
        SqlInQuery within => within with { Operand = One(within.Operand, map), Query = One(within.Query, map) },
        SqlExists exists => exists with { Query = One(exists.Query, map) },
        SqlScalarQuery scalar => scalar with { Query = One(scalar.Query, map) },
        SqlQuantified quantified => quantified with { Operand = One(quantified.Operand, map), Query = One(quantified.Query, map) },
        SqlLike like => like with { Operand = One(like.Operand, map), Pattern = One(like.Pattern, map), Escape = Maybe(like.Escape, map) },
        SqlIsNull isNull => isNull with { Operand = One(isNull.Operand, map) },
        SqlIsDistinct distinct => distinct with { Left = One(distinct.Left, map), Right = One(distinct.Right, map) },
        SqlFunction function => function with { Arguments = Many(function.Arguments, map) },
        SqlAggregate aggregate => aggregate with
        {
            Arguments = Many(aggregate.Arguments, map),
            OrderBy = Many(aggregate.OrderBy, map),
            Filter = Maybe(aggregate.Filter, map),
        },
        SqlIntervalOf interval => interval with { Amount = One(interval.Amount, map) },
        SqlElement element => element with { List = One(element.List, map) },
        SqlDateTrunc truncation => truncation with { Operand = One(truncation.Operand, map) },
        SqlDateAdd add => add with { Amount = One(add.Amount, map), Operand = One(add.Operand, map) },
        SqlDateDiff difference => difference with { From = One(difference.From, map), To = One(difference.To, map) },
        SqlExtract extract => extract with { Operand = One(extract.Operand, map) },
        SqlWindow window => window with
        {
            Function = One(window.Function, map),
            PartitionBy = Many(window.PartitionBy, map),
            OrderBy = Many(window.OrderBy, map),
            Frame = Maybe(window.Frame, map),
        },
        _ => throw new UnreachableException(expression.GetType().Name),
    };

    private static T One<T>(T node, Func<SqlNode, SqlNode> map)
        where T : SqlNode => (T)map(node);

    private static T? Maybe<T>(T? node, Func<SqlNode, SqlNode> map)
        where T : SqlNode => node is null ? null : (T)map(node);

    private static Seq<T> Many<T>(Seq<T> nodes, Func<SqlNode, SqlNode> map)
        where T : SqlNode
    {
        if (nodes.IsEmpty)
        {
            return nodes;
        }

        var mapped = new T[nodes.Count];
        for (var i = 0; i < mapped.Length; i++)
        {
            mapped[i] = (T)map(nodes[i]);
        }

        return Seq.Create<T>(mapped);
    }
}
