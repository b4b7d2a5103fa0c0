using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Analysis;

/// <summary>
/// Walks a query once and gives every name its meaning: tables, steps of WITH, columns by scope, * and USING. What a table has, what may be read and how a
/// problem is worded is the derived class's.
/// </summary>
internal abstract partial class SqlResolver(StringComparer names)
{
    private const int MostIssues = 20;

    private readonly List<Issue> _issues = [];

    public Seq<Issue> Issues => _issues.ToSeq();

    /// <summary>A step of WITH that the parts after it see.</summary>
    protected sealed record Step(string Name, Resolved Query, Step? Earlier);

    /// <summary>A query's columns, and the sources that choose its rows whichever column is read.</summary>
    protected sealed record Resolved(IReadOnlyList<SqlOutput> Columns, IReadOnlySet<SqlSource> Rows);

    /// <summary>The columns of a table that is no step; null, with an issue, where there is none.</summary>
    protected abstract IReadOnlyList<SqlOutput>? ColumnsOf(SqlTable table, IEnumerable<string> steps, SqlScope scope);

    /// <summary>What to say of a name that means nothing; null where enough has been said.</summary>
    protected abstract Issue? Unresolved(SqlColumn column, SqlNameProblem problem, SqlScope scope);

    /// <summary>Whether * may not stand for the columns of a relation; <paramref name="isBase"/> where it is a table.</summary>
    protected abstract bool RefusesStar(bool isBase);

    /// <summary>Whether tables may have columns that are not told: an output's name in GROUP BY, HAVING or an expression could then be that of such a column.</summary>
    protected abstract bool TablesMayHaveMore { get; }

    /// <summary>A look at every node of every expression before its parts.</summary>
    protected virtual void Visit(SqlNode node)
    {
    }

    /// <summary>What else is known about a selected item, once its names are resolved.</summary>
    protected virtual SqlOutput Typed(SqlOutput output, SqlExpression expression, SqlScope scope, IReadOnlyDictionary<SqlQuery, SqlOutput> queries) => output;

    /// <summary>Resolves a query and gives its columns.</summary>
    protected Resolved Query(SqlQuery query, Step? steps = null, SqlScope? outer = null)
    {
        var own = new HashSet<string>(names);
        foreach (var table in query.With)
        {
            if (!own.Add(table.Name))
            {
                Refuse(new Issue("sql_ambiguous", $"Two steps have the name '{table.Name}'."));
            }

            steps = new Step(table.Name, Query(table.Query, steps, outer), steps);
        }

        return query is SqlSelect select ? Select(select, steps, outer) : SetOperation((SqlSetOperation)query, steps, outer);
    }

    private Resolved SetOperation(SqlSetOperation set, Step? steps, SqlScope? outer)
    {
        var left = Query(set.Left, steps, outer);
        var right = Query(set.Right, steps, outer);
        if (left.Columns.Count != right.Columns.Count)
        {
            Refuse(new Issue("sql_columns_differ", "Both sides of a UNION, INTERSECT or EXCEPT need the same number of columns."));
        }

        var deciding = new SqlReads().ForRows();
        deciding.AddRows(left.Rows.Concat(right.Rows));
        var columns = left.Columns.Zip(right.Columns, (first, second) => Both(first, second, set.Operator)).ToList();
        if (!set.All || set.Operator != SqlSetOperator.Union)
        {
            deciding.AddRows(left.Columns.Concat(right.Columns).SelectMany(column => column.Sources));
        }

        var scope = new SqlScope(outer, names);
        scope.See(columns);
        Each(set.OrderBy, steps, scope, deciding);
        return new Resolved(columns, deciding.Rows);
    }

    /// <summary>A column of two queries put together; only a union has values of the second.</summary>
    private static SqlOutput Both(SqlOutput first, SqlOutput second, SqlSetOperator set)
    {
        var reads = new SqlReads();
        reads.Add(first);
        (set == SqlSetOperator.Union ? reads : reads.ForRows()).Add(second);
        return reads.Describe(first) with
        {
            Type = IsBareNull(first) ? second.Type : IsBareNull(second) ? first.Type : SqlTypes.Wider(first.Type, second.Type),
            Nullable = set == SqlSetOperator.Union ? SqlNullability.Either(first.Nullable, second.Nullable) : first.Nullable,
        };
    }

    private static bool IsBareNull(SqlOutput column) => column is { Type.Kind: SqlTypeKind.Unknown, Nullable: true, Sources.IsEmpty: true };

    private Resolved Select(SqlSelect select, Step? steps, SqlScope? outer)
    {
        var scope = new SqlScope(outer, names);
        var deciding = new SqlReads().ForRows();
        if (select.From is not null)
        {
            scope.Plain = Relation(select.From, steps, scope, deciding, isOptional: false);
            Conditions(select.From, steps, scope, deciding);
        }

        var columns = select.Items.SelectMany(item => Item(item, steps, scope)).ToList();
        if (select.Distinct)
        {
            deciding.AddRows(columns.SelectMany(column => column.Sources));
        }

        Maybe(select.Where, steps, scope, deciding);
        if (!TablesMayHaveMore || !scope.HasBase)
        {
            scope.See(columns);
        }

        Each(select.GroupBy, steps, scope, deciding);
        Maybe(select.Having, steps, scope, deciding);
        Maybe(select.Qualify, steps, scope, deciding);
        foreach (var order in select.OrderBy)
        {
            Order(order, columns, steps, scope, deciding);
        }

        return new Resolved(columns, deciding.Rows);
    }

    /// <summary>A bare name in ORDER BY is an output's before it is a table's, in every engine.</summary>
    private void Order(SqlOrder order, IEnumerable<SqlOutput> outputs, Step? steps, SqlScope scope, SqlReads deciding)
    {
        if (order.Expression is SqlColumn { Table: null } column && outputs.FirstOrDefault(output => names.Equals(output.Name, column.Name)) is { } output)
        {
            deciding.Add(output);
        }
        else
        {
            Expression(order, steps, scope, deciding, null);
        }
    }

    private IEnumerable<SqlOutput> Item(SqlSelectItem item, Step? steps, SqlScope scope)
    {
        if (item.Expression is SqlStar star)
        {
            if (scope.Star(star.Table, RefusesStar) is { } all)
            {
                return all;
            }

            Refuse(new Issue("sql_star", scope.Star(star.Table, _ => false) is null
                ? $"There is no table{(star.Table is null ? "" : $" '{star.Table}'")} whose columns '*' could stand for."
                : "Columns of a table must be named one by one; '*' would read all of them."));
            return [];
        }

        var (reads, queries) = (new SqlReads(), new Dictionary<SqlQuery, SqlOutput>(ReferenceEqualityComparer.Instance));
        Expression(item.Expression, steps, scope, reads, queries);
        var output = reads.Describe(new SqlOutput(item.Alias ?? (item.Expression as SqlColumn)?.Name ?? ""));
        return [Typed(output, item.Expression, scope, queries)];
    }

    private void Each(IEnumerable<SqlNode> nodes, Step? steps, SqlScope scope, SqlReads reads, Dictionary<SqlQuery, SqlOutput>? queries = null)
    {
        foreach (var node in nodes)
        {
            Expression(node, steps, scope, reads, queries);
        }
    }

    private void Maybe(SqlExpression? expression, Step? steps, SqlScope scope, SqlReads reads)
    {
        if (expression is not null)
        {
            Expression(expression, steps, scope, reads, null);
        }
    }

    private void Expression(SqlNode node, Step? steps, SqlScope scope, SqlReads reads, Dictionary<SqlQuery, SqlOutput>? queries)
    {
        Visit(node);
        switch (node)
        {
            case SqlQuery query:
                Subquery(query, steps, scope, reads, queries);
                break;
            case SqlColumn column:
                Column(column, scope, reads);
                break;
            case SqlExists exists:
                Expression(exists.Query, steps, scope, reads.ForRows(), queries);
                break;
            case SqlStar:
                Refuse(new Issue("sql_star", "'*' can only be selected or counted."));
                break;
            case SqlAggregate aggregate:
                Each(aggregate is { Name: "COUNT" or "COUNT_BIG", Arguments: [SqlStar { Table: null }] } ? [] : aggregate.Arguments, steps, scope, reads, queries);
                Each(aggregate.OrderBy, steps, scope, reads.ForRows(), queries);
                Maybe(aggregate.Filter, steps, scope, reads.ForRows());
                break;
            case SqlWindow window:
                Expression(window.Function, steps, scope, reads, queries);
                Each(window.PartitionBy, steps, scope, reads.ForRows(), queries);
                Each(window.OrderBy, steps, scope, reads.ForRows(), queries);
                break;
            default:
                Each(SqlTree.Children(node), steps, scope, reads, queries);
                break;
        }
    }

    private void Subquery(SqlQuery query, Step? steps, SqlScope scope, SqlReads reads, Dictionary<SqlQuery, SqlOutput>? queries)
    {
        var inner = Query(query, steps, scope);
        reads.AddRows(inner.Rows);
        foreach (var column in inner.Columns)
        {
            reads.Add(column);
        }

        if (inner.Columns is [var only])
        {
            queries?.TryAdd(query, only);
        }
    }

    private void Column(SqlColumn column, SqlScope scope, SqlReads reads)
    {
        var (found, problem) = scope.Find(column.Table, column.Name, TablesMayHaveMore);
        if (found is null)
        {
            Refuse(Unresolved(column, problem, scope));
        }
        else
        {
            reads.Add(found);
        }
    }

    protected void Refuse(Issue? issue)
    {
        if (issue is not null && _issues.Count < MostIssues && !_issues.Any(known => known.Message == issue.Message))
        {
            _issues.Add(issue);
        }
    }
}
