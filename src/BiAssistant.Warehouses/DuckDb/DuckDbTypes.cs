using System.Globalization;
using System.Text.RegularExpressions;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Warehouses.DuckDb;

/// <summary>The portable type of a type by its name in the engine's words.</summary>
internal static partial class DuckDbTypes
{
    private const int WidestWhole = 38;

    public static SqlType? Portable(string declared) => declared switch
    {
        "BOOLEAN" => SqlType.Boolean,
        "TINYINT" or "SMALLINT" or "INTEGER" or "UTINYINT" or "USMALLINT" => SqlType.Integer,
        "BIGINT" or "UINTEGER" => SqlType.BigInteger,
        "HUGEINT" or "UHUGEINT" or "UBIGINT" => SqlType.Decimal(WidestWhole, 0),
        "FLOAT" or "DOUBLE" => SqlType.Double,
        "VARCHAR" or "UUID" => SqlType.Text,
        "DATE" => SqlType.Date,
        "TIME" => new SqlType(SqlTypeKind.Time),
        "TIMESTAMP" or "TIMESTAMP_S" or "TIMESTAMP_MS" or "TIMESTAMP_NS" => SqlType.Timestamp,
        "TIMESTAMP WITH TIME ZONE" => new SqlType(SqlTypeKind.TimestampTz),
        "INTERVAL" => new SqlType(SqlTypeKind.Interval),
        "BLOB" => new SqlType(SqlTypeKind.Binary),
        _ when declared.EndsWith(']') => null,
        _ when Sized().Match(declared) is { Success: true } sizes => SqlType.Decimal(Number(sizes.Groups[1]), Number(sizes.Groups[2])),
        _ when declared.StartsWith("ENUM(", StringComparison.Ordinal) => SqlType.Text,
        _ => null,
    };

    /// <summary>The values of an enumeration, which its name spells out.</summary>
    public static Seq<string> Values(string declared) => declared.StartsWith("ENUM(", StringComparison.Ordinal) && declared.EndsWith(')')
        ? Quoted().Matches(declared).Select(value => value.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal)).ToSeq()
        : [];

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^DECIMAL\((\d+),\s*(\d+)\)$")]
    private static partial Regex Sized();

    [GeneratedRegex("'((?:[^']|'')*)'")]
    private static partial Regex Quoted();
}
