using Microsoft.Extensions.Logging;

namespace BiAssistant.Cli;

/// <summary>Writes warnings and errors to standard error, one line each; what went wrong inside is told with its trace only when the variable BI_ASSISTANT_TRACE is set.</summary>
internal sealed class ErrorLog(TextWriter error) : ILogger
{
    private readonly Lock _lock = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var trace = exception is not null && Environment.GetEnvironmentVariable("BI_ASSISTANT_TRACE") is { Length: > 0 };
        lock (_lock)
        {
            error.WriteLine($"{(logLevel == LogLevel.Warning ? "warning" : "error")}: {formatter(state, exception)}{(exception is null ? "" : $" {exception.Message}")}");
            if (trace)
            {
                error.WriteLine(exception);
            }
        }
    }
}
