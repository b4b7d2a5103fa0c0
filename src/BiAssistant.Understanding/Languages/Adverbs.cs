using BiAssistant.Semantics.Calendars;

namespace BiAssistant.Understanding.Languages;

/// <summary>Adjectives in names of numbers that say how long each of them covers: "annual premium".</summary>
internal static class Adverbs
{
    private static readonly Dictionary<TimeGrain, string[]> Words = new()
    {
        [TimeGrain.Year] = ["annual", "yearly", "per year", "연간", "연 ", "매년"],
        [TimeGrain.Quarter] = ["quarterly", "per quarter", "분기"],
        [TimeGrain.Month] = ["monthly", "per month", "월간", "월 ", "매월"],
        [TimeGrain.Week] = ["weekly", "per week", "주간", "매주"],
        [TimeGrain.Day] = ["daily", "per day", "일일", "하루", "매일"],
        [TimeGrain.Hour] = ["hourly", "per hour", "시간당"],
    };

    public static bool TellsOf(string name, TimeGrain grain) => Words.TryGetValue(grain, out var words) && words.Any(w => name.StartsWith(w, StringComparison.OrdinalIgnoreCase) || name.Contains($" {w}", StringComparison.OrdinalIgnoreCase));
}
