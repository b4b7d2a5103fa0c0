using BiAssistant.Warehouses.Faults;
using BiAssistant.Warehouses.Resilience;

namespace BiAssistant.Warehouses;

/// <summary>
/// The way in to one warehouse: so many queries at a time, askers in turn and none with all the places, each under its time limit. The caller has control back as soon as the limit passes or it
/// cancels; a query that needs longer to stop keeps its place until it has stopped. What is looked up before every question has places of its own, so that it never waits for
/// somebody's long query.
/// </summary>
internal sealed class QueryGate(string warehouse, int places) : IAsyncDisposable
{
    /// <summary>How many look-ups run beside the queries; a pool of connections needs so many more.</summary>
    public const int LookUpPlaces = 2;

    private const int MostWaiting = 200;

    /// <summary>A look-up reads the engine's own books; what takes longer than this will not come.</summary>
    private static readonly TimeSpan LookUpLimit = TimeSpan.FromSeconds(15);

    private readonly FairQueue queries = new(warehouse, places, Math.Max(1, places - 1), MostWaiting);
    private readonly FairQueue lookUps = new(warehouse, LookUpPlaces, LookUpPlaces, MostWaiting);
    private readonly CancellationTokenSource closing = new();

    /// <summary>Runs work that blocks its thread, on a thread of its own.</summary>
    public Task<T> RunBlockingAsync<T>(QueryLimits limits, Func<CancellationToken, T> work, CancellationToken cancellationToken) =>
        RunAsync(limits, stop => OnItsOwnThread(work, stop), cancellationToken);

    /// <summary>Runs work that blocks its thread, of the product itself.</summary>
    public Task<T> RunBlockingAsync<T>(TimeSpan timeout, Func<CancellationToken, T> work, CancellationToken cancellationToken) =>
        RunAsync(timeout, stop => OnItsOwnThread(work, stop), cancellationToken);

    public Task<T> RunAsync<T>(QueryLimits limits, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(queries, limits.Asker, limits.Timeout, work, cancellationToken);

    /// <summary>Runs work of the product itself.</summary>
    public Task<T> RunAsync<T>(TimeSpan timeout, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(queries, "", timeout, work, cancellationToken);

    /// <summary>Looks something small up, such as the state of tables, beside the queries that run.</summary>
    public Task<T> LookUpAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        LookUpAsync(LookUpLimit, work, cancellationToken);

    /// <summary>Looks something small up within a time of the caller's.</summary>
    public Task<T> LookUpAsync<T>(TimeSpan timeout, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(lookUps, "", timeout, work, cancellationToken);

    /// <summary>Looks something small up, on a thread of its own.</summary>
    public Task<T> LookUpBlockingAsync<T>(TimeSpan timeout, Func<CancellationToken, T> work, CancellationToken cancellationToken) =>
        RunAsync(lookUps, "", timeout, stop => OnItsOwnThread(work, stop), cancellationToken);

    /// <summary>Stops what runs and waits until it has stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested)
        {
            return;
        }

        await closing.CancelAsync().ConfigureAwait(false);
        await queries.EmptyAsync().ConfigureAwait(false);
        await lookUps.EmptyAsync().ConfigureAwait(false);
        closing.Dispose();
    }

    private async Task<T> RunAsync<T>(FairQueue queue, string asker, TimeSpan timeout, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closing.Token);
        var stop = limit.Token;
        limit.CancelAfter(timeout);
        var begun = false;
        var end = new CancellationTokenSource();
        try
        {
            await queue.EnterAsync(asker, stop).ConfigureAwait(false);
            begun = true;
            return await StartAsync(queue, asker, work, end.Token).WaitAsync(stop).ConfigureAwait(false);
        }
        catch (Exception error) when (stop.IsCancellationRequested)
        {
            // Not waited for: a driver that tells the server to stop may itself wait for a server that says nothing.
            _ = end.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, this);
            throw new WarehouseFault(warehouse, !begun ? new WaitedInVain(timeout) : queue == lookUps ? new LookUpTookTooLong(timeout) : new TookTooLong(timeout), error);
        }
    }

    private static async Task<T> StartAsync<T>(FairQueue queue, string asker, Func<CancellationToken, Task<T>> work, CancellationToken stop)
    {
        try
        {
            return await work(stop).ConfigureAwait(false);
        }
        finally
        {
            queue.Leave(asker);
        }
    }

    private static Task<T> OnItsOwnThread<T>(Func<CancellationToken, T> work, CancellationToken stop) =>
        Task.Factory.StartNew(() => work(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
