using System.Globalization;
using System.Text.RegularExpressions;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Reads spans such as <c>7 days</c>, or <c>{count: 7, granularity: day}</c> as compiled manifests have them, and the names of grains.</summary>
internal static partial class DbtSpans
{
    /// <summary>The span; null when there is none, or when it is none that is known, which <paramref name="problem"/> says.</summary>
    public static DbtSpan? Read(KeyReader keys, string key, ref string? problem)
    {
        var (count, unit) = keys.Node(key) switch
        {
            null => (null, null),
            YamlMap map => ((map.Find("count") as YamlScalar)?.Text, (map.Find("granularity") as YamlScalar)?.Text),
            YamlScalar text when Shape().Match(text.Text.Trim()) is { Success: true } match => (match.Groups[1].Value, match.Groups[2].Value),
            _ => ("", ""),
        };
        if (count is null && unit is null)
        {
            return null;
        }

        if (int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount > 0 && Grain(unit?.TrimEnd('s')) is { } grain)
        {
            return new DbtSpan(amount, grain);
        }

        problem ??= $"its '{key}' is no number of days, weeks, months, quarters or years";
        return null;
    }

    /// <summary>The unit of that name; finer than a second is a second. Null for a grain of the project's own.</summary>
    public static SqlTimeUnit? Grain(string? name) => name?.Trim().ToLowerInvariant() switch
    {
        "nanosecond" or "microsecond" or "millisecond" or "second" => SqlTimeUnit.Second,
        "minute" => SqlTimeUnit.Minute,
        "hour" => SqlTimeUnit.Hour,
        "day" => SqlTimeUnit.Day,
        "week" => SqlTimeUnit.Week,
        "month" => SqlTimeUnit.Month,
        "quarter" => SqlTimeUnit.Quarter,
        "year" => SqlTimeUnit.Year,
        _ => null,
    };

    [GeneratedRegex(@"^(\d{1,6})\s*([A-Za-z]+)$")]
    private static partial Regex Shape();
}
