using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BiAssistant.Warehouses.Sqlite;

/// <summary>Opens connections that can read and do nothing else, and that stop within a few thousand steps of the engine when told to.</summary>
internal static class SqliteSession
{
    private const int StepsBetweenChecks = 2_000;

    /// <summary>What a statement may do, by the numbers of the engine's authoriser: select, read a column, call a function, recurse.</summary>
    private static readonly int[] Allowed = [raw.SQLITE_SELECT, raw.SQLITE_READ, raw.SQLITE_FUNCTION, raw.SQLITE_RECURSIVE];

    /// <summary>What tells of tables, beside what a query may do.</summary>
    private static readonly string[] Telling = ["table_list", "table_xinfo", "index_list", "index_info", "foreign_key_list"];

    public static SqliteConnection Open(string path, CancellationToken stop) => Open(path, static (action, _) => Allowed.Contains(action), stop);

    /// <summary>
    /// A connection that may also ask what tables there are, for the product's own texts. The engine asks leave to note in its list of tables the columns of the
    /// functions that tell; of a file that is only read, nothing is written.
    /// </summary>
    public static SqliteConnection OpenForSchema(string path, CancellationToken stop) => Open(
        path,
        static (action, name) => Allowed.Contains(action) || (action == raw.SQLITE_PRAGMA && Telling.Contains(name)) || (action == raw.SQLITE_UPDATE && name == "sqlite_master"),
        stop);

    private static SqliteConnection Open(string path, Func<int, string?, bool> allows, CancellationToken stop)
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
                (object _, int action, string? name, string? _, string? _, string? _) => allows(action, name) ? raw.SQLITE_OK : raw.SQLITE_DENY,
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
