using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Schemas;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses.Resilience;

/// <summary>
/// A warehouse whose passing faults nobody notices and whose lasting ones nobody waits for. Every statement only reads and gives its rows as a whole or not at all, so what broke or did
/// not connect is tried again, up to three times within the time limit; a timeout, a refusal and a cancellation never are.
/// </summary>
/// <param name="inner">The warehouse itself.</param>
/// <param name="clock">Pauses between the tries go by it.</param>
/// <param name="chance">A number from 0 to 1 by which a pause differs from another, so that those who failed together do not come back together; null for the machine's own chance.</param>
public sealed class ResilientWarehouse(IWarehouse inner, TimeProvider clock, Func<double>? chance = null) : IWarehouse
{
    private const int MostTries = 3;
    private const int PauseGrows = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(150);

    /// <summary>A server that took longer than this to be out of reach will be so again.</summary>
    private static readonly TimeSpan QuickToFail = TimeSpan.FromSeconds(2);

    private readonly Circuit circuit = new(inner.Name, clock);
    private readonly Func<double> chance = chance ?? Random.Shared.NextDouble;

    public string Name => inner.Name;

    public SqlDialect Dialect => inner.Dialect;

    public Task<ResultTable> QueryAsync(ValidatedSql sql, QueryLimits limits, CancellationToken cancellationToken) =>
        RunAsync(limits.Timeout, left => inner.QueryAsync(sql, limits with { Timeout = left }, cancellationToken), cancellationToken);

    public Task<QueryEstimate> EstimateAsync(ValidatedSql sql, TimeSpan timeout, CancellationToken cancellationToken) =>
        RunAsync(timeout, left => inner.EstimateAsync(sql, left, cancellationToken), cancellationToken);

    public Task<Seq<TableVersion>> VersionsAsync(Seq<Seq<string>> tables, CancellationToken cancellationToken) =>
        RunAsync(QueryLimits.Default.Timeout, _ => inner.VersionsAsync(tables, cancellationToken), cancellationToken);

    public Task<DatabaseSchema> SchemaAsync(SchemaScope scope, TimeSpan timeout, CancellationToken cancellationToken) =>
        RunAsync(timeout, left => inner.SchemaAsync(scope, left, cancellationToken), cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async Task<T> RunAsync<T>(TimeSpan limit, Func<TimeSpan, Task<T>> attempt, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        for (var tries = 1; ; tries++)
        {
            var left = limit - clock.GetElapsedTime(started);
            try
            {
                return await TryAsync(() => attempt(left)).ConfigureAwait(false);
            }
            catch (WarehouseFault fault) when (PauseAfter(fault, tries, left, limit - clock.GetElapsedTime(started)) is { } pause)
            {
                await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
                if (clock.GetElapsedTime(started) >= limit)
                {
                    // The pause lasted longer than it was meant to.
                    throw new WarehouseFault(Name, fault.Cause, fault);
                }
            }
            catch (WarehouseFault fault) when (tries > 1 && fault.Cause is TookTooLong)
            {
                throw new WarehouseFault(Name, new TookTooLong(limit), fault);
            }
        }
    }

    private async Task<T> TryAsync<T>(Func<Task<T>> attempt)
    {
        var tried = circuit.Enter();
        try
        {
            var result = await attempt().ConfigureAwait(false);
            circuit.Answered();
            return result;
        }
        catch (WarehouseFault fault) when (fault.Kind == WarehouseFaultKind.Rejected)
        {
            circuit.Answered();
            throw;
        }
        catch (WarehouseFault fault) when (IsFailure(fault.Cause))
        {
            circuit.Failed(fault.Cause, tried);
            throw;
        }
        catch
        {
            circuit.Undecided(tried);
            throw;
        }
    }

    /// <summary>How long to wait before another try; null when there is none.</summary>
    private TimeSpan? PauseAfter(WarehouseFault fault, int tries, TimeSpan before, TimeSpan left)
    {
        var pause = FirstPause * Math.Pow(PauseGrows, tries - 1) * (0.5 + chance());
        var took = before - left;
        var again = fault.Kind == WarehouseFaultKind.Broken ? took : QuickToFail;
        return tries < MostTries && !circuit.IsOpen && fault.Cause.MayPass && took <= again && pause + took < left ? pause : null;
    }

    private static bool IsFailure(FaultCause cause) => cause switch
    {
        FileNotOpened => false,
        LookUpTookTooLong => true,
        _ => cause.Kind is WarehouseFaultKind.Unreachable or WarehouseFaultKind.Broken,
    };
}
