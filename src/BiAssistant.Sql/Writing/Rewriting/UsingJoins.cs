using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing.Rewriting;

/// <summary>JOIN … USING (k) as JOIN … ON a.k = b.k: the one column that is left of the two is the one of the side that keeps its rows, of a full join whichever is there.</summary>
internal static class UsingJoins
{
    public static SqlQuery Rewrite(SqlQuery query, Action<string> unsayable) => SelectRewriting.EachSelect(query, select => Rewrite(select, unsayable));

    private static SqlSelect Rewrite(SqlSelect select, Action<string> unsayable)
    {
        if (select.From is null || !HasUsing(select.From))
        {
            return select;
        }

        var merged = new Dictionary<string, SqlExpression>(StringComparer.OrdinalIgnoreCase);
        if (select.Items.Any(item => item.Expression is SqlStar) || Relation(select.From, merged) is not { } from)
        {
            unsayable("USING in this query");
            return select;
        }

        var outputs = select.Items.Select(item => item.Alias).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rows = select with { From = null, Items = select.Items.Select(SelectRewriting.Named).ToSeq(), OrderBy = [] };
        if (rows.DescendantsAndSelf().OfType<SqlSelect>().Skip(1).SelectMany(inner => SqlAnalysis.Columns(inner)).Any(column => column.Table is null && merged.ContainsKey(column.Name)))
        {
            unsayable("A subquery that names a column of USING");
            return select;
        }

        return SelectRewriting.Replace(rows, Merged) with
        {
            From = from,
            OrderBy = select.OrderBy.Select(order => order.Expression is SqlColumn { Table: null } output && outputs.Contains(output.Name) ? order : SelectRewriting.Replace(order, Merged)).ToSeq(),
        };

        SqlExpression? Merged(SqlExpression expression) => expression is SqlColumn { Table: null } column ? merged.GetValueOrDefault(column.Name) : null;
    }

    private static bool HasUsing(SqlRelation relation) => relation is SqlJoin join && (!join.Using.IsEmpty || HasUsing(join.Left) || HasUsing(join.Right));

    /// <summary>The relation with its conditions written out; null where it cannot be seen which relation on the left has the column.</summary>
    private static SqlRelation? Relation(SqlRelation relation, Dictionary<string, SqlExpression> merged)
    {
        if (relation is not SqlJoin join)
        {
            return relation;
        }

        if (Relation(join.Left, merged) is not { } left || Relation(join.Right, merged) is not { } right)
        {
            return null;
        }

        SqlExpression? condition = join.On;
        foreach (var column in join.Using)
        {
            if (Side(left, column, merged) is not { } fromLeft || right is SqlJoin || Side(right, column, []) is not { } fromRight)
            {
                return null;
            }

            var equal = new SqlBinary(SqlBinaryOperator.Equal, fromLeft, fromRight);
            condition = condition is null ? equal : new SqlBinary(SqlBinaryOperator.And, condition, equal);
            merged[column] = join.Kind switch
            {
                SqlJoinKind.Right => fromRight,
                SqlJoinKind.Full => new SqlFunction("COALESCE", [fromLeft, fromRight]),
                _ => fromLeft,
            };
        }

        return new SqlJoin(join.Kind, left, right, condition);
    }

    private static SqlExpression? Side(SqlRelation relation, string column, Dictionary<string, SqlExpression> merged) =>
        merged.GetValueOrDefault(column) ?? (relation is SqlJoin ? null : new SqlColumn(SelectRewriting.Aliases(relation).Single(), column));
}
