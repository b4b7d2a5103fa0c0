using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Analysis;

/// <summary>Over which rows an expression is computed: one row, the rows of a group, or a window of rows.</summary>
public enum SqlExpressionKind
{
    Scalar,
    Aggregate,
    Window,
}

/// <summary>What an expression or query reads and how it is computed.</summary>
public static class SqlAnalysis
{
    /// <summary>The columns that are read, each once, in order of first appearance; those of subqueries too.</summary>
    public static Seq<SqlColumn> Columns(SqlNode node) => node.DescendantsAndSelf().OfType<SqlColumn>().Distinct().ToSeq();

    /// <summary>The tables and common tables that are read, each once, in order of first appearance.</summary>
    public static Seq<SqlTable> Tables(SqlNode node) => node.DescendantsAndSelf().OfType<SqlTable>().Distinct().ToSeq();

    /// <summary>The parameters, in order of first appearance; one that is used twice comes twice.</summary>
    public static Seq<SqlParameter> Parameters(SqlNode node) => node.DescendantsAndSelf().OfType<SqlParameter>().ToSeq();

    /// <summary>The aggregate calls that make rows into one, outermost first; those of subqueries belong to the subquery, those of windows keep the rows.</summary>
    public static Seq<SqlAggregate> Aggregates(SqlExpression expression) => Own(expression).OfType<SqlAggregate>().ToSeq();

    public static bool IsAggregate(SqlExpression expression) => Own(expression).Any(node => node is SqlAggregate);

    public static bool HasWindow(SqlExpression expression) => Own(expression).Any(node => node is SqlWindow);

    /// <summary>Whether it is the same in every row, whatever the rows are.</summary>
    public static bool IsConstant(SqlExpression expression) => !expression.DescendantsAndSelf().Any(node => node is SqlColumn or SqlStar or SqlAggregate or SqlWindow or SqlQuery);

    public static bool HasSubquery(SqlNode node) => node.DescendantsAndSelf().Any(child => child is SqlQuery);

    /// <summary>Whether the value depends on the product's clock.</summary>
    public static bool HasNow(SqlNode node) => node.DescendantsAndSelf().Any(child => child is SqlNow);

    /// <summary>A window over aggregates is a window; an aggregate outside a window is an aggregate.</summary>
    public static SqlExpressionKind Kind(SqlExpression expression)
    {
        if (HasWindow(expression))
        {
            return SqlExpressionKind.Window;
        }

        return IsAggregate(expression) ? SqlExpressionKind.Aggregate : SqlExpressionKind.Scalar;
    }

    /// <summary>The expression's own nodes: a subquery's are left out, and a window's function gives way to its arguments.</summary>
    private static IEnumerable<SqlNode> Own(SqlExpression expression)
    {
        var pending = new Stack<SqlNode>([expression]);
        while (pending.TryPop(out var next))
        {
            if (next is SqlQuery)
            {
                continue;
            }

            yield return next;
            var children = SqlTree.Children(next);
            for (var i = children.Count - 1; i >= 0; i--)
            {
                if (next is SqlWindow window && ReferenceEquals(children[i], window.Function))
                {
                    foreach (var argument in SqlTree.Children(window.Function))
                    {
                        pending.Push(argument);
                    }
                }
                else
                {
                    pending.Push(children[i]);
                }
            }
        }
    }
}
