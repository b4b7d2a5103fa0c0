using System.Globalization;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads the business's year and week.</summary>
internal static class CalendarReader
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly (string, DayOfWeek)[] Days = [.. Enum.GetValues<DayOfWeek>().Select(d => (Name(d), d)), .. Enum.GetValues<DayOfWeek>().Select(d => (Name(d)[..3], d))];

    private static readonly (string, WeekPattern)[] Patterns =
        [("4-4-5", WeekPattern.FourFourFive), ("4-5-4", WeekPattern.FourFiveFour), ("5-4-4", WeekPattern.FiveFourFour)];

    public static BusinessCalendar Read(KeyReader model)
    {
        if (model.Inner("calendar", "a calendar") is not { } keys)
        {
            return BusinessCalendar.Default;
        }

        var (month, day) = YearStart(keys);
        var calendar = new BusinessCalendar
        {
            FiscalYearStartMonth = month,
            FiscalYearStartDay = day,
            FiscalYearNamedBy = keys.Choice("fiscal_year_named_by", [("end", FiscalYearName.End), ("start", FiscalYearName.Start)], FiscalYearName.End),
            WeekStart = keys.Choice("week_start", Days, DayOfWeek.Monday),
            Pattern = keys.Choice("pattern", Patterns, WeekPattern.None),
            Dataset = keys.Text("dataset"),
        };
        keys.Done();
        return calendar;
    }

    /// <summary>A month (<c>4</c>, <c>april</c>) or a month and a day (<c>4-6</c>, <c>04-06</c>, <c>april-6</c>).</summary>
    private static (int Month, int Day) YearStart(KeyReader keys)
    {
        if (keys.Scalar("fiscal_year_start") is not { } scalar)
        {
            return (1, 1);
        }

        var parts = scalar.Text.Trim().Split(['-', ' '], StringSplitOptions.RemoveEmptyEntries);
        var month = parts.Length is 1 or 2 ? MonthOf(parts[0]) : 0;
        var day = parts.Length == 1 ? 1 : parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (month >= 1 && day >= 1 && day <= DateTime.DaysInMonth(2023, month))
        {
            return (month, day);
        }

        var nearest = Nearest.To(parts.Length > 0 ? parts[0] : "", Months);
        keys.Error("wrong_value", $"'fiscal_year_start' is a month (4, april) or a month and a day (04-06), not '{scalar.Text}'.{Nearest.Question(nearest)}", scalar, nearest);
        return (1, 1);
    }

    private static int MonthOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number is >= 1 and <= 12 ? number : 0
        : text.Length >= 3 ? Array.FindIndex(Months, m => m.StartsWith(text, StringComparison.OrdinalIgnoreCase)) + 1
        : 0;

    private static string Name(DayOfWeek day) => day.ToString().ToLowerInvariant();
}
