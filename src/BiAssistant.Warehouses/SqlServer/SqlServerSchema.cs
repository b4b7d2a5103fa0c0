using System.Data.Common;
using System.Globalization;
using BiAssistant.Sql;
using BiAssistant.Sql.Schemas;
using BiAssistant.Warehouses.Drivers;

namespace BiAssistant.Warehouses.SqlServer;

/// <summary>Tables and views by the server's own catalog, without what it brought along. Names of the user's default schema are bare. A partitioned table is one table.</summary>
internal static class SqlServerSchema
{
    internal const string TablesText =
        """
        SELECT o.object_id, s.name, o.name, CASE WHEN o.type = 'V' THEN 1 ELSE 0 END AS is_view, CASE WHEN s.name = SCHEMA_NAME() THEN 1 ELSE 0 END AS is_bare,
               (SELECT SUM(p.rows) FROM sys.partitions AS p WHERE p.object_id = o.object_id AND p.index_id IN (0, 1)) AS row_count,
               (SELECT CONVERT(nvarchar(4000), e.value) FROM sys.extended_properties AS e WHERE e.class = 1 AND e.major_id = o.object_id AND e.minor_id = 0 AND e.name = N'MS_Description') AS comment,
               CONVERT(int, HAS_PERMS_BY_NAME(QUOTENAME(s.name) + N'.' + QUOTENAME(o.name), N'OBJECT', N'SELECT')) AS readable
        FROM sys.objects AS o
        JOIN sys.schemas AS s ON s.schema_id = o.schema_id
        WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0
        """;

    internal const string ColumnsText =
        """
        SELECT c.object_id, c.name, t.name, COALESCE(b.name, t.name) AS base_name, CONVERT(int, c.precision), CONVERT(int, c.scale), CONVERT(int, c.max_length), CONVERT(int, c.is_nullable),
               CONVERT(nvarchar(4000), e.value) AS comment,
               CONVERT(int, HAS_PERMS_BY_NAME(QUOTENAME(s.name) + N'.' + QUOTENAME(o.name), N'OBJECT', N'SELECT', c.name, N'COLUMN')) AS readable
        FROM sys.columns AS c
        JOIN sys.objects AS o ON o.object_id = c.object_id
        JOIN sys.schemas AS s ON s.schema_id = o.schema_id
        JOIN sys.types AS t ON t.user_type_id = c.user_type_id
        LEFT JOIN sys.types AS b ON b.user_type_id = c.system_type_id AND b.system_type_id = c.system_type_id
        LEFT JOIN sys.extended_properties AS e ON e.class = 1 AND e.major_id = c.object_id AND e.minor_id = c.column_id AND e.name = N'MS_Description'
        WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0
        ORDER BY c.object_id, c.column_id
        """;

    internal const string KeysText =
        """
        SELECT i.object_id, i.index_id, CONVERT(int, i.is_primary_key), c.name
        FROM sys.indexes AS i
        JOIN sys.index_columns AS k ON k.object_id = i.object_id AND k.index_id = i.index_id AND k.is_included_column = 0
        JOIN sys.columns AS c ON c.object_id = k.object_id AND c.column_id = k.column_id
        JOIN sys.objects AS o ON o.object_id = i.object_id
        WHERE i.is_unique = 1 AND i.has_filter = 0 AND i.is_disabled = 0 AND o.type = 'U' AND o.is_ms_shipped = 0 AND k.key_ordinal > 0
        ORDER BY i.object_id, i.index_id, k.key_ordinal
        """;

    internal const string LinksText =
        """
        SELECT k.parent_object_id, k.constraint_object_id, k.referenced_object_id, c.name, r.name
        FROM sys.foreign_key_columns AS k
        JOIN sys.columns AS c ON c.object_id = k.parent_object_id AND c.column_id = k.parent_column_id
        JOIN sys.columns AS r ON r.object_id = k.referenced_object_id AND r.column_id = k.referenced_column_id
        ORDER BY k.parent_object_id, k.constraint_object_id, k.constraint_column_id
        """;

    public static DatabaseSchema Read(string warehouse, ServerSession session, SchemaScope scope)
    {
        var tables = session.Rows(TablesText, Table)
            .Where(table => scope.Holds(table.Schema.Schema, table.Schema.Name[^1]))
            .OrderBy(table => table.Schema.Schema, StringComparer.Ordinal).ThenBy(table => table.Schema.Name[^1], StringComparer.Ordinal)
            .ToList();
        SchemaLimits.OfTables(warehouse, tables.Count);
        var names = tables.ToDictionary(table => table.Id, table => table.Schema.Name);
        var columns = session.Rows(ColumnsText, static row => (Table: row.GetInt32(0), Schema: Column(row))).Where(column => names.ContainsKey(column.Table)).ToList();
        SchemaLimits.OfColumns(warehouse, columns.Count);
        var columnsOf = columns.ToLookup(column => column.Table, column => column.Schema);
        var keysOf = session.Rows(KeysText, static row => (Table: row.GetInt32(0), Index: row.GetInt32(1), IsPrimary: row.GetInt32(2) == 1, Column: row.GetString(3))).ToLookup(key => key.Table);
        var linksOf = session.Rows(LinksText, static row => (Table: row.GetInt32(0), Link: row.GetInt32(1), To: row.GetInt32(2), Column: row.GetString(3), ToColumn: row.GetString(4))).ToLookup(link => link.Table);
        return new DatabaseSchema(tables.Select(table =>
        {
            var keys = keysOf[table.Id].GroupBy(key => (key.Index, key.IsPrimary)).Select(key => (key.Key.IsPrimary, Columns: key.Select(k => k.Column).ToSeq())).ToList();
            return table.Schema with
            {
                Columns = columnsOf[table.Id].ToSeq(),
                PrimaryKey = keys.Where(key => key.IsPrimary).Select(key => key.Columns).FirstOrDefault(),
                UniqueKeys = keys.Where(key => !key.IsPrimary).Select(key => key.Columns).Distinct().ToSeq(),
                ForeignKeys = linksOf[table.Id].GroupBy(link => (link.Link, link.To)).Where(link => names.ContainsKey(link.Key.To))
                    .Select(link => new ForeignKeySchema(link.Select(l => l.Column).ToSeq(), names[link.Key.To], link.Select(l => l.ToColumn).ToSeq()))
                    .Distinct().ToSeq(),
            };
        }).ToSeq());
    }

    private static (int Id, TableSchema Schema) Table(DbDataReader row)
    {
        var (schema, name, isView) = (row.GetString(1), row.GetString(2), row.GetInt32(3) == 1);
        return (row.GetInt32(0), new TableSchema(
            row.GetInt32(4) == 1 ? [name] : [schema, name],
            isView ? TableKind.View : TableKind.Table,
            [],
            [],
            [],
            [],
            Text(row, 6),
            isView || row.IsDBNull(5) ? null : row.GetInt64(5))
        {
            Schema = schema,
            Readable = !row.IsDBNull(7) && row.GetInt32(7) == 1,
        });
    }

    private static (int Precision, int Scale, int Length) Sizes(DbDataReader row) => (row.GetInt32(4), row.GetInt32(5), row.GetInt32(6));

    private static ColumnSchema Column(DbDataReader row)
    {
        var (precision, scale, length) = Sizes(row);
        var (name, based) = (row.GetString(2), row.GetString(3));
        var declared = based switch
        {
            _ when name != based => name,
            "decimal" or "numeric" => string.Create(CultureInfo.InvariantCulture, $"{name}({precision}, {scale})"),
            "nchar" or "nvarchar" => length < 0 ? $"{name}(max)" : string.Create(CultureInfo.InvariantCulture, $"{name}({length / 2})"),
            "char" or "varchar" or "binary" or "varbinary" => length < 0 ? $"{name}(max)" : string.Create(CultureInfo.InvariantCulture, $"{name}({length})"),
            _ => name,
        };
        return new ColumnSchema(row.GetString(1), SqlServerTypes.Portable(based, precision, scale), declared, row.GetInt32(7) == 1, Text(row, 8))
        {
            Readable = !row.IsDBNull(9) && row.GetInt32(9) == 1,
        };
    }

    private static string? Text(DbDataReader row, int place) => row.IsDBNull(place) || string.IsNullOrWhiteSpace(row.GetString(place)) ? null : row.GetString(place).Trim();
}
