using BiAssistant.DuckDb;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses.DuckDb;

/// <summary>The engine's errors in words for a person.</summary>
internal static class DuckDbFaults
{
    private const string Engine = "DuckDB";

    public static WarehouseFault OfOpening(string warehouse, string path, Exception error)
    {
        FaultCause cause = error switch
        {
            DllNotFoundException or BadImageFormatException or TypeInitializationException => new LibraryMissing(Engine),
            DuckDbException when Says(error, "lock on file") => new FileLocked(path),
            DuckDbException when Says(error, "not a valid DuckDB database") => new FileOfAnotherKind(path, Engine),
            DuckDbException when Says(error, "version number") => new FileOfAnotherVersion(path, Engine),
            _ => new FileUnreadable(path),
        };
        return new WarehouseFault(warehouse, cause, error);
    }

    public static WarehouseFault OfQuery(string warehouse, DuckDbException error) => new(warehouse, CauseOf(error), error);

    private static FaultCause CauseOf(DuckDbException error) => error.Kind switch
    {
        DuckDbErrorKind.OutOfMemory => new MemoryFull(),
        DuckDbErrorKind.Io or DuckDbErrorKind.Fatal or DuckDbErrorKind.Internal or DuckDbErrorKind.Interrupt => new ReadingFailed(),
        _ => new Refused(EngineWords(error)),
    };

    private static bool Says(Exception error, string words) => error.Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>The engine says "Catalog Error: Table with name t does not exist!" and then shows the place; the family and the place are not for a person.</summary>
    private static string EngineWords(DuckDbException error)
    {
        var first = error.Message.Split('\n')[0];
        var family = first.IndexOf("Error: ", StringComparison.Ordinal);
        return first[(family < 0 ? 0 : family + "Error: ".Length)..].TrimEnd('.', '!', ' ');
    }
}
