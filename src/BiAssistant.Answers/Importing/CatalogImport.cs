using System.Text;
using BiAssistant.Semantics.Importing;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing;

/// <summary>Brings a draft into the folder of a catalog: all of it, or nothing.</summary>
/// <param name="folder">The full path of the catalog's folder; made when it is missing.</param>
public sealed class CatalogImport(string folder)
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>What the import did; with <paramref name="dryRun"/>, what it would do.</summary>
    public async Task<Outcome<ImportReport>> RunAsync(ImportDraft draft, ImportOrigin origin, bool dryRun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(origin);
        var loaded = CatalogLoader.Load(draft.Files.Select(file => new CatalogText(file.Path, file.Text)));
        if (loaded.HasErrors)
        {
            return Outcome<ImportReport>.Failed(loaded.Issues);
        }

        var files = new List<ImportedFile>();
        foreach (var file in draft.Files)
        {
            var path = Path.Combine(folder, file.Path);
            files.Add(new ImportedFile(file.Path, File.Exists(path) ? FileFate.Changed : FileFate.Created));
            if (!dryRun)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, file.Text, Plain, cancellationToken).ConfigureAwait(false);
            }
        }

        return Outcome<ImportReport>.Of(new ImportReport(draft.Name, draft.Remarks, files.ToSeq(), loaded.Catalog));
    }
}
