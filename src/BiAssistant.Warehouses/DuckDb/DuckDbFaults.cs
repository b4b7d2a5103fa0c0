using BiAssistant.DuckDb;

namespace BiAssistant.Warehouses.DuckDb;

/// <summary>The engine's errors in words for a person.</summary>
internal static class DuckDbFaults
{
    public static WarehouseFault OfOpening(string warehouse, string path, Exception error)
    {
        var why = error switch
        {
            DllNotFoundException or BadImageFormatException or TypeInitializationException => "the DuckDB library is not installed on this computer",
            DuckDbException when Says(error, "lock on file") => $"another program is writing to {path}",
            DuckDbException when Says(error, "not a valid DuckDB database") => $"{path} is not a DuckDB database",
            DuckDbException when Says(error, "version number") => $"{path} was written by a version of DuckDB that this one cannot read",
            _ => $"the file {path} cannot be read",
        };
        return new WarehouseFault(warehouse, WarehouseFaultKind.Unreachable, $"The warehouse '{warehouse}' cannot be opened: {why}.", error);
    }

    public static WarehouseFault OfQuery(string warehouse, DuckDbException error) => error.Kind switch
    {
        DuckDbErrorKind.OutOfMemory => new(warehouse, WarehouseFaultKind.Rejected, $"The warehouse '{warehouse}' has too little memory for this question. Ask for a shorter period or fewer groups.", error),
        DuckDbErrorKind.Io or DuckDbErrorKind.Fatal or DuckDbErrorKind.Internal or DuckDbErrorKind.Interrupt => new(warehouse, WarehouseFaultKind.Broken, $"Reading the warehouse '{warehouse}' failed midway.", error),
        _ => new(warehouse, WarehouseFaultKind.Rejected, $"The warehouse '{warehouse}' refused the query: {EngineWords(error)}.", error),
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
