using BiAssistant.Answers.Settings;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Catalogs;

/// <summary>Where a catalog comes from: given paths, which stand for themselves, or the default catalog with the settings that belong to it.</summary>
/// <param name="Paths">Files and folders.</param>
/// <param name="Settings">What the settings file of the default catalog says; nothing for given paths.</param>
/// <param name="BaseFolder">Where relative paths of the settings' warehouses start.</param>
public sealed record CatalogSource(Seq<string> Paths, WorkspaceSettings Settings, string BaseFolder)
{
    public static Outcome<CatalogSource> Find(WorkspaceOptions options)
    {
        if (!options.CatalogPaths.IsEmpty)
        {
            return Outcome<CatalogSource>.Of(new CatalogSource(options.CatalogPaths, WorkspaceSettings.None, options.WorkingDirectory));
        }

        if (CatalogFiles.FindDefault(options.WorkingDirectory, options.ProgramFolder) is not { } root)
        {
            return Outcome<CatalogSource>.Failed(new Issue(
                "catalog_missing",
                "There is no catalog here: no folder at or above this one holds both 'semantic-models' and 'metrics'. Say where it is with --catalog PATH."));
        }

        var settings = WorkspaceSettings.ReadFirst(WorkspaceSettings.FileOf(root), Path.Combine(options.ProgramFolder, WorkspaceSettings.FileName));
        return settings.Succeeded
            ? Outcome<CatalogSource>.Of(new CatalogSource([root], settings.Value, root))
            : Outcome<CatalogSource>.Failed(settings.Issues);
    }

    /// <summary>The catalog with every issue of reading and loading.</summary>
    public CatalogLoad Load(string workingDirectory) => Load(CatalogFiles.Read(Paths, workingDirectory), CatalogLoader.Load);

    internal static CatalogLoad Load(CatalogTexts read, Func<IEnumerable<CatalogText>, CatalogLoad> load)
    {
        var loaded = read.Texts.IsEmpty && !read.Issues.IsEmpty ? new CatalogLoad(Catalog.Empty, []) : load(read.Texts);
        return loaded with { Issues = [.. read.Issues, .. loaded.Issues], Texts = read.Texts };
    }
}
