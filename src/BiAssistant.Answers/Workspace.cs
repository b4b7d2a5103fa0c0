using BiAssistant.Answers.Catalogs;
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
/// files of the catalog and the settings, never a warehouse.
/// </summary>
public sealed class Workspace : IAsyncDisposable
{
    private readonly Task _kept;

    private Workspace(CatalogLoad loaded, WarehouseSet warehouses, AnswerPipeline pipeline, StateStore state)
    {
        (Catalog, Notes, Warehouses, Pipeline, State) = (loaded.Catalog, loaded.Issues, warehouses, pipeline, state);
        _kept = Task.Run(() => new CatalogHistory(state).KeepAsync(loaded, CancellationToken.None));
    }

    public Catalog Catalog { get; }

    /// <summary>Warnings and notes from loading the catalog.</summary>
    public Seq<Issue> Notes { get; }

    public WarehouseSet Warehouses { get; }

    public AnswerPipeline Pipeline { get; }

    public StateStore State { get; }

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
        var connected = Connections.Open(source.Value, options, loaded.Catalog, issues);
        var state = OpenState(options.State ?? source.Value.Settings.State, clock, log, issues);
        if (issues.Count > 0)
        {
            return Outcome<Workspace>.Failed(issues.ToSeq());
        }

        var warehouses = new WarehouseSet(connected);
        var pipelineOptions = PipelineOptions.Default with
        {
            Clock = options.Now ?? source.Value.Settings.Clock,
            Demo = options.Now is null && source.Value.Settings.Clock is not null,
            RowLimit = options.RowLimit ?? PipelineOptions.Default.RowLimit,
        };
        var pipeline = new AnswerPipeline(loaded.Catalog, warehouses, state, pipelineOptions, clock, log);
        return Outcome<Workspace>.Of(new Workspace(loaded, warehouses, pipeline, state), loaded.Issues);
    }

    public async ValueTask DisposeAsync()
    {
        await Pipeline.DisposeAsync().ConfigureAwait(false);
        await _kept.ConfigureAwait(false);
        await Warehouses.DisposeAsync().ConfigureAwait(false);
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
}
