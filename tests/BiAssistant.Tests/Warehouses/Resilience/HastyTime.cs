using System.Collections.Concurrent;

namespace BiAssistant.Tests.Warehouses.Resilience;

/// <summary>A clock on which nobody waits: a pause passes as soon as it begins, and is written down.</summary>
internal sealed class HastyTime : TimeProvider
{
    private long _now;

    public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    /// <summary>How much longer than it was meant to a pause lasts.</summary>
    public TimeSpan Late { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public void Pass(TimeSpan time) => Interlocked.Add(ref _now, time.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            Pauses.Enqueue(dueTime);
            Pass(dueTime + Late);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Nothing();
    }

    private sealed class Nothing : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
