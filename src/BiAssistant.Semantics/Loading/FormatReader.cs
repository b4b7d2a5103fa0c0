using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads how numbers are shown: a known word, or a pattern.</summary>
internal static class FormatReader
{
    public static (ValueFormat Format, string? Pattern) Read(KeyReader keys) => keys.Text("format") switch
    {
        null or "" => (ValueFormat.None, null),
        "number" => (ValueFormat.Number, null),
        "integer" => (ValueFormat.Integer, null),
        "percent" => (ValueFormat.Percent, null),
        "money" => (ValueFormat.Money, null),
        "duration" => (ValueFormat.Duration, null),
        "date" => (ValueFormat.Date, null),
        var pattern => Pattern(keys, pattern),
    };

    /// <summary>A pattern holds a digit place or a date part; a lone word without one is a mistyped format.</summary>
    private static (ValueFormat Format, string? Pattern) Pattern(KeyReader keys, string pattern)
    {
        var nearest = Nearest.To(pattern, ["number", "integer", "percent", "money", "duration", "date"]);
        if (!nearest.IsEmpty && pattern.All(char.IsLetter))
        {
            keys.Error("wrong_value", $"'{pattern}' is no format.{Nearest.Question(nearest)}", keys.Map.Find("format")!, nearest);
            return (ValueFormat.None, null);
        }

        return (ValueFormat.None, pattern);
    }
}
