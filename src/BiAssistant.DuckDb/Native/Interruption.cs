namespace BiAssistant.DuckDb.Native;

/// <summary>Watches a running command and interrupts the engine when its token is cancelled, its time is up or its caller says so.</summary>
/// <remarks>The engine forgets an interrupt that arrives just before a statement starts, so it is repeated until the command ends;
/// once the watch is disposed no more can arrive, and the connection's next command is safe.</remarks>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(20);
    private readonly Lock gate = new();
    private readonly DuckDbConnection connection;
    private readonly CancellationToken token;
    private readonly int seconds;
    private readonly Timer? deadline;
    private readonly CancellationTokenRegistration registration;
    private Timer? repeating;
    private Cause cause;
    private bool ended;

    public Interruption(DuckDbConnection connection, int seconds, CancellationToken token)
    {
        (this.connection, this.token, this.seconds) = (connection, token, seconds);
        deadline = seconds > 0 ? new Timer(static state => Fire(state, Cause.Deadline), this, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan) : null;
        registration = token.UnsafeRegister(static state => Fire(state, Cause.Token), this);
    }

    private enum Cause
    {
        None,
        Token,
        Deadline,
        Caller,
    }

    public CancellationToken Token => token;

    public void Cancel() => Fire(this, Cause.Caller);

    /// <summary>The engine's error in the words of its cause.</summary>
    public Exception Explain(DuckDbException error) => (error.Kind, cause) switch
    {
        (DuckDbErrorKind.Interrupt, Cause.Token) => new OperationCanceledException("The query was cancelled.", error, token),
        (DuckDbErrorKind.Interrupt, Cause.Deadline) => new TimeoutException($"The query ran longer than its limit of {seconds} s.", error),
        (DuckDbErrorKind.Interrupt, Cause.None) => new DuckDbException("INTERRUPT Error: a thread of the query failed and stopped the others, and the engine kept the words of one of these.", error),
        _ => error,
    };

    public void Dispose()
    {
        lock (gate)
        {
            ended = true;
        }

        registration.Dispose();
        deadline?.Dispose();
        repeating?.Dispose();
    }

    private static void Fire(object? state, Cause cause)
    {
        if (state is not Interruption watch)
        {
            return;
        }

        lock (watch.gate)
        {
            if (watch.ended)
            {
                return;
            }

            watch.cause = watch.cause == Cause.None ? cause : watch.cause;
            watch.connection.Interrupt();
            watch.repeating ??= new Timer(static again => Fire(again, Cause.None), watch, Again, Again);
        }
    }
}
