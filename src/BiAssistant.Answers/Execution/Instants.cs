using System.Globalization;

namespace BiAssistant.Answers.Execution;

/// <summary>Cells of a date or time as instants, whatever the engine stores them as.</summary>
internal static class Instants
{
    /// <summary>Null for what is no instant.</summary>
    public static DateTime? Of(object? cell) => cell switch
    {
        DateTime instant => instant,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) => instant,
        _ => null,
    };
}
