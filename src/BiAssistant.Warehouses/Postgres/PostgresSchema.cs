using BiAssistant.Sql;
using BiAssistant.Sql.Schemas;
using Npgsql;

namespace BiAssistant.Warehouses.Postgres;

/// <summary>
/// Tables, views, materialised views and foreign tables by the server's own catalog, without its own and those of extensions. A partitioned table is
/// one table; its partitions are not listed.
/// </summary>
internal static class PostgresSchema
{
    private const string TablesText =
        """
        SELECT c.oid, n.nspname, c.relname, c.relkind IN ('v', 'm') AS is_view, pg_catalog.pg_table_is_visible(c.oid) AS is_bare,
               CASE WHEN c.reltuples >= 0 THEN c.reltuples::bigint END AS row_count, pg_catalog.obj_description(c.oid, 'pg_class') AS comment,
               pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_any_column_privilege(c.oid, 'SELECT') AS readable
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
          AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'
          AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend AS d WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
        ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"
        """;

    private const string ColumnsText =
        """
        SELECT a.attrelid, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod) AS declared, b.typname,
               CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE a.atttypmod END AS modifier, a.attnotnull OR t.typnotnull AS required,
               pg_catalog.col_description(a.attrelid, a.attnum) AS comment, pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT') AS readable,
               CASE WHEN b.typtype = 'e' THEN (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = b.oid) END AS labels
        FROM pg_catalog.pg_attribute AS a
        JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
        JOIN pg_catalog.pg_type AS b ON b.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
        WHERE a.attrelid = ANY (@tables) AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attrelid, a.attnum
        LIMIT @most
        """;

    private const string KeysText =
        """
        SELECT k.relation, k.is_primary, array_agg(a.attname::text ORDER BY k.place) AS columns
        FROM (SELECT i.indrelid AS relation, i.indexrelid, i.indisprimary AS is_primary, u.attnum, u.place
              FROM pg_catalog.pg_index AS i
              CROSS JOIN LATERAL unnest(i.indkey::smallint[]) WITH ORDINALITY AS u (attnum, place)
              WHERE i.indrelid = ANY (@tables) AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL AND u.place <= i.indnkeyatts) AS k
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.relation AND a.attnum = k.attnum
        GROUP BY k.relation, k.indexrelid, k.is_primary
        ORDER BY k.relation, k.is_primary DESC, columns
        """;

    private const string LinksText =
        """
        SELECT c.conrelid, c.confrelid,
               (SELECT array_agg(a.attname::text ORDER BY u.place) FROM unnest(c.conkey) WITH ORDINALITY AS u (attnum, place) JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = u.attnum) AS columns,
               (SELECT array_agg(a.attname::text ORDER BY u.place) FROM unnest(c.confkey) WITH ORDINALITY AS u (attnum, place) JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.confrelid AND a.attnum = u.attnum) AS targets
        FROM pg_catalog.pg_constraint AS c
        WHERE c.contype = 'f' AND c.conrelid = ANY (@tables) AND c.confrelid = ANY (@tables) AND c.conparentid = 0
        ORDER BY c.conrelid, columns, c.confrelid
        """;

    public static async Task<DatabaseSchema> ReadAsync(string warehouse, NpgsqlConnection session, SchemaScope scope, CancellationToken stop)
    {
        var tables = (await RowsAsync(session, TablesText, [], Table, stop).ConfigureAwait(false)).FindAll(t => scope.Holds(t.Schema.Schema, t.Schema.Name[^1]));
        SchemaLimits.OfTables(warehouse, tables.Count);
        var oids = tables.Select(t => t.Oid).ToArray();
        var columns = await RowsAsync(session, ColumnsText, oids, Column, stop).ConfigureAwait(false);
        SchemaLimits.OfColumns(warehouse, columns.Count);
        var keys = (await RowsAsync(session, KeysText, oids, static r => (Oid: r.GetFieldValue<uint>(0), Primary: r.GetBoolean(1), Columns: Texts(r, 2)), stop).ConfigureAwait(false)).ToLookup(k => k.Oid);
        var links = (await RowsAsync(session, LinksText, oids, static r => (Oid: r.GetFieldValue<uint>(0), To: r.GetFieldValue<uint>(1), Columns: Texts(r, 2), ToColumns: Texts(r, 3)), stop).ConfigureAwait(false)).ToLookup(l => l.Oid);
        var byTable = columns.ToLookup(c => c.Oid, c => c.Schema);
        var names = tables.ToDictionary(t => t.Oid, t => t.Schema.Name);
        return new DatabaseSchema(tables.Select(t => t.Schema with
        {
            Columns = byTable[t.Oid].ToSeq(),
            PrimaryKey = keys[t.Oid].Where(k => k.Primary).Select(k => k.Columns).FirstOrDefault(),
            UniqueKeys = keys[t.Oid].Where(k => !k.Primary).Select(k => k.Columns).Distinct().ToSeq(),
            ForeignKeys = links[t.Oid].Select(l => new ForeignKeySchema(l.Columns, names[l.To], l.ToColumns)).Distinct().ToSeq(),
        }).ToSeq());
    }

    private static (uint Oid, TableSchema Schema) Table(NpgsqlDataReader row)
    {
        var (schema, name) = (row.GetString(1), row.GetString(2));
        return (row.GetFieldValue<uint>(0), new TableSchema(
            row.GetBoolean(4) ? [name] : [schema, name],
            row.GetBoolean(3) ? TableKind.View : TableKind.Table,
            [],
            [],
            [],
            [],
            Text(row, 6),
            row.IsDBNull(5) ? null : row.GetInt64(5))
        {
            Schema = schema,
            Readable = row.GetBoolean(7),
        });
    }

    private static (uint Oid, ColumnSchema Schema) Column(NpgsqlDataReader row) => (row.GetFieldValue<uint>(0), new ColumnSchema(
        row.GetString(1),
        row.IsDBNull(8) ? PostgresTypes.Portable(row.GetString(3), row.GetInt32(4)) : Sql.Tree.SqlType.Text,
        row.GetString(2),
        !row.GetBoolean(5),
        Text(row, 6))
    {
        Values = row.IsDBNull(8) ? [] : Texts(row, 8),
        Readable = row.GetBoolean(7),
    });

    private static string? Text(NpgsqlDataReader row, int place) => row.IsDBNull(place) || string.IsNullOrWhiteSpace(row.GetString(place)) ? null : row.GetString(place).Trim();

    private static Seq<string> Texts(NpgsqlDataReader row, int place) => row.GetFieldValue<string[]>(place).ToSeq();

    private static async Task<List<T>> RowsAsync<T>(NpgsqlConnection session, string text, uint[] tables, Func<NpgsqlDataReader, T> read, CancellationToken stop)
    {
        var command = new NpgsqlCommand(text, session) { CommandTimeout = PostgresSession.EndedByToken };
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new NpgsqlParameter("tables", NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Oid) { Value = tables });
            command.Parameters.Add(new NpgsqlParameter("most", SchemaScope.MostColumns + 1));
            var reader = await command.ExecuteReaderAsync(stop).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var rows = new List<T>();
                while (await reader.ReadAsync(stop).ConfigureAwait(false))
                {
                    rows.Add(read(reader));
                }

                return rows;
            }
        }
    }
}
