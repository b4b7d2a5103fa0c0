using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Parsing;

/// <summary>The words for units of time and parts of dates.</summary>
internal static class SqlUnits
{
    public const string Listed = "SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER or YEAR";

    public const string ListedParts = "SECOND, MINUTE, HOUR, DAY, ISODOW, DOY, WEEK, MONTH, QUARTER, YEAR or EPOCH";

    public static SqlTimeUnit? Find(string word)
    {
        var upper = SqlWords.Upper(word);
        foreach (var unit in Enum.GetValues<SqlTimeUnit>())
        {
            if (upper == Name(unit) || upper == Name(unit) + "S")
            {
                return unit;
            }
        }

        return null;
    }

    public static string Name(SqlTimeUnit unit) => unit.ToString().ToUpperInvariant();

    public static SqlDatePart? FindPart(string word) => SqlWords.Upper(word) switch
    {
        "SECOND" => SqlDatePart.Second,
        "MINUTE" => SqlDatePart.Minute,
        "HOUR" => SqlDatePart.Hour,
        "DAY" => SqlDatePart.Day,
        "ISODOW" or "DAY_OF_WEEK" or "DAYOFWEEK" => SqlDatePart.DayOfWeek,
        "DOY" or "DAY_OF_YEAR" or "DAYOFYEAR" => SqlDatePart.DayOfYear,
        "WEEK" => SqlDatePart.Week,
        "MONTH" => SqlDatePart.Month,
        "QUARTER" => SqlDatePart.Quarter,
        "YEAR" => SqlDatePart.Year,
        "EPOCH" => SqlDatePart.Epoch,
        _ => null,
    };

    public static string Name(SqlDatePart part) => part switch
    {
        SqlDatePart.DayOfWeek => "ISODOW",
        SqlDatePart.DayOfYear => "DOY",
        _ => part.ToString().ToUpperInvariant(),
    };
}
