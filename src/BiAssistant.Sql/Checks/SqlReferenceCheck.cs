using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Checks;

/// <summary>Resolves every table and column of a query that was read from text, and looks every function up; what is not listed is an issue.</summary>
internal sealed class SqlReferenceCheck
{
    private readonly SqlDialect _dialect;
    private readonly SqlAllowList _allowed;
    private readonly List<Issue> _issues = [];

    private SqlReferenceCheck(SqlDialect dialect, SqlAllowList allowed) => (_dialect, _allowed) = (dialect, allowed);

    private sealed record Step(string Name, IReadOnlyList<string> Columns, Step? Earlier);

    public static Seq<Issue> Of(SqlQuery query, SqlDialect dialect, SqlAllowList allowed)
    {
        var check = new SqlReferenceCheck(dialect, allowed);
        check.Query(query, null, null);
        return check._issues.ToSeq();
    }

    /// <summary>Checks a query and gives the names of its columns.</summary>
    private List<string> Query(SqlQuery query, Step? steps, SqlScope? outer)
    {
        var own = new HashSet<string>(_dialect.NameComparer);
        foreach (var table in query.With)
        {
            if (!own.Add(table.Name))
            {
                Refuse("sql_ambiguous", $"Two steps have the name '{table.Name}'.");
            }

            steps = new Step(table.Name, Query(table.Query, steps, outer), steps);
        }

        if (query is SqlSelect select)
        {
            return Select(select, steps, outer);
        }

        var set = (SqlSetOperation)query;
        var columns = Query(set.Left, steps, outer);
        var right = Query(set.Right, steps, outer);
        if (columns.Count != right.Count)
        {
            Refuse("sql_columns_differ", "Both sides of a UNION, INTERSECT or EXCEPT need the same number of columns.");
        }

        var scope = new SqlScope(outer, _dialect.NameComparer) { SeesOutputs = true };
        scope.Outputs.UnionWith(columns);
        Each(set.OrderBy, steps, scope);
        return columns;
    }

    private List<string> Select(SqlSelect select, Step? steps, SqlScope? outer)
    {
        var scope = new SqlScope(outer, _dialect.NameComparer);
        if (select.From is not null)
        {
            Relation(select.From, steps, scope);
            Conditions(select.From, steps, scope);
        }

        var columns = new List<string>();
        foreach (var item in select.Items)
        {
            if (item.Expression is SqlStar star)
            {
                columns.AddRange(Star(star, scope));
            }
            else
            {
                Expression(item.Expression, steps, scope);
                columns.Add(item.Alias ?? (item.Expression as SqlColumn)?.Name ?? "");
            }
        }

        Maybe(select.Where, steps, scope);
        scope.Outputs.UnionWith(columns.Where(column => column.Length > 0));
        scope.SeesOutputs = true;
        Each(select.GroupBy, steps, scope);
        Maybe(select.Having, steps, scope);
        Each(select.OrderBy, steps, scope);
        return columns;
    }

    private IReadOnlyList<string> Star(SqlStar star, SqlScope scope)
    {
        if (scope.Star(star.Table) is { } columns)
        {
            return columns;
        }

        Refuse("sql_star", "Columns of a table must be named one by one; '*' would read all of them.");
        return [];
    }

    private void Relation(SqlRelation relation, Step? steps, SqlScope scope)
    {
        switch (relation)
        {
            case SqlTable table:
                Table(table, steps, scope);
                break;
            case SqlDerivedTable derived:
                Add(scope, derived.Alias, Query(derived.Query, steps, scope.Outer), isBase: false);
                break;
            case SqlJoin join:
                Relation(join.Left, steps, scope);
                Relation(join.Right, steps, scope);
                break;
        }
    }

    private void Table(SqlTable table, Step? steps, SqlScope scope)
    {
        var alias = table.Alias ?? table.Name[^1];
        for (var step = table.Name.Count == 1 ? steps : null; step is not null; step = step.Earlier)
        {
            if (_dialect.NameComparer.Equals(step.Name, table.Name[0]))
            {
                Add(scope, alias, step.Columns, isBase: false);
                return;
            }
        }

        if (_allowed.Tables.FirstOrDefault(allowed => IsSame(allowed.Name, table.Name)) is { } found)
        {
            Add(scope, alias, found.Columns.Select(_dialect.NativeName), isBase: true);
            return;
        }

        Refuse("sql_table_not_allowed", $"The table '{string.Join('.', table.Name)}' may not be read.");
        Add(scope, alias, [], isBase: true);
    }

    private bool IsSame(Seq<string> allowed, Seq<string> read) =>
        allowed.Select(_dialect.NativeName).SequenceEqual(read, _dialect.NameComparer);

    private void Add(SqlScope scope, string alias, IEnumerable<string> columns, bool isBase)
    {
        if (!scope.Add(alias, columns, isBase))
        {
            Refuse("sql_ambiguous", $"Two tables in one FROM have the name '{alias}'.");
        }
    }

    private void Conditions(SqlRelation relation, Step? steps, SqlScope scope)
    {
        if (relation is not SqlJoin join)
        {
            return;
        }

        Conditions(join.Left, steps, scope);
        Conditions(join.Right, steps, scope);
        Maybe(join.On, steps, scope);
        foreach (var column in join.Using)
        {
            if (!scope.Share(column))
            {
                Refuse("sql_column_not_allowed", $"The column '{column}' cannot join these tables.");
            }
        }
    }

    private void Each(IEnumerable<SqlNode> nodes, Step? steps, SqlScope scope)
    {
        foreach (var node in nodes)
        {
            Expression(node, steps, scope);
        }
    }

    private void Maybe(SqlExpression? expression, Step? steps, SqlScope scope)
    {
        if (expression is not null)
        {
            Expression(expression, steps, scope);
        }
    }

    private void Expression(SqlNode node, Step? steps, SqlScope scope)
    {
        switch (node)
        {
            case SqlQuery query:
                Query(query, steps, scope);
                return;
            case SqlColumn column when scope.Problem(column.Table, column.Name) is { } problem:
                Refuse("sql_column_not_allowed", problem);
                return;
            case SqlAggregate { Name: "COUNT", Arguments: [SqlStar { Table: null }] } count:
                Each(count.OrderBy, steps, scope);
                Maybe(count.Filter, steps, scope);
                return;
            case SqlFunction function when !_dialect.Functions.Contains(function.Name):
                Refuse("sql_function_not_allowed", $"The function {function.Name} may not be used.");
                break;
            case SqlAggregate aggregate when !_dialect.Aggregates.Contains(aggregate.Name):
                Refuse("sql_function_not_allowed", $"The function {aggregate.Name} may not be used.");
                break;
            case SqlStar:
                Refuse("sql_star", "'*' can only be selected or counted.");
                break;
            case SqlNow:
                Refuse("sql_clock", "The clock must be given a value; the engine's own is not used.");
                break;
        }

        Each(SqlTree.Children(node), steps, scope);
    }

    private void Refuse(string code, string message)
    {
        if (_issues.Count < 20 && !_issues.Any(issue => issue.Message == message))
        {
            _issues.Add(new Issue(code, message));
        }
    }
}
