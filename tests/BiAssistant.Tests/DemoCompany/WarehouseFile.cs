using System.Data.Common;
using BiAssistant.DemoCompany.Files;
using BiAssistant.DuckDb;

namespace BiAssistant.Tests.DemoCompany;

/// <summary>A file of the demo company, of either engine, to be asked directly and not through the product.</summary>
internal static class WarehouseFile
{
    public static IReadOnlyList<object?[]> Query(string path, string sql)
    {
        using var connection = Open(path);
        return Query(connection, sql);
    }

    public static IReadOnlyList<object?[]> Query(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(place => reader.IsDBNull(place) ? null : reader.GetValue(place))]);
        }

        return rows;
    }

    public static IReadOnlyList<string> Tables(string path) => Names(path, IsDuckDb(path)
        ? "SELECT table_name FROM information_schema.tables ORDER BY table_name"
        : "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");

    public static IReadOnlyList<string> Columns(string path, string table) => Names(path, IsDuckDb(path)
        ? $"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' ORDER BY ordinal_position"
        : $"SELECT name FROM pragma_table_info('{table}') ORDER BY cid");

    public static IEnumerable<TableContent> Contents(string path) =>
        Tables(path).Select(table => new TableContent(table, Columns(path, table), Query(path, $"SELECT * FROM {table}")));

    private static IReadOnlyList<string> Names(string path, string sql) => [.. Query(path, sql).Select(row => row[0].ShouldBeOfType<string>())];

    private static bool IsDuckDb(string path) => Path.GetExtension(path) == ".duckdb";

    private static DbConnection Open(string path)
    {
        if (!IsDuckDb(path))
        {
            return SqliteEngine.Create(path);
        }

        var connection = new DuckDbConnection(DuckDbConnectionStringBuilder.ForReading(path).ToString());
        connection.Open();
        return connection;
    }
}
