using BiAssistant.Warehouses.Faults;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BiAssistant.Warehouses.Sqlite;

/// <summary>The engine's errors in words for a person.</summary>
internal static class SqliteFaults
{
    public static WarehouseFault Explain(string warehouse, string path, SqliteException error) => new(warehouse, CauseOf(path, error), error);

    private static FaultCause CauseOf(string path, SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_CANTOPEN => new FileUnreadable(path),
        raw.SQLITE_NOTADB => new FileOfAnotherKind(path, "SQLite"),
        raw.SQLITE_CORRUPT => new FileDamaged(path),
        raw.SQLITE_PERM or raw.SQLITE_READONLY when error.SqliteExtendedErrorCode != raw.SQLITE_READONLY => new FileUnreadable(path),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new FileLocked(path),
        raw.SQLITE_READONLY or raw.SQLITE_AUTH => new OnlyRead(),
        raw.SQLITE_IOERR => new ReadingFailed(),
        _ => new Refused(EngineWords(error)),
    };

    /// <summary>The driver says "SQLite Error 1: 'no such table: t'."; what stands in the quotes is the engine's.</summary>
    private static string EngineWords(SqliteException error)
    {
        var from = error.Message.IndexOf('\'', StringComparison.Ordinal);
        var to = error.Message.LastIndexOf('\'');
        return from >= 0 && to > from ? error.Message[(from + 1)..to] : error.Message;
    }
}
