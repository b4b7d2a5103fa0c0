using BiAssistant.DuckDb;

namespace BiAssistant.DemoCompany.Files;

/// <summary>Writes tables into a new DuckDB file, amounts as exact decimals.</summary>
internal static class DuckDbFile
{
    public static void Write(string path, IEnumerable<Table> tables)
    {
        using var connection = new DuckDbConnection(new DuckDbConnectionStringBuilder { DataSource = path }.ToString());
        connection.Open();
        foreach (var table in tables)
        {
            Execute(connection, $"CREATE TABLE {table.Name} ({string.Join(", ", table.Columns.Select(Declaration))})");
            using var appender = connection.CreateAppender(table.Name);
            foreach (var row in table.Rows)
            {
                foreach (var value in row)
                {
                    appender.AppendValue(value);
                }

                appender.EndRow();
            }

            appender.Complete();
        }

        Execute(connection, "CHECKPOINT");
    }

    private static string Declaration(Column column)
    {
        var type = column.Kind switch
        {
            ColumnKind.Text => "VARCHAR",
            ColumnKind.Whole => "INTEGER",
            ColumnKind.Money => "DECIMAL(12, 2)",
            ColumnKind.Day => "DATE",
            ColumnKind.Flag => "BOOLEAN",
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "No DuckDB type for this kind of column."),
        };
        return column.Nullable ? $"{column.Name} {type}" : $"{column.Name} {type} NOT NULL";
    }

    private static void Execute(DuckDbConnection connection, string sql)
    {
        using var command = connection.CreateCommand(sql);
        command.ExecuteNonQuery();
    }
}
