using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BiAssistant.DuckDb.Native;

namespace BiAssistant.DuckDb;

/// <summary>
/// How much memory the queries of one file may take together, and how much disk where that is not enough, each with its unit, such as <c>4GB</c>. What needs more is a fault of that
/// query; neither the process nor the machine's disk is taken along.
/// </summary>
public sealed record DuckDbLimits(string Memory, string TemporaryFiles)
{
    private const long Megabyte = 1_000_000;
    private const long LeastMemory = 64;
    private const int MostFiles = 20_000;

    /// <summary>Half of what the process may have, and 20 GB of files.</summary>
    public static DuckDbLimits Default { get; } = OneOf(1);

    /// <summary>The same bounds for so many databases together: an equal part of them for each.</summary>
    public static DuckDbLimits OneOf(int databases) => new(Megabytes(Math.Max(LeastMemory, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 / Megabyte / databases)), Megabytes(MostFiles / databases));

    private static string Megabytes(long number) => string.Create(CultureInfo.InvariantCulture, $"{number}MB");

    /// <summary>
    /// Where a file's queries put what does not fit into memory: not beside the file, where the process may not be allowed to write, and a folder for each file and process, since the
    /// names of what lies in it are always the same. The engine makes it when it is needed and takes it away.
    /// </summary>
    internal static string TemporaryFolder(string path) => FolderOf(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(OpenDatabases.KeyOf(path))))[..16]);

    /// <summary>A folder for one database in memory.</summary>
    internal static string NewTemporaryFolder() => FolderOf(Guid.NewGuid().ToString("N"));

    private static string FolderOf(string database) => Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"bi-assistant-duckdb-{Environment.ProcessId}-{database}"));
}
