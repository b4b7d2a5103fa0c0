using BiAssistant.Sql;
using BiAssistant.Warehouses.Faults;
using Npgsql;

namespace BiAssistant.Warehouses.Postgres;

/// <summary>
/// The state of tables by the server's counters: rows inserted, changed and deleted, and the file that holds them. What is no plain table (a view, a
/// partitioned or foreign table) has the state of the whole database, since any table may be behind it.
/// </summary>
internal static class PostgresVersions
{
    private const string Query =
        """
        SELECT c.oid IS NOT NULL AS there,
               CASE WHEN c.relkind IN ('r', 'm')
                    THEN concat_ws('-', c.relfilenode, s.n_tup_ins, s.n_tup_upd, s.n_tup_del)
                    ELSE concat_ws('-', 'database', d.tup_inserted, d.tup_updated, d.tup_deleted) END AS version
        FROM unnest(@names) WITH ORDINALITY AS t (name, place)
        LEFT JOIN pg_catalog.pg_class AS c ON c.oid = to_regclass(t.name)
        LEFT JOIN pg_catalog.pg_stat_all_tables AS s ON s.relid = c.oid
        LEFT JOIN pg_catalog.pg_stat_database AS d ON d.datname = current_database()
        ORDER BY t.place
        """;

    public static async Task<Seq<TableVersion>> ReadAsync(string warehouse, NpgsqlConnection session, Seq<Seq<string>> tables, CancellationToken stop)
    {
        var command = new NpgsqlCommand(Query, session) { CommandTimeout = PostgresSession.EndedByToken };
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue("names", tables.Select(table => string.Join('.', table.Select(Quote))).ToArray());
            var reader = await command.ExecuteReaderAsync(stop).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var versions = new List<TableVersion>();
                while (await reader.ReadAsync(stop).ConfigureAwait(false))
                {
                    var table = tables[versions.Count];
                    versions.Add(reader.GetBoolean(0)
                        ? new TableVersion(table, reader.GetString(1))
                        : throw new WarehouseFault(warehouse, new TableMissing(string.Join('.', table))));
                }

                return versions.ToSeq();
            }
        }
    }

    private static string Quote(string part) => $"\"{part.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
