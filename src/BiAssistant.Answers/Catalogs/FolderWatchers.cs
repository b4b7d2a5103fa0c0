using Microsoft.Extensions.Logging;

namespace BiAssistant.Answers.Catalogs;

/// <summary>Asks the operating system to tell of every change under some files and folders; what cannot be watched is said once, in the log.</summary>
internal sealed class FolderWatchers : IDisposable
{
    private readonly List<FileSystemWatcher> _watchers = [];

    public FolderWatchers(IEnumerable<string> paths, Action changed, ILogger log)
    {
        foreach (var path in paths)
        {
            try
            {
                if ((Directory.Exists(path) ? path : Path.GetDirectoryName(path)) is { } folder && Directory.Exists(folder))
                {
                    _watchers.Add(Watch(folder, folder == path ? "*" : Path.GetFileName(path), changed));
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
            {
                log.LogInformation("Changes of {Path} are not told by the operating system, so it is looked at every {Seconds} seconds: {Reason}", path, CatalogWatch.LookEvery.TotalSeconds, fault.Message);
            }
        }
    }

    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());

    private static FileSystemWatcher Watch(string folder, string filter, Action changed)
    {
        var watcher = new FileSystemWatcher(folder, filter) { IncludeSubdirectories = filter == "*" };
        watcher.Changed += (_, _) => changed();
        watcher.Created += (_, _) => changed();
        watcher.Deleted += (_, _) => changed();
        watcher.Renamed += (_, _) => changed();
        watcher.Error += (_, _) => changed();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
