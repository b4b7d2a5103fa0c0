using BiAssistant.Sql;
using BiAssistant.Warehouses.Drivers;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses.MySql;

/// <summary>
/// The state of tables by the time that the server last changed them, which it tells to the second: a table changed in this second or the last has a state of its own each time.
/// Where the server does not know (a view, a table that was not changed since the server forgot, an engine without such a time) the state holds for a minute.
/// </summary>
internal static class MySqlVersions
{
    /// <summary>With names as constants the server opens that one table and no other.</summary>
    private const string OneTable =
        """
        SELECT @i{0} AS place,
               CASE WHEN update_time IS NULL OR table_type LIKE '%VIEW' THEN CONCAT('minute ', DATE_FORMAT(NOW(), '%Y-%m-%d %H:%i'), ' ', COALESCE(create_time, ''))
                    WHEN update_time < NOW() - INTERVAL 1 SECOND THEN CONCAT(COALESCE(create_time, ''), ' ', update_time)
                    ELSE CONCAT(update_time, ' at ', NOW(6)) END AS version
        FROM information_schema.tables WHERE table_schema = {1} AND table_name = @t{0}
        """;

    public static Seq<TableVersion> Read(string warehouse, ServerSession session, Seq<Seq<string>> tables)
    {
        if (tables.IsEmpty)
        {
            return [];
        }

        var texts = new List<string>();
        var values = new List<(string, object)>();
        for (var i = 0; i < tables.Count; i++)
        {
            texts.Add(OneTable.Replace("{0}", $"{i}", StringComparison.Ordinal).Replace("{1}", tables[i].Count > 1 ? $"@s{i}" : "DATABASE()", StringComparison.Ordinal));
            values.Add(($"i{i}", (long)i));
            values.Add(($"t{i}", tables[i][^1]));
            if (tables[i].Count > 1)
            {
                values.Add(($"s{i}", tables[i][^2]));
            }
        }

        var found = session.Rows(string.Join(" UNION ALL ", texts), static row => (Place: row.GetInt64(0), Version: row.GetString(1)), [.. values]).ToDictionary(row => row.Place, row => row.Version);
        return tables.Select((table, i) => found.TryGetValue(i, out var version)
            ? new TableVersion(table, version)
            : throw new WarehouseFault(warehouse, new TableMissing(string.Join('.', table)))).ToSeq();
    }
}
