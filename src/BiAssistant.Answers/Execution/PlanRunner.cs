using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;
using BiAssistant.Warehouses;
using BiAssistant.Warehouses.Faults;
using BiAssistant.Warehouses.Merge;

namespace BiAssistant.Answers.Execution;

/// <summary>Runs a plan: its fragments at the same time, each in its warehouse, those that take keys of others after these; then the merge over their rows.</summary>
public sealed class PlanRunner(WarehouseSet warehouses, TimeProvider clock)
{
    /// <summary>More rows of a fragment than this are not carried into a merge: half of them would give a wrong number.</summary>
    private const int MostRowsToMerge = 2_000_000;

    public async Task<PlanRun> RunAsync(ReadyPlan plan, QueryLimits limits, CancellationToken cancellationToken)
    {
        var fragmentLimits = plan.Merge is null ? limits : limits with { MaxRows = MostRowsToMerge };
        var runs = await RunAllAsync(plan, fragmentLimits, cancellationToken).ConfigureAwait(false);
        if (plan.Merge is null)
        {
            return runs[0];
        }

        for (var i = 0; i < runs.Length; i++)
        {
            if (runs[i].Table.Truncated)
            {
                throw new WarehouseFault(plan.Fragments[i].Warehouse, new TooManyToMerge(MostRowsToMerge));
            }
        }

        var named = plan.Fragments.Select((fragment, i) => new NamedResult(fragment.Name, runs[i].Table)).ToSeq();
        KeyCells.Check(plan, named.ToDictionary(n => n.Name, n => n.Rows));
        var merged = await TimedAsync(() => warehouses.Merge.RunAsync(plan.Merge, named, limits, cancellationToken)).ConfigureAwait(false);
        return merged with { Texts = [.. runs.SelectMany(r => r.Texts), .. merged.Texts] };
    }

    /// <summary>The first fault stops the other fragments and is the one that is told.</summary>
    private async Task<PlanRun[]> RunAllAsync(ReadyPlan plan, QueryLimits limits, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var started = new Dictionary<string, Task<PlanRun>>();
        foreach (var fragment in plan.Fragments.OrderBy(f => f.Keys.Count))
        {
            var givers = fragment.Keys.Select(k => started[k.Fragment]).ToList();
            started[fragment.Name] = RunAsync(fragment, plan, givers, limits, stop);
        }

        var running = plan.Fragments.Select(f => started[f.Name]).ToList();
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

    private async Task<PlanRun> RunAsync(ReadyFragment fragment, ReadyPlan plan, List<Task<PlanRun>> givers, QueryLimits limits, CancellationTokenSource stop)
    {
        try
        {
            var warehouse = warehouses.Find(fragment.Warehouse).Value ?? throw new InvalidOperationException($"The warehouse '{fragment.Warehouse}' is gone.");
            var sql = fragment.Narrowed is { } narrowed ? Narrow(fragment, narrowed, plan, await Task.WhenAll(givers).ConfigureAwait(false)) : fragment.Sql;
            return await TimedAsync(async () => FragmentCells.Fit(await warehouse.QueryAsync(sql, limits, stop.Token).ConfigureAwait(false), fragment.Columns)).ConfigureAwait(false);
        }
        catch (WarehouseFault)
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<PlanRun> TimedAsync(Func<Task<ResultTable>> run)
    {
        var started = clock.GetTimestamp();
        var table = await run().ConfigureAwait(false);
        return new PlanRun(table, [new TextRun(table.Rows.Count, clock.GetElapsedTime(started).TotalMilliseconds)]);
    }

    /// <summary>The text with the keys that are known by now. Keys only leave out rows that would meet none in the merge, so the number is the same without them.</summary>
    private static ValidatedSql Narrow(ReadyFragment fragment, OpenSql narrowed, ReadyPlan plan, PlanRun[] given)
    {
        var keys = new Dictionary<string, Seq<SqlLiteral>?>();
        var room = narrowed.Sql.Dialect.MostKeys;
        foreach (var (set, run) in fragment.Keys.Zip(given))
        {
            var values = KeyCells.For(set, plan.Fragments.First(f => f.Name == set.Fragment), run.Table, narrowed.Sql.Dialect, room);
            keys[set.Parameter] = values;
            room -= values?.Count ?? 0;
        }

        return keys.Values.Any(values => values is not null) && narrowed.With(keys).Value is { } filled ? filled : fragment.Sql;
    }
}
