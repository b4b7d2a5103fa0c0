using System.Collections.Concurrent;

namespace BiAssistant.Warehouses.Drivers;

/// <summary>Sessions that rest between queries. There are never more than queries at a time; one that has rested too long is closed instead of used.</summary>
internal sealed class SessionPool(TimeProvider clock) : IDisposable
{
    /// <summary>Shorter than servers and what lies between keep a silent connection.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(60);

    private readonly ConcurrentStack<(ServerSession Session, long Since)> resting = new();
    private volatile bool closed;

    /// <summary>A session that rests; null when none does.</summary>
    public ServerSession? Take()
    {
        while (resting.TryPop(out var rested))
        {
            if (clock.GetElapsedTime(rested.Since) < LongestRest)
            {
                return rested.Session;
            }

            rested.Session.Dispose();
        }

        return null;
    }

    public void Give(ServerSession session)
    {
        if (session.IsSpent || closed)
        {
            session.Dispose();
            return;
        }

        session.Rest();
        resting.Push((session, clock.GetTimestamp()));
    }

    public void Dispose()
    {
        closed = true;
        while (resting.TryPop(out var rested))
        {
            rested.Session.Dispose();
        }
    }
}
