using System.Globalization;

namespace BiAssistant.Answers.Narratives;

/// <summary>
/// How a number reads in a sentence: "$1.23 million", "123만 달러", "12.5%", "1,234 patients", "1,234명". Rounded for reading; the exact number is
/// in the table. Percentages come already multiplied by 100.
/// </summary>
public static class NumberWords
{
    private const decimal LongForm = 1_000_000m;
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static string Say(decimal value, string? unit, string language, NumberFormat? format = null)
    {
        if (format is not null && NumberFormats.Of(value, unit, language, format) is { } formatted)
        {
            return NumberFormats.NamesUnits(format) ? formatted : WithUnit(formatted, value, unit, language);
        }

        if (unit == "percent")
        {
            return $"{Signed(value, Short(Math.Abs(value), Math.Abs(value) < 1 ? 2 : 1))}%";
        }

        return language == "ko" ? Korean(value, unit) : English(value, unit);
    }

    /// <summary>A calculated share or change, as a percentage with one decimal and no sign.</summary>
    public static string SayPercent(decimal percent) => $"{Short(Math.Abs(percent), 1)}%";

    /// <summary>The distance between two percentages: "2.5 percentage points", "2.5%p".</summary>
    public static string SayPoints(decimal points, string language) => (Short(points, points < 0.1m ? 2 : 1), language) switch
    {
        (var number, "ko") => $"{number}%p",
        ("1", _) => "1 percentage point",
        var (number, _) => $"{number} percentage points",
    };

    /// <summary>A number that a format has written, and what it counts.</summary>
    private static string WithUnit(string number, decimal value, string? unit, string language) => Currencies.Find(unit) is { } currency
        ? language == "ko" ? $"{number} {currency.KoreanName}" : $"{currency.Sign}{number}"
        : unit switch
        {
            null or "" or "ratio" => number,
            "percent" => $"{number}%",
            _ when language == "ko" => $"{number} {NumberFormats.InKorean(unit)}",
            _ => $"{number} {(value == 1 ? Singular(unit) : unit)}",
        };

    private static string English(decimal value, string? unit)
    {
        var size = Math.Abs(value);
        if (Currencies.Find(unit) is { } currency)
        {
            return Signed(value, currency.Sign + (size >= LongForm ? EnglishScaled(size) : Money(size, currency)));
        }

        var number = Signed(value, size >= LongForm ? EnglishScaled(size) : Count(size));
        return unit is null or "" or "ratio" ? number : $"{number} {(value == 1 ? Singular(unit) : unit)}";
    }

    private static string Korean(decimal value, string? unit)
    {
        var size = Math.Abs(value);
        if (Currencies.Find(unit) is { } currency)
        {
            var name = char.IsAsciiLetter(currency.KoreanName[0]) ? $" {currency.KoreanName}" : currency.KoreanName;
            return Signed(value, size >= LongForm ? $"{KoreanScaled(size)} {currency.KoreanName}" : Money(size, currency) + name);
        }

        var number = Signed(value, size >= LongForm ? KoreanScaled(size) : Count(size));
        return NumberFormats.InKorean(unit ?? "") switch
        {
            "" or "ratio" => number,
            var named when named != unit => number + named,
            var other when size >= LongForm || char.IsAscii(other[0]) => $"{number} {other}",
            var other => number + other,
        };
    }

    private static string EnglishScaled(decimal size) => size switch
    {
        >= 999_500_000_000m => $"{Significant(size / 1_000_000_000_000m)} trillion",
        >= 999_500_000m => $"{Significant(size / 1_000_000_000m)} billion",
        _ => $"{Significant(size / 1_000_000m)} million",
    };

    private static string KoreanScaled(decimal size) => size switch
    {
        >= 999_950_000_000m => $"{Significant(size / 1_000_000_000_000m)}조",
        >= 99_995_000m => $"{Significant(size / 100_000_000m)}억",
        _ => $"{Significant(size / 10_000m)}만",
    };

    private static string Money(decimal size, Currency currency) =>
        size >= 1_000 || currency.Decimals == 0 ? Math.Round(size, MidpointRounding.AwayFromZero).ToString("#,##0", Plain) : size.ToString("0.00", Plain);

    private static string Count(decimal size)
    {
        var decimals = size switch
        {
            _ when size == decimal.Truncate(size) => 0,
            >= 1_000 => 1,
            >= 1 => 2,
            >= 0.1m => 3,
            _ => 5,
        };
        return Short(size, decimals);
    }

    /// <summary>About four significant digits.</summary>
    private static string Significant(decimal scaled) => Short(scaled, scaled >= 1000 ? 0 : scaled >= 100 ? 1 : 2);

    private static string Short(decimal size, int decimals) =>
        Math.Round(size, decimals, MidpointRounding.AwayFromZero).ToString(decimals == 0 ? "#,##0" : "#,##0." + new string('#', decimals), Plain);

    /// <summary>A number that rounds to nothing has no sign.</summary>
    private static string Signed(decimal value, string text) => value < 0 && text.Any(c => c is >= '1' and <= '9') ? $"-{text}" : text;

    /// <summary>One of what is counted, by the regular plural of English: patients, companies, boxes.</summary>
    private static string Singular(string plural) => plural switch
    {
        _ when plural.EndsWith("ies", StringComparison.Ordinal) && plural.Length > 4 => $"{plural[..^3]}y",
        _ when plural.EndsWith("xes", StringComparison.Ordinal) || plural.EndsWith("ches", StringComparison.Ordinal) || plural.EndsWith("sses", StringComparison.Ordinal) => plural[..^2],
        _ when plural.EndsWith('s') && !plural.EndsWith("ss", StringComparison.Ordinal) && plural.Length > 2 => plural[..^1],
        _ => plural,
    };
}
