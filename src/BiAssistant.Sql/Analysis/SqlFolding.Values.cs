using System.Globalization;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Analysis;

/// <summary>Arithmetic, comparisons and conversions of constants, where every engine gives the same.</summary>
public static partial class SqlFolding
{
    /// <summary>Null where the value is not the same everywhere.</summary>
    private static SqlLiteral? Computed(SqlBinaryOperator calculation, SqlLiteral left, SqlLiteral right)
    {
        if (left is SqlNull || right is SqlNull)
        {
            return SqlNull.Instance;
        }

        return calculation switch
        {
            SqlBinaryOperator.Concat => left is SqlText first && right is SqlText second ? new SqlText(first.Value + second.Value) : null,
            SqlBinaryOperator.Equal or SqlBinaryOperator.NotEqual => Same(left, right) is { } same ? new SqlBoolean(same == (calculation == SqlBinaryOperator.Equal)) : null,
            SqlBinaryOperator.Less => Ordered(left, right, order => order < 0),
            SqlBinaryOperator.LessOrEqual => Ordered(left, right, order => order <= 0),
            SqlBinaryOperator.Greater => Ordered(left, right, order => order > 0),
            SqlBinaryOperator.GreaterOrEqual => Ordered(left, right, order => order >= 0),
            _ when left is SqlNumber first && right is SqlNumber second => Calculated(calculation, first.Value, second.Value),
            _ => SqlFoldedDates.Calculated(calculation, left, right),
        };
    }

    private static SqlLiteral? Calculated(SqlBinaryOperator calculation, decimal left, decimal right)
    {
        var (first, second) = (ExactNumber.Of(left), ExactNumber.Of(right));
        decimal? value = calculation switch
        {
            SqlBinaryOperator.Add => (first + second).Value,
            SqlBinaryOperator.Subtract => (first - second).Value,
            SqlBinaryOperator.Multiply => (first * second).Value,
            SqlBinaryOperator.Divide when right != 0 => first.DividedBy(second)?.Value,
            SqlBinaryOperator.Modulo when right != 0 => left % right,
            _ => null,
        };
        return value is { } exact ? new SqlNumber(exact) : calculation == SqlBinaryOperator.Divide && right == 0 ? SqlNull.Instance : null;
    }

    /// <summary>Whether two values are the same, nulls with each other too; null where engines differ, as on letter case.</summary>
    private static bool? Same(SqlLiteral left, SqlLiteral right) => (left, right) switch
    {
        (SqlNull, _) or (_, SqlNull) => left is SqlNull && right is SqlNull,
        (SqlBoolean first, SqlBoolean second) => first.Value == second.Value,
        (SqlText first, SqlText second) => SameText(first.Value, second.Value),
        _ => Order(left, right) is { } order ? order == 0 : null,
    };

    /// <summary>The same characters are the same text everywhere; different ones are different where neither case, accents nor blanks at the end could matter. An empty text is null to some.</summary>
    private static bool? SameText(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return null;
        }

        return left == right ? true
            : left.All(char.IsAsciiLetterOrDigit) && right.All(char.IsAsciiLetterOrDigit) && !left.Equals(right, StringComparison.OrdinalIgnoreCase) ? false
            : null;
    }

    private static SqlBoolean? Ordered(SqlLiteral left, SqlLiteral right, Func<int, bool> holds) => Order(left, right) is { } order ? new SqlBoolean(holds(order)) : null;

    private static int? Order(SqlLiteral left, SqlLiteral right) => (left, right) switch
    {
        (SqlNumber first, SqlNumber second) => first.Value.CompareTo(second.Value),
        _ => SqlFoldedDates.Instant(left) is { } first && SqlFoldedDates.Instant(right) is { } second ? first.CompareTo(second) : null,
    };

    /// <summary>A conversion that loses nothing and is spelled in one way only.</summary>
    private static SqlLiteral? Converted(SqlLiteral value, SqlType type) => (value, type.Kind) switch
    {
        (SqlNull, _) => SqlNull.Instance,
        (SqlBoolean, SqlTypeKind.Boolean) or (SqlDate, SqlTypeKind.Date) or (SqlTimestamp, SqlTypeKind.Timestamp) => value,
        (SqlText text, SqlTypeKind.Text) => type.Precision is null || text.Value.Length <= type.Precision ? text : null,
        (SqlNumber { Value.Scale: 0 } number, SqlTypeKind.Text) when type.Precision is null => new SqlText(number.Value.ToString(CultureInfo.InvariantCulture)),
        (SqlNumber number, _) => Converted(number.Value, type),
        (SqlText text, _) when type.IsNumeric && IsPlainNumber(text.Value) => decimal.TryParse(text.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) ? Converted(read, type) : null,
        _ => SqlFoldedDates.Converted(value, type),
    };

    private static SqlNumber? Converted(decimal number, SqlType type) => type switch
    {
        { Kind: SqlTypeKind.Integer } when decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue => new SqlNumber(decimal.Truncate(number)),
        { Kind: SqlTypeKind.BigInteger } when decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue => new SqlNumber(decimal.Truncate(number)),
        { Kind: SqlTypeKind.Decimal, Precision: { } precision, Scale: > 0 and { } scale } => ExactNumber.Of(number).WithScale(scale) is { } scaled && ExactNumber.Of(scaled).Digits <= precision ? new SqlNumber(scaled) : null,
        _ => null,
    };

    private static bool IsPlainNumber(string text) => text.Length is > 0 and <= 28 && char.IsAsciiDigit(text[^1]) && (char.IsAsciiDigit(text[0]) || (text[0] == '-' && text.Length > 1 && char.IsAsciiDigit(text[1])));
}
