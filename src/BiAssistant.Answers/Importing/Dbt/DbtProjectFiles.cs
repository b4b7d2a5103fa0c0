using System.Text;
using BiAssistant.Semantics.Importing.Dbt;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Dbt;

/// <summary>Finds and reads the files of a dbt project that its semantic layer stands in: inside its folder only, without following links, and within limits.</summary>
public sealed class DbtProjectFiles
{
    private const int MostFiles = 20_000;
    private const long LargestFile = 8L << 20;
    private const long LargestProject = 256L << 20;
    private const long LargestCompiled = 32L << 20;
    private const long LargestManifest = 1L << 30;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly EnumerationOptions Recursive = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 40,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    private readonly string _folder;
    private readonly List<Issue> _issues = [];
    private long _room = LargestProject;

    private DbtProjectFiles(string folder) => _folder = Path.TrimEndingDirectorySeparator(folder);

    /// <param name="folder">The project's folder, in full.</param>
    /// <param name="shown">What the person calls it.</param>
    public static async Task<Outcome<DbtSource>> ReadAsync(string folder, string shown, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder))
        {
            return Outcome<DbtSource>.Failed(new Issue("import_source", File.Exists(folder)
                ? $"'{shown}' is a file; the folder of a dbt project, which holds dbt_project.yml, is expected."
                : $"There is no folder '{shown}'."));
        }

        return await new DbtProjectFiles(folder).ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<Outcome<DbtSource>> ReadAsync(CancellationToken stop)
    {
        var described = await ReadAsync(Path.Combine(_folder, "dbt_project.yml"), stop).ConfigureAwait(false);
        var project = described is null ? null : DbtProjectFile.Read(described);
        _issues.AddRange(project?.Issues ?? []);
        if (described is null)
        {
            _issues.Add(new Issue("dbt_project_missing", "There is no dbt_project.yml, so every YAML file of the folder is read as a part of the project.") { Severity = IssueSeverity.Warning });
        }

        var says = project?.Value ?? DbtProjectFile.None;
        var files = Find(described is null ? ["."] : says.ModelPaths, stop);
        var yaml = new List<CatalogText>();
        var docs = new List<CatalogText>();
        foreach (var file in files)
        {
            if (await ReadAsync(file, stop).ConfigureAwait(false) is { } text)
            {
                (Path.GetExtension(file).Equals(".md", StringComparison.OrdinalIgnoreCase) ? docs : yaml).Add(text);
            }
        }

        var (manifest, compiled) = await CompiledAsync(says.TargetPath, stop).ConfigureAwait(false);
        return Outcome<DbtSource>.Of(new DbtSource(Path.GetFileName(_folder), says, yaml.ToSeq())
        {
            Docs = docs.ToSeq(),
            Manifest = manifest,
            SemanticManifest = compiled,
            Issues = _issues.ToSeq(),
        });
    }

    private List<string> Find(Seq<string> paths, CancellationToken stop)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (Inside(path) is not { } folder)
            {
                _issues.Add(new Issue("dbt_path_outside", $"'{path}' of model-paths leads out of the project's folder and is not read."));
                continue;
            }

            foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", Recursive) : [])
            {
                stop.ThrowIfCancellationRequested();
                if (Path.GetExtension(file).ToLowerInvariant() is ".yml" or ".yaml" or ".md" && Path.GetFileName(file) is not ("dbt_project.yml" or "packages.yml" or "dependencies.yml" or "profiles.yml" or "package-lock.yml" or "selectors.yml"))
                {
                    found.Add(file);
                }

                if (found.Count > MostFiles)
                {
                    _issues.Add(new Issue("dbt_too_large", $"The project has more than {MostFiles:N0} YAML and Markdown files; what follows {Shown(file)} is not read."));
                    return [.. found];
                }
            }
        }

        return [.. found];
    }

    /// <summary>The full path of a folder inside the project; null for one outside, whether by its path or by a link.</summary>
    private string? Inside(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, _folder));
        if (full != _folder && !full.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return null;
        }

        for (var at = full; at is not null && at.Length > _folder.Length; at = Path.GetDirectoryName(at))
        {
            if (new DirectoryInfo(at) is { Exists: true, LinkTarget: not null })
            {
                return null;
            }
        }

        return full;
    }

    private async Task<(DbtManifest? Manifest, CatalogText? Semantic)> CompiledAsync(string target, CancellationToken stop)
    {
        if (Inside(target) is not { } folder || !Directory.Exists(folder))
        {
            return (null, null);
        }

        var semantic = Path.Combine(folder, "semantic_manifest.json");
        var compiled = File.Exists(semantic) ? await ReadAsync(semantic, stop, LargestCompiled).ConfigureAwait(false) : null;
        var path = Path.Combine(folder, "manifest.json");
        if (!File.Exists(path))
        {
            return (null, compiled);
        }

        try
        {
            if (new FileInfo(path).Length > LargestManifest)
            {
                _issues.Add(new Issue("dbt_too_large", $"{Shown(path)} has more than {LargestManifest >> 20} MB and is not read; tables are guessed."));
                return (null, compiled);
            }

            var manifest = DbtManifest.Read(await File.ReadAllBytesAsync(path, stop).ConfigureAwait(false), Shown(path));
            _issues.AddRange(manifest.Issues);
            return (manifest.Value, compiled);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _issues.Add(new Issue("import_source", $"The file {Shown(path)} cannot be read: {fault.Message}"));
            return (null, compiled);
        }
    }

    /// <summary>Null, and why, when it is not there or cannot be read; a missing file is no issue.</summary>
    private async Task<CatalogText?> ReadAsync(string path, CancellationToken stop, long largest = LargestFile)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return null;
            }

            if (file.Length > largest || (_room -= file.Length) < 0)
            {
                _issues.Add(new Issue("dbt_too_large", file.Length > largest
                    ? $"The file {Shown(path)} has {file.Length >> 20} MB and is not read; at most {largest >> 20} MB are."
                    : $"The project has more than {LargestProject >> 20} MB; {Shown(path)} is not read."));
                return null;
            }

            return new CatalogText(Shown(path), await File.ReadAllTextAsync(path, Strict, stop).ConfigureAwait(false));
        }
        catch (DecoderFallbackException)
        {
            _issues.Add(new Issue("import_encoding", $"The file {Shown(path)} is not UTF-8 text and is not read."));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _issues.Add(new Issue("import_source", $"The file {Shown(path)} cannot be read: {fault.Message}"));
        }

        return null;
    }

    private string Shown(string path) => Path.GetRelativePath(_folder, path).Replace('\\', '/');
}
