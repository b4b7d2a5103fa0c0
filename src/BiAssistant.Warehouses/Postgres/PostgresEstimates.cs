using System.Text.Json;
using BiAssistant.Sql;
using BiAssistant.Sql.Writing;
using Npgsql;

namespace BiAssistant.Warehouses.Postgres;

/// <summary>
/// What the server's plan of a text would read. A scan of a table reads all its rows, whichever pass; an index reads what it finds, and where a condition is left to be tested
/// on each row, as many rows as its cost can pay for. Partitions count for their table, those that the plan leaves out not at all.
/// </summary>
internal static class PostgresEstimates
{
    private const string RelationsText =
        """
        SELECT n.nspname, c.relname, pg_catalog.pg_table_is_visible(r.oid) AS is_bare, s.nspname AS root_schema, r.relname AS root,
               CASE WHEN c.relkind = 'f' THEN NULLIF(GREATEST(c.reltuples, 0), 0)
                    WHEN b.bytes = 0 THEN 0
                    WHEN c.reltuples >= 0 AND c.relpages > 0 THEN c.reltuples::float8 / c.relpages * (b.bytes / b.page) END::float8 AS row_count,
               CASE WHEN c.relkind <> 'f' THEN b.bytes END AS bytes, b.page,
               current_setting('seq_page_cost')::float8, current_setting('cpu_tuple_cost')::float8, current_setting('cpu_index_tuple_cost')::float8
        FROM unnest(@schemas, @names) AS t (schema, name)
        JOIN pg_catalog.pg_namespace AS n ON n.nspname = t.schema
        JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = t.name
        JOIN pg_catalog.pg_class AS r ON r.oid = COALESCE(pg_catalog.pg_partition_root(c.oid), c.oid)
        JOIN pg_catalog.pg_namespace AS s ON s.oid = r.relnamespace
        CROSS JOIN LATERAL (SELECT COALESCE(pg_catalog.pg_relation_size(c.oid), 0) AS bytes, current_setting('block_size')::int AS page) AS b
        """;

    public static async Task<QueryEstimate> ReadAsync(string warehouse, NpgsqlConnection session, CompiledSql sql, CancellationToken stop)
    {
        var text = await PlanAsync(warehouse, session, sql, stop).ConfigureAwait(false);
        using var told = JsonDocument.Parse(text);
        var plan = told.RootElement[0].GetProperty("Plan");
        if (PostgresPlan.Writes(plan))
        {
            throw Cells.NoSelect(warehouse);
        }

        var scans = PostgresPlan.Scans(plan).ToList();
        var relations = await RelationsAsync(session, scans, stop).ConfigureAwait(false);
        return QueryEstimate.Of(
            scans.Select(scan => relations.TryGetValue((scan.Schema, scan.Relation), out var relation) ? Read(scan, relation) : new ScanEstimate([scan.Schema, scan.Relation], null, null)),
            plan.GetProperty("Total Cost").GetDouble());
    }

    private static async Task<string> PlanAsync(string warehouse, NpgsqlConnection session, CompiledSql sql, CancellationToken stop)
    {
        SendableTexts.Demand(warehouse, sql);
        var batch = new NpgsqlBatch(session) { BatchCommands = { PostgresArguments.Select("EXPLAIN (VERBOSE, FORMAT JSON) ", sql) }, Timeout = PostgresSession.EndedByToken };
        await using (batch.ConfigureAwait(false))
        {
            try
            {
                return await batch.ExecuteScalarAsync(stop).ConfigureAwait(false) as string ?? throw Cells.NoSelect(warehouse);
            }
            catch (NotSupportedException)
            {
                throw Cells.SecondStatement(warehouse);
            }
        }
    }

    private static ScanEstimate Read(PostgresScan scan, Relation relation)
    {
        var rows = scan.Times * (scan.IsWhole ? relation.Rows ?? scan.Rows ?? (relation.MostScanned(scan.Cost) * scan.Sharers) : scan.Rows ?? relation.MostFound(scan.Cost));
        double? bytes = scan.IsWhole ? relation.Bytes * scan.Times : Math.Min((double?)relation.Bytes ?? 0, (rows ?? 0) * relation.Page);
        return new ScanEstimate(relation.Table, rows is { } some ? QueryEstimate.Whole(some) : null, bytes is { } size ? QueryEstimate.Whole(size) : null);
    }

    private static async Task<Dictionary<(string Schema, string Name), Relation>> RelationsAsync(NpgsqlConnection session, List<PostgresScan> scans, CancellationToken stop)
    {
        var names = scans.Select(scan => (scan.Schema, scan.Relation)).Distinct().ToList();
        var relations = new Dictionary<(string, string), Relation>();
        if (names.Count == 0)
        {
            return relations;
        }

        var command = new NpgsqlCommand(RelationsText, session) { CommandTimeout = PostgresSession.EndedByToken };
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("schemas", names.ConvertAll(name => name.Schema).ToArray());
            command.Parameters.AddWithValue("names", names.ConvertAll(name => name.Relation).ToArray());
            var row = await command.ExecuteReaderAsync(stop).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(stop).ConfigureAwait(false))
                {
                    relations[(row.GetString(0), row.GetString(1))] = new Relation(
                        row.GetBoolean(2) ? [row.GetString(4)] : [row.GetString(3), row.GetString(4)],
                        row.IsDBNull(5) ? null : row.GetDouble(5),
                        row.IsDBNull(6) ? null : row.GetInt64(6),
                        row.GetInt32(7),
                        (row.GetDouble(8), row.GetDouble(9), row.GetDouble(10)));
                }
            }
        }

        return relations;
    }

    /// <param name="Rows">By the last look of the server, for the size of today; null before the first look.</param>
    /// <param name="Page">Bytes of a page.</param>
    /// <param name="Costs">What the planner reckons for a page in order, for a row and for an entry of an index.</param>
    private sealed record Relation(Seq<string> Table, double? Rows, long? Bytes, int Page, (double Page, double Row, double Entry) Costs)
    {
        public double? MostScanned(double? cost) => cost is { } paid && Costs.Row > 0 ? Math.Max(0, paid - ((Bytes ?? 0) / Page * Costs.Page)) / Costs.Row : null;

        public double? MostFound(double? cost)
        {
            var paid = Costs.Row + Costs.Entry > 0 ? cost / (Costs.Row + Costs.Entry) : null;
            return paid is { } most && Rows is { } all ? Math.Min(most, all) : paid;
        }
    }
}
