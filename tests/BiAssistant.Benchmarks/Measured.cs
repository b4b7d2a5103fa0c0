using System.Diagnostics;
using System.Globalization;

namespace BiAssistant.Benchmarks;

/// <summary>Times of single runs.</summary>
internal sealed record Measured(int Count, TimeSpan P50, TimeSpan P99, TimeSpan Most)
{
    /// <summary>Runs so often, or as often as fits into the time.</summary>
    public static Measured Of(int runs, TimeSpan longest, Func<int, object> run)
    {
        var times = new List<TimeSpan>(runs);
        var all = Stopwatch.StartNew();
        for (var i = 0; i < runs && all.Elapsed < longest; i++)
        {
            var started = Stopwatch.GetTimestamp();
            GC.KeepAlive(run(i));
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        return Of(times);
    }

    public static Measured Of(List<TimeSpan> times)
    {
        times.Sort();
        return new Measured(times.Count, times[times.Count / 2], times[Math.Min(times.Count - 1, times.Count * 99 / 100)], times[^1]);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {P50.TotalMilliseconds:0.000} ms, p99 {P99.TotalMilliseconds:0.000} ms, most {Most.TotalMilliseconds:0.0} ms of {Count:N0} runs");
}
