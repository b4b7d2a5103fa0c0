using System.Collections.Concurrent;
using BiAssistant.Answers.Caching;
using BiAssistant.Answers.Costs;
using BiAssistant.Answers.Execution;
using BiAssistant.Answers.Receipts;
using BiAssistant.Answers.State;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Understanding;
using BiAssistant.Understanding.Grounding;
using BiAssistant.Warehouses;
using Microsoft.Extensions.Logging;

namespace BiAssistant.Answers.Values;

/// <summary>
/// Knows the values that people name: reads them from the warehouses the ordinary way, as each asker may see them, keeps them in the state store by the
/// state of the data, and reads them again when the data has changed.
/// </summary>
public sealed class DimensionValues(
    Catalog catalog,
    QueryCompiler compiler,
    ResultSource results,
    CostGuard guard,
    WarehouseSet warehouses,
    StateStore state,
    string policyVersion,
    TimeProvider clock,
    ILogger log)
{
    private const int AtOnce = 4;
    private const int MostPrepared = 8;
    private const string AnyCatalog = "values";
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(10);
    private static readonly QueryLimits Limits = new(Budget, IndexedFields.MostValues);

    private readonly bool _distinguishes = PolicyVersion.Distinguishes(catalog);
    private readonly PlanRunner _runner = new(warehouses, clock);
    private readonly SingleFlight<GroundedUnderstander> _flights = new();
    private readonly ConcurrentDictionary<string, (GroundedUnderstander Grounded, long SeenAt)> _known = new();
    private readonly ConcurrentDictionary<string, Asker> _askers = new();

    public async Task<GroundedUnderstander> ForAsync(BindingContext context, CancellationToken cancellationToken)
    {
        var policy = _distinguishes ? QueryCompiler.PolicyOf(context.As) : "";
        _askers.TryAdd(policy, context.As);
        return _known.TryGetValue(policy, out var known) && clock.GetElapsedTime(known.SeenAt) < LookAgainAfter
            ? known.Grounded
            : await _flights.RunAsync(policy, stop => LookAgainAsync(policy, context, stop), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the values for those who have asked over another catalog, some at least; nobody waits for them then.</summary>
    public async Task PrepareAsync(DimensionValues before, Func<Asker, BindingContext> context, CancellationToken cancellationToken)
    {
        foreach (var asker in before._askers.Values.Take(MostPrepared))
        {
            try
            {
                await ForAsync(context(asker), cancellationToken).ConfigureAwait(false);
            }
            catch (WarehouseFault fault)
            {
                log.LogWarning("The values that people name are not read again yet: {Reason}", fault.Message);
            }
        }
    }

    private async Task<GroundedUnderstander> LookAgainAsync(string policy, BindingContext context, CancellationToken cancellationToken)
    {
        var fields = Ready(context);
        var data = await StatesAsync(fields, cancellationToken).ConfigureAwait(false);
        var current = _known.TryGetValue(policy, out var known) && known.Grounded.Settled && known.Grounded.Data == data
            ? known.Grounded
            : await BuildAsync(fields, data, cancellationToken).ConfigureAwait(false);
        _known[policy] = (current, clock.GetTimestamp());
        return current;
    }

    /// <summary>The fields whose values this asker may see, with the query that counts them.</summary>
    private List<(Field Field, ReadyQuery Query)> Ready(BindingContext context) =>
        [.. IndexedFields.Of(catalog).SelectMany<Field, (Field, ReadyQuery)>(field =>
            compiler.Compile(IndexedFields.QueryOf(field, catalog), context).Ready is { } ready ? [(field, ready)] : [])];

    private async Task<GroundedUnderstander> BuildAsync(List<(Field Field, ReadyQuery Query)> fields, Seq<DataState> data, CancellationToken cancellationToken)
    {
        var found = new IndexedValue[fields.Count][];
        var missed = new ConcurrentBag<string>();
        var faults = new ConcurrentBag<WarehouseFault>();
        var skipped = new ConcurrentBag<string>();
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(Budget);
        await Parallel.ForAsync(0, fields.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (i, _) =>
        {
            var (field, query) = fields[i];
            try
            {
                var read = await ReadAsync(field, query, budget.Token).ConfigureAwait(false);
                found[i] = read is null ? [] : [.. IndexedFields.ValuesOf(field, read)];
                if (read is null)
                {
                    skipped.Add(field.Id);
                }
            }
            catch (Exception stopped) when (stopped is WarehouseFault || (stopped is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                found[i] = [];
                missed.Add(stopped is WarehouseFault ? stopped.Message : "reading them takes too long.");
                if (stopped is WarehouseFault { Kind: WarehouseFaultKind.Unreachable or WarehouseFaultKind.Broken or WarehouseFaultKind.Busy } fault)
                {
                    faults.Add(fault);
                }
            }
        }).ConfigureAwait(false);
        foreach (var reason in missed.GroupBy(r => r))
        {
            log.LogWarning("The values of {Count} fields are not known: {Reason}", reason.Count(), reason.Key);
        }

        if (!skipped.IsEmpty)
        {
            log.LogWarning("The values of {Count} fields are not known: reading them would read more rows than are allowed without asking ({Fields}).", skipped.Count, string.Join(", ", skipped.Order(StringComparer.Ordinal)));
        }

        var index = ValueIndex.Build(catalog, found.SelectMany(values => values));
        return new GroundedUnderstander(new Understander(catalog, index), missed.IsEmpty && skipped.IsEmpty, missed.IsEmpty, faults.FirstOrDefault(), data);
    }

    /// <summary>Null when that is too much to read.</summary>
    private async Task<ResultTable?> ReadAsync(Field field, ReadyQuery query, CancellationToken cancellationToken)
    {
        var data = await results.DataStatesAsync(query.Plan, cancellationToken).ConfigureAwait(false);
        // The texts say all that the values depend on, so that another version of the catalog finds them again.
        var key = CacheKey.Of(query, AnyCatalog, data, policyVersion, Limits.MaxRows);
        if (await state.FindValuesAsync(key, cancellationToken).ConfigureAwait(false) is { } stored && KeptTable.Read(stored) is { } known)
        {
            return known;
        }

        if (await guard.AboveAsync(query.Plan, agreed: 0, cancellationToken).ConfigureAwait(false) is { IsEmpty: false })
        {
            return null;
        }

        var (table, _) = await _runner.RunAsync(query.Plan, Limits, cancellationToken).ConfigureAwait(false);
        var kept = IndexedFields.WorthKnowing(field, table);
        await state.SaveValuesAsync(key, field.Id, KeptTable.Write(kept), cancellationToken).ConfigureAwait(false);
        return kept;
    }

    /// <summary>The state of every table whose values are known; a warehouse that cannot be reached has none.</summary>
    private async Task<Seq<DataState>> StatesAsync(List<(Field Field, ReadyQuery Query)> fields, CancellationToken cancellationToken)
    {
        var states = new List<DataState>();
        foreach (var plans in fields.SelectMany(f => f.Query.Plan.Fragments).GroupBy(f => f.Warehouse).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            try
            {
                states.AddRange(await results.DataStatesAsync(new ReadyPlan(plans.ToSeq(), null), cancellationToken).ConfigureAwait(false));
            }
            catch (WarehouseFault fault)
            {
                log.LogWarning("The state of the data in {Warehouse} is not known: {Reason}", plans.Key, fault.Message);
            }
        }

        return states.ToSeq();
    }
}
