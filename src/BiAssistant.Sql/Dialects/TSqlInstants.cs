using System.Globalization;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Sql.Dialects;

/// <summary>Days and times that are said as texts there, because the language has no literals for them.</summary>
internal static class TSqlInstants
{
    /// <summary>The day that a text in ISO form says.</summary>
    public static SqlExpression? Read(SqlExpression native) => Read(native, SqlType.Date);

    /// <summary>The day or the time of a text that is in the form in which it would be written; null for everything else.</summary>
    public static SqlExpression? Read(SqlExpression native, SqlType type)
    {
        if (native is not SqlText text || !DateTime.TryParse(text.Value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            return null;
        }

        var day = DateOnly.FromDateTime(instant);
        return type.Kind switch
        {
            SqlTypeKind.Date when SqlInstants.Text(day) == text.Value => new SqlDate(day),
            SqlTypeKind.Timestamp when SqlInstants.Text(instant) == text.Value => new SqlTimestamp(instant),
            _ => null,
        };
    }
}
