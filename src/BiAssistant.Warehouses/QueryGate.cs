namespace BiAssistant.Warehouses;

/// <summary>
/// The way in to one warehouse: so many queries at a time, first come first served, each under its time limit. The caller has control back as
/// soon as the limit passes or it cancels; a query that needs longer to stop keeps its place until it has stopped.
/// </summary>
internal sealed class QueryGate(string warehouse, int places) : IAsyncDisposable
{
    private readonly SemaphoreSlim free = new(places, places);
    private readonly CancellationTokenSource closing = new();

    /// <summary>Runs work that blocks its thread, on a thread of its own.</summary>
    public Task<T> RunBlockingAsync<T>(TimeSpan timeout, Func<CancellationToken, T> work, CancellationToken cancellationToken) =>
        RunAsync(
            timeout,
            stop => Task.Factory.StartNew(() => work(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default),
            cancellationToken);

    public async Task<T> RunAsync<T>(TimeSpan timeout, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closing.Token);
        var stop = limit.Token;
        limit.CancelAfter(timeout);
        Task<T>? running = null;
        try
        {
            await free.WaitAsync(stop).ConfigureAwait(false);
            running = StartAsync(work, limit);
            return await running.WaitAsync(stop).ConfigureAwait(false);
        }
        catch (Exception error) when (stop.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, this);
            throw new WarehouseFault(
                warehouse,
                WarehouseFaultKind.Timeout,
                FormattableString.Invariant($"The warehouse '{warehouse}' did not answer within {timeout.TotalSeconds:0.###} s. Ask for a shorter period or fewer groups."),
                error);
        }
        finally
        {
            if (running is null)
            {
                limit.Dispose();
            }
        }
    }

    /// <summary>Stops what runs and waits until it has stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested)
        {
            return;
        }

        await closing.CancelAsync().ConfigureAwait(false);
        for (var place = 0; place < places; place++)
        {
            await free.WaitAsync().ConfigureAwait(false);
        }

        free.Dispose();
        closing.Dispose();
    }

    private async Task<T> StartAsync<T>(Func<CancellationToken, Task<T>> work, CancellationTokenSource limit)
    {
        try
        {
            return await work(limit.Token).ConfigureAwait(false);
        }
        finally
        {
            limit.Dispose();
            free.Release();
        }
    }
}
