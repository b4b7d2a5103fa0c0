using BiAssistant.Semantics.Binding;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>The periods of an answer as a relation, joined to the rows of each.</summary>
internal static class IntervalLowering
{
    public static SqlRelation Join(SqlRelation rows, BoundIntervals intervals, Steps steps)
    {
        var hasFrom = intervals.Periods.Any(p => p.From is not null);
        var periods = intervals.Periods
            .Select(SqlQuery (p, index) => new SqlSelect(Columns(p, hasFrom, named: index == 0), null))
            .Aggregate((left, right) => new SqlSetOperation(SqlSetOperator.Union, All: true, left, right));
        var name = steps.Share(intervals.Alias, periods, "each period and the rows that it looks at");
        return new SqlJoin(SqlJoinKind.Inner, rows, new SqlTable([name], name == intervals.Alias ? null : intervals.Alias), intervals.On);
    }

    private static Seq<SqlSelectItem> Columns(BoundInterval period, bool hasFrom, bool named)
    {
        Seq<SqlSelectItem> columns = [Item(period.Period, BoundIntervals.Period)];
        if (hasFrom)
        {
            columns = columns.Add(Item(period.From ?? SqlNull.Instance, BoundIntervals.RowsFrom));
        }

        return period.To is { } to ? columns.Add(Item(to, BoundIntervals.RowsTo)) : columns;

        SqlSelectItem Item(SqlLiteral value, string name) => new(value, named ? name : null);
    }
}
