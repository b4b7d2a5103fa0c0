using System.Data.Common;
using System.Globalization;
using BiAssistant.Sql;
using BiAssistant.Sql.Schemas;
using BiAssistant.Warehouses.Drivers;

namespace BiAssistant.Warehouses.MySql;

/// <summary>
/// Tables and views by the information schema. A schema is a database of the server here: only the connection's own is read unless others are named. A partitioned table is one table.
/// </summary>
internal static class MySqlSchema
{
    private const string TablesText =
        """
        SELECT table_schema, table_name, table_type, table_rows, table_comment, table_schema = DATABASE()
        FROM information_schema.tables
        WHERE table_schema IN ({0}) AND table_type IN ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED')
        """;

    private const string ColumnsText =
        """
        SELECT table_schema, table_name, column_name, data_type, column_type, is_nullable, numeric_precision, numeric_scale, column_comment, privileges
        FROM information_schema.columns
        WHERE table_schema IN ({0}) AND table_name IN ({1})
        ORDER BY table_schema, table_name, ordinal_position
        LIMIT {2}
        """;

    private const string KeysText =
        """
        SELECT table_schema, table_name, index_name, column_name, sub_part
        FROM information_schema.statistics
        WHERE table_schema IN ({0}) AND table_name IN ({1}) AND non_unique = 0
        ORDER BY table_schema, table_name, index_name, seq_in_index
        """;

    private const string LinksText =
        """
        SELECT table_schema, table_name, constraint_name, column_name, referenced_table_schema, referenced_table_name, referenced_column_name
        FROM information_schema.key_column_usage
        WHERE table_schema IN ({0}) AND table_name IN ({1}) AND referenced_table_name IS NOT NULL
        ORDER BY table_schema, table_name, constraint_name, ordinal_position
        """;

    public static DatabaseSchema Read(string warehouse, ServerSession session, SchemaScope scope)
    {
        var schemas = scope.Schemas.IsEmpty ? "DATABASE()" : Names("s", scope.Schemas.Count);
        var named = scope.Schemas.Select((schema, i) => ($"s{i}", (object)schema)).ToList();
        var tables = session.Rows(TablesText.Replace("{0}", schemas, StringComparison.Ordinal), Table, [.. named])
            .Where(table => scope.Holds(table.Schema, table.Name[^1]))
            .OrderBy(table => table.Schema, StringComparer.Ordinal).ThenBy(table => table.Name[^1], StringComparer.Ordinal)
            .ToList();
        SchemaLimits.OfTables(warehouse, tables.Count);
        if (tables.Count == 0)
        {
            return new DatabaseSchema([]);
        }

        List<T> Of<T>(string text, Func<DbDataReader, T> read) => session.Rows(
            text.Replace("{0}", schemas, StringComparison.Ordinal)
                .Replace("{1}", Names("t", tables.Count), StringComparison.Ordinal)
                .Replace("{2}", (SchemaScope.MostColumns + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
            read,
            [.. named, .. tables.Select((table, i) => ($"t{i}", (object)table.Name[^1]))]);

        var columns = Of(ColumnsText, static row => (Table: Owner(row), Schema: Column(row)));
        SchemaLimits.OfColumns(warehouse, columns.Count);
        var columnsOf = columns.ToLookup(column => column.Table, column => column.Schema);
        var keysOf = Of(KeysText, static row => (Table: Owner(row), Index: row.GetString(2), Column: Text(row, 3), IsPart: !row.IsDBNull(4))).ToLookup(key => key.Table);
        var linksOf = Of(LinksText, static row => (Table: Owner(row), Link: row.GetString(2), Column: row.GetString(3), To: (row.GetString(4), row.GetString(5)), ToColumn: row.GetString(6))).ToLookup(link => link.Table);
        var names = tables.ToDictionary(table => (table.Schema ?? "", table.Name[^1]), table => table.Name);
        return new DatabaseSchema(tables.Select(table =>
        {
            var owner = (table.Schema ?? "", table.Name[^1]);
            var keys = keysOf[owner].GroupBy(key => key.Index)
                .Where(index => index.All(key => key is { IsPart: false, Column: not null }))
                .ToDictionary(index => index.Key, index => index.Select(key => key.Column ?? "").ToSeq());
            return table with
            {
                Columns = columnsOf[owner].ToSeq(),
                Readable = columnsOf[owner].Any(column => column.Readable),
                PrimaryKey = keys.GetValueOrDefault("PRIMARY"),
                UniqueKeys = keys.Where(key => key.Key != "PRIMARY").Select(key => key.Value).Distinct().ToSeq(),
                ForeignKeys = linksOf[owner].GroupBy(link => (link.Link, link.To))
                    .Where(link => names.ContainsKey(link.Key.To))
                    .Select(link => new ForeignKeySchema(link.Select(l => l.Column).ToSeq(), names[link.Key.To], link.Select(l => l.ToColumn).ToSeq()))
                    .Distinct().ToSeq(),
            };
        }).ToSeq());
    }

    private static TableSchema Table(DbDataReader row)
    {
        var (schema, name, isView) = (row.GetString(0), row.GetString(1), row.GetString(2) == "VIEW");
        return new TableSchema(
            Convert.ToInt64(row.GetValue(5), CultureInfo.InvariantCulture) == 1 ? [name] : [schema, name],
            isView ? TableKind.View : TableKind.Table,
            [],
            [],
            [],
            [],
            isView ? null : Text(row, 4),
            isView || row.IsDBNull(3) ? null : Convert.ToInt64(row.GetValue(3), CultureInfo.InvariantCulture))
        {
            Schema = schema,
        };
    }

    private static ColumnSchema Column(DbDataReader row)
    {
        var declared = row.GetString(4);
        return new ColumnSchema(row.GetString(2), MySqlTypes.Portable(row.GetString(3), declared, Number(row, 6), Number(row, 7)), declared, row.GetString(5) == "YES", Text(row, 8))
        {
            Values = MySqlTypes.Values(declared),
            Readable = row.GetString(9).Contains("select", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static (string Schema, string Name) Owner(DbDataReader row) => (row.GetString(0), row.GetString(1));

    private static int? Number(DbDataReader row, int place) => row.IsDBNull(place) ? null : (int)Math.Min(Convert.ToInt64(row.GetValue(place), CultureInfo.InvariantCulture), int.MaxValue);

    private static string? Text(DbDataReader row, int place) => row.IsDBNull(place) || string.IsNullOrWhiteSpace(row.GetString(place)) ? null : row.GetString(place).Trim();

    private static string Names(string letter, int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"@{letter}{i}"));
}
