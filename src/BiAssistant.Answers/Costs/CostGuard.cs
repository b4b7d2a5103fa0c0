using BiAssistant.Answers.Execution;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Warehouses;
using Microsoft.Extensions.Logging;

namespace BiAssistant.Answers.Costs;

/// <summary>
/// Asks each engine what a text would read before it runs, and says what is above the warehouse's bound. Nothing is run. An engine that does not say, in time or at all,
/// stops no question: the limits of time and rows hold as they always do, and a text that the engine rejects is rejected by name when it runs.
/// </summary>
public sealed class CostGuard(WarehouseSet warehouses, ReadBounds bounds, ILogger log)
{
    private static readonly TimeSpan TimeToEstimate = TimeSpan.FromSeconds(5);

    /// <summary>What a plan reads beyond what is allowed when the asker has agreed to so many rows; empty when it may run.</summary>
    /// <exception cref="WarehouseFault">The warehouse cannot be reached, so that running the plan would fail as well.</exception>
    public async Task<Seq<EstimatedRead>> AboveAsync(ReadyPlan plan, long agreed, CancellationToken cancellationToken)
    {
        var reads = await EstimateAsync(plan, cancellationToken).ConfigureAwait(false);
        return reads.Where(read => !read.IsAllowed(agreed)).ToSeq();
    }

    /// <summary>What one text reads beyond what is allowed without asking; null when it may run.</summary>
    public async Task<EstimatedRead?> AboveAsync(string warehouse, ValidatedSql sql, CancellationToken cancellationToken)
    {
        var read = ReadOf(warehouse, [await ScansAsync(warehouse, sql, cancellationToken).ConfigureAwait(false)]);
        return read.IsAllowed(agreed: 0) ? null : read;
    }

    /// <summary>What a plan reads in each of its warehouses.</summary>
    public async Task<Seq<EstimatedRead>> EstimateAsync(ReadyPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var scans = await Task.WhenAll(plan.Fragments.Select(f => ScansAsync(f.Warehouse, f.Sql, cancellationToken))).ConfigureAwait(false);
        return plan.Fragments.Zip(scans)
            .GroupBy(f => f.First.Warehouse, f => f.Second)
            .Select(scanned => ReadOf(scanned.Key, scanned))
            .ToSeq();
    }

    /// <summary>None where the warehouse has no bound, or its engine does not say.</summary>
    private async Task<Seq<ScanEstimate>> ScansAsync(string warehouse, ValidatedSql sql, CancellationToken cancellationToken)
    {
        if (bounds.Of(warehouse).Free == ReadBound.Unlimited)
        {
            return [];
        }

        var engine = warehouses.Find(warehouse).Value ?? throw new InvalidOperationException($"The warehouse '{warehouse}' is gone.");
        try
        {
            return (await engine.EstimateAsync(sql, TimeToEstimate, cancellationToken).ConfigureAwait(false)).Scans;
        }
        catch (WarehouseFault fault) when (fault.Kind is WarehouseFaultKind.Rejected or WarehouseFaultKind.Timeout or WarehouseFaultKind.Broken)
        {
            log.LogInformation("What a query reads in {Warehouse} is not known: {Reason}", warehouse, fault.Message);
            return [];
        }
    }

    private EstimatedRead ReadOf(string warehouse, IEnumerable<Seq<ScanEstimate>> scanned)
    {
        var known = scanned.SelectMany(scans => scans).Where(scan => scan.Rows is not null).ToList();
        var tables = known.GroupBy(scan => scan.Table, scan => (decimal)(scan.Rows ?? 0)).OrderByDescending(table => table.Sum()).Select(table => table.Key).ToSeq();
        var rows = known.Sum(scan => (decimal)(scan.Rows ?? 0));
        return new EstimatedRead(warehouse, known.Count == 0 ? null : (long)Math.Min(rows, long.MaxValue), tables, bounds.Of(warehouse));
    }
}
