using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses.Resilience;

/// <summary>
/// The places of one warehouse and those who wait for one. Askers are served in turn and each in the order of asking, so that one person's fifty questions do not
/// hold up another's one. When no more may wait, the newest of whoever waits with most gives way.
/// </summary>
/// <param name="warehouse">For what is told when no more may wait.</param>
/// <param name="places">How many are served at once.</param>
/// <param name="ofOne">How many places one asker may have: fewer than there are leave one to somebody else.</param>
/// <param name="mostWaiting">How many may wait in all.</param>
internal sealed class FairQueue(string warehouse, int places, int ofOne, int mostWaiting)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Line> turns = new();
    private readonly Dictionary<string, int> held = [];
    private int taken;
    private int waiting;
    private TaskCompletionSource? emptied;

    /// <summary>Ends when the asker has a place, which <see cref="Leave"/> gives back. Who cancels leaves the queue at once.</summary>
    /// <exception cref="WarehouseFault">Too many wait, and nobody waits with more than this asker.</exception>
    public Task EnterAsync(string asker, CancellationToken stop)
    {
        Waiter waiter;
        lock (gate)
        {
            if (stop.IsCancellationRequested)
            {
                return Task.FromCanceled(stop);
            }

            if (taken < places && MayTakeOne(asker))
            {
                Seat(asker);
                return Task.CompletedTask;
            }

            waiter = Join(asker);
        }

        return WaitAsync(waiter, stop);
    }

    /// <summary>Gives a place back, to whoever has the next turn.</summary>
    public void Leave(string asker)
    {
        lock (gate)
        {
            taken--;
            if (--held[asker] == 0)
            {
                held.Remove(asker);
            }

            Serve();
            if (taken == 0)
            {
                emptied?.TrySetResult();
            }
        }
    }

    /// <summary>Ends when nobody has a place any more.</summary>
    public Task EmptyAsync()
    {
        lock (gate)
        {
            return taken == 0 ? Task.CompletedTask : (emptied ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private bool MayTakeOne(string asker) => held.GetValueOrDefault(asker) < ofOne;

    private void Seat(string asker)
    {
        taken++;
        held[asker] = held.GetValueOrDefault(asker) + 1;
    }

    private Waiter Join(string asker)
    {
        var line = turns.FirstOrDefault(l => l.Asker == asker);
        if (waiting >= mostWaiting)
        {
            GiveWay((line?.Waiters.Count ?? 0) + 1);
        }

        line ??= turns.AddLast(new Line(asker)).Value;
        var waiter = new Waiter(line);
        line.Waiters.AddLast(waiter);
        waiting++;
        return waiter;
    }

    private void GiveWay(int wanted)
    {
        if (turns.MaxBy(l => l.Waiters.Count) is not { Waiters: { Last.Value: var newest, Count: var count } } || count <= wanted)
        {
            throw Full();
        }

        Remove(newest);
        newest.Granted.TrySetException(Full());
    }

    private void Serve()
    {
        while (taken < places && turns.FirstOrDefault(l => MayTakeOne(l.Asker)) is { Waiters.First.Value: var next } line)
        {
            Remove(next);
            if (turns.Remove(line))
            {
                turns.AddLast(line);
            }

            Seat(line.Asker);
            next.Granted.TrySetResult();
        }
    }

    private void Remove(Waiter waiter)
    {
        waiting--;
        waiter.Line.Waiters.Remove(waiter);
        if (waiter.Line.Waiters.Count == 0)
        {
            turns.Remove(waiter.Line);
        }
    }

    private async Task WaitAsync(Waiter waiter, CancellationToken stop)
    {
        await using (stop.Register(() => Withdraw(waiter, stop)).ConfigureAwait(false))
        {
            await waiter.Granted.Task.ConfigureAwait(false);
        }
    }

    private void Withdraw(Waiter waiter, CancellationToken stop)
    {
        lock (gate)
        {
            if (waiter.Granted.TrySetCanceled(stop))
            {
                Remove(waiter);
            }
        }
    }

    private WarehouseFault Full() => new(warehouse, new QueueFull(mostWaiting));

    private sealed class Line(string asker)
    {
        public string Asker => asker;

        public LinkedList<Waiter> Waiters { get; } = new();
    }

    private sealed class Waiter(Line line)
    {
        public Line Line => line;

        public TaskCompletionSource Granted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
