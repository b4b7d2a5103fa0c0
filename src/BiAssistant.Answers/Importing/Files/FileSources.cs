using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files;

/// <summary>A file to load.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Shown">As the person wrote it.</param>
internal sealed record DataFile(string Path, string Shown)
{
    public string Stem => System.IO.Path.GetFileNameWithoutExtension(Path);
}

/// <summary>Files out of what a person named: files, folders (what lies directly in them) and patterns.</summary>
internal static class FileSources
{
    private const int MostFiles = 1_000;
    private static readonly Seq<string> Endings = [".csv", ".tsv", ".tab", ".txt", ".parquet", ".pq"];

    /// <exception cref="FileFault">Something named is not there, or nothing in it can be loaded.</exception>
    public static Seq<DataFile> Find(FileImportRequest request)
    {
        var found = request.Paths.SelectMany(named => Named(named, request.WorkingDirectory)).DistinctBy(file => file.Path, StringComparer.Ordinal).Take(MostFiles + 1).ToSeq();
        return found.Count switch
        {
            0 => throw new FileFault("file_missing", "No file was named.", "name a CSV or Parquet file, or a folder of them"),
            > MostFiles => throw new FileFault("files_many", $"More than {Counted.Of(MostFiles)} files were named.", "import them in parts"),
            _ => found,
        };
    }

    private static List<DataFile> Named(string named, string folder)
    {
        if (named.Length == 0 || named.Contains('\0', StringComparison.Ordinal))
        {
            throw new FileFault("file_missing", "An empty name is no file.");
        }

        var path = Path.GetFullPath(named, folder);
        try
        {
            if (File.Exists(path))
            {
                return [new DataFile(path, named)];
            }

            if (Directory.Exists(path))
            {
                return Some(In(path, "*").Where(file => Endings.Contains(Path.GetExtension(file).ToLowerInvariant())), named,
                    $"The folder '{named}' holds no file that can be loaded.", folder);
            }

            return IsPattern(named)
                ? Some(Matching(path), named, $"No file has a name like '{named}'.", folder)
                : throw new FileFault("file_missing", $"There is no file '{named}'.", Nearest.To(Path.GetFileName(path), Beside(path)) is { IsEmpty: false } near ? $"did you mean '{near[0]}'?" : null);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new FileFault("file_unreadable", $"'{named}' may not be read.", inner: refused);
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new FileFault("file_missing", $"There is no folder for '{named}'.", inner: missing);
        }
    }

    private static bool IsPattern(string name) => name.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>Files under folders whose names may be patterns too.</summary>
    private static IEnumerable<string> Matching(string pattern)
    {
        var root = Path.GetPathRoot(pattern)!;
        IEnumerable<string> folders = [root];
        var parts = pattern[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts.SkipLast(1))
        {
            folders = IsPattern(part)
                ? folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateDirectories(folder, part).Order(StringComparer.Ordinal))
                : folders.Select(folder => Path.Combine(folder, part));
        }

        return folders.Where(Directory.Exists).SelectMany(folder => In(folder, parts[^1]));
    }

    private static IEnumerable<string> In(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, new EnumerationOptions { MatchCasing = MatchCasing.PlatformDefault, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Hidden })
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Beside(string path) =>
        Path.GetDirectoryName(path) is { } folder && Directory.Exists(folder) ? In(folder, "*").Take(MostFiles).Select(file => Path.GetFileName(file)) : [];

    private static List<DataFile> Some(IEnumerable<string> paths, string named, string otherwise, string folder)
    {
        var files = paths.Select(path => new DataFile(path, Path.GetRelativePath(folder, path) is var shown && !shown.StartsWith("..", StringComparison.Ordinal) ? shown : path)).ToList();
        return files.Count > 0 ? files : throw new FileFault("file_missing", otherwise, $"files that end in {string.Join(", ", Endings)} are loaded");
    }
}
