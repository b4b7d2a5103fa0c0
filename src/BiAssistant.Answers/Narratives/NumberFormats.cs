using System.Globalization;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Narratives;

/// <summary>How a column's numbers are declared to be shown: a known format, or a pattern of .NET's number formats.</summary>
public sealed record NumberFormat(ValueFormat Kind, string? Pattern)
{
    public static readonly NumberFormat None = new(ValueFormat.None, null);

    /// <summary>As the catalog writes it; null when it says nothing.</summary>
    public string? Text => Pattern ?? (Kind == ValueFormat.None ? null : Kind.ToString().ToLowerInvariant());
}

/// <summary>Numbers in a declared format: whole, with the decimals of money, by a pattern, or as a length of time.</summary>
public static class NumberFormats
{
    private static readonly Seq<Span> Spans =
    [
        new("second", "sec", "초", 1),
        new("minute", "min", "분", 60),
        new("hour", "h", "시간", 3_600),
        new("day", "d", "일", 86_400),
        new("week", "wk", "주", 604_800),
    ];

    /// <summary>The number alone, or as a length of time with its units; null where the format says nothing about it.</summary>
    public static string? Of(decimal value, string? unit, string language, NumberFormat format) => format switch
    {
        { Pattern: { } pattern } => Patterned(value, pattern),
        { Kind: ValueFormat.Integer } => Math.Round(value, MidpointRounding.AwayFromZero).ToString("#,##0", CultureInfo.InvariantCulture),
        { Kind: ValueFormat.Money } when Currencies.Find(unit) is null => value.ToString("#,##0.00", CultureInfo.InvariantCulture),
        { Kind: ValueFormat.Duration } => Length(value, unit, language),
        _ => null,
    };

    /// <summary>Whether what <see cref="Of"/> gives names its units itself.</summary>
    public static bool NamesUnits(NumberFormat format) => format is { Pattern: null, Kind: ValueFormat.Duration };

    /// <summary>The name of a unit of time in Korean; any other unit as it is.</summary>
    public static string InKorean(string unit) => unit switch
    {
        "month" or "months" => "개월",
        "quarter" or "quarters" => "분기",
        "year" or "years" => "년",
        _ => Spans.FirstOrDefault(s => s.Is(unit))?.Korean ?? unit,
    };

    /// <summary>A pattern that the engine of formats cannot read leaves the number as it is.</summary>
    private static string? Patterned(decimal value, string pattern)
    {
        try
        {
            return value.ToString(pattern, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The two largest parts of a length of time, the smaller one rounded: 1.51 hours is "1 h 31 min".</summary>
    private static string? Length(decimal value, string? unit, string language)
    {
        if (unit is null || Spans.FirstOrDefault(s => s.Is(unit)) is not { } counted || Math.Abs(value) > 1_000_000_000)
        {
            return null;
        }

        var exact = Math.Abs(value) * counted.Seconds;
        var least = Spans.LastOrDefault(s => s.Seconds < Largest(exact).Seconds);
        var seconds = least is null ? Math.Round(exact, 2, MidpointRounding.AwayFromZero) : Math.Round(exact / least.Seconds, MidpointRounding.AwayFromZero) * least.Seconds;
        var large = Largest(seconds);
        var small = Spans.LastOrDefault(s => s.Seconds < large.Seconds);
        var whole = small is null ? seconds : decimal.Truncate(seconds / large.Seconds);
        var rest = small is null ? 0 : decimal.Truncate(seconds % large.Seconds / small.Seconds);
        var text = small is null || rest == 0 ? Part(whole, large, language) : $"{Part(whole, large, language)} {Part(rest, small, language)}";
        return value < 0 && seconds != 0 ? $"-{text}" : text;
    }

    /// <summary>Days are the largest: nobody reads weeks and days together.</summary>
    private static Span Largest(decimal seconds) => Spans.LastOrDefault(s => s.Seconds <= seconds && s.Name != "week") ?? Spans[0];

    private static string Part(decimal amount, Span span, string language)
    {
        var number = amount.ToString("#,##0.##", CultureInfo.InvariantCulture);
        return language == "ko" ? number + span.Korean : $"{number} {span.Short}";
    }

    private sealed record Span(string Name, string Short, string Korean, int Seconds)
    {
        public bool Is(string unit) => unit == Name || unit == Name + "s";
    }
}
