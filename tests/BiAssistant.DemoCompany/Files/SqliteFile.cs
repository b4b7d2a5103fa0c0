using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BiAssistant.DemoCompany.Files;

/// <summary>A new SQLite file: days and moments as ISO text, flags as 0 and 1. It has no exact decimal: the feedback tables hold whole cents for that reason,
/// and amounts of other tables become real numbers, which are exact again once they are rounded to cents.</summary>
internal sealed class SqliteFile : ITableFile
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly HashSet<string> made = [];

    public SqliteFile(string path)
    {
        connection = SqliteEngine.Create(path);
        // The file is thrown away when its writing fails, so that it needs no journal.
        Execute("PRAGMA journal_mode = OFF");
        Execute("PRAGMA synchronous = OFF");
        transaction = connection.BeginTransaction();
    }

    public void Append(IEnumerable<Table> tables)
    {
        foreach (var table in tables)
        {
            if (made.Add(table.Name))
            {
                Execute($"CREATE TABLE {table.Name} ({string.Join(", ", table.Columns.Select(Declaration))})");
            }

            using var cells = new Cells(connection, table);
            table.WriteTo(cells);
        }
    }

    public void Complete() => transaction.Commit();

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }

    private static string Declaration(Column column)
    {
        var type = column.Kind switch
        {
            ColumnKind.Text or ColumnKind.Day or ColumnKind.Moment => "TEXT",
            ColumnKind.Whole or ColumnKind.Flag => "INTEGER",
            ColumnKind.Money => "DECIMAL(12, 2)",
            ColumnKind.Number => "DECIMAL(9, 2)",
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "No SQLite type for this kind of column."),
        };
        return column.Nullable ? $"{column.Name} {type}" : $"{column.Name} {type} NOT NULL";
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class Cells : ICells, IDisposable
    {
        private readonly SqliteCommand insert;
        private readonly SqliteParameter[] parameters;
        private int column;

        public Cells(SqliteConnection connection, Table table)
        {
            insert = connection.CreateCommand();
            insert.CommandText = $"INSERT INTO {table.Name} VALUES ({string.Join(", ", table.Columns.Select(one => "$" + one.Name))})";
            parameters = [.. table.Columns.Select(one => new SqliteParameter { ParameterName = "$" + one.Name })];
            insert.Parameters.AddRange(parameters);
        }

        public void Text(string? value) => Set(value);

        public void Whole(int? value) => Set(value);

        public void Hundredths(int? value) => Set(value / 100.0);

        public void Day(DateOnly? value) => Set(value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        public void Moment(DateTime? value) => Set(value?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));

        public void Flag(bool? value) => Set(value);

        public void EndRow()
        {
            insert.ExecuteNonQuery();
            column = 0;
        }

        public void Dispose() => insert.Dispose();

        private void Set(object? value) => parameters[column++].Value = value ?? DBNull.Value;
    }
}
