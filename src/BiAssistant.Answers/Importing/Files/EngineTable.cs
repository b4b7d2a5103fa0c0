using System.Globalization;
using BiAssistant.DuckDb;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Importing.Files;

/// <summary>Tables of the database that files are loaded into.</summary>
internal static class EngineTable
{
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Makes the table empty; one of that name is replaced.</summary>
    public static void Create(DuckDbConnection database, string table, Seq<LoadedColumn> columns, CancellationToken stop) =>
        Run(database, $"CREATE OR REPLACE TABLE {Quoted(table)} ({string.Join(", ", columns.Select(column => $"{Quoted(column.Name)} {column.Type}"))})", stop);

    /// <summary>What the types do not say stands where any tool that reads the table finds it: in the columns' comments.</summary>
    public static void Comment(DuckDbConnection database, string table, Seq<LoadedColumn> columns, CancellationToken stop)
    {
        foreach (var column in columns)
        {
            if (column.Percent || column.Unit is not null)
            {
                Run(database, $"COMMENT ON COLUMN {Quoted(table)}.{Quoted(column.Name)} IS {Text(column.Percent ? "1 is 100%" : $"Unit: {column.Unit}")}", stop);
            }
        }
    }

    public static bool Exists(DuckDbConnection database, string table, CancellationToken stop) =>
        Number(database, $"SELECT COUNT(*) FROM duckdb_tables() WHERE schema_name = 'main' AND database_name = current_database() AND lower(table_name) = lower({Text(table)})", stop) > 0;

    public static long Count(DuckDbConnection database, string table, CancellationToken stop) => Number(database, $"SELECT COUNT(*) FROM {Quoted(table)}", stop);

    public static long Number(DuckDbConnection database, string sql, CancellationToken stop)
    {
        using var command = database.CreateCommand(sql);
        using var reader = command.ExecuteReader(stop);
        return reader.Read() && !reader.IsDBNull(0) ? Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture) : 0;
    }

    public static void Run(DuckDbConnection database, string sql, CancellationToken stop)
    {
        using var command = database.CreateCommand(sql);
        using var reader = command.ExecuteReader(stop);
        while (reader.ReadChunk())
        {
            // What the statement does is what was wanted of it.
        }
    }
}
