using System.Globalization;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BiAssistant.Warehouses.Sqlite;

/// <summary>
/// Rows of SQLite, whose values have types and whose columns have none. A column's type is found from its cells: integers, reals where one is
/// a real, dates or timestamps where every text is an ISO one, truth where it was declared so, else text.
/// </summary>
internal static class SqliteRows
{
    private static readonly string[] DateForms = ["yyyy-MM-dd"];
    private static readonly string[] TimestampForms = ["yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm"];

    public static ResultTable Read(string warehouse, SqliteDataReader reader, int maxRows, CancellationToken stop)
    {
        var declared = Enumerable.Range(0, reader.FieldCount).Select(column => Declared(reader, column)).ToArray();
        var rows = new List<object?[]>();
        while (rows.Count < maxRows && reader.Read())
        {
            stop.ThrowIfCancellationRequested();
            rows.Add(Row(warehouse, reader));
        }

        var truncated = rows.Count == maxRows && reader.Read();
        var columns = declared.Select((type, column) => Unify(reader.GetName(column), type, rows, column)).ToSeq();
        if (reader.NextResult())
        {
            throw Cells.SecondStatement(warehouse);
        }

        return new ResultTable(columns, rows.Select(row => Seq.Create<object?>(row)).ToSeq(), truncated);
    }

    private static string Declared(SqliteDataReader reader, int column) =>
        reader.Handle is { } statement ? raw.sqlite3_column_decltype(statement, column).utf8_to_string() ?? "" : "";

    private static object?[] Row(string warehouse, SqliteDataReader reader)
    {
        var cells = new object?[reader.FieldCount];
        for (var column = 0; column < cells.Length; column++)
        {
            cells[column] = reader.GetValue(column) switch
            {
                DBNull => null,
                byte[] => throw Cells.Binary(warehouse, reader.GetName(column)),
                double value => Cells.Finite(warehouse, reader.GetName(column), value),
                var value => value,
            };
        }

        return cells;
    }

    /// <summary>Gives all cells of a column one type and says which.</summary>
    private static ResultColumn Unify(string name, string declared, List<object?[]> rows, int column)
    {
        var cells = rows.Select(row => row[column]).OfType<object>();
        var type = TypeOf(declared, cells);
        foreach (var row in rows)
        {
            row[column] = Convert(row[column], type);
        }

        return new ResultColumn(name, type);
    }

    private static SqlType TypeOf(string declared, IEnumerable<object> cells)
    {
        if (!cells.Any())
        {
            return OfDeclaration(declared);
        }

        if (cells.All(cell => cell is long))
        {
            return Says(declared, "BOOL") && cells.All(cell => cell is 0L or 1L) ? SqlType.Boolean : SqlType.BigInteger;
        }

        if (cells.All(cell => cell is long or double))
        {
            return SqlType.Double;
        }

        return cells.All(cell => Date(cell) is not null) ? SqlType.Date
            : cells.All(cell => Timestamp(cell) is not null) ? SqlType.Timestamp
            : SqlType.Text;
    }

    /// <summary>The type of a column without a value: by the words of its declaration, which SQLite does not enforce.</summary>
    private static SqlType OfDeclaration(string declared) =>
        Says(declared, "INT") ? SqlType.BigInteger
        : Says(declared, "BOOL") ? SqlType.Boolean
        : Says(declared, "TIME") ? SqlType.Timestamp
        : Says(declared, "DATE") ? SqlType.Date
        : Says(declared, "REAL") || Says(declared, "DOUB") || Says(declared, "FLOA") || Says(declared, "DEC") || Says(declared, "NUM") ? SqlType.Double
        : Says(declared, "CHAR") || Says(declared, "TEXT") || Says(declared, "CLOB") ? SqlType.Text
        : SqlType.Unknown;

    private static bool Says(string declared, string word) => declared.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static object? Convert(object? cell, SqlType type) => (cell, type.Kind) switch
    {
        (null, _) => null,
        (long value, SqlTypeKind.Boolean) => value == 1,
        (long value, SqlTypeKind.Double) => (double)value,
        (_, SqlTypeKind.Date) => Date(cell),
        (_, SqlTypeKind.Timestamp) => Timestamp(cell) ?? cell,
        (_, SqlTypeKind.Text) => System.Convert.ToString(cell, CultureInfo.InvariantCulture),
        _ => cell,
    };

    private static DateOnly? Date(object cell) =>
        cell is string { Length: 10 } text && DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A local date and time; a day alone is its first instant.</summary>
    private static DateTime? Timestamp(object cell) =>
        cell is string { Length: >= 16 } text && DateTime.TryParseExact(text, TimestampForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : Date(cell)?.ToDateTime(TimeOnly.MinValue);
}
