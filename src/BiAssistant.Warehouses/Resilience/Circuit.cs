using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses.Resilience;

/// <summary>
/// Leaves a warehouse alone that has failed five times in a row, for five seconds at first and half a minute at most; then one query is let through to try it. One that
/// refuses a statement has answered; one that is slow over a query has neither answered nor failed.
/// </summary>
internal sealed class Circuit(string warehouse, TimeProvider clock)
{
    private const int MostFailures = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private int failures;
    private long failingSince;
    private FaultCause? last;
    private long openedAt;
    private TimeSpan pause;
    private bool trying;

    /// <summary>The warehouse is left alone.</summary>
    public bool IsOpen
    {
        get
        {
            lock (gate)
            {
                return pause > TimeSpan.Zero;
            }
        }
    }

    /// <summary>Lets a query through; says whether it is the one that tries whether the warehouse is back.</summary>
    /// <exception cref="WarehouseFault">The warehouse is left alone.</exception>
    public bool Enter()
    {
        lock (gate)
        {
            if (!IsOpen)
            {
                return false;
            }

            var left = pause - clock.GetElapsedTime(openedAt);
            if (trying || left > TimeSpan.Zero)
            {
                throw new WarehouseFault(warehouse, new LeftAlone(clock.GetElapsedTime(failingSince), trying ? TimeSpan.Zero : left, last ?? new ConnectionBroke()));
            }

            trying = true;
            return true;
        }
    }

    public void Answered()
    {
        lock (gate)
        {
            (failures, pause, trying) = (0, TimeSpan.Zero, false);
        }
    }

    public void Failed(FaultCause cause, bool tried)
    {
        lock (gate)
        {
            failingSince = failures++ == 0 ? clock.GetTimestamp() : failingSince;
            last = cause;
            if (tried || (!IsOpen && failures >= MostFailures))
            {
                pause = IsOpen ? TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, LongestPause.Ticks)) : FirstPause;
                openedAt = clock.GetTimestamp();
                trying = false;
            }
        }
    }

    /// <summary>A query ended that says nothing of the warehouse; if it was to try it, another will.</summary>
    public void Undecided(bool tried)
    {
        lock (gate)
        {
            trying &= !tried;
        }
    }
}
