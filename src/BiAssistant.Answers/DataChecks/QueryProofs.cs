using BiAssistant.Answers.Caching;
using BiAssistant.Answers.Costs;
using BiAssistant.Answers.Execution;
using BiAssistant.Answers.State;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.DataChecks;
using BiAssistant.Sql;
using BiAssistant.Sql.Dialects;
using BiAssistant.Warehouses;
using Microsoft.Extensions.Logging;

namespace BiAssistant.Answers.DataChecks;

/// <summary>
/// What the data says against the claims that a query rests on. What was found before in this state of the data is taken as it is; a key that decides whether the number
/// is right is looked at before the first answer, where looking costs time alone and little of it.
/// </summary>
public sealed class QueryProofs(Catalog catalog, WarehouseSet warehouses, CostGuard guard, StateStore state, TimeProvider clock, ILogger log)
{
    private const long MemoryBytes = 1L << 20;
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(30);
    private static readonly Seq<SqlDialect> BillsScans = [SqlDialects.Snowflake, SqlDialects.BigQuery];
    private static readonly QueryLimits Limits = new(TimeSpan.FromSeconds(2), 100);

    private readonly SingleFlight<Looked> _flights = new();
    private readonly BoundedMemory<Unanswered> _unanswered = new(MemoryBytes);
    private readonly BoundedMemory<Said> _said = new(MemoryBytes);
    private Today? _today;

    /// <summary>
    /// The findings that break a claim of the query, for the context that it is bound again in; none when all hold or nobody knows. And how many claims nobody looked at, for
    /// looking would have read more than is allowed.
    /// </summary>
    public async Task<(Seq<DataFinding> Broken, int Unproven)> AgainstAsync(ReadyQuery query, Seq<DataState> data, BindingContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(context);
        var day = DateOnly.FromDateTime(context.Now);
        var key = $"{query.Fingerprint} {day.DayNumber} {string.Join(' ', data.Select(d => d.Table.Version))}";
        if (!_said.TryGet(key, out var said) || clock.GetElapsedTime(said.Since) > LookAgainAfter)
        {
            said = await AskAllAsync(query.Bound, data, day, cancellationToken).ConfigureAwait(false);
            _said.Set(key, said, 200 + (2L * key.Length) + (500L * said.Findings.Count));
        }

        return (said.Findings.Where(f => f.Reliance.IsBroken(f.Finding, context.Now)).Select(f => f.Finding).ToSeq(), said.Unproven);
    }

    /// <summary>What is known of every claim that the query rests on, in one order.</summary>
    private async Task<Said> AskAllAsync(BoundQuery query, Seq<DataState> data, DateOnly day, CancellationToken cancellationToken)
    {
        var prover = ProverOf(day);
        var claims = Reliance.Of(query).GroupBy(r => r.Claim.Id).OrderBy(g => g.Key, StringComparer.Ordinal).Select(same => same.OrderByDescending(r => r.Decides).First()).ToList();
        var found = await Task.WhenAll(claims.Select(r => AskAsync(prover, r, data, cancellationToken))).ConfigureAwait(false);
        var known = claims.Zip(found).Where(f => f.Second.Finding is not null).Select(f => (f.First, f.Second.Finding!)).ToSeq();
        return new Said(clock.GetTimestamp(), known, found.Count(f => f.TooMuchToRead));
    }

    private async Task<Looked> AskAsync(DataProver prover, Reliance reliance, Seq<DataState> data, CancellationToken cancellationToken)
    {
        if (prover.Prepare(reliance.Claim).Value is not { } check || StatesOf(check, data) is not { } states)
        {
            return Looked.Nothing;
        }

        var key = $"{DataProver.KeyOf(check, states)} {reliance.Decides}";
        if (_unanswered.TryGet(key, out var unanswered) && clock.GetElapsedTime(unanswered.Since) < LookAgainAfter)
        {
            return unanswered.Looked;
        }

        var looked = unanswered?.Looked ?? Looked.Nothing;
        var finding = await prover.FindAsync(check, states, cancellationToken).ConfigureAwait(false);
        if (finding is not null)
        {
            return new Looked(finding);
        }

        if (unanswered is null && reliance.Decides && CountsLocally(check))
        {
            looked = await _flights.RunAsync(key, stop => TryAsync(prover, check, states, stop), cancellationToken).ConfigureAwait(false);
        }

        if (looked.Finding is null)
        {
            _unanswered.Set(key, new Unanswered(clock.GetTimestamp(), looked), 200);
        }

        return looked;
    }

    private async Task<Looked> TryAsync(DataProver prover, ReadyCheck check, Seq<DataState> states, CancellationToken cancellationToken)
    {
        try
        {
            if (await guard.AboveAsync(check.Warehouse, check.Counts, cancellationToken).ConfigureAwait(false) is { Rows: var rows })
            {
                log.LogInformation("A claim stays unproven ({Claim}): looking would read {Rows} rows.", check.Claim.Id, rows);
                return Looked.Nothing with { TooMuchToRead = true };
            }

            return new Looked(await prover.ProveAsync(check, states, Limits, cancellationToken).ConfigureAwait(false));
        }
        catch (WarehouseFault fault) when (fault.Kind is WarehouseFaultKind.Timeout or WarehouseFaultKind.Rejected)
        {
            log.LogInformation("A claim stays unproven ({Claim}): {Reason}", check.Claim.Id, fault.Message);
            return Looked.Nothing;
        }
    }

    /// <summary>The states of a check's tables among those of the query; null when it reads another table.</summary>
    private static Seq<DataState>? StatesOf(ReadyCheck check, Seq<DataState> data)
    {
        var states = check.Tables.Select(t => data.FirstOrDefault(d => d.Warehouse == check.Warehouse && d.Table.Table == t)).ToList();
        return states.Contains(null) ? null : states.OfType<DataState>().ToSeq();
    }

    /// <summary>An engine that bills for every scan is not asked what nobody asked for.</summary>
    private bool CountsLocally(ReadyCheck check) => warehouses.DialectOf(check.Warehouse).Value is { } warehouse && !BillsScans.Contains(warehouse.Dialect);

    /// <summary>Filters of datasets may read the clock, so that claims are put anew each day.</summary>
    private DataProver ProverOf(DateOnly day)
    {
        if (_today is not { } known || known.Day != day)
        {
            _today = known = new Today(day, new DataProver(new DataClaims(catalog, day.ToDateTime(TimeOnly.MinValue)), warehouses, state));
        }

        return known.Prover;
    }

    /// <summary>What came of looking at a claim.</summary>
    private sealed record Looked(DataFinding? Finding, bool TooMuchToRead = false)
    {
        public static readonly Looked Nothing = new((DataFinding?)null);
    }

    /// <summary>A claim of which nothing is known: when it was last looked for, and what came of it.</summary>
    private sealed record Unanswered(long Since, Looked Looked);

    /// <summary>What was known of a query's claims, since when, and how many were too much to read.</summary>
    private sealed record Said(long Since, Seq<(Reliance Reliance, DataFinding Finding)> Findings, int Unproven);

    private sealed record Today(DateOnly Day, DataProver Prover);
}
