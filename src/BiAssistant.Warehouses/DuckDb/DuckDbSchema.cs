using BiAssistant.DuckDb;
using BiAssistant.Sql;
using BiAssistant.Sql.Schemas;

namespace BiAssistant.Warehouses.DuckDb;

/// <summary>Tables and views of the file by the engine's own functions; names of the schema <c>main</c> are bare.</summary>
internal static class DuckDbSchema
{
    private const string MainSchema = "main";

    private const string TablesText =
        """
        SELECT schema_name, table_name, FALSE AS is_view, estimated_size, comment
        FROM duckdb_tables() WHERE database_name = current_database() AND NOT internal AND NOT temporary
        UNION ALL
        SELECT schema_name, view_name, TRUE, NULL, comment
        FROM duckdb_views() WHERE database_name = current_database() AND NOT internal AND NOT temporary
        ORDER BY 1, 2
        """;

    private const string ColumnsText =
        """
        SELECT schema_name, table_name, column_name, data_type, is_nullable, comment
        FROM duckdb_columns() WHERE database_name = current_database() AND NOT internal
        ORDER BY schema_name, table_name, column_index
        """;

    private const string KeysText =
        """
        SELECT schema_name, table_name, constraint_type, to_json(constraint_column_names)::VARCHAR, referenced_table, to_json(referenced_column_names)::VARCHAR
        FROM duckdb_constraints() WHERE database_name = current_database() AND constraint_type IN ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY')
        ORDER BY schema_name, table_name, constraint_index
        """;

    public static DatabaseSchema Read(string warehouse, DuckDbConnection connection, SchemaScope scope, CancellationToken stop)
    {
        var tables = Rows(connection, TablesText, Table, stop).FindAll(t => scope.Holds(t.Schema, t.Name[^1]));
        SchemaLimits.OfTables(warehouse, tables.Count);
        var wanted = tables.Select(t => (t.Schema, t.Name[^1])).ToHashSet();
        var columns = Rows(connection, ColumnsText, Column, stop).FindAll(c => wanted.Contains((c.Schema, c.Table)));
        SchemaLimits.OfColumns(warehouse, columns.Count);
        var byTable = columns.ToLookup(c => (c.Schema, c.Table), c => c.Column);
        var keys = Rows(connection, KeysText, Key, stop).ToLookup(k => (k.Schema, k.Table));
        return new DatabaseSchema(tables.Select(t => Whole(t, byTable[(t.Schema!, t.Name[^1])].ToSeq(), keys[(t.Schema!, t.Name[^1])].ToList(), wanted)).ToSeq());
    }

    private static TableSchema Whole(TableSchema table, Seq<ColumnSchema> columns, List<Constraint> keys, HashSet<(string?, string)> tables) => table with
    {
        Columns = columns,
        PrimaryKey = keys.Where(k => k.Kind == "PRIMARY KEY").Select(k => k.Columns).FirstOrDefault(),
        UniqueKeys = keys.Where(k => k.Kind == "UNIQUE").Select(k => k.Columns).Distinct().ToSeq(),
        ForeignKeys = keys.Where(k => k.Kind == "FOREIGN KEY" && k.To is { } to && tables.Contains((table.Schema, to)))
            .Select(k => new ForeignKeySchema(k.Columns, Named(table.Schema!, k.To!), k.ToColumns)).Distinct().ToSeq(),
        Readable = !columns.IsEmpty,
    };

    public static Seq<string> Named(string schema, string table) => schema == MainSchema ? [table] : [schema, table];

    private static TableSchema Table(DuckDbDataReader row) =>
        new(Named(row.GetString(0), row.GetString(1)), row.GetBoolean(2) ? TableKind.View : TableKind.Table, [], [], [], [], Text(row, 4), row.IsDBNull(3) ? null : row.GetInt64(3))
        {
            Schema = row.GetString(0),
        };

    private static (string Schema, string Table, ColumnSchema Column) Column(DuckDbDataReader row)
    {
        var declared = row.GetString(3);
        return (row.GetString(0), row.GetString(1), new ColumnSchema(row.GetString(2), DuckDbTypes.Portable(declared), declared, row.GetBoolean(4), Text(row, 5)) { Values = DuckDbTypes.Values(declared) });
    }

    private static Constraint Key(DuckDbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), Names(row, 3), Text(row, 4), Names(row, 5));

    private static string? Text(DuckDbDataReader row, int place) => row.IsDBNull(place) || string.IsNullOrWhiteSpace(row.GetString(place)) ? null : row.GetString(place).Trim();

    private static Seq<string> Names(DuckDbDataReader row, int place) => row.IsDBNull(place) ? [] : (System.Text.Json.JsonSerializer.Deserialize<string[]>(row.GetString(place)) ?? []).ToSeq();

    private static List<T> Rows<T>(DuckDbConnection connection, string text, Func<DuckDbDataReader, T> read, CancellationToken stop)
    {
        using var command = new DuckDbCommand(text, connection);
        using var reader = command.ExecuteReader(stop);
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private sealed record Constraint(string Schema, string Table, string Kind, Seq<string> Columns, string? To, Seq<string> ToColumns);
}
