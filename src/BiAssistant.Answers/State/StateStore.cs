using System.Data.Common;
using System.Security.Cryptography;
using BiAssistant.Sql;
using Dapper;
using Microsoft.Extensions.Logging;

namespace BiAssistant.Answers.State;

/// <summary>
/// What outlives a process: results that were computed, receipts, values of dimensions, questions that were asked, the signing key. It never stands in
/// an answer's way: a store that cannot be used is reported once and done without.
/// </summary>
public sealed class StateStore
{
    private const string SigningKeyName = "signing_key";
    private const int SigningKeyBytes = 32;
    private const int ResultsKept = 20_000;
    private const long ValueBytesKept = 512L << 20;
    private static readonly TimeSpan ResultsKeptFor = TimeSpan.FromDays(30);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly StateDatabase? _database;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Lock _lock = new();
    private Task? _migrated;
    private long _brokenUntil = long.MinValue;

    private StateStore(StateDatabase? database, TimeProvider clock, ILogger log) => (_database, _clock, _log) = (database, clock, log);

    /// <summary>Where the state is, fit for a message; null when nothing is kept.</summary>
    public string? Place => _database?.Place;

    /// <summary>A store that keeps nothing.</summary>
    public static StateStore None(TimeProvider clock, ILogger log) => new(null, clock, log);

    /// <summary>Where state is kept when nothing is said: the user's data folder; null when the user has none.</summary>
    public static string? DefaultPath() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } folder
            ? Path.Combine(folder, "bi-assistant", "state.sqlite")
            : null;

    /// <summary>A store at a path or a <c>postgres://</c> URL; nothing is touched before it is used.</summary>
    public static Outcome<StateStore> At(string place, TimeProvider clock, ILogger log)
    {
        if (!place.Contains("://", StringComparison.Ordinal))
        {
            return Outcome<StateStore>.Of(new StateStore(new SqliteState(Path.GetFullPath(place)), clock, log));
        }

        return PostgresState.Parse(place) is { } postgres
            ? Outcome<StateStore>.Of(new StateStore(postgres, clock, log))
            : Outcome<StateStore>.Failed(new Issue("state_place", "The state store must be the path of a file or postgres://user:password@host:port/database."));
    }

    public Task<byte[]?> FindResultAsync(string key, CancellationToken cancellationToken) => UseAsync(
        async (connection, stop) => await connection.ExecuteScalarAsync<object?>(Command("SELECT content FROM cached_results WHERE key = @key", new { key }, stop)).ConfigureAwait(false) as byte[],
        otherwise: null,
        cancellationToken);

    public Task SaveResultAsync(string key, byte[] content, CancellationToken cancellationToken) => UseAsync(
        (connection, stop) => connection.ExecuteAsync(Command(
            "INSERT INTO cached_results (key, content, created_at) VALUES (@key, @content, @now) ON CONFLICT (key) DO UPDATE SET content = excluded.content, created_at = excluded.created_at",
            new { key, content, now = Now },
            stop)),
        otherwise: 0,
        cancellationToken);

    public Task<byte[]?> FindValuesAsync(string key, CancellationToken cancellationToken) => UseAsync(
        async (connection, stop) => await connection.ExecuteScalarAsync<object?>(Command("SELECT content FROM dimension_values WHERE key = @key", new { key }, stop)).ConfigureAwait(false) as byte[],
        otherwise: null,
        cancellationToken);

    /// <summary>Keeps the values of a field; those of its earlier data versions are forgotten after a day.</summary>
    public Task SaveValuesAsync(string key, string field, byte[] content, CancellationToken cancellationToken) => UseAsync(
        async (connection, stop) =>
        {
            await connection.ExecuteAsync(Command("DELETE FROM dimension_values WHERE field = @field AND created_at < @yesterday", new { field, yesterday = Now - (long)TimeSpan.FromDays(1).TotalMilliseconds }, stop)).ConfigureAwait(false);
            return await connection.ExecuteAsync(Command(
                "INSERT INTO dimension_values (key, field, content, created_at) VALUES (@key, @field, @content, @now) ON CONFLICT (key) DO UPDATE SET content = excluded.content, created_at = excluded.created_at",
                new { key, field, content, now = Now },
                stop)).ConfigureAwait(false);
        },
        otherwise: 0,
        cancellationToken);

    /// <summary>What the data in one state said to a claim; null when it was not asked.</summary>
    public Task<string?> FindFindingAsync(string key, CancellationToken cancellationToken) => UseAsync(
        (connection, stop) => connection.ExecuteScalarAsync<string?>(Command("SELECT content FROM data_findings WHERE key = @key", new { key }, stop)),
        otherwise: null,
        cancellationToken);

    /// <summary>Keeps what the data said to a claim; what earlier states of the data said is forgotten after a day.</summary>
    public Task SaveFindingAsync(string key, string claim, string content, CancellationToken cancellationToken) => UseAsync(
        async (connection, stop) =>
        {
            await connection.ExecuteAsync(Command("DELETE FROM data_findings WHERE claim = @claim AND found_at < @yesterday", new { claim, yesterday = Now - (long)TimeSpan.FromDays(1).TotalMilliseconds }, stop)).ConfigureAwait(false);
            return await connection.ExecuteAsync(Command(
                "INSERT INTO data_findings (key, claim, content, found_at) VALUES (@key, @claim, @content, @now) ON CONFLICT (key) DO UPDATE SET content = excluded.content, found_at = excluded.found_at",
                new { key, claim, content, now = Now },
                stop)).ConfigureAwait(false);
        },
        otherwise: 0,
        cancellationToken);

    /// <summary>What a receipt stands for, as JSON; null when it is not known.</summary>
    public Task<string?> FindReceiptAsync(string id, CancellationToken cancellationToken) => UseAsync(
        (connection, stop) => connection.ExecuteScalarAsync<string?>(Command("SELECT content FROM receipts WHERE id = @id", new { id }, stop)),
        otherwise: null,
        cancellationToken);

    public Task SaveReceiptAsync(string id, string content, CancellationToken cancellationToken) => UseAsync(
        (connection, stop) => connection.ExecuteAsync(Command(
            "INSERT INTO receipts (id, content, created_at) VALUES (@id, @content, @now) ON CONFLICT (id) DO NOTHING",
            new { id, content, now = Now },
            stop)),
        otherwise: 0,
        cancellationToken);

    public Task RecordAsync(IReadOnlyList<AskedQuestion> asked, CancellationToken cancellationToken) => UseAsync(
        async (connection, stop) =>
        {
            var transaction = await connection.BeginTransactionAsync(stop).ConfigureAwait(false);
            await using var ending = transaction.ConfigureAwait(false);
            foreach (var question in asked)
            {
                await connection.ExecuteAsync(
                    "INSERT INTO asked_questions (asked_at, question, language, role, status, receipt, from_cache, total_ms, texts) VALUES (@AskedAt, @Question, @Language, @Role, @Status, @Receipt, @FromCache, @TotalMs, @Texts)",
                    question,
                    transaction).ConfigureAwait(false);
            }

            await transaction.CommitAsync(stop).ConfigureAwait(false);
            return asked.Count;
        },
        otherwise: 0,
        cancellationToken);

    /// <summary>The key that receipts are signed with, made at first use; null when no state can be kept.</summary>
    public Task<byte[]?> SigningKeyAsync(CancellationToken cancellationToken) => UseAsync(
        async (connection, stop) =>
        {
            const string read = "SELECT value FROM settings WHERE name = @name";
            if (await connection.ExecuteScalarAsync<byte[]?>(Command(read, new { name = SigningKeyName }, stop)).ConfigureAwait(false) is { } known)
            {
                return known;
            }

            await connection.ExecuteAsync(Command(
                "INSERT INTO settings (name, value) VALUES (@name, @value) ON CONFLICT (name) DO NOTHING",
                new { name = SigningKeyName, value = RandomNumberGenerator.GetBytes(SigningKeyBytes) },
                stop)).ConfigureAwait(false);
            return await connection.ExecuteScalarAsync<byte[]?>(Command(read, new { name = SigningKeyName }, stop)).ConfigureAwait(false);
        },
        otherwise: null,
        cancellationToken);

    internal long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    internal static CommandDefinition Command(string text, object values, CancellationToken stop) => new(text, values, cancellationToken: stop);

    /// <summary>Does something with the store; where it cannot be used, the other value is given.</summary>
    internal async Task<T> UseAsync<T>(Func<DbConnection, CancellationToken, Task<T>> work, T otherwise, CancellationToken cancellationToken)
    {
        if (_database is null || Interlocked.Read(ref _brokenUntil) > Now)
        {
            return otherwise;
        }

        try
        {
            await PrepareAsync(_database, cancellationToken).ConfigureAwait(false);
            var connection = await _database.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                return await work(connection, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException or TimeoutException or StateTooNew or DllNotFoundException)
        {
            if (Interlocked.Exchange(ref _brokenUntil, Now + (long)Rest.TotalMilliseconds) <= Now)
            {
                _log.LogWarning("The state store {Place} cannot be used ({Reason}); going on without it.", _database.Place, fault.Message);
            }

            return otherwise;
        }
    }

    /// <summary>The store's form is brought up to date once; after a failure the next use tries again.</summary>
    private Task PrepareAsync(StateDatabase database, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_migrated is null || _migrated.IsFaulted)
            {
                _migrated = Task.Run(() => MigrateAsync(database, CancellationToken.None), CancellationToken.None);
            }

            return _migrated.WaitAsync(cancellationToken);
        }
    }

    private async Task MigrateAsync(StateDatabase database, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        var transaction = await database.BeginMigrationAsync(connection, cancellationToken).ConfigureAwait(false);
        await using var ending = transaction.ConfigureAwait(false);
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, run_at BIGINT NOT NULL)", transaction: transaction).ConfigureAwait(false);
        var done = await connection.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(number), 0) FROM migrations", transaction: transaction).ConfigureAwait(false);
        if (done > Migrations.All[^1].Number)
        {
            throw new StateTooNew(done);
        }

        foreach (var migration in Migrations.All.Where(m => m.Number > done))
        {
            foreach (var step in database.Steps(migration))
            {
                await connection.ExecuteAsync(step, transaction: transaction).ConfigureAwait(false);
            }

            await connection.ExecuteAsync("INSERT INTO migrations (number, run_at) VALUES (@number, @now)", new { number = migration.Number, now = Now }, transaction).ConfigureAwait(false);
        }

        await PruneAsync(connection, transaction).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task PruneAsync(DbConnection connection, DbTransaction transaction)
    {
        var old = Now - (long)ResultsKeptFor.TotalMilliseconds;
        await connection.ExecuteAsync("DELETE FROM cached_results WHERE created_at < @old", new { old }, transaction).ConfigureAwait(false);
        await connection.ExecuteAsync(
            "DELETE FROM cached_results WHERE key IN (SELECT key FROM cached_results ORDER BY created_at DESC LIMIT 1000000000 OFFSET @kept)",
            new { kept = ResultsKept },
            transaction).ConfigureAwait(false);
        await connection.ExecuteAsync("DELETE FROM dimension_values WHERE created_at < @old", new { old }, transaction).ConfigureAwait(false);
        await connection.ExecuteAsync(
            "DELETE FROM dimension_values WHERE key IN (SELECT key FROM (SELECT key, SUM(LENGTH(content)) OVER (ORDER BY created_at DESC, key) AS bytes FROM dimension_values) AS newest WHERE bytes > @kept)",
            new { kept = ValueBytesKept },
            transaction).ConfigureAwait(false);
    }
}

/// <summary>The store was written by a newer version of the product.</summary>
internal sealed class StateTooNew(long number) : Exception($"it was written by a newer version, step {number}");
