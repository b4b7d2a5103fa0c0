using System.Globalization;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads a value as it is stored: by the field's type where it fits, else as it is written (a number, true or false, a text).</summary>
internal static class LiteralReader
{
    public static SqlLiteral Read(YamlScalar scalar, SqlType type)
    {
        var text = scalar.Text;
        return type.Kind switch
        {
            SqlTypeKind.Text => new SqlText(text),
            SqlTypeKind.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => new SqlDate(date),
            SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) => new SqlTimestamp(instant),
            _ when type.IsNumeric && Number(text) is { } number => number,
            SqlTypeKind.Boolean when bool.TryParse(text, out var flag) => new SqlBoolean(flag),
            _ => AsWritten(scalar),
        };
    }

    public static SqlLiteral AsWritten(YamlScalar scalar) =>
        scalar.IsNull ? SqlNull.Instance
        : scalar.Style != YamlStyle.Plain ? new SqlText(scalar.Text)
        : scalar.Text is "true" or "false" ? new SqlBoolean(scalar.Text == "true")
        : Number(scalar.Text) ?? (SqlLiteral)new SqlText(scalar.Text);

    private static SqlNumber? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new SqlNumber(number) : null;
}
