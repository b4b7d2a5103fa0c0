using System.Text;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Catalogs;

/// <summary>The texts of a catalog as they were read from disk, and what could not be read.</summary>
public sealed record CatalogTexts(Seq<CatalogText> Texts, Seq<Issue> Issues)
{
    /// <summary>When each of the files was written last; empty for texts that come from elsewhere.</summary>
    public Seq<DateTime> Written { get; init; }

    /// <summary>Whether the files say the same, whenever they were written.</summary>
    public bool SaysTheSameAs(CatalogTexts? other) => other is not null && Texts == other.Texts && Issues == other.Issues;
}

/// <summary>
/// Reads the YAML files of a catalog: of a folder that holds <c>semantic-models/</c> or <c>metrics/</c> those two, of any other folder all that it
/// holds, or one file. Names of texts are paths as a person in the working directory would type them.
/// </summary>
public static class CatalogFiles
{
    private const int MostFiles = 50_000;
    private const long LargestFile = 32L << 20;
    private const long LargestCatalog = 512L << 20;

    private static readonly Seq<string> Rooms = ["semantic-models", "metrics"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly EnumerationOptions Recursive = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 12,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    /// <summary>The nearest folder at or above one of these that holds both <c>semantic-models</c> and <c>metrics</c>; null when there is none.</summary>
    public static string? FindDefault(params ReadOnlySpan<string> startingPoints)
    {
        foreach (var start in startingPoints)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (Rooms.All(room => Directory.Exists(Path.Combine(folder.FullName, room))))
                {
                    return folder.FullName;
                }
            }
        }

        return null;
    }

    public static CatalogTexts Read(IEnumerable<string> paths, string workingDirectory)
    {
        var issues = new List<Issue>();
        var files = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            files.UnionWith(Find(Path.GetFullPath(path, workingDirectory), path, issues));
        }

        if (files.Count > MostFiles)
        {
            return new CatalogTexts([], [new Issue("catalog_too_large", $"The catalog has {files.Count} files; at most {MostFiles} can be read.")]);
        }

        var texts = new List<CatalogText>();
        var written = new List<DateTime>();
        var room = LargestCatalog;
        foreach (var file in files)
        {
            written.Add(File.GetLastWriteTimeUtc(file));
            var shown = Shown(file, workingDirectory);
            if (ReadFile(file, shown, ref room, issues) is { } text)
            {
                texts.Add(new CatalogText(shown, text));
            }
        }

        return new CatalogTexts(texts.ToSeq(), issues.ToSeq()) { Written = written.ToSeq() };
    }

    /// <summary>Of files by their paths in a catalog's folder, those that belong to the catalog, in order: those of its two rooms where it has one, else all YAML; or the one that is meant.</summary>
    internal static IReadOnlyList<string> OfCatalog(IEnumerable<string> files, string? only)
    {
        var yaml = files.Where(file => IsYaml(file) && !IsAside(file)).Order(StringComparer.Ordinal).ToList();
        var rooms = yaml.FindAll(file => Rooms.Any(room => file.StartsWith($"{room}/", StringComparison.Ordinal)));
        return only is not null ? yaml.FindAll(file => file == only) : rooms.Count > 0 ? rooms : yaml;
    }

    /// <summary>Whether a path leads through a folder, or to a file, whose name begins with a dot: such are not the catalog's, on any system.</summary>
    private static bool IsAside(string path) => path.Split('/', Path.DirectorySeparatorChar).Any(part => part.StartsWith('.'));

    private static bool IsYaml(string file) => Path.GetExtension(file).ToLowerInvariant() is ".yml" or ".yaml";

    private static List<string> Find(string full, string given, List<Issue> issues)
    {
        if (File.Exists(full))
        {
            return [full];
        }

        if (!Directory.Exists(full))
        {
            issues.Add(new Issue("catalog_missing", $"There is no file or folder '{given}' to read the catalog from.") { Suggestions = Neighbours(full) });
            return [];
        }

        try
        {
            var rooms = Rooms.Select(room => Path.Combine(full, room)).Where(Directory.Exists).ToList();
            var found = (rooms.Count == 0 ? [full] : rooms)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", Recursive))
                .Where(file => IsYaml(file) && !IsAside(Path.GetRelativePath(full, file)))
                .Take(MostFiles + 1)
                .ToList();
            if (found.Count == 0)
            {
                issues.Add(new Issue("catalog_empty", $"The folder '{given}' holds no YAML files."));
            }

            return found;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            issues.Add(new Issue("catalog_unreadable", $"The folder '{given}' cannot be read: {fault.Message}"));
            return [];
        }
    }

    private static string? ReadFile(string file, string shown, ref long room, List<Issue> issues)
    {
        try
        {
            var length = new FileInfo(file).Length;
            room -= length;
            if (length > LargestFile || room < 0)
            {
                issues.Add(new Issue("catalog_too_large", length > LargestFile
                    ? $"The file {shown} has {length >> 20} MB; at most {LargestFile >> 20} MB are read."
                    : $"The catalog has more than {LargestCatalog >> 20} MB; {shown} and what follows it is not read."));
                return null;
            }

            // Whoever is writing it is not disturbed.
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Strict);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            issues.Add(new Issue("catalog_encoding", $"The file {shown} is not UTF-8 text."));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            issues.Add(new Issue("catalog_unreadable", $"The file {shown} cannot be read: {fault.Message}"));
        }

        return null;
    }

    private static string Shown(string file, string workingDirectory)
    {
        var relative = Path.GetRelativePath(workingDirectory, file);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? file : relative).Replace('\\', '/');
    }

    /// <summary>What stands beside a missing path and begins like it.</summary>
    private static Seq<string> Neighbours(string full)
    {
        var (folder, name) = (Path.GetDirectoryName(full), Path.GetFileName(full));
        if (folder is null || !Directory.Exists(folder) || name.Length < 2)
        {
            return [];
        }

        return Directory.EnumerateFileSystemEntries(folder)
            .Select(entry => Path.GetFileName(entry) ?? "")
            .Where(entry => entry.StartsWith(name[..2], StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Take(3)
            .ToSeq();
    }
}
