namespace BiAssistant.Tests.Answers.Catalogs;

/// <summary>A clock that a test moves; timers go off while it moves, on the thread that moves it.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2024, 3, 31, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public void Advance(TimeSpan by)
    {
        var end = _now + by;
        while (Next(end) is { } next)
        {
            next();
        }

        _now = end;
    }

    /// <summary>What the next timer does that is due by then; callbacks run outside of the lock.</summary>
    private Action? Next(DateTimeOffset end)
    {
        lock (_lock)
        {
            if (_timers.Where(t => t.Due <= end).MinBy(t => t.Due) is not { } next)
            {
                return null;
            }

            _now = next.Due > _now ? next.Due.Value : _now;
            return next.GoOff();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        lock (_lock)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class ManualTimer(ManualTime time, Action callback) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : time._now + dueTime;
                _period = period;
                return true;
            }
        }

        public Action GoOff()
        {
            Due = _period == Timeout.InfiniteTimeSpan ? null : Due + _period;
            return callback;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
