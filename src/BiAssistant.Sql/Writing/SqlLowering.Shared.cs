using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Writing;

/// <summary>Rewritings that more than one dialect uses.</summary>
internal abstract partial class SqlLowering
{
    /// <summary>The fraction of a PERCENTILE; null, with an issue, where it is not a constant between 0 and 1.</summary>
    protected SqlExpression? Percentile(SqlAggregate aggregate)
    {
        if (aggregate.Arguments is [_, SqlNumber { Value: >= 0 and <= 1 } fraction])
        {
            return fraction;
        }

        Refuse("sql_percentile_fraction", "PERCENTILE needs a constant fraction between 0 and 1, such as PERCENTILE(x, 0.9).");
        return null;
    }

    /// <summary>The aggregate over what the filter leaves: rows that it leaves out give a null, and nulls do not count.</summary>
    internal static SqlAggregate Unfiltered(SqlAggregate aggregate)
    {
        if (aggregate.Filter is not { } filter)
        {
            return aggregate;
        }

        var counted = aggregate.Arguments is [SqlStar] ? Whole(1) : aggregate.Arguments[0];
        return aggregate with { Filter = null, Arguments = [new SqlCase(null, [new SqlWhen(filter, counted)], null), .. aggregate.Arguments.Skip(1)] };
    }

    /// <summary>The last in an order is the first in the opposite one; rows without a value to order by never win.</summary>
    internal static SqlAggregate Reversed(SqlAggregate last) =>
        last with { OrderBy = last.OrderBy.Select(order => new SqlOrder(order.Expression, !order.Descending)).ToSeq() };

    /// <summary>Values for an engine whose GREATEST and LEAST are null when one of them is, as others' are not: each stands in for the ones that are missing.</summary>
    internal static Seq<SqlExpression> Filled(Seq<SqlExpression> values) => values
        .Select((value, i) => value is SqlLiteral and not SqlNull || values.Count == 1 ? value : new SqlFunction("COALESCE", values.Skip(i).Concat(values.Take(i)).ToSeq()))
        .ToSeq();

    /// <summary>x + INTERVAL: constants go into the interval, other amounts multiply it; a day stays a day.</summary>
    protected SqlExpression AddedInterval(SqlDateAdd add)
    {
        var (unit, size) = add.Unit switch
        {
            SqlTimeUnit.Week => (SqlTimeUnit.Day, 7),
            SqlTimeUnit.Quarter => (SqlTimeUnit.Month, 3),
            var same => (same, 1),
        };
        var operand = Lower(add.Operand);
        var moved = Lower(add.Amount) switch
        {
            SqlNumber { Value: < 0 and > int.MinValue } back when decimal.IsInteger(back.Value) =>
                new SqlBinary(SqlBinaryOperator.Subtract, operand, new SqlInterval((long)-back.Value * size, unit)),
            SqlNumber { Value: < int.MaxValue } on when decimal.IsInteger(on.Value) =>
                new SqlBinary(SqlBinaryOperator.Add, operand, new SqlInterval((long)on.Value * size, unit)),
            var amount => new SqlBinary(SqlBinaryOperator.Add, operand, new SqlBinary(SqlBinaryOperator.Multiply, amount, new SqlInterval(size, unit))),
        };
        return TypeOf(add).Kind == SqlTypeKind.Date && add.Unit >= SqlTimeUnit.Day ? CastTo(moved, SqlType.Date) : moved;
    }
}
