using System.Diagnostics;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Analysis;

/// <summary>The type of an expression's value, from the types of its columns; unknown where it cannot be said.</summary>
public static class SqlTypes
{
    public static SqlType Infer(SqlExpression expression, Func<SqlColumn, SqlType> columnType) => expression switch
    {
        SqlLiteral literal => OfLiteral(literal),
        SqlParameter parameter => parameter.Value is null ? SqlType.Unknown : OfLiteral(parameter.Value),
        SqlColumn column => columnType(column),
        SqlNow now => now.DayOnly ? SqlType.Date : SqlType.Timestamp,
        SqlUnary { Operator: SqlUnaryOperator.Not } => SqlType.Boolean,
        SqlUnary unary => Infer(unary.Operand, columnType),
        SqlBinary binary => OfBinary(binary, columnType),
        SqlCase choice => Common([.. choice.Branches.Select(branch => branch.Result), .. choice.Else is null ? Seq<SqlExpression>.Empty : [choice.Else]], columnType),
        SqlCast cast => cast.Type,
        SqlBetween or SqlInList or SqlInQuery or SqlExists or SqlQuantified or SqlLike or SqlIsNull or SqlIsDistinct => SqlType.Boolean,
        SqlFunction function => OfFunction(function, columnType),
        SqlAggregate aggregate => OfAggregate(aggregate, columnType),
        SqlWindow window => Infer(window.Function, columnType),
        SqlDateTrunc truncation => truncation.Unit >= SqlTimeUnit.Day ? SqlType.Date : SqlType.Timestamp,
        SqlDateAdd add => OfMoved(Infer(add.Operand, columnType), add.Unit),
        SqlDateDiff or SqlExtract => SqlType.BigInteger,
        SqlElement or SqlStar or SqlWord => SqlType.Unknown,
        SqlIntervalOf => new SqlType(SqlTypeKind.Interval),
        SqlScalarQuery { Query: SqlSelect { Items: [var only] } } => only.Expression is SqlColumn ? SqlType.Unknown : Infer(only.Expression, columnType),
        SqlScalarQuery => SqlType.Unknown,
        _ => throw new UnreachableException(expression.GetType().Name),
    };

    public static SqlType OfLiteral(SqlLiteral literal) => literal switch
    {
        SqlNull => SqlType.Unknown,
        SqlBoolean => SqlType.Boolean,
        SqlNumber number => OfNumber(number.Value),
        SqlText => SqlType.Text,
        SqlDate => SqlType.Date,
        SqlTimestamp => SqlType.Timestamp,
        SqlInterval => new SqlType(SqlTypeKind.Interval),
        _ => throw new UnreachableException(literal.GetType().Name),
    };

    private static SqlType OfNumber(decimal value)
    {
        if (value.Scale > 0)
        {
            return new SqlType(SqlTypeKind.Decimal);
        }

        return value is >= int.MinValue and <= int.MaxValue ? SqlType.Integer
            : value is >= long.MinValue and <= long.MaxValue ? SqlType.BigInteger
            : new SqlType(SqlTypeKind.Decimal);
    }

    private static SqlType OfBinary(SqlBinary binary, Func<SqlColumn, SqlType> columnType)
    {
        if (binary.Operator is SqlBinaryOperator.Concat)
        {
            return SqlType.Text;
        }

        if (binary.Operator is not (SqlBinaryOperator.Add or SqlBinaryOperator.Subtract or SqlBinaryOperator.Multiply or SqlBinaryOperator.Divide or SqlBinaryOperator.Modulo))
        {
            return SqlType.Boolean;
        }

        var left = Infer(binary.Left, columnType);
        var right = Infer(binary.Right, columnType);
        if (left.IsTemporal || right.IsTemporal)
        {
            return left.IsTemporal && right.IsTemporal ? SqlType.BigInteger
                : binary.Left is SqlInterval before ? OfMoved(right, before.Unit)
                : binary.Right is SqlInterval after ? OfMoved(left, after.Unit)
                : left.Kind == SqlTypeKind.Interval || right.Kind == SqlTypeKind.Interval ? SqlType.Timestamp
                : left.IsTemporal ? left : right;
        }

        if (binary.Operator is SqlBinaryOperator.Divide)
        {
            return left.Kind == SqlTypeKind.Double || right.Kind == SqlTypeKind.Double ? SqlType.Double : new SqlType(SqlTypeKind.Decimal);
        }

        return Wider(left, right);
    }

    /// <summary>A day moved by whole days stays a day.</summary>
    private static SqlType OfMoved(SqlType operand, SqlTimeUnit unit) => unit < SqlTimeUnit.Day && operand.IsTemporal ? SqlType.Timestamp : operand;

    private static SqlType OfFunction(SqlFunction function, Func<SqlColumn, SqlType> columnType)
    {
        switch (function.Name)
        {
            case "LOWER" or "UPPER" or "TRIM" or "LTRIM" or "RTRIM" or "SUBSTRING" or "REPLACE" or "LEFT" or "RIGHT":
                return SqlType.Text;
            case "LENGTH" or "POSITION" or "ROW_NUMBER" or "RANK" or "DENSE_RANK" or "NTILE":
                return SqlType.BigInteger;
            case "SQRT" or "LN" or "EXP" or "POWER" or "PERCENT_RANK" or "CUME_DIST":
                return SqlType.Double;
            case "SIGN":
                return SqlType.Integer;
            case "TIMEZONE":
                return SqlType.Timestamp;
            case "COALESCE" or "GREATEST" or "LEAST" or "MOD":
                return Common([.. function.Arguments], columnType);
            case "NULLIF" or "ABS" or "FLOOR" or "CEIL" or "ROUND" or "LAG" or "LEAD" or "FIRST_VALUE" or "LAST_VALUE" or "NTH_VALUE" when !function.Arguments.IsEmpty:
                return Infer(function.Arguments[0], columnType);
            default:
                return SqlType.Unknown;
        }
    }

    private static SqlType OfAggregate(SqlAggregate aggregate, Func<SqlColumn, SqlType> columnType)
    {
        if (aggregate.Name is "COUNT" or "COUNT_BIG")
        {
            return SqlType.BigInteger;
        }

        if (aggregate.Arguments.IsEmpty)
        {
            return SqlType.Unknown;
        }

        var argument = Infer(aggregate.Arguments[0], columnType);
        return aggregate.Name switch
        {
            "SUM" => argument.Kind is SqlTypeKind.Integer ? SqlType.BigInteger : argument.Kind is SqlTypeKind.Decimal ? new SqlType(SqlTypeKind.Decimal) : argument,
            "MIN" or "MAX" or "FIRST" or "LAST" => argument,
            "AVG" or "MEDIAN" or "PERCENTILE" => argument.Kind is SqlTypeKind.Decimal ? new SqlType(SqlTypeKind.Decimal) : SqlType.Double,
            "STDDEV" or "VARIANCE" => SqlType.Double,
            _ => SqlType.Unknown,
        };
    }

    private static SqlType Common(IReadOnlyList<SqlExpression> expressions, Func<SqlColumn, SqlType> columnType)
    {
        var common = SqlType.Unknown;
        foreach (var expression in expressions)
        {
            if (expression is not SqlNull)
            {
                var type = Infer(expression, columnType);
                common = common.Kind == SqlTypeKind.Unknown || common == type ? type : Wider(common, type);
            }
        }

        return common;
    }

    /// <summary>The type that holds the values of both; unknown where there is none.</summary>
    internal static SqlType Wider(SqlType left, SqlType right)
    {
        if (left == right)
        {
            return left;
        }

        if (left.IsNumeric && right.IsNumeric)
        {
            var kind = (SqlTypeKind)Math.Max((int)left.Kind, (int)right.Kind);
            return new SqlType(kind);
        }

        if (left.IsTemporal && right.IsTemporal)
        {
            return left.Kind > right.Kind ? left : right;
        }

        return left.Kind == right.Kind ? new SqlType(left.Kind) : SqlType.Unknown;
    }
}
