using System.Globalization;
using System.Text.RegularExpressions;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Warehouses.Sqlite;

/// <summary>The portable type of a column by the words of its declaration, which the engine does not enforce.</summary>
internal static partial class SqliteTypes
{
    public static SqlType? Portable(string declared)
    {
        var words = declared.ToUpperInvariant();
        bool Says(params ReadOnlySpan<string> parts)
        {
            foreach (var part in parts)
            {
                if (words.Contains(part, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }

        return words.Trim().Length == 0 ? SqlType.Unknown
            : Says("POINT", "GEOM", "POLYGON") ? null
            : Says("BOOL") ? SqlType.Boolean
            : Says("INTERVAL") ? new SqlType(SqlTypeKind.Interval)
            : Says("INT", "SERIAL") ? SqlType.BigInteger
            : Says("DATETIME", "TIMESTAMP") ? SqlType.Timestamp
            : Says("DATE") ? SqlType.Date
            : words.Trim() == "TIME" ? new SqlType(SqlTypeKind.Time)
            : Says("CHAR", "TEXT", "CLOB", "STRING", "UUID", "GUID", "ENUM") ? SqlType.Text
            : Says("BLOB", "BINARY", "BYTEA") ? new SqlType(SqlTypeKind.Binary)
            : Says("DEC", "NUM", "MONEY", "CURRENCY") ? Decimal(words)
            : Says("REAL", "DOUB", "FLOA") ? SqlType.Double
            : Says("JSON", "XML") ? null
            : SqlType.Unknown;
    }

    private static SqlType Decimal(string words) => Sizes().Match(words) is { Success: true } sizes
        ? SqlType.Decimal(Number(sizes.Groups[1]), sizes.Groups[2].Success ? Number(sizes.Groups[2]) : 0)
        : new SqlType(SqlTypeKind.Decimal);

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\(\s*(\d{1,4})\s*(?:,\s*(\d{1,4})\s*)?\)")]
    private static partial Regex Sizes();
}
