using System.Globalization;
using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Answers.Composition;

/// <summary>
/// Turns a cell of a warehouse into the cell of an answer, whatever the engine made of it: days are dates, flags are booleans, whole numbers have no
/// decimals, inexact numbers are rounded to the 15 digits that they hold for certain, fractions become percentages once.
/// </summary>
public static class EdgeCells
{
    private const decimal TrimZeros = 1.0000000000000000000000000000m;

    /// <param name="cell">As <c>ResultTable</c> holds it.</param>
    /// <param name="type">The type that binding gave the column.</param>
    /// <param name="grain">The grain of a period column; null otherwise.</param>
    /// <param name="percent">The value is a fraction that is shown as a percentage.</param>
    public static object? Convert(object? cell, SqlType type, TimeGrain? grain, bool percent) => cell switch
    {
        null => null,
        _ when type.Kind == SqlTypeKind.Boolean => Flag(cell),
        _ when grain is > TimeGrain.Hour || type.Kind == SqlTypeKind.Date => Day(cell),
        _ when type.Kind == SqlTypeKind.Timestamp || grain == TimeGrain.Hour => Instant(cell),
        double inexact => Number(inexact, percent),
        decimal exact => Number(exact, percent),
        long whole => percent ? Number((decimal)whole, percent) : whole,
        _ => cell,
    };

    /// <summary>A number without trailing zeros; null when the cell holds none.</summary>
    public static decimal? AsDecimal(object? cell) => cell switch
    {
        long whole => whole,
        decimal exact => exact,
        double inexact when Math.Abs(inexact) < 7.9e27 => (decimal)inexact,
        _ => null,
    };

    /// <summary>A decimal where one can hold it, else the rounded number itself; nothing for what is no number.</summary>
    private static object? Number(double inexact, bool percent)
    {
        var value = percent ? inexact * 100 : inexact;
        var rounded = value.ToString("G15", CultureInfo.InvariantCulture);
        return Math.Abs(value) switch
        {
            0 or (> 1e-12 and < 7.9e27) => decimal.Parse(rounded, NumberStyles.Float, CultureInfo.InvariantCulture) / TrimZeros,
            var size when double.IsFinite(size) => (object)double.Parse(rounded, CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private static object Number(decimal exact, bool percent) => (percent ? exact * 100 : exact) / TrimZeros;

    private static object Flag(object cell) => cell switch
    {
        long number => number != 0,
        decimal number => number != 0,
        _ => cell,
    };

    /// <summary>A month's text (2024-05) stays what it is.</summary>
    private static object Day(object cell) => cell switch
    {
        DateTime instant when instant.TimeOfDay == TimeSpan.Zero => DateOnly.FromDateTime(instant),
        string { Length: >= 10 } text when text[4] == '-' && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) && instant.TimeOfDay == TimeSpan.Zero =>
            DateOnly.FromDateTime(instant),
        _ => cell,
    };

    private static object Instant(object cell) => cell switch
    {
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) => instant,
        _ => cell,
    };
}
