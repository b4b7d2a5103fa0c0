namespace BiAssistant.Answers.Importing;

/// <summary>Keeps other imports away from a catalog's folder for as long as it is held, those of other processes too.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _held;

    private readonly string _records;
    private readonly bool _isNew;

    private FolderLock(FileStream held, string records, bool isNew) => (_held, _records, _isNew) = (held, records, isNew);

    /// <summary>The lock; null while somebody else holds it.</summary>
    public static FolderLock? Take(string folder)
    {
        var isNew = !Directory.Exists(folder);
        var records = Directory.CreateDirectory(Path.Combine(folder, ImportRecord.Folder)).FullName;
        var file = Path.Combine(records, "lock");
        if (Directory.Exists(file))
        {
            throw new IOException($"{file} is a folder.");
        }

        try
        {
            return new FolderLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose), records, isNew);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Folders that were made for it and hold nothing go with it.</summary>
    public void Dispose()
    {
        _held.Dispose();
        RemoveIfEmpty(_records);
        if (_isNew)
        {
            RemoveIfEmpty(Path.GetDirectoryName(_records)!);
        }
    }

    private static void RemoveIfEmpty(string directory)
    {
        if (Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any())
        {
            Directory.Delete(directory);
        }
    }
}
