using System.Globalization;
using System.Runtime.InteropServices;

namespace BiAssistant.DuckDb;

/// <summary>A span of calendar time as the engine keeps it: months and days have no fixed length, so the three parts stay apart (one month is not 30 days).</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct DuckDbInterval(int Months, int Days, long Microseconds)
{
    public static DuckDbInterval FromTimeSpan(TimeSpan span) =>
        new(0, span.Days, (span.Ticks - (span.Days * TimeSpan.TicksPerDay)) / TimeSpan.TicksPerMicrosecond);

    /// <summary>Days count as 24 hours; an interval with months has no fixed length and is refused.</summary>
    public TimeSpan ToTimeSpan() => Months == 0
        ? new TimeSpan(checked((Days * TimeSpan.TicksPerDay) + (Microseconds * TimeSpan.TicksPerMicrosecond)))
        : throw new InvalidCastException($"An interval of {Months} months has no fixed length in days; read it as a DuckDbInterval.");

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Months} months {Days} days {new TimeSpan(Microseconds * TimeSpan.TicksPerMicrosecond):c}");
}
