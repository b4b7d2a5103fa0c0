using System.Collections.Frozen;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Narratives;

/// <summary>How a currency is written in a sentence: its sign before the number, its name after it in Korean, and how many decimals its coins have.</summary>
public sealed record Currency(string Code, string Sign, string KoreanName, int Decimals);

/// <summary>The currencies that have a sign or a name of their own; any other three capitals are written as they are.</summary>
public static class Currencies
{
    private static readonly FrozenDictionary<string, Currency> ByCode = ((Seq<Currency>)
    [
        new("USD", "$", "달러", 2),
        new("EUR", "€", "유로", 2),
        new("GBP", "£", "파운드", 2),
        new("KRW", "₩", "원", 0),
        new("JPY", "¥", "엔", 0),
        new("CNY", "CN¥", "위안", 2),
        new("AUD", "A$", "호주 달러", 2),
        new("CAD", "C$", "캐나다 달러", 2),
        new("SGD", "S$", "싱가포르 달러", 2),
        new("HKD", "HK$", "홍콩 달러", 2),
        new("TWD", "NT$", "대만 달러", 0),
        new("INR", "₹", "루피", 2),
        new("VND", "₫", "동", 0),
        new("THB", "฿", "밧", 2),
        new("CHF", "CHF ", "스위스 프랑", 2),
    ]).ToFrozenDictionary(c => c.Code);

    /// <summary>The currency that a unit names; null when it names none.</summary>
    public static Currency? Find(string? unit) => unit switch
    {
        null => null,
        _ when ByCode.TryGetValue(unit, out var known) => known,
        { Length: 3 } when unit.All(char.IsAsciiLetterUpper) => new Currency(unit, $"{unit} ", unit, 2),
        _ => null,
    };
}
