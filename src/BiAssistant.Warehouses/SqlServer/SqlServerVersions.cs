using BiAssistant.Sql;
using BiAssistant.Warehouses.Drivers;
using BiAssistant.Warehouses.Faults;

namespace BiAssistant.Warehouses.SqlServer;

/// <summary>The state of tables holds for a minute of the server's clock: when rows were last changed it tells only those who may look at the whole server, and forgets when it starts.</summary>
internal static class SqlServerVersions
{
    public static Seq<TableVersion> Read(string warehouse, ServerSession session, Seq<Seq<string>> tables)
    {
        if (tables.IsEmpty)
        {
            return [];
        }

        var row = session.Rows(Text(tables.Count), row => Enumerable.Range(0, tables.Count + 1).Select(place => row.IsDBNull(place) ? null : row.GetString(place)).ToList(), [.. tables.Select((table, i) => ($"t{i}", (object)Quoted(table)))])[0];
        return tables.Select((table, i) => row[i + 1] is null
            ? throw new WarehouseFault(warehouse, new TableMissing(string.Join('.', table)))
            : new TableVersion(table, $"minute {row[0]}")).ToSeq();
    }

    internal static string Text(int tables) =>
        $"SELECT CONVERT(nvarchar(16), SYSUTCDATETIME(), 120), {string.Join(", ", Enumerable.Range(0, tables).Select(i => $"CONVERT(nvarchar(20), OBJECT_ID(@t{i}))"))}";

    private static string Quoted(Seq<string> table) => string.Join('.', table.Select(part => $"[{part.Replace("]", "]]", StringComparison.Ordinal)}]"));
}
