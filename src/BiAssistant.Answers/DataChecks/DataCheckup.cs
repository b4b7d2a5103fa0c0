using BiAssistant.Answers.Asking;
using BiAssistant.Answers.Catalogs;
using BiAssistant.Answers.Costs;
using BiAssistant.Answers.Execution;
using BiAssistant.Answers.Settings;
using BiAssistant.Semantics.DataChecks;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using BiAssistant.Warehouses;
using Microsoft.Extensions.Logging;

namespace BiAssistant.Answers.DataChecks;

/// <summary>What became of all claims of a catalog: what the data disproves or could not be asked, and how many claims it bore out.</summary>
public sealed record CheckupResult(Seq<Issue> Issues, int Asked, int Proven);

/// <summary>Puts every claim of a catalog to its data, a few at a time, and says what does not hold; an earlier answer is never taken for granted.</summary>
public sealed class DataCheckup(CatalogLoad catalog, DataClaims claims, DataProver prover, CostGuard guard, DateTime now)
{
    private const int AtOnce = 4;

    /// <summary>A check may look at every row of the largest table.</summary>
    private static readonly QueryLimits Limits = new(TimeSpan.FromMinutes(10), 100);

    /// <summary>Opens the warehouses of a loaded catalog and asks them.</summary>
    public static async Task<Outcome<CheckupResult>> RunAsync(CatalogSource source, CatalogLoad catalog, WorkspaceOptions options, TimeProvider clock, ILogger log, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var issues = new List<Issue>();
        var connected = Connections.Open(source, options, catalog.Catalog, clock, issues);
        var state = Workspace.OpenState(options.State ?? source.Settings.State, clock, log, issues);
        var warehouses = new WarehouseSet(connected.Warehouses);
        await using (warehouses.ConfigureAwait(false))
        {
            if (issues.Count > 0)
            {
                return Outcome<CheckupResult>.Failed(issues.ToSeq());
            }

            var now = new ModelClock(catalog.Catalog, source.Settings.Clock, clock).Now(options.Now);
            var claims = new DataClaims(catalog.Catalog, now);
            var checkup = new DataCheckup(catalog, claims, new DataProver(claims, warehouses, state), new CostGuard(warehouses, connected.Reading, log), now);
            return Outcome<CheckupResult>.Of(await checkup.RunAsync(cancellationToken).ConfigureAwait(false));
        }
    }

    public async Task<CheckupResult> RunAsync(CancellationToken cancellationToken)
    {
        var all = claims.All.ToList();
        var found = new (Seq<Issue> Issues, bool Asked)[all.Count];
        await Parallel.ForAsync(0, all.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (i, stop) =>
        {
            found[i] = await AskAsync(all[i], stop).ConfigureAwait(false);
        }).ConfigureAwait(false);
        var issues = found.SelectMany(f => f.Issues).Distinct().OrderBy(i => i.At is null).ThenBy(i => i.At?.File, StringComparer.Ordinal).ThenBy(i => i.At?.Line).ThenBy(i => i.At?.Column).ToSeq();
        return new CheckupResult(issues, found.Count(f => f.Asked), found.Count(f => f is { Asked: true, Issues.IsEmpty: true }));
    }

    private async Task<(Seq<Issue> Issues, bool Asked)> AskAsync(DataClaim claim, CancellationToken cancellationToken)
    {
        var ready = prover.Prepare(claim);
        if (ready.Value is not { } check)
        {
            return (claims.Put(claim).Unchecked is { } unasked ? [FindingIssues.Of(unasked, catalog.Places)] : ready.Issues, false);
        }

        try
        {
            if (await guard.AboveAsync(check.Warehouse, check.Counts, cancellationToken).ConfigureAwait(false) is { Rows: { } rows, Bound.Free: var most })
            {
                var why = FormattableString.Invariant($"it would read about {ReadQuestions.UpTo(rows):N0} rows, and {most:N0} are allowed without asking (--most-rows-read)");
                return ([FindingIssues.Of(new UncheckedClaim(claim, why), catalog.Places)], false);
            }

            var data = await prover.StatesAsync(check, cancellationToken).ConfigureAwait(false);
            var finding = await prover.ProveAsync(check, data, Limits, cancellationToken).ConfigureAwait(false);
            return (FindingIssues.Of(claim, finding, catalog.Places, now), true);
        }
        catch (WarehouseFault fault)
        {
            return ([FindingIssues.Of(new UncheckedClaim(claim, fault.Message.TrimEnd('.')), catalog.Places) with { Severity = IssueSeverity.Error }], false);
        }
    }
}
