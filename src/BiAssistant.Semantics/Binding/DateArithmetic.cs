using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Binding;

/// <summary>
/// Plus and minus on dates said in a way that means the same on every engine: a date less a date is a number of days, a date and a number is that many days
/// later. Left as they are, engines that keep dates as text would subtract the years.
/// </summary>
internal static class DateArithmetic
{
    /// <summary>The expression without plus or minus on dates; null when instants are subtracted, whose difference has no unit until one is named.</summary>
    public static SqlExpression? Portable(SqlExpression expression, Func<SqlColumn, SqlType> typeOf)
    {
        var unclear = false;
        var portable = expression.Rewrite(e =>
        {
            if (e is not SqlBinary { Operator: SqlBinaryOperator.Add or SqlBinaryOperator.Subtract } sum)
            {
                return null;
            }

            var (left, right) = (SqlTypes.Infer(sum.Left, typeOf), SqlTypes.Infer(sum.Right, typeOf));
            switch (sum.Operator)
            {
                case SqlBinaryOperator.Subtract when left == SqlType.Date && right == SqlType.Date:
                    return new SqlDateDiff(SqlTimeUnit.Day, sum.Right, sum.Left);
                case SqlBinaryOperator.Subtract when left.IsTemporal && right.IsTemporal:
                    unclear = true;
                    return null;
                case SqlBinaryOperator.Add when left == SqlType.Date && right.IsNumeric:
                    return Later(sum.Left, sum.Right);
                case SqlBinaryOperator.Add when left.IsNumeric && right == SqlType.Date:
                    return Later(sum.Right, sum.Left);
                case SqlBinaryOperator.Subtract when left == SqlType.Date && right.IsNumeric:
                    return Later(sum.Left, new SqlUnary(SqlUnaryOperator.Negate, sum.Right));
                default:
                    return null;
            }
        });
        return unclear ? null : portable;
    }

    private static SqlCast Later(SqlExpression date, SqlExpression days) => new(new SqlDateAdd(SqlTimeUnit.Day, days, date), SqlType.Date);
}
