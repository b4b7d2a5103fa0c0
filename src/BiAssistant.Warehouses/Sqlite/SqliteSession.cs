using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BiAssistant.Warehouses.Sqlite;

/// <summary>Opens connections that can read and do nothing else, and that stop within a few thousand steps of the engine when told to.</summary>
internal static class SqliteSession
{
    private const int StepsBetweenChecks = 2_000;

    /// <summary>What a statement may do, by the numbers of the engine's authoriser: select, read a column, call a function, recurse.</summary>
    private static readonly int[] Allowed = [raw.SQLITE_SELECT, raw.SQLITE_READ, raw.SQLITE_FUNCTION, raw.SQLITE_RECURSIVE];

    public static SqliteConnection Open(string path, CancellationToken stop)
    {
        SqliteLibrary.Use();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            using (var pragma = connection.CreateCommand())
            {
                pragma.CommandText = "PRAGMA query_only = 1";
                pragma.ExecuteNonQuery();
            }

            raw.sqlite3_progress_handler(connection.Handle, StepsBetweenChecks, _ => stop.IsCancellationRequested ? 1 : 0, null);
            raw.sqlite3_set_authorizer(
                connection.Handle,
                static (object _, int action, string? _, string? _, string? _, string? _) => Allowed.Contains(action) ? raw.SQLITE_OK : raw.SQLITE_DENY,
                null);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
