using System.Globalization;
using BiAssistant.DuckDb;

namespace BiAssistant.Answers.Importing.Files;

/// <summary>
/// The DuckDB file that tables are loaded into. All work is done on a copy beside it, which takes its place in one step when every table is in; until then,
/// and for ever when something fails, the file is as it was, byte by byte.
/// </summary>
internal sealed class LoadTarget : IDisposable
{
    private const string LogEnding = ".wal";

    private readonly string _path;
    private readonly string _shown;
    private readonly string _work;
    private readonly (DateTime Written, long Length)? _before;
    /// <summary>Held as long as the import runs, so that no other loads into the same file.</summary>
    private readonly FileStream _alone;
    private DuckDbConnection? _connection;

    private LoadTarget(string path, string shown, FileStream alone)
    {
        (_path, _shown, _alone) = (path, shown, alone);
        _before = Look(path);
        _work = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, string.Create(CultureInfo.InvariantCulture, $".{System.IO.Path.GetFileName(path)}.{Guid.NewGuid():N}"));
    }

    public string Path => _path;

    public DuckDbConnection Connection => _connection ??= OpenWork();

    /// <param name="needed">How many bytes the files to load have.</param>
    /// <exception cref="FileFault">It is no DuckDB file, is being written by another program, or there is no room.</exception>
    public static LoadTarget Prepare(string into, string workingDirectory, long needed, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(into) || into.Contains('\0', StringComparison.Ordinal))
        {
            throw new FileFault("target_path", "No file was named to load into.", "--into data.duckdb");
        }

        var given = into.StartsWith("duckdb:", StringComparison.OrdinalIgnoreCase) ? into["duckdb:".Length..] : into;
        var path = System.IO.Path.GetFullPath(given, workingDirectory);
        path = File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : path;
        if (Directory.Exists(path))
        {
            throw new FileFault("target_path", $"'{given}' is a folder, not a file.", $"--into {System.IO.Path.Combine(given, "data.duckdb")}");
        }

        var folder = System.IO.Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            throw new FileFault("target_path", $"There is no folder for '{given}'.", "make it first");
        }

        var made = new LoadTarget(path, given, Alone(path, given));
        try
        {
            made.Begin(folder, needed, stop);
            return made;
        }
        catch (Exception fault)
        {
            made.Dispose();
            if (fault is IOException or UnauthorizedAccessException)
            {
                throw NotWritable(given, fault);
            }

            throw;
        }
    }

    /// <summary>The file with its new tables, for reading, before it takes its place.</summary>
    public string Work => _work;

    /// <summary>Ends the writing; what was loaded lies in the copy.</summary>
    public void Close(CancellationToken stop)
    {
        EngineTable.Run(Connection, "CHECKPOINT", stop);
        Connection.Dispose();
    }

    /// <summary>Whether the copy can take the file's place.</summary>
    /// <exception cref="FileFault">Another program has written the file in the meantime, or is about to.</exception>
    public void Check()
    {
        if (Look(_path) != _before)
        {
            throw new FileFault("target_changed", $"'{_shown}' was written by another program while the files were loaded. It is as that program left it.", "import again");
        }

        if (_before is not null)
        {
            Probe(_path, _shown);
        }
    }

    /// <summary>Puts the copy in the file's place; nobody sees a state between.</summary>
    /// <exception cref="FileFault">It cannot take that place.</exception>
    public void Commit()
    {
        Check();
        try
        {
            File.Move(_work, _path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(_shown, fault);
        }
    }

    public void Dispose()
    {
        _connection?.Dispose();
        foreach (var left in (string[])[_work, _work + LogEnding])
        {
            File.Delete(left);
        }

        _alone.Dispose();
    }

    private void Begin(string folder, long needed, CancellationToken stop)
    {
        if (_before is not null)
        {
            Probe(_path, _shown);
        }

        Room(folder, _shown, needed + (_before?.Length ?? 0));
        stop.ThrowIfCancellationRequested();
        if (_before is not null)
        {
            Copy(_path, _work, stop);
        }
    }

    private static FileStream Alone(string path, string shown)
    {
        var beside = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, $".{System.IO.Path.GetFileName(path)}.import");
        try
        {
            return new FileStream(beside, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw NotWritable(shown, refused);
        }
        catch (IOException taken)
        {
            throw new FileFault("target_open", $"Another import is loading into '{shown}', or its folder cannot be written.", "wait until that one is done", taken);
        }
    }

    private static void Copy(string path, string work, CancellationToken stop)
    {
        using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
        using var to = new FileStream(work, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(work, File.GetUnixFileMode(path));
        }

        var block = new byte[1 << 20];
        for (int read; (read = from.Read(block)) > 0;)
        {
            stop.ThrowIfCancellationRequested();
            to.Write(block.AsSpan(0, read));
        }
    }

    private DuckDbConnection OpenWork()
    {
        var connection = new DuckDbConnection(new DuckDbConnectionStringBuilder { DataSource = _work }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (DuckDbException refused)
        {
            connection.Dispose();
            throw new FileFault("target_open", $"'{_shown}' cannot be opened as a DuckDB database that can be written.", inner: refused);
        }
    }

    private static (DateTime Written, long Length)? Look(string path) => new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : null;

    /// <summary>A reader may have the file open and goes on with what it sees; a writer's work would be lost.</summary>
    private static void Probe(string path, string shown)
    {
        if (!IsDatabase(path, shown))
        {
            throw new FileFault("target_kind", $"'{shown}' is there already and is no DuckDB database: it is not overwritten.", "name another file with --into");
        }

        if (File.Exists(path + LogEnding))
        {
            throw new FileFault("target_open", $"'{shown}' is open in another program, or was not closed by one: '{shown}{LogEnding}' lies beside it.", "close it, or open and close it once with DuckDB");
        }

        try
        {
            using var reading = new DuckDbConnection(DuckDbConnectionStringBuilder.ForReading(path).ToString());
            reading.Open();
        }
        catch (DuckDbException refused)
        {
            throw new FileFault("target_open", refused.Message.Contains("lock", StringComparison.OrdinalIgnoreCase) || refused.Kind == DuckDbErrorKind.Connection
                ? $"'{shown}' is being written by another program."
                : $"'{shown}' cannot be opened as a DuckDB database.", "close it there first", refused);
        }
    }

    private static bool IsDatabase(string path, string shown)
    {
        using var stream = FileContents.Open(new DataFile(path, shown));
        Span<byte> head = stackalloc byte[12];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head[8..].SequenceEqual("DUCK"u8);
    }

    private static void Room(string folder, string shown, long needed)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (free < needed)
        {
            throw new FileFault("target_full", $"There is too little room beside '{shown}': {Counted.Of(needed >> 20)} MB may be needed and {Counted.Of(free >> 20)} MB are free.");
        }
    }

    private static FileFault NotWritable(string shown, Exception fault) => new("target_path", $"'{shown}' cannot be written.", "name another place with --into", fault);
}
