using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files.Cells;

/// <summary>Signs and codes of currencies that stand before or after an amount, and percent after a number.</summary>
internal static class Units
{
    private static readonly Seq<(string Written, string Unit)> Known =
    [
        ("US$", "USD"), ("A$", "AUD"), ("C$", "CAD"), ("S$", "SGD"), ("HK$", "HKD"), ("NT$", "TWD"), ("CN¥", "CNY"), ("R$", "BRL"),
        ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("₩", "KRW"), ("\uFFE6", "KRW"), ("원", "KRW"), ("¥", "JPY"), ("\uFFE5", "JPY"), ("円", "JPY"), ("엔", "JPY"), ("元", "CNY"),
        ("₹", "INR"), ("₫", "VND"), ("฿", "THB"), ("₺", "TRY"), ("₱", "PHP"), ("₪", "ILS"), ("zł", "PLN"), ("Kč", "CZK"), ("달러", "USD"), ("유로", "EUR"),
        ("USD", "USD"), ("EUR", "EUR"), ("GBP", "GBP"), ("KRW", "KRW"), ("JPY", "JPY"), ("CNY", "CNY"), ("AUD", "AUD"), ("CAD", "CAD"), ("CHF", "CHF"), ("SGD", "SGD"),
        ("HKD", "HKD"), ("TWD", "TWD"), ("INR", "INR"), ("VND", "VND"), ("THB", "THB"), ("SEK", "SEK"), ("NOK", "NOK"), ("DKK", "DKK"), ("PLN", "PLN"), ("BRL", "BRL"), ("MXN", "MXN"),
    ];

    /// <summary>Signs that several currencies share: the code is a guess.</summary>
    public static bool IsShared(string unit) => unit is "USD" or "JPY";

    public static string? Before(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (char.IsAsciiDigit(text[0]) || text[0] is '.' or ',')
        {
            return null;
        }

        foreach (var (written, unit) in Known)
        {
            if (text.StartsWith(written, StringComparison.Ordinal))
            {
                length = written.Length;
                return unit;
            }
        }

        return null;
    }

    public static string? After(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (char.IsAsciiDigit(text[^1]))
        {
            return null;
        }

        if (text[^1] is '%' or '\uFF05')
        {
            length = 1;
            return NumberShape.Percent;
        }

        foreach (var (written, unit) in Known)
        {
            if (text.EndsWith(written, StringComparison.Ordinal))
            {
                length = written.Length;
                return unit;
            }
        }

        return null;
    }
}
