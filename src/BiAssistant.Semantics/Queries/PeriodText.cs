using System.Globalization;
using System.Text.RegularExpressions;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Queries;

/// <summary>
/// Periods as catalogs write them: <c>last 12 months</c>, <c>past 7 days</c>, <c>this year</c>, <c>yesterday</c>, <c>2024</c>, <c>2024-05</c>,
/// <c>2024-Q2</c>, <c>FY2025</c>, <c>since 2024-03-01</c>, <c>2024-01-01 to 2024-03-31</c> (both days included), <c>now - 30 days</c> (from that day
/// on, today included), <c>all</c>.
/// </summary>
public static partial class PeriodText
{
    private const int MaxCount = 100_000;

    /// <summary>A period that needs no clock to be read; two ends of which one is told from now need <see cref="Resolve(string, DateTime, BusinessCalendar)"/>.</summary>
    public static Outcome<Period> Parse(string text, BusinessCalendar? calendar = null)
    {
        var folded = Fold(text);
        return Ends(folded) is var (from, to)
            && Single(from, calendar ?? BusinessCalendar.Default) is AbsolutePeriod first
            && Single(to, calendar ?? BusinessCalendar.Default) is AbsolutePeriod last
            ? Between(first, last) is { } period ? Outcome<Period>.Of(period) : Outcome<Period>.Failed(Backwards(text))
            : Single(folded, calendar ?? BusinessCalendar.Default) is { } single ? Outcome<Period>.Of(single) : Outcome<Period>.Failed(NotUnderstood(text));
    }

    /// <summary>The absolute period that a text means now.</summary>
    public static Outcome<AbsolutePeriod> Resolve(string text, DateTime now, BusinessCalendar calendar)
    {
        if (Ends(Fold(text)) is var (from, to))
        {
            return Resolve(from, to, now, calendar);
        }

        return Parse(text, calendar) is { Value: { } period }
            ? Outcome<AbsolutePeriod>.Of(Periods.Resolve(period, now, calendar))
            : Outcome<AbsolutePeriod>.Failed(NotUnderstood(text));
    }

    /// <summary>
    /// The period between two texts, both included: from the start of what the first means (<c>now - 30 days</c> is that day) to the end of what the second
    /// means; without a second, to today.
    /// </summary>
    public static Outcome<AbsolutePeriod> Resolve(string from, string? to, DateTime now, BusinessCalendar calendar)
    {
        var first = End(from, now, calendar);
        var last = End(to ?? "now", now, calendar);
        if (first is null || last is null)
        {
            return Outcome<AbsolutePeriod>.Failed(NotUnderstood(first is null ? from : to ?? ""));
        }

        return Between(first, last) is { } period
            ? Outcome<AbsolutePeriod>.Of(period)
            : Outcome<AbsolutePeriod>.Failed(Backwards($"{from} to {to ?? "now"}"));
    }

    private static AbsolutePeriod? Between(AbsolutePeriod first, AbsolutePeriod last) =>
        first.From is null || last.To is null || first.From < last.To ? new AbsolutePeriod(first.From, last.To) : null;

    /// <summary>An end: a period, or a day so many lengths before or after today.</summary>
    private static AbsolutePeriod? End(string text, DateTime now, BusinessCalendar calendar)
    {
        var folded = Fold(text);
        if (Offset().Match(folded) is { Success: true } offset && Amount(offset) is { } amount && Grain(offset) is { } grain)
        {
            var back = new RelativePeriod(RelativePeriodKind.Since, offset.Groups["sign"].Value == "-" ? amount : -amount, grain);
            var start = Periods.Resolve(back, now, calendar).From;
            return start is { } day ? Periods.Of(day, grain == TimeGrain.Hour ? TimeGrain.Hour : TimeGrain.Day, calendar) : null;
        }

        return Single(folded, calendar) is { } period ? Periods.Resolve(period, now, calendar) : Instant(folded);
    }

    /// <summary>A time of day, at which a period begins or before which it ends.</summary>
    private static AbsolutePeriod? Instant(string text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-dd't'HH:mm", "yyyy-MM-dd't'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? new AbsolutePeriod(instant, instant)
            : null;

    private static Period? Single(string text, BusinessCalendar calendar) => text switch
    {
        "now" or "today" or "this day" or "current day" => new RelativePeriod(RelativePeriodKind.Current, 1, TimeGrain.Day),
        "yesterday" => new RelativePeriod(RelativePeriodKind.Last, 1, TimeGrain.Day),
        "tomorrow" => new RelativePeriod(RelativePeriodKind.Next, 1, TimeGrain.Day),
        "all" or "all data" or "all time" or "ever" => new AbsolutePeriod(null, null),
        "ytd" => new RelativePeriod(RelativePeriodKind.Current, 1, TimeGrain.Year),
        "mtd" => new RelativePeriod(RelativePeriodKind.Current, 1, TimeGrain.Month),
        "qtd" => new RelativePeriod(RelativePeriodKind.Current, 1, TimeGrain.Quarter),
        _ => Relative(text) is { } relative && calendar.Computes(relative.Grain) ? relative : AbsolutePeriodText.Read(text, calendar),
    };

    private static RelativePeriod? Relative(string text)
    {
        if (Offset().Match(text) is { Success: true } offset && offset.Groups["sign"].Value == "-" && Amount(offset) is { } back && Grain(offset) is { } by)
        {
            return new RelativePeriod(RelativePeriodKind.Since, back, by);
        }

        if (ToDate().Match(text) is { Success: true } toDate && Grain(toDate) is { } running)
        {
            return new RelativePeriod(RelativePeriodKind.Current, 1, running);
        }

        if (Counted().Match(text) is not { Success: true } counted || Amount(counted) is not { } count || Grain(counted) is not { } grain)
        {
            return null;
        }

        RelativePeriodKind? kind = counted.Groups["word"].Value switch
        {
            "last" or "previous" or "prior" => RelativePeriodKind.Last,
            "past" or "trailing" => RelativePeriodKind.Past,
            "this" or "current" => count == 1 ? RelativePeriodKind.Current : null,
            _ => RelativePeriodKind.Next,
        };
        return kind is { } known ? new RelativePeriod(known, count, grain) : null;
    }

    private static (string From, string To)? Ends(string text) =>
        Range().Match(text) is { Success: true } range && !ToDate().IsMatch(text) ? (range.Groups["from"].Value, range.Groups["to"].Value) : null;

    private static int? Amount(Match match)
    {
        var text = match.Groups["count"].Value.Trim();
        return text.Length == 0 ? 1 : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MaxCount ? count : null;
    }

    private static TimeGrain? Grain(Match match) => TimeGrains.Find(match.Groups["grain"].Value.TrimEnd('s').Replace(' ', '_'));

    private static string Fold(string text) => Spaces().Replace(text.Trim().ToLowerInvariant(), " ");

    private static Issue NotUnderstood(string text) =>
        new("unknown_period", $"\"{text}\" is not a period. Write one such as \"last 12 months\", \"this year\", \"2024\" or \"2024-01-01 to 2024-03-31\".")
        {
            Suggestions = ["last 12 months", "this year", "now - 30 days", "2024-01-01 to 2024-03-31"],
            Element = text,
        };

    private static Issue Backwards(string text) => new("empty_period", $"The period \"{text}\" ends before it begins.") { Element = text };

    [GeneratedRegex(@"^(?:now|today) ?(?<sign>[+-]) ?(?<count>\d+ ?)(?<grain>(?:fiscal[ _])?(?:hour|day|week|month|quarter|year)s?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Offset();

    [GeneratedRegex(@"^(?<word>last|previous|prior|past|trailing|this|current|next) (?<count>\d* ?)(?<grain>(?:fiscal[ _])?(?:hour|day|week|month|quarter|year)s?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^(?<grain>(?:fiscal[ _])?(?:week|month|quarter|year))[ -]to[ -]date$", RegexOptions.ExplicitCapture)]
    private static partial Regex ToDate();

    [GeneratedRegex(@"^(?:from )?(?<from>.+?)(?: to | \.\. |\.\.| until | through )(?<to>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Range();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
