using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BiAssistant.DemoCompany.Files;

/// <summary>Writes tables into a new SQLite file: days as ISO text, flags as 0 and 1.</summary>
internal static class SqliteFile
{
    public static void Write(string path, IEnumerable<Table> tables)
    {
        using var connection = SqliteEngine.Create(path);
        // The file is thrown away when its writing fails, so that it needs no journal.
        Execute(connection, "PRAGMA journal_mode = OFF");
        Execute(connection, "PRAGMA synchronous = OFF");
        using var transaction = connection.BeginTransaction();
        foreach (var table in tables)
        {
            Execute(connection, $"CREATE TABLE {table.Name} ({string.Join(", ", table.Columns.Select(Declaration))})");
            Fill(connection, table);
        }

        transaction.Commit();
    }

    private static void Fill(SqliteConnection connection, Table table)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO {table.Name} VALUES ({string.Join(", ", table.Columns.Select(column => "$" + column.Name))})";
        SqliteParameter[] parameters = [.. table.Columns.Select(column => new SqliteParameter { ParameterName = "$" + column.Name })];
        insert.Parameters.AddRange(parameters);
        foreach (var row in table.Rows)
        {
            for (var place = 0; place < parameters.Length; place++)
            {
                parameters[place].Value = row[place] switch
                {
                    null => DBNull.Value,
                    DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    var value => value,
                };
            }

            insert.ExecuteNonQuery();
        }
    }

    private static string Declaration(Column column)
    {
        var type = column.Kind switch
        {
            ColumnKind.Text or ColumnKind.Day => "TEXT",
            ColumnKind.Whole or ColumnKind.Flag => "INTEGER",
            // Amounts are whole cents there: SQLite has no exact decimal.
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "No SQLite type for this kind of column."),
        };
        return column.Nullable ? $"{column.Name} {type}" : $"{column.Name} {type} NOT NULL";
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
