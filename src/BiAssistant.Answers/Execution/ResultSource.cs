using BiAssistant.Answers.Caching;
using BiAssistant.Answers.Costs;
using BiAssistant.Answers.State;
using BiAssistant.Sql;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Execution;

/// <summary>What became of a query that was ready to run.</summary>
public abstract record SourceReply
{
    private protected SourceReply()
    {
    }
}

/// <summary>The rows of a query, their name in the cache, the state of the data that they came from, and whether they had been computed before.</summary>
public sealed record SourcedResult(ResultTable Table, string Key, Seq<DataState> Data, bool FromCache) : SourceReply
{
    /// <summary>What the texts of the plan gave; empty where nothing ran.</summary>
    public Seq<TextRun> Texts { get; init; }
}

/// <summary>It was not run, for it reads more than is allowed.</summary>
public sealed record TooMuchToRead(Seq<EstimatedRead> Above) : SourceReply;

/// <summary>
/// Gives the rows of a query that is ready: from memory, from the state store, or from the warehouses, where equal queries at the same time run once, and none
/// before it is known that it reads no more than it may. The order of rows and every digit are the same wherever they come from.
/// </summary>
public sealed class ResultSource(WarehouseSet warehouses, CostGuard guard, StateStore state, string catalogVersion, string policyVersion, TimeProvider clock)
{
    private const long MemoryBytes = 128L << 20;
    private const int LargestStored = 8 << 20;

    private readonly BoundedMemory<ResultTable> _memory = new(MemoryBytes);
    private readonly SingleFlight<SourceReply> _flights = new();
    private readonly SingleFlight<SourcedResult> _runs = new();
    private readonly PlanRunner _runner = new(warehouses, clock);

    /// <param name="query">What is to run.</param>
    /// <param name="limits">Its bounds.</param>
    /// <param name="agreed">How many rows the asker has agreed to have read; 0 where nobody was asked. Rows that are known already are given to everyone.</param>
    /// <param name="cancellationToken">Gives up; others who wait for the same rows get them.</param>
    public async Task<SourceReply> GetAsync(ReadyQuery query, QueryLimits limits, long agreed, CancellationToken cancellationToken)
    {
        var data = await DataStatesAsync(query.Plan, cancellationToken).ConfigureAwait(false);
        return await GetAsync(query, data, limits, agreed, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The rows over a state of the data that is known already.</summary>
    public async Task<SourceReply> GetAsync(ReadyQuery query, Seq<DataState> data, QueryLimits limits, long agreed, CancellationToken cancellationToken)
    {
        var key = CacheKey.Of(query, catalogVersion, data, policyVersion, limits.MaxRows);
        return _memory.TryGet(key, out var remembered)
            ? new SourcedResult(remembered, key, data, FromCache: true)
            : await _flights.RunAsync($"{key} {agreed}", stop => FindOrRunAsync(key, query, data, limits, agreed, stop), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The state of every table that a plan reads, in one order.</summary>
    public async Task<Seq<DataState>> DataStatesAsync(ReadyPlan plan, CancellationToken cancellationToken)
    {
        var states = new List<DataState>();
        foreach (var fragments in plan.Fragments.GroupBy(f => f.Warehouse).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var warehouse = warehouses.Find(fragments.Key).Value ?? throw new InvalidOperationException($"The warehouse '{fragments.Key}' is gone.");
            var tables = fragments.SelectMany(f => f.Tables).Distinct().OrderBy(t => string.Join('.', t), StringComparer.Ordinal).ToSeq();
            var versions = await warehouse.VersionsAsync(tables, cancellationToken).ConfigureAwait(false);
            states.AddRange(versions.Select(version => new DataState(fragments.Key, version)));
        }

        return states.ToSeq();
    }

    private async Task<SourceReply> FindOrRunAsync(string key, ReadyQuery query, Seq<DataState> data, QueryLimits limits, long agreed, CancellationToken cancellationToken)
    {
        if (await state.FindResultAsync(key, cancellationToken).ConfigureAwait(false) is { } stored && KeptTable.Read(stored) is { } found)
        {
            _memory.Set(key, found, stored.Length * 8L);
            return new SourcedResult(found, key, data, FromCache: true);
        }

        var above = await guard.AboveAsync(query.Plan, agreed, cancellationToken).ConfigureAwait(false);
        return above.IsEmpty
            ? await _runs.RunAsync(key, stop => RunAsync(key, query, data, limits, stop), cancellationToken).ConfigureAwait(false)
            : new TooMuchToRead(above);
    }

    private async Task<SourcedResult> RunAsync(string key, ReadyQuery query, Seq<DataState> data, QueryLimits limits, CancellationToken cancellationToken)
    {
        var (table, texts) = await _runner.RunAsync(query.Plan, limits, cancellationToken).ConfigureAwait(false);
        if (await DataStatesAsync(query.Plan, cancellationToken).ConfigureAwait(false) == data)
        {
            var bytes = KeptTable.Write(table);
            _memory.Set(key, table, bytes.Length * 8L);
            if (bytes.Length <= LargestStored)
            {
                await state.SaveResultAsync(key, bytes, cancellationToken).ConfigureAwait(false);
            }
        }

        return new SourcedResult(table, key, data, FromCache: false) { Texts = texts };
    }
}
