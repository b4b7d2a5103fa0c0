using System.Globalization;
using BiAssistant.Answers;
using BiAssistant.Answers.Composition;
using BiAssistant.Answers.Narratives;

namespace BiAssistant.Web.Text;

/// <summary>A cell as a person reads it. Rounding is for the eye only: the exact value stands in the title of the cell and in the JSON.</summary>
public static class CellText
{
    private const int MostDecimals = 2;

    public static string Of(object? cell, AnswerColumn column, string language) => cell switch
    {
        null => column.NullLabel ?? "–",
        bool flag => flag ? "✓" : "✗",
        DateOnly day => Period(day, column.Grain),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        string text => column.Labels.FirstOrDefault(l => l.Value == text)?.Label ?? text,
        long or decimal or double when column.Role != ColumnRole.Measure => Labelled(cell, column),
        long or decimal or double when EdgeCells.AsDecimal(cell) is { } number && NumberFormats.Of(number, column.Unit, language, column.Format) is { } formatted => formatted + Suffix(column),
        long whole => whole.ToString("N0", CultureInfo.InvariantCulture) + Suffix(column),
        decimal or double => Rounded(cell, column) + Suffix(column),
        _ => cell.ToString() ?? "",
    };

    /// <summary>The value without rounding, for those who want every digit.</summary>
    public static string Exact(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";

    public static bool IsNumber(AnswerColumn column) => column.Role == ColumnRole.Measure && column.Type is "integer" or "number";

    private static string Labelled(object cell, AnswerColumn column) =>
        column.Labels.FirstOrDefault(l => l.Value == Exact(cell))?.Label ?? Exact(cell);

    private static string Rounded(object cell, AnswerColumn column)
    {
        var places = column.Type == "integer" ? 0 : MostDecimals;
        return string.Format(CultureInfo.InvariantCulture, $"{{0:N{places}}}", cell);
    }

    private static string Suffix(AnswerColumn column) => column.Unit == "percent" ? "%" : "";

    private static string Period(DateOnly start, string? grain) => grain switch
    {
        "month" or "fiscal_month" => start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        "quarter" => $"{start.Year} Q{((start.Month - 1) / 3) + 1}",
        "year" => start.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
