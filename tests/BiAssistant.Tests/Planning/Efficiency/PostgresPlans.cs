using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;
using BiAssistant.Tests.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace BiAssistant.Tests.Planning.Efficiency;

/// <summary>
/// PostgreSQL's own plan of a text, over tables that are kept in one partition a quarter and have an index on their date. A way through a whole table is priced high, as it
/// would be in a large one, so that an index that can be used is.
/// </summary>
internal sealed class PostgresPlans : IAsyncDisposable
{
    private static readonly string[] Joins = ["Nested Loop", "Hash Join", "Merge Join"];

    private readonly NpgsqlConnection _connection;

    private PostgresPlans(NpgsqlConnection connection) => _connection = connection;

    /// <param name="script">Tables and rows.</param>
    /// <param name="dates">The tables that are kept in partitions, each with the column that tells them apart.</param>
    public static async Task<PostgresPlans> OpenAsync(string script, IEnumerable<(string Table, string Column)> dates)
    {
        var database = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await database.ExecuteAsync(script);
        foreach (var (table, column) in dates)
        {
            await database.ExecuteAsync(Partitioned(table, column));
        }

        await database.ExecuteAsync("ANALYZE");
        var connection = new NpgsqlConnection(database.Place.ConnectionString);
        await connection.OpenAsync();
        await using var settings = new NpgsqlCommand("SET enable_seqscan = off; SET enable_bitmapscan = off; SET jit = off; SET timezone = 'Asia/Seoul'", connection);
        await settings.ExecuteNonQueryAsync();
        return new PostgresPlans(connection);
    }

    public async Task<EnginePlan> OfAsync(CompiledSql sql)
    {
        await using var command = new NpgsqlCommand($"EXPLAIN (FORMAT JSON, VERBOSE) {sql.Text}", _connection);
        foreach (var argument in sql.Arguments)
        {
            command.Parameters.Add(Parameter(argument));
        }

        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
        var root = plan.RootElement[0].GetProperty("Plan");
        var steps = Steps(root).ToList();
        return new EnginePlan(
            Scans(root).ToSeq(),
            steps.Count(s => Joins.Contains(Type(s))),
            steps.Count(s => Type(s) == "WindowAgg"),
            steps.Count(s => Type(s) == "Unique" || (Texts(s, "Output").Any(o => o.Contains("(DISTINCT ", StringComparison.Ordinal)) && Type(s) == "Aggregate")));
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <summary>The table's rows in partitions of a quarter from 2022 to 2025, and one for all else.</summary>
    private static string Partitioned(string table, string column)
    {
        var quarters = Enumerable.Range(0, 16).Select(i => new DateOnly(2022, 1, 1).AddMonths(3 * i)).Select(start => string.Create(
            CultureInfo.InvariantCulture,
            $"CREATE TABLE {table}_part_{start:yyyyMM} PARTITION OF {table} FOR VALUES FROM ('{start:yyyy-MM-dd}') TO ('{start.AddMonths(3):yyyy-MM-dd}');"));
        return $"""
            ALTER TABLE {table} RENAME TO all_{table};
            CREATE TABLE {table} (LIKE all_{table}) PARTITION BY RANGE ({column});
            CREATE TABLE {table}_part_others PARTITION OF {table} DEFAULT;
            {string.Concat(quarters)}
            CREATE INDEX ON {table} ({column});
            INSERT INTO {table} SELECT * FROM all_{table};
            DROP TABLE all_{table};
            """;
    }

    /// <summary>Ways through tables; those through the partitions of one are one.</summary>
    private static IEnumerable<TableScan> Scans(JsonElement step)
    {
        var below = Below(step);
        if (step.TryGetProperty("Relation Name", out _))
        {
            return [Scan([step]), .. below.SelectMany(Scans)];
        }

        var parts = below.Where(b => IsPart(b)).ToList();
        return Type(step) is "Append" or "Merge Append" && parts.Count > 0
            ? [Scan(parts), .. below.Except(parts).SelectMany(Scans)]
            : below.SelectMany(Scans);
    }

    private static TableScan Scan(List<JsonElement> parts)
    {
        var conditions = parts.SelectMany(p => Texts(p, "Index Cond").Concat(Texts(p, "Filter")).Select(c => c.Replace($"{p.GetProperty("Alias").GetString()}.", "", StringComparison.Ordinal)));
        var found = parts.SelectMany(p => Texts(p, "Index Cond")).SelectMany(Columns).Distinct().Order(StringComparer.Ordinal).Select(c => $"{c} by index");
        var kept = parts.SelectMany(p => Texts(p, "Filter")).SelectMany(Columns).Distinct().Order(StringComparer.Ordinal);
        return new TableScan(
            Table(parts[0]).Split("_part_")[0],
            [],
            conditions.Distinct().ToSeq(),
            found.Concat(kept).ToSeq(),
            IsPart(parts[0]) ? string.Create(CultureInfo.InvariantCulture, $"{parts.Count}/17") : null);
    }

    /// <summary>Columns as VERBOSE writes them, behind the relation's name; a text is no column.</summary>
    private static IEnumerable<string> Columns(string condition) =>
        Regex.Matches(Regex.Replace(condition, "'[^']*'", ""), @"\b[a-z_0-9]+\.([a-z_]+)").Select(m => m.Groups[1].Value);

    private static bool IsPart(JsonElement step) => step.TryGetProperty("Relation Name", out var name) && name.GetString()!.Contains("_part_", StringComparison.Ordinal);

    private static string Table(JsonElement step) => step.GetProperty("Relation Name").GetString()!;

    private static string Type(JsonElement step) => step.GetProperty("Node Type").GetString()!;

    private static List<JsonElement> Below(JsonElement step) => step.TryGetProperty("Plans", out var plans) ? [.. plans.EnumerateArray()] : [];

    private static IEnumerable<JsonElement> Steps(JsonElement step) => Below(step).SelectMany(Steps).Prepend(step);

    private static IEnumerable<string> Texts(JsonElement step, string key) => !step.TryGetProperty(key, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(v => v.GetString()!)
        : [value.GetString()!];

    private static NpgsqlParameter Parameter(SqlArgument argument) => argument.Value switch
    {
        SqlDate { Value: var value } => new(argument.Name, NpgsqlDbType.Date) { Value = value },
        SqlTimestamp { Value: var value } => new(argument.Name, NpgsqlDbType.Timestamp) { Value = value },
        SqlText { Value: var value } => new(argument.Name, NpgsqlDbType.Unknown) { Value = value },
        SqlNumber { Value: var value } => new(argument.Name, NpgsqlDbType.Numeric) { Value = value },
        SqlBoolean { Value: var value } => new(argument.Name, NpgsqlDbType.Boolean) { Value = value },
        var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
    };
}
