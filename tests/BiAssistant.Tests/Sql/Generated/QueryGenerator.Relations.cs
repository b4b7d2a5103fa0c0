using BiAssistant.Sql.Tree;

namespace BiAssistant.Tests.Sql.Generated;

/// <summary>Where rows come from.</summary>
internal sealed partial class QueryGenerator
{
    private (SqlRelation Relation, Scope Rows) Relation(int depth)
    {
        switch (depth > 0 ? _random.Next(8) : 0)
        {
            case 4:
                return Using();
            case 5:
                return Joined();
            case 6:
                var (two, rows) = Joined();
                var (third, added) = Source(0);
                return Join(two, rows, third, added);
            case 7:
                var (left, leftRows) = Source(depth);
                var (right, rightRows) = Source(depth);
                return Join(left, leftRows, right, rightRows);
            default:
                return Source(depth);
        }
    }

    private (SqlRelation Relation, Scope Rows) Joined()
    {
        var (left, leftRows) = Source(0);
        var (right, rightRows) = Source(0);
        return Join(left, leftRows, right, rightRows);
    }

    /// <summary>A table, an earlier step, or a query as a table.</summary>
    private (SqlRelation Relation, Scope Rows) Source(int depth)
    {
        if (depth > 0 && Chance(4))
        {
            var made = Query(Some(2, 4, () => Pick(ExactKinds)), depth - 1, isWhole: false);
            var alias = Name("q");
            return (new SqlDerivedTable(Chance(4) ? Wrapped(made.Query) : made.Query, alias), Rows(made.AsTable(alias), alias));
        }

        var table = _steps.Count > 0 && Chance(2) ? _steps[_random.Next(_steps.Count)] : Workshop.All[_random.Next(Workshop.All.Count)];
        var name = Name("t");
        return (new SqlTable([table.Name], name), Rows(table, name));
    }

    private SqlSelect Wrapped(SqlQuery query) => new([new SqlSelectItem(new SqlStar())], new SqlDerivedTable(query, Name("q")));

    private static Scope Rows(Table table, string alias)
    {
        var columns = table.Columns.Select(column => new Given(new SqlColumn(alias, column.Name), column.Kind)).ToList();
        return new Scope(columns, table.Key.Count > 0 ? [.. table.Key.Select(key => new SqlColumn(alias, key))] : [.. columns.Select(column => column.Expression)], table.Key.Count > 0);
    }

    /// <summary>A full join matches by equality alone: PostgreSQL has no other.</summary>
    private (SqlRelation Relation, Scope Rows) Join(SqlRelation left, Scope leftRows, SqlRelation right, Scope rightRows)
    {
        var both = new Scope([.. leftRows.Givens, .. rightRows.Givens], [.. leftRows.Key, .. rightRows.Key], leftRows.IsUnique && rightRows.IsUnique);
        var pairs = ExactKinds.SelectMany(kind => leftRows.Of(kind).SelectMany(one => rightRows.Of(kind), (one, other) => new SqlBinary(SqlBinaryOperator.Equal, one, other))).ToArray();
        var kind = pairs.Length == 0 ? SqlJoinKind.Cross : Pick(Enum.GetValues<SqlJoinKind>());
        if (kind == SqlJoinKind.Cross)
        {
            return (new SqlJoin(kind, left, right), both);
        }

        var named = pairs.Where(pair => pair is { Left: SqlColumn one, Right: SqlColumn other } && one.Name == other.Name).ToArray();
        SqlExpression on = Pick(named.Length > 0 ? named : pairs);
        if (kind != SqlJoinKind.Full && Chance(3))
        {
            on = new SqlBinary(Chance(3) ? SqlBinaryOperator.Or : SqlBinaryOperator.And, on, Condition(both, 1));
        }

        return (new SqlJoin(kind, left, right, on), both);
    }

    /// <summary>Columns of the same name become one, which is said without a table.</summary>
    private (SqlRelation Relation, Scope Rows) Using()
    {
        var left = Pick(Workshop.Jobs, Workshop.Visits);
        var right = left == Workshop.Jobs ? Pick(Workshop.Shops, Workshop.Visits) : Pick(Workshop.Shops, Workshop.Jobs);
        var shared = left.Columns.Intersect(right.Columns).ToArray();
        var names = Chance(3) ? shared : [Pick(shared)];
        var (leftName, rightName) = (Name("t"), Name("t"));
        var join = new SqlJoin(Pick(SqlJoinKind.Inner, SqlJoinKind.Left, SqlJoinKind.Right, SqlJoinKind.Full), new SqlTable([left.Name], leftName), new SqlTable([right.Name], rightName))
        {
            Using = [.. names.Select(column => column.Name)],
        };
        var (leftRows, rightRows) = (Rows(left, leftName), Rows(right, rightName));
        var merged = names.Select(column => new Given(new SqlColumn(null, column.Name), column.Kind));
        return (join, new Scope([.. merged, .. leftRows.Givens, .. rightRows.Givens], [.. leftRows.Key, .. rightRows.Key], IsUnique: true));
    }
}
