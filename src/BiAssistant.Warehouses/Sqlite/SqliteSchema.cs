using BiAssistant.Sql;
using BiAssistant.Sql.Schemas;
using Microsoft.Data.Sqlite;

namespace BiAssistant.Warehouses.Sqlite;

/// <summary>Tables, virtual tables and views by the engine's own functions, without its own tables and those behind virtual ones.</summary>
internal static class SqliteSchema
{
    private const string TablesText =
        """
        SELECT name, type, ncol
        FROM pragma_table_list
        WHERE schema = 'main' AND type IN ('table', 'view', 'virtual') AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
        ORDER BY name
        """;

    /// <summary>Columns that are hidden belong to the engine (1); generated ones (2 and 3) are columns like others.</summary>
    private const string ColumnsText = """SELECT name, type, "notnull", pk FROM pragma_table_xinfo($table) WHERE hidden <> 1 ORDER BY cid""";

    private const string IndexesText = """SELECT name FROM pragma_index_list($table) WHERE "unique" = 1 AND partial = 0 AND origin <> 'pk' ORDER BY name""";

    private const string IndexText = "SELECT name FROM pragma_index_info($table) ORDER BY seqno";

    private const string LinksText = """SELECT id, "table", "from", "to" FROM pragma_foreign_key_list($table) ORDER BY id, seq""";

    public static DatabaseSchema Read(string warehouse, SqliteConnection connection, SchemaScope scope, CancellationToken stop)
    {
        var tables = Rows(connection, TablesText, null, static r => (Name: r.GetString(0), Kind: r.GetString(1) == "view" ? TableKind.View : TableKind.Table, Columns: r.GetInt32(2)), stop)
            .FindAll(t => scope.Holds(null, t.Name));
        SchemaLimits.OfTables(warehouse, tables.Count);
        SchemaLimits.OfColumns(warehouse, tables.Sum(t => t.Columns));
        var read = tables.Select(t => Table(connection, t.Name, t.Kind, stop)).ToList();
        var names = read.ToDictionary(t => t.Name[0], t => t, StringComparer.OrdinalIgnoreCase);
        return new DatabaseSchema(read.Select(t => t with { ForeignKeys = t.ForeignKeys.Select(link => Resolved(link, t, names)).OfType<ForeignKeySchema>().ToSeq() }).ToSeq());
    }

    private static TableSchema Table(SqliteConnection connection, string name, TableKind kind, CancellationToken stop)
    {
        List<(ColumnSchema Column, long Key)> columns;
        try
        {
            columns = Rows(connection, ColumnsText, name, Column, stop);
        }
        catch (SqliteException) when (kind == TableKind.View)
        {
            // A view whose tables have gone tells nothing, not even its columns.
            return new TableSchema([name], kind, [], [], [], []) { Readable = false };
        }

        var unique = Rows(connection, IndexesText, name, static r => r.GetString(0), stop).Select(index => Rows(connection, IndexText, index, static r => r.IsDBNull(0) ? null : r.GetString(0), stop));
        var links = Rows(connection, LinksText, name, static r => (Id: r.GetInt64(0), To: r.GetString(1), From: r.GetString(2), Target: r.IsDBNull(3) ? null : r.GetString(3)), stop);
        return new TableSchema(
            [name],
            kind,
            columns.Select(c => c.Column).ToSeq(),
            columns.Where(c => c.Key > 0).OrderBy(c => c.Key).Select(c => c.Column.Name).ToSeq(),
            unique.Where(key => !key.Contains(null)).Select(key => key.OfType<string>().ToSeq()).Distinct().ToSeq(),
            links.GroupBy(l => l.Id).Select(g => new ForeignKeySchema(g.Select(l => l.From).ToSeq(), [g.First().To], g.Select(l => l.Target).OfType<string>().ToSeq())).OrderBy(l => string.Join(' ', l.Columns), StringComparer.Ordinal).ToSeq());
    }

    private static (ColumnSchema Column, long Key) Column(SqliteDataReader row)
    {
        var (declared, key) = (row.GetString(1), row.GetInt64(3));
        return (new ColumnSchema(row.GetString(0), SqliteTypes.Portable(declared), declared, row.GetInt64(2) == 0 && key == 0), key);
    }

    /// <summary>With the names as they are declared; a link without columns leads to the primary key, one to a table that is not there leads nowhere.</summary>
    private static ForeignKeySchema? Resolved(ForeignKeySchema link, TableSchema from, Dictionary<string, TableSchema> tables)
    {
        if (!tables.TryGetValue(link.To[0], out var target))
        {
            return null;
        }

        var targets = link.ToColumns.IsEmpty ? target.PrimaryKey : link.ToColumns.Select(c => Declared(target, c)).OfType<string>().ToSeq();
        var columns = link.Columns.Select(c => Declared(from, c)).OfType<string>().ToSeq();
        return targets.Count == columns.Count && columns.Count == link.Columns.Count ? new ForeignKeySchema(columns, target.Name, targets) : null;
    }

    private static string? Declared(TableSchema table, string column) =>
        table.Columns.Select(c => c.Name).FirstOrDefault(name => string.Equals(name, column, StringComparison.OrdinalIgnoreCase));

    private static List<T> Rows<T>(SqliteConnection connection, string text, string? table, Func<SqliteDataReader, T> read, CancellationToken stop)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        if (table is not null)
        {
            command.Parameters.AddWithValue("$table", table);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            stop.ThrowIfCancellationRequested();
            rows.Add(read(reader));
        }

        return rows;
    }
}
