using System.Collections.Frozen;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Languages;

/// <summary>Units by all that they are called: a catalog that says "years" is asked for those who are "65세" or "65 살".</summary>
internal static class MeasureUnits
{
    private static readonly string[][] Families =
    [
        ["second", "seconds", "sec", "secs", "s", "초"], ["minute", "minutes", "min", "mins", "분"], ["hour", "hours", "hr", "hrs", "h", "시간"], ["day", "days", "d", "일"], ["week", "weeks", "주"], ["month", "months", "개월", "달"], ["year", "years", "yr", "yrs", "y", "years old", "년", "세", "살"], ["night", "nights", "박"],
        ["kilogram", "kilograms", "kilo", "kilos", "kg", "kgs", "킬로그램", "킬로", "키로"], ["gram", "grams", "g", "그램"], ["tonne", "tonnes", "ton", "tons", "metric tons", "t", "톤"], ["pound", "pounds", "lb", "lbs", "파운드"],
        ["kilometre", "kilometres", "kilometer", "kilometers", "km", "kms", "킬로미터"], ["metre", "metres", "meter", "meters", "m", "미터"], ["centimetre", "centimetres", "centimeter", "centimeters", "cm", "센티미터", "센티"], ["millimetre", "millimetres", "millimeter", "millimeters", "mm", "밀리미터"], ["mile", "miles", "mi", "마일"],
        ["litre", "litres", "liter", "liters", "l", "리터"], ["square metre", "square metres", "square meter", "square meters", "sqm", "sq m", "m2", "m²", "㎡", "제곱미터", "평방미터"], ["hectare", "hectares", "ha", "헥타르"], ["kilowatt hour", "kilowatt hours", "kwh", "킬로와트시"],
        ["degree", "degrees", "°c", "도"], ["point", "points", "pt", "pts", "점"], ["USD", "dollar", "dollars", "달러", "불"], ["KRW", "won", "원"], ["EUR", "euro", "euros", "유로"], ["JPY", "yen", "엔"], ["GBP", "pound sterling", "pounds sterling", "파운드화"],
    ];

    /// <summary>What by itself is hardly anything else; the others count only where a catalog's own unit is called so.</summary>
    private static readonly FrozenSet<string> Spoken = new[]
    {
        "seconds", "minutes", "mins", "kilograms", "kilos", "kg", "kgs", "grams", "tonnes", "tons", "pounds", "lbs", "kilometres", "kilometers", "km", "metres", "meters", "centimetres", "centimeters", "cm", "miles", "litres", "liters", "square metres", "square meters", "sqm", "hectares", "kwh", "years old",
        "초", "분", "세", "살", "킬로그램", "킬로", "키로", "그램", "톤", "킬로미터", "미터", "센티미터", "센티", "마일", "리터", "제곱미터", "평방미터", "㎡", "헥타르", "점",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Family = Families.SelectMany((words, at) => words.Select(w => (Word: Folded(w), at))).DistinctBy(p => p.Word).ToFrozenDictionary(p => p.Word, p => p.at, StringComparer.Ordinal);

    /// <summary>How many of the smallest of its kind a unit is, where that is the same always: a month has no number of days.</summary>
    private static readonly FrozenDictionary<string, (char Kind, decimal Size)> Sizes = new Dictionary<string, (char, decimal)>
    {
        ["second"] = ('t', 1), ["minute"] = ('t', 60), ["hour"] = ('t', 3_600), ["day"] = ('t', 86_400), ["week"] = ('t', 604_800),
        ["gram"] = ('w', 1), ["kilogram"] = ('w', 1_000), ["tonne"] = ('w', 1_000_000),
        ["millimetre"] = ('l', 1), ["centimetre"] = ('l', 10), ["metre"] = ('l', 1_000), ["kilometre"] = ('l', 1_000_000),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<LexiconEntry> Entries { get; } = Spoken.Select(w => new LexiconEntry(w, new UnitSense(w), Common: true)).ToList();

    /// <summary>Whether two texts name one unit.</summary>
    public static bool AreSame(string one, string other) => Folded(one) == Folded(other) || (Family.TryGetValue(Folded(one), out var first) && Family.TryGetValue(Folded(other), out var second) && first == second);

    /// <summary>An amount of one unit in another: 2 hours are 120 minutes; null where the one is no exact amount of the other.</summary>
    public static decimal? Converted(decimal amount, string from, string to)
    {
        if (AreSame(from, to))
        {
            return amount;
        }

        if (SizeOf(from) is not { } said || SizeOf(to) is not { } own || said.Kind != own.Kind)
        {
            return null;
        }

        var converted = Math.Round(amount * said.Size / own.Size, 10);
        return converted * own.Size == amount * said.Size ? converted : null;
    }

    private static (char Kind, decimal Size)? SizeOf(string unit) =>
        Family.TryGetValue(Folded(unit), out var family) && Sizes.TryGetValue(Families[family][0], out var size) ? size : null;

    private static string Folded(string unit) => string.Join(' ', unit.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WordForms.Fold));
}
