using System.Globalization;

namespace BiAssistant.Tests.Carrier.Truth;

/// <summary>What tells one row of an answer from another, as a text; the order of columns does not matter.</summary>
internal static class Key
{
    public const string Empty = "(empty)";

    public static string Of(IEnumerable<object?> cells) => string.Join(" | ", cells.Where(c => c is not null).Select(Cell).Order(StringComparer.Ordinal));

    private static string Cell(object? cell) => cell switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? Empty,
    };
}
