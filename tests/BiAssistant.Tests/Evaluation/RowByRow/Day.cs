using System.Globalization;

namespace BiAssistant.Tests.Evaluation.RowByRow;

/// <summary>Days and instants as they are written in examples: <c>2024-02-29</c>, <c>2024-02-29T13:30</c>.</summary>
internal static class Day
{
    public static DateTime Of(string text) => DateTime.ParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None);
}
