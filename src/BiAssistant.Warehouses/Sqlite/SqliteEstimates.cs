using System.Globalization;
using BiAssistant.Sql.Writing;
using Microsoft.Data.Sqlite;

namespace BiAssistant.Warehouses.Sqlite;

/// <summary>
/// What the program of a statement would read. How many rows a table has is what ANALYZE noted, else its highest rowid, which is no less; of a table with neither it is
/// unknown. Bytes are not told.
/// </summary>
internal static class SqliteEstimates
{
    private const string NamesText = "SELECT rootpage, type, name, tbl_name FROM sqlite_schema WHERE type IN ('table', 'index')";

    public static QueryEstimate Read(string warehouse, SqliteConnection connection, CompiledSql sql, TimeSpan timeout)
    {
        var program = Program(warehouse, connection, sql, timeout);
        var names = Rows(connection, NamesText, static r => (Page: r.GetInt32(0), IsIndex: r.GetString(1) == "index", Name: r.GetString(2), Table: r.GetString(3)))
            .Where(name => program.Pages.Contains(name.Page)).ToDictionary(name => name.Page);
        var notes = names.Count > 0 && Rows(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'", static r => true).Count > 0
            ? Rows(connection, "SELECT tbl, idx, stat FROM sqlite_stat1 WHERE stat IS NOT NULL", static r => (Table: r.GetString(0), Index: r.IsDBNull(1) ? null : r.GetString(1), Numbers: Numbers(r.GetString(2))))
            : [];
        var sizes = names.Values.Select(name => name.Table).Distinct().ToDictionary(table => table, table => Size(connection, table, notes.FindAll(note => note.Table == table).ConvertAll(note => note.Numbers)));
        double? Alike(int page, int columns) =>
            names.TryGetValue(page, out var index) && notes.Find(note => note.Table == index.Table && note.Index == index.Name).Numbers is { } numbers && numbers.Count > columns ? numbers[columns] : null;
        return QueryEstimate.Of(program.Reads(page => names.TryGetValue(page, out var name) ? sizes[name.Table] : null, Alike)
            .Where(read => names.ContainsKey(read.Page))
            .Select(read => new ScanEstimate([names[read.Page].Table], read.Rows is { } rows ? QueryEstimate.Whole(rows) : null, Bytes: null)));
    }

    private static SqliteProgram Program(string warehouse, SqliteConnection connection, CompiledSql sql, TimeSpan timeout)
    {
        using var command = SqliteArguments.Command(connection, $"EXPLAIN {sql.Text}", sql.Arguments, timeout);
        using var reader = command.ExecuteReader();
        var program = SqliteProgram.Read(reader);
        return reader.NextResult() ? throw Cells.SecondStatement(warehouse) : program;
    }

    private static double? Size(SqliteConnection connection, string table, List<List<double>> notes)
    {
        if (notes.Count > 0)
        {
            return notes.Max(numbers => numbers.FirstOrDefault());
        }

        try
        {
            return Rows(connection, $"SELECT MAX(rowid) FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", static r => r.IsDBNull(0) ? 0 : r.GetDouble(0))[0];
        }
        catch (SqliteException)
        {
            // A table that is kept by its primary key has no rowid.
            return null;
        }
    }

    /// <summary>Rows of the index, then how many share its first column, its first two and so on; words may follow.</summary>
    private static List<double> Numbers(string stat) =>
        [.. stat.Split(' ').Select(word => double.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (double?)null).TakeWhile(number => number is not null).Select(number => number!.Value)];

    private static List<T> Rows<T>(SqliteConnection connection, string text, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
