using System.Collections.Frozen;
using BiAssistant.Sql.Parsing;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Sql.Dialects;

/// <summary>Snowflake's words for units of time and parts of dates. WEEK and DAYOFWEEK are no parts here: the session says where they begin.</summary>
internal static class SnowflakeUnits
{
    private static readonly FrozenDictionary<string, SqlTimeUnit> Units = Named(
        (SqlTimeUnit.Year, "YEAR Y YY YYY YYYY YR YEARS YRS"),
        (SqlTimeUnit.Quarter, "QUARTER Q QTR QTRS QUARTERS"),
        (SqlTimeUnit.Month, "MONTH MM MON MONS MONTHS"),
        (SqlTimeUnit.Week, "WEEK W WK WEEKOFYEAR WOY WY"),
        (SqlTimeUnit.Day, "DAY D DD DAYS DAYOFMONTH"),
        (SqlTimeUnit.Hour, "HOUR H HH HR HOURS HRS"),
        (SqlTimeUnit.Minute, "MINUTE M MI MIN MINUTES MINS"),
        (SqlTimeUnit.Second, "SECOND S SEC SECONDS SECS"));

    private static readonly FrozenDictionary<string, SqlDatePart> Parts = Named(
        (SqlDatePart.Year, "YEAR Y YY YYY YYYY YR YEARS YRS"),
        (SqlDatePart.Quarter, "QUARTER Q QTR QTRS QUARTERS"),
        (SqlDatePart.Month, "MONTH MM MON MONS MONTHS"),
        (SqlDatePart.Week, "WEEKISO WEEK_ISO WEEKOFYEARISO WEEKOFYEAR_ISO"),
        (SqlDatePart.Day, "DAY D DD DAYS DAYOFMONTH"),
        (SqlDatePart.DayOfWeek, "DAYOFWEEKISO WEEKDAY_ISO DOW_ISO DW_ISO DAYOFWEEK_ISO"),
        (SqlDatePart.DayOfYear, "DAYOFYEAR YEARDAY DOY DY"),
        (SqlDatePart.Hour, "HOUR H HH HR HOURS HRS"),
        (SqlDatePart.Minute, "MINUTE M MI MIN MINUTES MINS"),
        (SqlDatePart.Second, "SECOND S SEC SECONDS SECS"),
        (SqlDatePart.Epoch, "EPOCH_SECOND EPOCH EPOCH_SECONDS"));

    /// <summary>The words that stand as arguments, WEEK and DAYOFWEEK too: what they mean is told apart later.</summary>
    public static readonly FrozenSet<string> Words = SqlWords.Set(Units.Keys.Concat(Parts.Keys), "DAYOFWEEK WEEKDAY DOW DW");

    public static SqlTimeUnit? Unit(SqlExpression argument) => Word(argument) is { } word && Units.TryGetValue(word, out var unit) ? unit : null;

    public static SqlDatePart? Part(SqlExpression argument) => Word(argument) is { } word ? Part(word) : null;

    public static SqlDatePart? Part(string word) => Parts.TryGetValue(word, out var part) ? part : null;

    public static string Name(SqlDatePart part) => part switch
    {
        SqlDatePart.Week => "WEEKISO",
        SqlDatePart.DayOfWeek => "DAYOFWEEKISO",
        SqlDatePart.DayOfYear => "DAYOFYEAR",
        SqlDatePart.Epoch => "EPOCH_SECOND",
        _ => SqlUnits.Name(part),
    };

    /// <summary>A unit is said as a bare word or as a text.</summary>
    private static string? Word(SqlExpression argument) => (argument as SqlWord)?.Word ?? (argument as SqlText)?.Value;

    private static FrozenDictionary<string, T> Named<T>(params (T Meaning, string Words)[] named) =>
        named.SelectMany(one => one.Words.Split(' ').Select(word => (word, one.Meaning))).ToFrozenDictionary(one => one.word, one => one.Meaning, StringComparer.OrdinalIgnoreCase);
}
