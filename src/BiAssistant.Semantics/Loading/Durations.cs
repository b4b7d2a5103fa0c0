using System.Globalization;
using System.Text.RegularExpressions;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads spans of time such as <c>28 days</c>, <c>1 year</c> or <c>36h</c>.</summary>
internal static partial class Durations
{
    public static SqlInterval? Interval(KeyReader keys, string key)
    {
        if (keys.Scalar(key) is not { } scalar)
        {
            return null;
        }

        if (Shape().Match(scalar.Text.Trim()) is { Success: true } match
            && long.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            && Unit(match.Groups[2].Value.ToLowerInvariant()) is { } unit)
        {
            return new SqlInterval(amount, unit);
        }

        keys.Error("wrong_value", $"'{key}' of {keys.Kind} is a span of time such as '28 days' or '1 year', not '{scalar.Text}'.", scalar);
        return null;
    }

    /// <summary>A span whose length does not depend on the calendar: weeks and shorter.</summary>
    public static TimeSpan? Fixed(KeyReader keys, string key)
    {
        if (Interval(keys, key) is not { } interval)
        {
            return null;
        }

        if (interval.Unit > SqlTimeUnit.Week || interval.Amount > 36_500)
        {
            keys.Error("wrong_value", $"'{key}' of {keys.Kind} is counted in minutes, hours, days or weeks.", keys.Map.Find(key)!);
            return null;
        }

        return interval.Unit switch
        {
            SqlTimeUnit.Second => TimeSpan.FromSeconds(interval.Amount),
            SqlTimeUnit.Minute => TimeSpan.FromMinutes(interval.Amount),
            SqlTimeUnit.Hour => TimeSpan.FromHours(interval.Amount),
            SqlTimeUnit.Day => TimeSpan.FromDays(interval.Amount),
            _ => TimeSpan.FromDays(7 * interval.Amount),
        };
    }

    private static SqlTimeUnit? Unit(string word) => word switch
    {
        "s" or "second" or "seconds" => SqlTimeUnit.Second,
        "m" or "min" or "minute" or "minutes" => SqlTimeUnit.Minute,
        "h" or "hour" or "hours" => SqlTimeUnit.Hour,
        "d" or "day" or "days" => SqlTimeUnit.Day,
        "w" or "week" or "weeks" => SqlTimeUnit.Week,
        "month" or "months" => SqlTimeUnit.Month,
        "quarter" or "quarters" => SqlTimeUnit.Quarter,
        "y" or "year" or "years" => SqlTimeUnit.Year,
        _ => null,
    };

    [GeneratedRegex(@"^(\d{1,9})\s*([A-Za-z]+)$")]
    private static partial Regex Shape();
}
