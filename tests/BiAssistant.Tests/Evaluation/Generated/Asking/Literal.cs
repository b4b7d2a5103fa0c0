using System.Globalization;
using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Asking;

/// <summary>Values as a query writes them.</summary>
internal static class Literal
{
    public static JsonNode? Of(object? value, Kind kind) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        DateTime time when kind == Kind.Date => new JsonObject { ["date"] = time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
        DateTime time => new JsonObject { ["timestamp"] = Instant(time) },
        _ => JsonValue.Create((decimal)value),
    };

    public static string Instant(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Comparison of values that are both known.</summary>
    public static int Compare(object left, object right) => left is string text ? string.CompareOrdinal(text, (string)right) : Comparer<object>.Default.Compare(left, right);

    public static bool Meets(int comparison, string sign) => sign switch
    {
        "=" => comparison == 0,
        "<>" => comparison != 0,
        "<" => comparison < 0,
        "<=" => comparison <= 0,
        ">" => comparison > 0,
        _ => comparison >= 0,
    };
}
