using System.Collections.Concurrent;
using System.Globalization;
using BiAssistant.Answers.DataChecks;
using BiAssistant.Answers.Execution;
using BiAssistant.Answers.State;
using BiAssistant.Semantics.DataChecks;
using BiAssistant.Semantics.Importing;
using BiAssistant.Semantics.Importing.Drafting;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using BiAssistant.Sql.Schemas;
using BiAssistant.Warehouses;
using Microsoft.Extensions.Logging;

namespace BiAssistant.Answers.Importing.Databases;

/// <summary>Drafts a model of a live database: its tables as the engine tells them, looked at within limits, with every guess put to the data.</summary>
public sealed class DatabaseImport(IWarehouse warehouse, string name, SchemaScope scope, ImportLimits limits, TimeProvider clock, ILogger log)
{
    private const int AtOnce = 4;

    /// <summary>Characters of a draft; a catalog's file may have some more, for what people add.</summary>
    private const int LargestDraft = 24 << 20;

    /// <summary>The draft; an issue when the database cannot be read or holds nothing to draft.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<Outcome<ImportDraft>> DraftAsync(CancellationToken cancellationToken)
    {
        try
        {
            var schema = await warehouse.SchemaAsync(scope, limits.Schema, cancellationToken).ConfigureAwait(false);
            var options = new DraftOptions(name, warehouse.Name, warehouse.Dialect, scope);
            var draft = new DatabaseDraft(schema, options);
            return draft.Tables.IsEmpty ? Nothing(schema, draft.Finish(SchemaProfile.Empty, [])) : await DraftAsync(draft, cancellationToken).ConfigureAwait(false);
        }
        catch (WarehouseFault fault)
        {
            return Failed(fault.Message);
        }
    }

    private async Task<Outcome<ImportDraft>> DraftAsync(DatabaseDraft draft, CancellationToken cancellationToken)
    {
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(limits.Rows);
        var (profile, unseen) = await ProfileAsync(draft, budget.Token, cancellationToken).ConfigureAwait(false);
        var text = draft.Candidate(profile);
        if (text.Text.Length > LargestDraft)
        {
            return Failed(string.Create(CultureInfo.InvariantCulture, $"A draft of {draft.Tables.Count:#,##0} tables with {draft.Tables.Sum(t => t.Columns.Count):#,##0} columns is too large for one model. Name some of the schemas or tables (--schema, --tables), and give each part a name of its own (--name)."));
        }

        var candidate = CatalogLoader.Load([text]);
        if (candidate.HasErrors)
        {
            return Outcome<ImportDraft>.Failed(candidate.Issues.Where(i => i.Severity == IssueSeverity.Error).ToSeq());
        }

        var answers = await ProveAsync(draft, candidate, budget.Token, cancellationToken).ConfigureAwait(false);
        var finished = draft.Finish(profile, answers);
        return Outcome<ImportDraft>.Of(finished with { Remarks = [.. finished.Remarks, .. unseen] });
    }

    /// <summary>What the rows say, table by table; a table that does not answer is told and done without.</summary>
    private async Task<(SchemaProfile Profile, Seq<ImportRemark> Unseen)> ProfileAsync(DatabaseDraft draft, CancellationToken budget, CancellationToken cancellationToken)
    {
        var profiler = new SchemaProfiler(warehouse, limits);
        var asked = draft.Tables.Select(t => (Table: t, Questions: draft.QuestionsOf(t))).Where(t => !t.Questions.IsEmpty).ToList();
        var profiles = new TableProfile?[asked.Count];
        var unseen = new ConcurrentDictionary<int, string>();
        await Parallel.ForAsync(0, asked.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (i, _) =>
        {
            var (table, questions) = asked[i];
            (profiles[i], var why, var _) = await WithinAsync(table.Rows, () => profiler.AskAsync(table, questions, budget), budget, cancellationToken).ConfigureAwait(false);
            if (why is not null)
            {
                unseen[i] = why;
            }
        }).ConfigureAwait(false);
        return (
            new SchemaProfile(profiles.OfType<TableProfile>().ToSeq()),
            unseen.OrderBy(u => u.Key).Select(u => new ImportRemark(RemarkKind.Guessed, $"The rows of {string.Join('.', asked[u.Key].Table.Name)} were not looked at, so its columns are taken as declared: {u.Value}.")).ToSeq());
    }

    /// <summary>What the rows say to every guess.</summary>
    private async Task<Seq<ClaimAnswer>> ProveAsync(DatabaseDraft draft, CatalogLoad candidate, CancellationToken budget, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().DateTime;
        var claims = new DataClaims(candidate.Catalog, now);
        // The set is not disposed of, for the warehouse is the caller's.
        var prover = new DataProver(claims, new WarehouseSet([warehouse]), StateStore.None(clock, log));
        var doubtful = claims.All.Where(draft.IsInDoubt).ToList();
        var rows = draft.Tables.ToDictionary(t => t.Name, t => t.Rows);
        var answers = new ClaimAnswer[doubtful.Count];
        await Parallel.ForAsync(0, doubtful.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (i, _) =>
        {
            var claim = doubtful[i];
            var ready = prover.Prepare(claim);
            if (ready.Value is not { } check)
            {
                answers[i] = new ClaimAnswer(claim, null, ready.Issues.Select(issue => issue.Message).FirstOrDefault() ?? "it cannot be put to the data");
                return;
            }

            var (finding, why, refused) = await WithinAsync(
                check.Tables.Max(t => rows.GetValueOrDefault(t)),
                async () => await prover.ProveAsync(check, await prover.StatesAsync(check, budget).ConfigureAwait(false), new QueryLimits(limits.Query, 100), budget).ConfigureAwait(false),
                budget,
                cancellationToken).ConfigureAwait(false);
            answers[i] = new ClaimAnswer(claim, finding, why) { Refused = refused };
        }).ConfigureAwait(false);
        return answers.ToSeq();
    }

    /// <summary>What is found within the limits, or why nothing was.</summary>
    private async Task<(T? Found, string? Why, bool Refused)> WithinAsync<T>(long? rows, Func<Task<T>> look, CancellationToken budget, CancellationToken cancellationToken)
        where T : class
    {
        if (rows > limits.LargestTable)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"some {rows:#,##0} rows are too many to look at"), false);
        }

        try
        {
            budget.ThrowIfCancellationRequested();
            return (await look().ConfigureAwait(false), null, false);
        }
        catch (WarehouseFault fault) when (fault.Kind is WarehouseFaultKind.Timeout)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"there was no answer within {limits.Query.TotalSeconds:0.#} s"), false);
        }
        catch (WarehouseFault fault) when (fault.Kind is WarehouseFaultKind.Rejected)
        {
            return (null, char.ToLowerInvariant(fault.Message[0]) + fault.Message[1..].TrimEnd('.'), true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"looking at all tables took more than {limits.Rows.TotalSeconds:0} s"), false);
        }
    }

    private Outcome<ImportDraft> Nothing(DatabaseSchema schema, ImportDraft draft) =>
        !schema.Tables.IsEmpty ? Failed($"None of the tables of the warehouse '{warehouse.Name}' can be imported. {draft.Remarks[0].Message}")
        : scope == SchemaScope.All ? Failed($"The warehouse '{warehouse.Name}' has no tables that this connection can see, so there is nothing to import.")
        : Failed($"The warehouse '{warehouse.Name}' has no tables under the schemas and names that were asked for.");

    private static Outcome<ImportDraft> Failed(string message) => Outcome<ImportDraft>.Failed(new Issue("import_source", message));
}
