using System.Globalization;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Web.Text;

/// <summary>The value of a parameter as it is shown beside the SQL.</summary>
public static class LiteralText
{
    public static string Of(SqlLiteral value) => value switch
    {
        SqlText text => $"'{text.Value}'",
        SqlNumber number => number.Value.ToString(CultureInfo.InvariantCulture),
        SqlBoolean flag => flag.Value ? "true" : "false",
        SqlDate day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        SqlTimestamp instant => instant.Value.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        SqlInterval interval => string.Create(CultureInfo.InvariantCulture, $"{interval.Amount} {interval.Unit}"),
        _ => "null",
    };
}
