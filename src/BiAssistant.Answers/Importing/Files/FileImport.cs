using BiAssistant.Answers.Importing.Databases;
using BiAssistant.Semantics.Importing;
using BiAssistant.Sql;
using BiAssistant.Sql.Schemas;
using BiAssistant.Warehouses.DuckDb;
using Microsoft.Extensions.Logging;

namespace BiAssistant.Answers.Importing.Files;

/// <summary>Files that were loaded, and the model drafted of the database that they are in: of its older tables too, so that they stay related.</summary>
public sealed class FileImport : IDisposable
{
    private readonly FileLoad _load;

    private FileImport(FileLoad load, ImportDraft draft) => (_load, Draft) = (load, draft);

    public ImportDraft Draft { get; }

    /// <summary>The full path of the DuckDB file that will hold the tables.</summary>
    public string Database => _load.Database;

    /// <param name="name">The import's name, which is the model's too.</param>
    /// <param name="warehouse">The connection's name in the model.</param>
    public static async Task<Outcome<FileImport>> RunAsync(FileImportRequest request, string name, string warehouse, TimeProvider clock, ILogger log, CancellationToken cancellationToken)
    {
        var loaded = await FileLoad.RunAsync(request, cancellationToken).ConfigureAwait(false);
        if (loaded.Value is not { } load)
        {
            return Outcome<FileImport>.Failed(loaded.Issues);
        }

        try
        {
            var tables = new DuckDbWarehouse(warehouse, load.Copy);
            await using (tables.ConfigureAwait(false))
            {
                var drafted = await new DatabaseImport(tables, name, SchemaScope.All, ImportLimits.Default, clock, log).DraftAsync(cancellationToken).ConfigureAwait(false);
                if (drafted.Value is { } draft)
                {
                    return Outcome<FileImport>.Of(new FileImport(load, draft with { Remarks = [.. load.Remarks, .. draft.Remarks] }), drafted.Issues);
                }

                load.Dispose();
                return Outcome<FileImport>.Failed(drafted.Issues);
            }
        }
        catch
        {
            load.Dispose();
            throw;
        }
    }

    /// <summary>Whether the tables can be put where the model expects them; asked before the model is written.</summary>
    public Seq<Issue> Check() => _load.Check();

    /// <summary>Puts the tables where the model expects them; issues where that cannot be done.</summary>
    public Seq<Issue> Keep() => _load.Keep();

    public void Dispose() => _load.Dispose();
}
