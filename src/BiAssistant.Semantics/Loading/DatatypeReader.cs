using System.Globalization;
using System.Text.RegularExpressions;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads a datatype: Ossie's words and the names that SQL engines use.</summary>
internal static partial class DatatypeReader
{
    private static readonly string[] Words = ["String", "Integer", "Decimal", "Float", "Boolean", "Date", "Time", "DateTime", "DateTimeTz", "Opaque"];

    public static SqlType Read(KeyReader keys)
    {
        if (keys.Scalar("datatype") is not { } scalar)
        {
            return SqlType.Unknown;
        }

        var text = scalar.Text.Trim();
        switch (text)
        {
            case "String":
                return SqlType.Text;
            case "Integer":
                return SqlType.Integer;
            case "Decimal":
                return new SqlType(SqlTypeKind.Decimal);
            case "Date":
                return SqlType.Date;
        }

        var match = Shape().Match(text);
        var name = Spaces().Replace(match.Groups["name"].Value.Trim().ToLowerInvariant(), " ");
        int? first = match.Groups["first"].Success ? int.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture) : null;
        int? second = match.Groups["second"].Success ? int.Parse(match.Groups["second"].Value, CultureInfo.InvariantCulture) : null;
        var zone = match.Groups["zone"].Value.ToLowerInvariant();
        switch (name)
        {
            case "string" or "text" or "varchar" or "char" or "character" or "character varying" or "nvarchar" or "nchar" or "varchar2" or "clob" or "uuid" or "enum" or "citext":
                return new SqlType(SqlTypeKind.Text, first);
            case "integer" or "int" or "smallint" or "tinyint" or "mediumint" or "int2" or "int4" or "int32":
                return SqlType.Integer;
            case "bigint" or "int8" or "int64" or "long" or "serial" or "bigserial":
                return SqlType.BigInteger;
            case "decimal" or "numeric" or "number" or "money":
                return new SqlType(SqlTypeKind.Decimal, first, second ?? (first is null ? null : 0));
            case "float" or "double" or "double precision" or "real" or "float4" or "float8" or "float64":
                return SqlType.Double;
            case "boolean" or "bool" or "bit":
                return SqlType.Boolean;
            case "date":
                return SqlType.Date;
            case "time":
                return new SqlType(SqlTypeKind.Time);
            case "datetime" or "datetime2" or "timestamp" or "smalldatetime" when !zone.StartsWith("with ", StringComparison.Ordinal):
                return SqlType.Timestamp;
            case "datetimetz" or "timestamptz" or "timestamp_tz" or "datetimeoffset" or "timestamp":
                return new SqlType(SqlTypeKind.TimestampTz);
            case "interval":
                return new SqlType(SqlTypeKind.Interval);
            case "binary" or "varbinary" or "blob" or "bytea" or "bytes":
                return new SqlType(SqlTypeKind.Binary);
            case "opaque" or "json" or "jsonb" or "xml" or "array" or "struct" or "variant":
                return SqlType.Unknown;
            default:
                var nearest = Nearest.To(text, Words);
                keys.Error("wrong_value", $"'{text}' is no datatype; the datatypes are {string.Join(", ", Words)}.{Nearest.Question(nearest)}", scalar, nearest.IsEmpty ? Words.ToSeq() : nearest);
                return SqlType.Unknown;
        }
    }

    [GeneratedRegex(@"^(?<name>[A-Za-z_][A-Za-z0-9_ ]*?)\s*(\(\s*(?<first>\d{1,6})\s*(,\s*(?<second>\d{1,6})\s*)?\))?\s*(?<zone>with(out)?( local)? time zone)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
