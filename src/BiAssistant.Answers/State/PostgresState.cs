using System.Data.Common;
using BiAssistant.Sql;
using Dapper;
using Npgsql;

namespace BiAssistant.Answers.State;

/// <summary>State in a schema of its own in a PostgreSQL database, shared by any number of processes.</summary>
internal sealed class PostgresState : StateDatabase
{
    private const string Schema = "bi_assistant";
    private const long MigrationLock = 0x6269_7374_6174_65;

    private readonly string _connectionString;

    private PostgresState(NpgsqlConnectionStringBuilder settings)
    {
        _connectionString = settings.ToString();
        Place = $"postgres://{settings.Host}:{settings.Port}/{settings.Database}";
    }

    public override string Place { get; }

    /// <summary>Reads <c>postgres://user:password@host:port/database</c>; null when it is not of that form.</summary>
    public static PostgresState? Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql") || uri.Host.Length == 0 || uri.AbsolutePath.Length < 2)
        {
            return null;
        }

        var user = uri.UserInfo.Split(':', 2);
        return new PostgresState(new NpgsqlConnectionStringBuilder
        {
            Host = Uri.UnescapeDataString(uri.Host),
            Port = uri.IsDefaultPort || uri.Port < 0 ? 5432 : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]),
            Username = user[0].Length == 0 ? null : Uri.UnescapeDataString(user[0]),
            Password = user.Length < 2 ? null : Uri.UnescapeDataString(user[1]),
            SearchPath = Schema,
            Timeout = 5,
            CommandTimeout = 5,
            ApplicationName = "bi-assistant",
        });
    }

    public override DbConnection Connect() => new NpgsqlConnection(_connectionString);

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = Connect();
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        return connection;
    }

    public override async Task<DbTransaction> BeginMigrationAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@MigrationLock)", new { MigrationLock }, transaction).ConfigureAwait(false);
        await connection.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {Schema}", transaction: transaction).ConfigureAwait(false);
        return transaction;
    }

    public override Seq<string> Steps(Migration migration) => migration.PostgreSql;
}
