using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BiAssistant.Warehouses.Sqlite;

/// <summary>The engine's errors in words for a person.</summary>
internal static class SqliteFaults
{
    public static WarehouseFault Explain(string warehouse, string path, SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_CANTOPEN => Unreachable(warehouse, $"the file {path} cannot be read", error),
        raw.SQLITE_NOTADB => Unreachable(warehouse, $"{path} is not a SQLite database", error),
        raw.SQLITE_CORRUPT => Unreachable(warehouse, $"the database {path} is damaged", error),
        raw.SQLITE_PERM or raw.SQLITE_READONLY when error.SqliteExtendedErrorCode != raw.SQLITE_READONLY => Unreachable(warehouse, $"the file {path} cannot be read with these rights", error),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(warehouse, WarehouseFaultKind.Unreachable, $"The warehouse '{warehouse}' is locked: another program is writing to it. Try again in a moment.", error),
        raw.SQLITE_READONLY or raw.SQLITE_AUTH => new(warehouse, WarehouseFaultKind.Rejected, $"The warehouse '{warehouse}' can only be read; the statement was refused.", error),
        raw.SQLITE_IOERR => new(warehouse, WarehouseFaultKind.Broken, $"Reading the warehouse '{warehouse}' failed midway.", error),
        _ => new(warehouse, WarehouseFaultKind.Rejected, $"The warehouse '{warehouse}' refused the query: {EngineWords(error)}.", error),
    };

    private static WarehouseFault Unreachable(string warehouse, string why, Exception error) =>
        new(warehouse, WarehouseFaultKind.Unreachable, $"The warehouse '{warehouse}' cannot be opened: {why}.", error);

    /// <summary>The driver says "SQLite Error 1: 'no such table: t'."; what stands in the quotes is the engine's.</summary>
    private static string EngineWords(SqliteException error)
    {
        var from = error.Message.IndexOf('\'', StringComparison.Ordinal);
        var to = error.Message.LastIndexOf('\'');
        return from >= 0 && to > from ? error.Message[(from + 1)..to] : error.Message;
    }
}
