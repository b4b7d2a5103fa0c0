namespace BiAssistant.Answers.Caching;

/// <summary>
/// Runs equal work once for all who ask for it at the same time. Someone who gives up leaves the work running for the others; when the last one gives
/// up, the work is cancelled.
/// </summary>
public sealed class SingleFlight<T>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Flight> _flights = [];

    public async Task<T> RunAsync(string key, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var flight = Board(key, work);
        try
        {
            return await flight.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(key, flight);
        }
    }

    private Flight Board(string key, Func<CancellationToken, Task<T>> work)
    {
        lock (_lock)
        {
            if (!_flights.TryGetValue(key, out var flight))
            {
                var stop = new CancellationTokenSource();
                flight = new Flight(Task.Run(() => work(stop.Token), CancellationToken.None), stop);
                _flights.Add(key, flight);
            }

            flight.Passengers++;
            return flight;
        }
    }

    private void Leave(string key, Flight flight)
    {
        lock (_lock)
        {
            if (--flight.Passengers > 0)
            {
                return;
            }

            _flights.Remove(key);
        }

        if (!flight.Task.IsCompleted)
        {
            flight.Stop.Cancel();
        }

        _ = flight.Task.ContinueWith(
            static (task, stop) =>
            {
                _ = task.Exception;
                ((CancellationTokenSource)stop!).Dispose();
            },
            flight.Stop,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private sealed class Flight(Task<T> task, CancellationTokenSource stop)
    {
        public Task<T> Task => task;

        public CancellationTokenSource Stop => stop;

        public int Passengers { get; set; }
    }
}
