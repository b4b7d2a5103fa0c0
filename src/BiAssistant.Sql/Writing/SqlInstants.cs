using System.Globalization;

namespace BiAssistant.Sql.Writing;

/// <summary>Days and times as ISO text with a blank, as all engines read them.</summary>
internal static class SqlInstants
{
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>To the second, or to the microsecond where there is a fraction.</summary>
    public static string Text(DateTime instant) =>
        instant.ToString(instant.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
}
