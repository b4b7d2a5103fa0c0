using System.Globalization;
using BiAssistant.Sql;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses;

/// <summary>The file of a warehouse that lives in one; it was there when this was made.</summary>
internal sealed class WarehouseFile
{
    private readonly string path;

    private WarehouseFile(string path) => this.path = path;

    /// <exception cref="WarehouseFault">There is no such file; none is made.</exception>
    public static WarehouseFile Find(string warehouse, string path)
    {
        if (File.Exists(path))
        {
            return new(path);
        }

        throw new WarehouseFault(warehouse, Directory.Exists(path) ? new FolderInsteadOfFile(path) : new FileMissing(path));
    }

    /// <summary>One version for all tables: last write and size of the file and of the log beside it, whose name ends as given.</summary>
    public Seq<TableVersion> Versions(Seq<Seq<string>> tables, string logEnding)
    {
        var version = Version(logEnding);
        return tables.Select(table => new TableVersion(table, version)).ToSeq();
    }

    public string Version(string logEnding)
    {
        var log = new FileInfo(path + logEnding);
        return log.Exists ? $"{Version(new FileInfo(path))}+{Version(log)}" : Version(new FileInfo(path));
    }

    private static string Version(FileInfo file) => string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}");
}
