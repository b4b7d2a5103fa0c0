using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Analysis;

/// <summary>What stands in FROM: tables, steps, derived tables and joins, with the columns that each brings.</summary>
internal abstract partial class SqlResolver
{
    /// <summary>Adds a relation to the scope and gives the columns that need no prefix.</summary>
    private IReadOnlyList<SqlOutput> Relation(SqlRelation relation, Step? steps, SqlScope scope, SqlReads deciding, bool isOptional)
    {
        switch (relation)
        {
            case SqlTable table:
                return Table(table, steps, scope, deciding, isOptional);
            case SqlDerivedTable derived:
                return Add(scope, derived.Alias, Read(Query(derived.Query, steps, scope.Outer), deciding), isBase: false, isOptional);
            default:
                var join = (SqlJoin)relation;
                var left = Relation(join.Left, steps, scope, deciding, isOptional || join.Kind is SqlJoinKind.Right or SqlJoinKind.Full);
                var right = Relation(join.Right, steps, scope, deciding, isOptional || join.Kind is SqlJoinKind.Left or SqlJoinKind.Full);
                return Joined(join, left, right, scope, deciding);
        }
    }

    private static IReadOnlyList<SqlOutput> Read(Resolved query, SqlReads deciding)
    {
        deciding.AddRows(query.Rows);
        return query.Columns;
    }

    private IReadOnlyList<SqlOutput> Table(SqlTable table, Step? steps, SqlScope scope, SqlReads deciding, bool isOptional)
    {
        var alias = table.Alias ?? table.Name[^1];
        for (var step = table.Name.Count == 1 ? steps : null; step is not null; step = step.Earlier)
        {
            if (names.Equals(step.Name, table.Name[0]))
            {
                return Add(scope, alias, Read(step.Query, deciding), isBase: false, isOptional);
            }
        }

        return Add(scope, alias, ColumnsOf(table, NamesOf(steps), scope) ?? [], isBase: true, isOptional);
    }

    private static IEnumerable<string> NamesOf(Step? steps)
    {
        for (var step = steps; step is not null; step = step.Earlier)
        {
            yield return step.Name;
        }
    }

    /// <summary>The side of an outer join that may have no row has nulls then.</summary>
    private IReadOnlyList<SqlOutput> Add(SqlScope scope, string alias, IReadOnlyList<SqlOutput> columns, bool isBase, bool isOptional)
    {
        var seen = isOptional ? columns.Select(column => column with { Nullable = true }).ToList() : columns;
        if (!scope.Add(alias, seen, isBase))
        {
            Refuse(new Issue("sql_ambiguous", $"Two tables in one FROM have the name '{alias}'."));
        }

        return seen;
    }

    /// <summary>The columns of USING stand once and first; in a full join such a column has the value of either side.</summary>
    private List<SqlOutput> Joined(SqlJoin join, IReadOnlyList<SqlOutput> left, IReadOnlyList<SqlOutput> right, SqlScope scope, SqlReads deciding)
    {
        var shared = new List<SqlOutput>();
        foreach (var name in join.Using)
        {
            var (first, second) = (left.FirstOrDefault(column => names.Equals(column.Name, name)), right.FirstOrDefault(column => names.Equals(column.Name, name)));
            if (first is null || second is null)
            {
                Refuse(Unresolved(new SqlColumn(null, name), SqlNameProblem.Nowhere, scope));
                continue;
            }

            deciding.Add(first);
            deciding.Add(second);
            shared.Add(join.Kind switch
            {
                SqlJoinKind.Full => Both(first, second, SqlSetOperator.Union),
                SqlJoinKind.Right => second,
                _ => first,
            });
        }

        bool IsShared(SqlOutput column) => join.Using.Any(name => names.Equals(name, column.Name));
        return [.. shared, .. left.Where(column => !IsShared(column)), .. right.Where(column => !IsShared(column))];
    }

    private void Conditions(SqlRelation relation, Step? steps, SqlScope scope, SqlReads deciding)
    {
        if (relation is SqlJoin join)
        {
            Conditions(join.Left, steps, scope, deciding);
            Conditions(join.Right, steps, scope, deciding);
            Maybe(join.On, steps, scope, deciding);
        }
    }
}
