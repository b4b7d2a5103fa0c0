using System.Data.Common;
using BiAssistant.Sql;
using BiAssistant.Warehouses.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace BiAssistant.Answers.State;

/// <summary>State in a SQLite file: one writer at a time, readers never wait, and a file that belongs to its owner alone.</summary>
internal sealed class SqliteState(string path) : StateDatabase
{
    private const int BusySeconds = 3;

    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = BusySeconds,
    }.ToString();

    public override string Place => path;

    public override DbConnection Connect()
    {
        SqliteLibrary.Use();
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
        {
            _ = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(folder)
                : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new SqliteConnection(_connectionString);
    }

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = Connect();
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync("PRAGMA busy_timeout = 3000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL").ConfigureAwait(false);
        return connection;
    }

    /// <summary>An immediate transaction: the second process waits here for the first.</summary>
    public override Task<DbTransaction> BeginMigrationAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    public override Seq<string> Steps(Migration migration) => migration.Sqlite;
}
