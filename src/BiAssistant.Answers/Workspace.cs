using BiAssistant.Answers.Catalogs;
using BiAssistant.Answers.Composition;
using BiAssistant.Answers.Execution;
using BiAssistant.Answers.Settings;
using BiAssistant.Answers.State;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using Microsoft.Extensions.Logging;

namespace BiAssistant.Answers;

/// <summary>
/// A catalog, the warehouses that it speaks of, the state store and the pipeline over them: all that a page, a command or a channel needs. Opening touches
/// files of the catalog and the settings, never a warehouse. When the files change, a workspace that watches them goes on with another catalog and pipeline,
/// at once and as a whole; a question that is under way ends on those that it began with.
/// </summary>
public sealed class Workspace : IAsyncDisposable
{
    private readonly CatalogSource _source;
    private readonly string _workingDirectory;
    private readonly QuestionLog _asked;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Task _remembered;
    private volatile Served _served;
    private volatile KeptCatalog? _kept;
    private CatalogWatch? _watch;

    private Workspace(CatalogSource source, string workingDirectory, CatalogLoad loaded, WarehouseSet warehouses, StateStore state, QuestionLog asked, PipelineOptions options, TimeProvider clock, ILogger log)
    {
        (_source, _workingDirectory, Warehouses, State, _clock, _log) = (source, workingDirectory, warehouses, state, clock, log);
        _asked = asked;
        _served = new Served(loaded.Catalog, loaded.Issues, new AnswerPipeline(loaded.Catalog, warehouses, state, _asked, options, clock, log));
        _remembered = Task.Run(() => new CatalogHistory(state).KeepAsync(loaded, CancellationToken.None));
    }

    public Catalog Catalog => _served.Catalog;

    /// <summary>Warnings and notes from loading the catalog.</summary>
    public Seq<Issue> Notes => _served.Notes;

    public AnswerPipeline Pipeline => _served.Pipeline;

    /// <summary>Why the catalog on disk is not the one that answers; null when it is.</summary>
    public KeptCatalog? Kept => _kept;

    public WarehouseSet Warehouses { get; }

    public StateStore State { get; }

    /// <summary>Another catalog answers, or the one on disk has got errors or lost them.</summary>
    public event Action? Changed;

    /// <summary>Opens a workspace, or says what stands in the way: a catalog with errors, a warehouse's name that no model knows, a URL that is none.</summary>
    public static Outcome<Workspace> Open(WorkspaceOptions options, TimeProvider clock, ILogger log)
    {
        var source = CatalogSource.Find(options);
        if (!source.Succeeded)
        {
            return Outcome<Workspace>.Failed(source.Issues);
        }

        var loaded = source.Value.Load(options.WorkingDirectory);
        if (loaded.HasErrors)
        {
            return Outcome<Workspace>.Failed(loaded.Issues);
        }

        var issues = new List<Issue>();
        var connected = Connections.Open(source.Value, options, loaded.Catalog, clock, issues);
        var state = OpenState(options.State ?? source.Value.Settings.State, clock, log, issues);
        if (issues.Count > 0)
        {
            return Outcome<Workspace>.Failed(issues.ToSeq());
        }

        var pipelineOptions = PipelineOptions.Default with
        {
            Clock = options.Now ?? source.Value.Settings.Clock,
            Demo = options.Now is null && source.Value.Settings.Clock is not null,
            RowLimit = options.RowLimit ?? PipelineOptions.Default.RowLimit,
            Reading = connected.Reading,
        };
        var asked = new QuestionLog(options.KeepsQuestions ? state : StateStore.None(clock, log));
        return Outcome<Workspace>.Of(
            new Workspace(source.Value, options.WorkingDirectory, loaded, new WarehouseSet(connected.Warehouses), state, asked, pipelineOptions, clock, log),
            loaded.Issues);
    }

    /// <summary>From now on the catalog is loaded again whenever its files change. What runs once, such as a batch, does not ask for this: all its answers go by one catalog.</summary>
    public CatalogWatch Watch() => _watch ??= new CatalogWatch(_source, _workingDirectory, TakeAsync, _clock, _log);

    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<Answer> AskAsync(AskRequest request, CancellationToken cancellationToken)
    {
        var answer = await Pipeline.AskAsync(request, cancellationToken).ConfigureAwait(false);
        return _kept is { } kept ? answer with { Warnings = answer.Warnings.Add(Remarks.CatalogKept(kept.Since, kept.Issues.Count, answer.Language)) } : answer;
    }

    public async ValueTask DisposeAsync()
    {
        if (_watch is not null)
        {
            await _watch.DisposeAsync().ConfigureAwait(false);
        }

        await _asked.DisposeAsync().ConfigureAwait(false);
        await _remembered.ConfigureAwait(false);
        await Warehouses.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Goes on with a catalog that was loaded; one with errors is left alone until they are put right.</summary>
    internal async Task TakeAsync(CatalogLoad loaded, CancellationToken cancellationToken)
    {
        if (loaded.HasErrors)
        {
            Keep(loaded.Issues.Where(i => i.Severity == IssueSeverity.Error).ToSeq());
        }
        else
        {
            if (loaded.Catalog.Version == Catalog.Version)
            {
                // The same meaning: what is known of it stays known.
                _served = _served with { Notes = loaded.Issues };
            }
            else
            {
                var pipeline = new AnswerPipeline(loaded.Catalog, Warehouses, State, _asked, Pipeline.Options, _clock, _log);
                await pipeline.PrepareAsync(Pipeline, cancellationToken).ConfigureAwait(false);
                _served = new Served(loaded.Catalog, loaded.Issues, pipeline);
                await new CatalogHistory(State).KeepAsync(loaded, cancellationToken).ConfigureAwait(false);
                _log.LogInformation("The catalog has changed: {Metrics} metrics over {Datasets} datasets, version {Version}.", loaded.Catalog.Metrics.Count, loaded.Catalog.Datasets.Count(), loaded.Catalog.Version);
            }

            _kept = null;
        }

        Changed?.Invoke();
    }

    private void Keep(Seq<Issue> errors)
    {
        _kept = new KeptCatalog(_kept?.Since ?? _clock.GetUtcNow(), errors);
        _log.LogWarning("The catalog on disk has {Count} errors, so the one before goes on answering. {Place}: {First}", errors.Count, errors[0].At?.ToString() ?? "The catalog", errors[0].Message);
    }

    internal static StateStore OpenState(string? place, TimeProvider clock, ILogger log, List<Issue> issues)
    {
        if ((place ?? StateStore.DefaultPath()) is not { } known)
        {
            return StateStore.None(clock, log);
        }

        var store = StateStore.At(known, clock, log);
        issues.AddRange(store.Issues);
        return store.Value ?? StateStore.None(clock, log);
    }

    /// <summary>What answers at one time.</summary>
    private sealed record Served(Catalog Catalog, Seq<Issue> Notes, AnswerPipeline Pipeline);
}
