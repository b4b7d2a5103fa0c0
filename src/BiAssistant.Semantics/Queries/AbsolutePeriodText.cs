using System.Globalization;
using System.Text.RegularExpressions;
using BiAssistant.Semantics.Calendars;

namespace BiAssistant.Semantics.Queries;

/// <summary>Reads periods that need no clock: a year, quarter, month, day, instant, fiscal year, or one open end.</summary>
internal static partial class AbsolutePeriodText
{
    /// <summary>Null when the text (lower case, single spaces) is none of these.</summary>
    internal static AbsolutePeriod? Read(string text, BusinessCalendar calendar)
    {
        if (Open().Match(text) is { Success: true } open)
        {
            var period = Read(open.Groups["rest"].Value, calendar);
            return open.Groups["word"].Value switch
            {
                _ when period is null => null,
                "since" or "from" => new AbsolutePeriod(period.From, null),
                "after" => new AbsolutePeriod(period.To, null),
                "before" => new AbsolutePeriod(null, period.From),
                _ => new AbsolutePeriod(null, period.To),
            };
        }

        return Quarter(text, calendar) ?? FiscalYear(text, calendar) ?? Dated(text, calendar);
    }

    private static AbsolutePeriod? Dated(string text, BusinessCalendar calendar)
    {
        (TimeGrain Grain, string[] Formats)[] forms =
        [
            (TimeGrain.Year, ["yyyy"]),
            (TimeGrain.Month, ["yyyy-MM", "MMMM yyyy", "MMM yyyy"]),
            (TimeGrain.Day, ["yyyy-MM-dd"]),
            (TimeGrain.Hour, ["yyyy-MM-dd't'HH", "yyyy-MM-dd't'HH:00", "yyyy-MM-dd HH:00", "yyyy-MM-dd't'HH:00:00"]),
        ];
        foreach (var (grain, formats) in forms)
        {
            if (DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
            {
                return Periods.Of(start, grain, calendar);
            }
        }

        return null;
    }

    private static AbsolutePeriod? Quarter(string text, BusinessCalendar calendar) =>
        QuarterForm().Match(text) is { Success: true } quarter && Year(quarter) is { } year
            ? Periods.Of(new DateTime(year, (3 * int.Parse(quarter.Groups["quarter"].ValueSpan, CultureInfo.InvariantCulture)) - 2, 1), TimeGrain.Quarter, calendar)
            : null;

    private static AbsolutePeriod? FiscalYear(string text, BusinessCalendar calendar) =>
        calendar.Computes(TimeGrain.FiscalYear) && FiscalYearForm().Match(text) is { Success: true } fiscal && Year(fiscal) is { } year ? FiscalYears.Named(year, calendar) : null;

    private static int? Year(Match match) => int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) is var year and > 1 and < 9999 ? year : null;

    [GeneratedRegex("^(?<word>since|from|after|before|until|up to) (?<rest>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Open();

    [GeneratedRegex("^(?:(?<year>[0-9]{4})[ -]?q(?<quarter>[1-4])|q(?<quarter>[1-4])[ -]?(?<year>[0-9]{4}))$", RegexOptions.ExplicitCapture)]
    private static partial Regex QuarterForm();

    [GeneratedRegex("^(?:fy ?|fiscal year )(?<year>[0-9]{4})$", RegexOptions.ExplicitCapture)]
    private static partial Regex FiscalYearForm();
}
