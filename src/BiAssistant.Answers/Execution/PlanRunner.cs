using BiAssistant.Sql;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Faults;
using BiAssistant.Warehouses.Merge;

namespace BiAssistant.Answers.Execution;

/// <summary>Runs a plan: its fragments at the same time, each in its warehouse, then the merge over their rows.</summary>
public sealed class PlanRunner(WarehouseSet warehouses)
{
    /// <summary>More rows of a fragment than this are not carried into a merge: half of them would give a wrong number.</summary>
    private const int MostRowsToMerge = 2_000_000;

    public async Task<ResultTable> RunAsync(ReadyPlan plan, QueryLimits limits, CancellationToken cancellationToken)
    {
        var fragmentLimits = plan.Merge is null ? limits : limits with { MaxRows = MostRowsToMerge };
        var tables = await RunAllAsync(plan, fragmentLimits, cancellationToken).ConfigureAwait(false);
        if (plan.Merge is null)
        {
            return tables[0];
        }

        for (var i = 0; i < tables.Length; i++)
        {
            if (tables[i].Truncated)
            {
                throw new WarehouseFault(plan.Fragments[i].Warehouse, new TooManyToMerge(MostRowsToMerge));
            }
        }

        var named = plan.Fragments.Select((fragment, i) => new NamedResult(fragment.Name, tables[i])).ToSeq();
        return await warehouses.Merge.RunAsync(plan.Merge, named, limits, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The first fault stops the other fragments and is the one that is told.</summary>
    private async Task<ResultTable[]> RunAllAsync(ReadyPlan plan, QueryLimits limits, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = plan.Fragments.Select(fragment => RunAsync(fragment, limits, stop)).ToList();
        try
        {
            return await Task.WhenAll(running).ConfigureAwait(false);
        }
        catch (Exception) when (running.Find(task => task.Exception?.InnerException is WarehouseFault) is { } failed)
        {
            await failed.ConfigureAwait(false);
            throw;
        }
    }

    private async Task<ResultTable> RunAsync(ReadyFragment fragment, QueryLimits limits, CancellationTokenSource stop)
    {
        try
        {
            var warehouse = warehouses.Find(fragment.Warehouse).Value ?? throw new InvalidOperationException($"The warehouse '{fragment.Warehouse}' is gone.");
            return FragmentCells.Fit(await warehouse.QueryAsync(fragment.Sql, limits, stop.Token).ConfigureAwait(false), fragment.Columns);
        }
        catch (WarehouseFault)
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }
}
