using BiAssistant.Semantics.Importing;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing;

/// <summary>
/// Brings a draft into the folder of a catalog: all of it, or nothing. What people have edited since the last import of the same name stays; what the catalog
/// would be broken by is left out and said.
/// </summary>
/// <param name="folder">The full path of the catalog's folder; made when it is missing.</param>
public sealed class CatalogImport(string folder)
{
    /// <summary>What the import did; with <paramref name="dryRun"/>, what it would do.</summary>
    public async Task<Outcome<ImportReport>> RunAsync(ImportDraft draft, ImportOrigin origin, bool dryRun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(origin);
        if (DraftRules.Check(draft) is { IsEmpty: false } wrong)
        {
            return Outcome<ImportReport>.Failed(wrong);
        }

        var alone = CatalogLoader.Load(draft.Files.Select(file => new CatalogText(file.Path, file.Text)));
        if (alone.HasErrors)
        {
            return Outcome<ImportReport>.Failed(alone.Issues.Where(i => i.Severity == IssueSeverity.Error).ToSeq());
        }

        try
        {
            if (dryRun)
            {
                var planned = ImportPlan.Make(folder, draft, origin, cancellationToken);
                return planned.Value is { } dry ? Outcome<ImportReport>.Of(dry.Report) : Outcome<ImportReport>.Failed(planned.Issues);
            }

            using var held = FolderLock.Take(folder);
            if (held is null)
            {
                return Failed("import_locked", "Another import is at work on this catalog. Run this one again when it has ended.");
            }

            await FileSet.RecoverAsync(folder, cancellationToken).ConfigureAwait(false);
            var prepared = ImportPlan.Make(folder, draft, origin, cancellationToken);
            if (prepared.Value is not { } plan)
            {
                return Outcome<ImportReport>.Failed(prepared.Issues);
            }

            await plan.Files.WriteAsync(cancellationToken).ConfigureAwait(false);
            return Outcome<ImportReport>.Of(plan.Report);
        }
        catch (CatalogChangedException changed)
        {
            return Failed("catalog_changed", $"{changed.File} was edited while the import ran; nothing is written. Run it again.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Failed("import_unwritable", $"The catalog's folder cannot be written, and is as it was before: {fault.Message}");
        }
    }

    private static Outcome<ImportReport> Failed(string code, string message) => Outcome<ImportReport>.Failed(new Issue(code, message));
}
