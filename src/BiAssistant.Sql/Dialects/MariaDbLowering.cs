using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>MariaDB: LAG and LEAD have no third argument.</summary>
internal sealed class MariaDbLowering(SqlDialect dialect) : MySqlLowering(dialect)
{
    /// <summary>Where there is no row so far away, by the numbers of the rows in the same window, the value that stands in for it.</summary>
    protected override SqlExpression Window(SqlWindow window)
    {
        if (window.Function is not SqlFunction { Name: "LAG" or "LEAD", Arguments: [_, var distance, var otherwise] } shifted)
        {
            return base.Window(window);
        }

        var bare = window with { Function = shifted with { Arguments = shifted.Arguments.Take(2).ToSeq() }, Frame = null };
        var number = bare with { Function = new SqlFunction("ROW_NUMBER", []) };
        var isThere = shifted.Name == "LAG"
            ? new SqlBinary(SqlBinaryOperator.Greater, number, distance)
            : new SqlBinary(SqlBinaryOperator.LessOrEqual, new SqlBinary(SqlBinaryOperator.Add, number, distance), new SqlWindow(new SqlAggregate("COUNT", [new SqlStar()]), window.PartitionBy, []));
        return Lower(new SqlCase(null, [new SqlWhen(isThere, bare)], otherwise));
    }
}
